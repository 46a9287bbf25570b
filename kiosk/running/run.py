"""Opens the kiosk in a window and runs it until it is told to stop."""

import gc
import logging
import sys
import time
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
from kiosk.values import value_class

if TYPE_CHECKING:  # the first picture can do without
    from kiosk.device.counts import Counts
    from kiosk.running.staff_access import StaffAccess

log = logging.getLogger(__name__)


@value_class
class Places:
    """The folders a kiosk works with."""

    folders: Folders
    assets: Path
    cache: Path
    state: Path
    has_editions: bool = True
    """False for a whole library of somebody's own, and for the bundled pages alone: they are shown as they are."""
    settings: Path | None = None
    """The file of the settings; None where there is none."""


@value_class
class Opened:
    """A window, and what it shows."""

    window: QWidget
    kiosk: App | None = None
    """None where there is nothing sound to show: the screen only rests."""
    edition: int | None = None
    """The number of the edition on show; None for the bundled library."""


def run(settings: Settings, places: Places, size: tuple[int, int] | None, *, safe: bool = False) -> int:
    """Open the kiosk, full screen or in a window of a size, and run it; gives the exit status.

    safe: the bundled pages alone, without anything that can be done without.
    """
    app = make_application()
    opened = open_window(settings, places)
    window, kiosk = opened.window, opened.kiosk

    def begin() -> None:
        gc.enable()  # put off until the first picture stands
        # late, all of these: the first picture can do without
        from kiosk.health.memory import give_back_freed_memory, spare_what_lasts
        from kiosk.running.keeping import keep
        from kiosk.running.staff_access import StaffAccess

        give_back_freed_memory()
        day = keep(app, window, kiosk, settings, places.state, safe=safe)
        if kiosk is not None:
            _join_tactile(app, kiosk, places.state)
            _let_be_heard(app, kiosk, settings)
        counts = _count(app, kiosk, places.state) if kiosk is not None and not safe else None
        access = StaffAccess(places.folders, places.assets, places.state, counts, day, places.settings)
        _open_to_staff(app, opened, settings, access)
        if kiosk is not None and places.has_editions:
            _follow_editions(app, kiosk, opened.edition, settings, places)
        spare_what_lasts()

    if kiosk is not None and settings.hours.are_set and not settings.hours.is_open(datetime.now(UTC)):
        kiosk.window.set_dark(True)
    show(app, window, size)
    FirstFrame(window, begin)
    return app.exec()


def open_window(settings: Settings, places: Places) -> Opened:
    """The kiosk's window, or a calm plain one where there is nothing sound to show."""
    library, edition = what_patients_see(places)
    if library is None:
        log.error("There is no library to show. Run clinic-kiosk check to see why.")
        return Opened(RestingScreen(places.assets, Fonts(places.assets / "fonts"), settings.clinic))
    kiosk = App(library, settings, load_looks(places.assets), time.monotonic)
    sys.excepthook = kiosk.failed
    for code in set(settings.languages) - set(library.languages):
        log.warning('The settings offer the language "%s", in which there are no pages.', code)
    return Opened(kiosk.window, kiosk, edition)


def what_patients_see(places: Places) -> tuple[Library | None, int | None]:
    """The library on show, and the number of its edition if it is one."""
    store = Store(places.state, Disk())
    if places.has_editions and store.numbers():
        return serve_at_once(store, places.folders.bundled, places.cache, log.warning)
    folders = places.folders.below_own if places.has_editions else places.folders
    return open_library(folders, places.cache, log.warning).library, None


def _join_tactile(app: QApplication, kiosk: App, state: Path) -> None:
    """The keypad and the headphone jack."""
    from kiosk.running.tactile import Tactile  # late: the first picture can do without

    app.aboutToQuit.connect(Tactile(kiosk.window, state).close)


def _open_to_staff(app: QApplication, opened: Opened, settings: Settings, access: "StaffAccess") -> None:
    """The clinic's name, pressed and held."""
    from kiosk.running.staff_door import StaffDoor  # late: the first picture can do without

    door = StaffDoor(opened.window, opened.kiosk, settings, access)
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


def _follow_editions(app: QApplication, kiosk: App, shown: int | None, settings: Settings, places: Places) -> None:
    """From now on, show what is published."""
    from kiosk.health.memory import spare_what_lasts
    from kiosk.publishing.live_editions import LiveEditions, Publishing  # late: the first picture can do without

    publishing = Publishing(places.folders, places.state, places.cache, settings.publish)
    editions = LiveEditions(publishing, shown, kiosk.window)
    editions.arrived.connect(kiosk.take_library)
    editions.arrived.connect(spare_what_lasts)
    app.aboutToQuit.connect(editions.close)
    editions.begin()
