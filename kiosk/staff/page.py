"""A page of the staff screen as a value: what stands on it, and what can be touched."""

from typing import Literal

from kiosk.session.routes import Route
from kiosk.session.visit import Wish
from kiosk.values import value_class

Kind = Literal["plain", "good", "warning", "fault"]


@value_class
class Choice:
    """A button; without an act it only says why there is nothing to do."""

    label: str
    act: Wish | None = None
    icon: str = ""


@value_class
class Row:
    """One thing that staff are told."""

    what: str
    more: str = ""
    place: str = ""
    """File and line, or a day."""
    kind: Kind = "plain"
    choice: Choice | None = None
    pictures: tuple[bytes, ...] = ()
    """A picture before and after."""


@value_class
class Preview:
    """The page that changed, to be drawn as patients will see it."""

    library: object
    """The Library of what waits."""
    place: Route
    """Where it says something new."""
    language: str


@value_class
class Side:
    """What stands beside the rows."""

    title: str
    lines: tuple[str, ...] = ()
    choice: Choice | None = None
    preview: Preview | None = None


@value_class
class Page:
    """One tab."""

    title: str
    rows: tuple[Row, ...] = ()
    note: str = ""
    note_kind: Kind = "good"
    side: Side | None = None
    seen: object = None
    """The mark of what it was made from, for a page that is made anew when that is another; None for one that stays."""
