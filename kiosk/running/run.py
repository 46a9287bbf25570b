"""Opens the kiosk in a window and runs it until it is told to stop."""

import logging
import sys
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from kiosk.app import App
from kiosk.content.editions.serving import serve_at_once
from kiosk.content.editions.store import Store
from kiosk.content.folders import Folders
from kiosk.content.library import Library
from kiosk.content.live import open_library
from kiosk.disk import Disk
from kiosk.running.application import make_application, show
from kiosk.running.first_frame import FirstFrame
from kiosk.settings.settings import Settings
from kiosk.ui.resting import RestingScreen
from kiosk.ui.theme.theme import Fonts, load_looks

if TYPE_CHECKING:  # the first picture can do without
    from kiosk.device.counts import Counts
    from kiosk.running.parts import Parts

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Places:
    """The folders a kiosk works with."""

    folders: Folders
    assets: Path
    cache: Path
    state: Path
    has_editions: bool = True
    """False for a whole library of somebody's own, and for the bundled pages alone: they are shown as they are."""


def run(settings: Settings, places: Places, size: tuple[int, int] | None, *, safe: bool = False) -> int:
    """Open the kiosk, full screen or in a window of a size, and run it; gives the exit status.

    safe: the bundled pages alone, without anything that can be done without.
    """
    app = make_application()
    window = make_window(settings, places)
    kiosk = window.property("kiosk")

    def begin() -> None:
        from kiosk.health.memory import give_back_freed_memory  # late: the first picture can do without
        from kiosk.running.keeping import keep
        from kiosk.running.parts import Parts

        give_back_freed_memory()
        day = keep(app, window, kiosk, settings, places.state, safe=safe)
        if kiosk is not None:
            _join_tactile(app, kiosk, places.state)
            _let_be_heard(app, kiosk, settings)
        counts = _count(app, kiosk, places.state) if kiosk is not None and not safe else None
        parts = Parts(places.folders, places.assets, places.state, counts, day)
        _open_to_staff(app, window, settings, parts)
        if kiosk is not None and places.has_editions:
            _follow_editions(app, window, settings, places)

    if kiosk is not None and settings.hours.are_set and not settings.hours.is_open(datetime.now(UTC)):
        kiosk.window.set_dark(True)
    show(app, window, size)
    FirstFrame(window, begin)
    return app.exec()


def make_window(settings: Settings, places: Places) -> QWidget:
    """The kiosk's window, or a calm plain one where there is nothing sound to show."""
    library, edition = _what_patients_see(places)
    if library is None:
        log.error("There is no library to show. Run clinic-kiosk check to see why.")
        return RestingScreen(places.assets, Fonts(places.assets / "fonts"), settings.clinic)
    kiosk = App(library, settings, load_looks(places.assets), time.monotonic)
    sys.excepthook = kiosk.failed
    window = kiosk.window
    window.setProperty("kiosk", kiosk)
    window.setProperty("edition", edition)
    for code in set(settings.languages) - set(library.languages):
        log.warning('The settings offer the language "%s", in which there are no pages.', code)
    return window


def _what_patients_see(places: Places) -> tuple[Library | None, int | None]:
    """The library on show, and the number of its edition if it is one."""
    store = Store(places.state, Disk())
    if places.has_editions and store.numbers():
        return serve_at_once(store, places.folders.layers[0], places.cache, log.warning)
    folders = Folders(places.folders.layers[:1]) if places.has_editions else places.folders
    return open_library(folders, places.cache, log.warning).library, None


def _join_tactile(app: QApplication, kiosk: App, state: Path) -> None:
    """The keypad and the headphone jack."""
    from kiosk.running.tactile import Tactile  # late: the first picture can do without

    app.aboutToQuit.connect(Tactile(kiosk.window, state).close)


def _open_to_staff(app: QApplication, window: QWidget, settings: Settings, parts: "Parts") -> None:
    """The clinic's name, pressed and held."""
    from kiosk.running.staff import StaffDoor  # late: the first picture can do without

    door = StaffDoor(window, window.property("kiosk"), settings, parts)
    app.aboutToQuit.connect(door.close)


def _count(app: QApplication, kiosk: App, state: Path) -> "Counts":
    """Count from now on which pages are opened."""
    from kiosk.device.counts import Counts
    from kiosk.services.counting import Counting

    counts = Counts(state, Disk(), lambda: datetime.now().astimezone().date())
    counting = Counting(counts, kiosk.scene, kiosk.stage.changed, kiosk.window)
    app.aboutToQuit.connect(counting.close)
    return counts


def _let_be_heard(app: QApplication, kiosk: App, settings: Settings) -> None:
    """From now on, its own sounds as well."""
    if settings.sounds != "none":
        from kiosk.device.cues import Cues
        from kiosk.services.cueing import Cueing

        cues = Cues(kiosk.window)
        app.aboutToQuit.connect(cues.close)
        Cueing(kiosk.window, lambda: kiosk.session.visit, cues, settings)


def _follow_editions(app: QApplication, window: QWidget, settings: Settings, places: Places) -> None:
    """From now on, show what is published."""
    from kiosk.publishing.live_editions import LiveEditions, Publishing  # late: the first picture can do without

    publishing = Publishing(places.folders, places.state, places.cache, settings.publish)
    editions = LiveEditions(publishing, window.property("edition"), window)
    editions.arrived.connect(window.property("kiosk").take_library)
    app.aboutToQuit.connect(editions.close)
    editions.begin()
