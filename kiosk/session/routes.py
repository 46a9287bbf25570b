"""Every place a visitor can be, as a frozen value."""

from typing import Literal

from kiosk.values import value_class


@value_class
class Route:
    """A place in the kiosk."""


@value_class
class Dialog(Route):
    """A place that lies over another one."""


@value_class
class Attract(Route):
    """Nobody is there."""

    slide: int = 0


@value_class
class Home(Route):
    """The five doors."""

    part: int = 0


@value_class
class Understand(Route):
    """The spine to touch and the topics."""

    tab: Literal["spine", "basics", "causes", "care"] = "spine"
    place: str = ""
    part: int = 0


@value_class
class Treatments(Route):
    """The list of treatments."""

    group: Literal["regenerative", "usual-care"] = "regenerative"
    part: int = 0


@value_class
class Reading(Route):
    """A treatment or topic, one step of one chapter."""

    page: str
    chapter: int = 0
    step: int = 0
    part: int = 0
    """The screenful of a step that needs several."""


@value_class
class Compare(Route):
    """Treatments side by side."""

    page: str
    columns: tuple[str, ...] = ()
    """The treatments chosen; empty for those of the page."""
    matters: tuple[int, ...] = ()
    part: int = 0
    question: str = ""
    """The first one of the part, which letters of another size may put on another part; empty for the part as it is."""


@value_class
class Tips(Route):
    """The carousel of tips."""

    kind: str = ""
    position: int = 0
    part: int = 0
    """The part of a tip whose words need several."""
    playing: bool = False


@value_class
class Help(Route):
    """The warning signs."""

    level: int = 0
    part: int = 0


@value_class
class Az(Route):
    """Every page and every word explained: all letters, or what begins with one."""

    letter: str = ""
    part: int = 0


@value_class
class Questions(Route):
    """The visitor's list of questions."""

    part: int = 0


@value_class
class TakeAlong(Dialog):
    """The list of questions for the visitor's own phone."""

    part: int = 0


@value_class
class Paper(Dialog):
    """How it goes with the sheet of paper."""

    state: str
    """A state of the printer, as kiosk.device.printer names them."""
    part: int = 0


@value_class
class Easier(Dialog):
    """Text size, colours, motion, buttons."""

    part: int = 0


@value_class
class Listen(Dialog):
    """Reading aloud."""

    part: int = 0
    fell_silent: bool = False
    """The voice has failed: nothing is offered but a kind word."""
    in_headphones: bool = False
    """They have been chosen, and are waited for."""


@value_class
class Languages(Dialog):
    """The choice of language, where there are more than two."""

    part: int = 0


@value_class
class Finish(Dialog):
    """Asks before everything is wiped."""

    part: int = 0


@value_class
class Explain(Dialog):
    """The meaning of words."""

    terms: tuple[str, ...]
    part: int = 0


@value_class
class Box(Dialog):
    """A box of a comparison opened: the why and the sources."""

    treatment: str
    question: str
    part: int = 0


@value_class
class Columns(Dialog):
    """The choice of columns for a comparison."""

    compare: Compare
    columns: tuple[str, ...]
    """The treatments chosen so far."""
    part: int = 0


@value_class
class TipKinds(Dialog):
    """The choice of a kind of tip, where the kinds do not fit beside each other."""

    kind: str = ""
    part: int = 0


@value_class
class Contents(Dialog):
    """The parts of a screen, where they do not fit beside it."""

    screen: Route
    part: int = 0


@value_class
class Provenance(Dialog):
    """Where the words of a page come from and who has checked them."""

    page: str
    sources: tuple[str, ...] = ()
    """Only these sources; empty for all of the page."""
    part: int = 0


@value_class
class LookBack(Dialog):
    """A friendly question at the end of a treatment."""

    page: str
    number: int
    chosen: Literal["", "answer", "other", "unsure"] = ""
    part: int = 0


@value_class
class Activity(Dialog):
    """Something to do on the spot, from a tip."""

    page: str
    part: int = 0
