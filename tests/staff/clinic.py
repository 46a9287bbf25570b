"""A kiosk with a folder of its own over a library, and what its staff read of it; no window."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from kiosk.content.editions.store import Store
from kiosk.content.folders import Folders
from kiosk.device.sticks import MountedSticks
from kiosk.disk import Disk
from kiosk.paths import assets_folder
from kiosk.session.visit import Wish
from kiosk.settings.settings import Settings
from kiosk.staff.acts import Open, Tab
from kiosk.staff.desk import Desk
from kiosk.staff.page import Page
from kiosk.staff.this_kiosk import ThisKiosk
from kiosk.staff.words import staff_words

NOW: Final = datetime(2026, 11, 20, 12, tzinfo=UTC)
TIP: Final = "en/tips/walk.yaml"
OLD_TITLE: Final = "Take a short walk"
NEW_TITLE: Final = "Walk to the desk"


class Clinic:
    """The folder, the editions and the staff's pages."""

    def __init__(self, folder: Path, library: Path) -> None:
        self.library, self.own, self.state = library, folder / "own", folder / "state"
        self.store = Store(self.state, Disk())
        self.own.mkdir()
        (self.own / "README.txt").write_text("ours", encoding="utf-8")
        (folder / "settings.yaml").write_text("", encoding="utf-8")
        self.folders, self.settings = Folders((self.library, self.own)), Settings()
        self.settings_file = folder / "settings.yaml"

    def tab(self, tab: Tab, language: str = "en") -> Page:
        """What a tab shows."""
        return self.answers(Open(tab), language)

    def answers(self, wish: Wish, language: str = "en") -> Page:
        """What staff read after a wish."""
        return Desk(self.kiosk(language), "Ana").page(wish)

    def kiosk(self, language: str = "en") -> ThisKiosk:
        """What the staff's pages are made from."""
        return ThisKiosk(
            self.settings, self.folders, self.store, staff_words(assets_folder(), language), lambda: NOW, NOW,
            lambda: (), lambda: "", lambda: 0, MountedSticks(Disk(), ()), settings_file=self.settings_file,
        )  # fmt: skip

    def writes(self, path: str, words: str) -> None:
        """Write a file in the clinic's folder."""
        file = self.own / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(words, encoding="utf-8")

    def changes(self, path: str, old: str, new: str) -> None:
        """Write a page of the library with other words."""
        words = (self.library / path).read_text(encoding="utf-8")
        assert old in words
        self.writes(path, words.replace(old, new))

    def changes_the_tip(self) -> None:
        """Give a tip another title."""
        self.changes(TIP, f"title: {OLD_TITLE}", f"title: {NEW_TITLE}")
