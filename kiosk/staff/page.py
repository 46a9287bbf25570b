"""A page of the staff screen as a value: what stands on it, and what can be touched."""

from dataclasses import dataclass
from typing import Literal

from kiosk.session.routes import Route
from kiosk.session.visit import Wish

Kind = Literal["plain", "good", "warning", "fault"]


@dataclass(frozen=True, slots=True)
class Choice:
    """A button; without an act it only says why there is nothing to do."""

    label: str
    act: Wish | None = None
    icon: str = ""


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Preview:
    """The page that changed, to be drawn as patients will see it."""

    library: object
    """The Library of what waits."""
    place: Route
    """Where it says something new."""
    language: str


@dataclass(frozen=True, slots=True)
class Side:
    """What stands beside the rows."""

    title: str
    lines: tuple[str, ...] = ()
    choice: Choice | None = None
    preview: Preview | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One tab."""

    title: str
    rows: tuple[Row, ...] = ()
    note: str = ""
    note_kind: Kind = "good"
    side: Side | None = None
    seen: object = None
    """The mark of what it was made from, for a page that is made anew when that is another; None for one that stays."""
