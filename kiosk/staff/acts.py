"""What staff can wish for at the screen."""

from typing import Final, Literal, get_args

from kiosk.session.visit import Wish
from kiosk.values import value_class

Tab = Literal["today", "content", "editions", "use", "display", "clean", "show", "restart", "leave"]
TABS: Final[tuple[Tab, ...]] = get_args(Tab)
ICONS: Final[dict[Tab, str]] = {
    "today": "house", "content": "file-lines", "editions": "clock-rotate-left", "use": "chart-simple",
    "display": "display", "clean": "hand-sparkles", "show": "hand-pointer", "restart": "rotate",
    "leave": "right-from-bracket",
}  # fmt: skip


@value_class
class Open(Wish):
    """Show a tab, made anew."""

    tab: Tab


@value_class
class Turn(Wish):
    """Show another screenful of the page on show."""

    part: int


@value_class
class Enlarge(Wish):
    """Show how the page will look on the whole screen."""


@value_class
class Menu(Wish):
    """Show the list of tabs, where they do not fit beside the page."""

    part: int = 0


@value_class
class Digit(Wish):
    """One more digit of the PIN; empty takes the last one back."""

    digit: str


@value_class
class Enter(Wish):
    """Try the PIN."""


@value_class
class Lock(Wish):
    """Back to what patients see."""


@value_class
class Publish(Wish):
    """Let patients see what stands in the folder."""


@value_class
class Look(Wish):
    """Show what changed in an edition."""

    edition: int


@value_class
class RollBack(Wish):
    """Let patients see an edition again; the first time it asks."""

    edition: int
    sure: bool = False


@value_class
class SaveCounts(Wish):
    """Write the counts on a stick."""


@value_class
class AskStick(Wish):
    """Look for a stick, where that is only done when staff wish it."""


@value_class
class SavePack(Wish):
    """Write the clinic's own pages on a stick."""


@value_class
class LookAtPack(Wish):
    """Show what a pack would change."""

    pack: str


@value_class
class TakePack(Wish):
    """Put a pack's pages in the place of the clinic's."""

    pack: str
    seen: str
    """The fingerprint of what was shown: another pack of the same name is not taken."""


@value_class
class SetBrightness(Wish):
    """Set how bright the screen is, in per cent."""

    per_cent: int


@value_class
class SetToday(Wish):
    """Have the screen on or off until midnight; None: as the hours say again."""

    on: bool | None


@value_class
class Clean(Wish):
    """Let the screen be wiped."""


@value_class
class ShowShelf(Wish):
    """List the pages of one kind, by the number of their shelf."""

    shelf: int


@value_class
class ShowPage(Wish):
    """Open a page for a patient."""

    page: str


@value_class
class Stop(Wish):
    """End the program: it is started again, or left."""

    again: bool
