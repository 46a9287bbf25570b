"""Where this kiosk keeps things."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.content.folders import Folders

if TYPE_CHECKING:  # the first picture can do without
    from kiosk.device.counts import Counts
    from kiosk.running.day_keeper import DayKeeper


@dataclass(frozen=True, slots=True)
class Kept:
    """Where this kiosk keeps things."""

    folders: Folders
    assets: Path
    state: Path
    counts: "Counts | None" = None
    """Those that are being counted; None while nothing is."""
    day: "DayKeeper | None" = None
    """What minds the screen; None while it only rests."""
