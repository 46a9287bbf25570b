"""What staff can wish for at the screen."""

from dataclasses import dataclass
from typing import Final, Literal, get_args

from kiosk.session.visit import Wish

Tab = Literal["today", "content", "editions", "use", "display", "clean", "show", "restart", "leave"]
TABS: Final[tuple[Tab, ...]] = get_args(Tab)
ICONS: Final[dict[Tab, str]] = {
    "today": "house", "content": "file-lines", "editions": "clock-rotate-left", "use": "chart-simple",
    "display": "display", "clean": "hand-sparkles", "show": "hand-pointer", "restart": "rotate",
    "leave": "right-from-bracket",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Open(Wish):
    """Show a tab, made anew."""

    tab: Tab


@dataclass(frozen=True, slots=True)
class Turn(Wish):
    """Show another screenful of the page on show."""

    part: int


@dataclass(frozen=True, slots=True)
class Enlarge(Wish):
    """Show how the page will look on the whole screen."""


@dataclass(frozen=True, slots=True)
class Menu(Wish):
    """Show the list of tabs, where they do not fit beside the page."""

    part: int = 0


@dataclass(frozen=True, slots=True)
class Digit(Wish):
    """One more digit of the PIN; empty takes the last one back."""

    digit: str


@dataclass(frozen=True, slots=True)
class Enter(Wish):
    """Try the PIN."""


@dataclass(frozen=True, slots=True)
class Lock(Wish):
    """Back to what patients see."""


@dataclass(frozen=True, slots=True)
class Publish(Wish):
    """Let patients see what stands in the folder."""


@dataclass(frozen=True, slots=True)
class Look(Wish):
    """Show what changed in an edition."""

    edition: int


@dataclass(frozen=True, slots=True)
class RollBack(Wish):
    """Let patients see an edition again; the first time it asks."""

    edition: int
    sure: bool = False


@dataclass(frozen=True, slots=True)
class SaveCounts(Wish):
    """Write the counts on a stick."""


@dataclass(frozen=True, slots=True)
class AskStick(Wish):
    """Look for a stick, where that is only done when staff wish it."""


@dataclass(frozen=True, slots=True)
class SavePack(Wish):
    """Write the clinic's own pages on a stick."""


@dataclass(frozen=True, slots=True)
class LookAtPack(Wish):
    """Show what a pack would change."""

    pack: str


@dataclass(frozen=True, slots=True)
class TakePack(Wish):
    """Put a pack's pages in the place of the clinic's."""

    pack: str
    seen: str
    """The fingerprint of what was shown: another pack of the same name is not taken."""


@dataclass(frozen=True, slots=True)
class SetBrightness(Wish):
    """Set how bright the screen is, in per cent."""

    per_cent: int


@dataclass(frozen=True, slots=True)
class SetToday(Wish):
    """Have the screen on or off until midnight; None: as the hours say again."""

    on: bool | None


@dataclass(frozen=True, slots=True)
class Clean(Wish):
    """Let the screen be wiped."""


@dataclass(frozen=True, slots=True)
class ShowShelf(Wish):
    """List the pages of one kind, by the number of their shelf."""

    shelf: int


@dataclass(frozen=True, slots=True)
class ShowPage(Wish):
    """Open a page for a patient."""

    page: str


@dataclass(frozen=True, slots=True)
class Stop(Wish):
    """End the program: it is started again, or left."""

    again: bool
