"""What the staff's pages need of the kiosk they lie over: where it keeps things, and what it counts and minds."""

from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.content.folders import Folders
from kiosk.values import value_class

if TYPE_CHECKING:  # the first picture can do without
    from kiosk.device.counts import Counts
    from kiosk.running.day_keeper import DayKeeper


@value_class
class StaffAccess:
    """What of this kiosk is open to staff."""

    folders: Folders
    assets: Path
    state: Path
    counts: "Counts | None" = None
    """Those that are being counted; None while nothing is."""
    day: "DayKeeper | None" = None
    """What minds the screen; None while it only rests."""
    settings_file: Path | None = None
    """Where the settings were read from; None where none were."""
