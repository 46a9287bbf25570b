"""What the staff screen's pages are made from."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kiosk.content.editions.store import Store
from kiosk.content.folders import Folders
from kiosk.settings.settings import Settings
from kiosk.staff.display import Display
from kiosk.staff.usb import Sticks
from kiosk.staff.words import StaffWords


@dataclass(frozen=True, slots=True)
class Place:
    """One kiosk as its staff see it."""

    settings: Settings
    folders: Folders
    store: Store
    words: StaffWords
    now: Callable[[], datetime]
    """With its time zone."""
    started: datetime
    counts: Callable[[], tuple[tuple[str, str, str], ...]]
    """Day, page and how often; small numbers are hidden."""
    csv: Callable[[], str]
    failures: Callable[[], int]
    """How often the program failed lately."""
    sticks: Sticks
    cards: tuple[tuple[str, str], ...] = ()
    """The name and title of each page that can be shown to a patient."""
    display: Display | None = None
    """The screen as far as it can be set from here."""

    @property
    def own(self) -> Path | None:
        """The clinic's own folder."""
        return self.folders.layers[1] if len(self.folders.layers) > 1 else None

    @property
    def state(self) -> Path:
        """The folder with editions, PINs and counts."""
        return self.store.folder


def moment(when: datetime) -> str:
    """A date and a time of day, the same in every language."""
    return f"{when:%Y-%m-%d %H:%M}"
