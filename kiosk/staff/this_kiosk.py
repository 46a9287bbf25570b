"""This kiosk as its staff see it: what their pages are made from."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from kiosk.content.editions.store import Store
from kiosk.content.folders import Folders
from kiosk.device.sticks import Sticks
from kiosk.settings.settings import Settings
from kiosk.staff.screen_control import ScreenControl
from kiosk.staff.words import StaffWords
from kiosk.values import value_class


@value_class
class Shelf:
    """Pages of one kind that can be shown to a patient."""

    above: str
    """What the heading belongs to, if it does not explain itself."""
    heading: str
    pages: tuple[tuple[str, str], ...]
    """The name and title of each."""


@value_class
class ThisKiosk:
    """Its settings, folders and devices, and how it has been."""

    settings: Settings
    folders: Folders
    store: Store
    words: StaffWords
    now: Callable[[], datetime]
    """With its time zone."""
    started: datetime
    counts: Callable[[], tuple[tuple[str, tuple[str, ...]], ...]]
    """Page and how often: today, in 7 and in 30 days; small numbers are hidden."""
    csv: Callable[[], str]
    failures: Callable[[], int]
    """How often the program failed lately."""
    sticks: Sticks
    shelves: tuple[Shelf, ...] = ()
    """Every page that can be shown to a patient."""
    screen: ScreenControl | None = None
    """The screen as far as it can be set from here."""
    settings_file: Path | None = None
    """Where the settings were read from; what stands there now may be other ones."""

    @property
    def titles(self) -> dict[str, str]:
        """The title of each page by its name."""
        return {page: title for shelf in self.shelves for page, title in shelf.pages}

    @property
    def is_page_by_page(self) -> bool:
        """Whether files with mistakes stay as they were while all others are published."""
        return self.settings.publish == "page-by-page"

    @property
    def state(self) -> Path:
        """The folder with editions, PINs and counts."""
        return self.store.folder


def moment(when: datetime) -> str:
    """A date and a time of day, the same in every language."""
    return f"{when:%Y-%m-%d %H:%M}"
