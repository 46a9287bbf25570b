"""What the first screens need: the language, the first page, and the loop while nobody is there."""

from typing import Literal

from kiosk.content.model.meaning import IconName, Label, PageId
from kiosk.content.model.parts import Picture, Review, Translation
from kiosk.content.model.value import Value
from kiosk.values import value_class


@value_class(kw_only=True)
class Door(Value):
    """A card of the first page."""

    title: Label
    short: Label
    icon: IconName
    picture: Picture | None = None


@value_class(kw_only=True)
class Slide(Value):
    """One picture of the attract loop; a touch opens its page."""

    line: Label
    """A friendly line: Three ways to be kind to your back."""
    picture: Picture
    opens: PageId
    """For example tips/walk, or home."""


@value_class(kw_only=True)
class Home(Value):
    """The first page, and what is shown while nobody is there."""

    title: Label
    short: Label
    understand: Door
    treatments: Door
    compare: Door
    tips: Door
    help: Door
    greeting: Label
    """Greets who comes near: Welcome."""
    begin_line: Label
    """One line below the greeting: what there is to find here."""
    begin: Label
    """Says how to start: Touch the screen to begin."""
    slides: tuple[Slide, ...]
    review: Review | None = None
    translation: Translation | None = None


@value_class(kw_only=True)
class Language(Value):
    """A language of the kiosk."""

    name: Label
    """Its own name in its own script: English, Español."""
    order: int = 100
    direction: Literal["left-to-right", "right-to-left"] = "left-to-right"
    letters: tuple[Label, ...] = ()
    """Letters with a mark that are letters of their own, such as Ñ; every other mark is passed over in lists."""
