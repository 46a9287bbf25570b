"""The staff's own pages over the running kiosk; made when somebody has held the clinic's name."""

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import cached_property

from PySide6.QtCore import QObject
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from kiosk.app import App
from kiosk.content.editions.store import Store
from kiosk.content.library import Library
from kiosk.device.counts import Counts
from kiosk.device.leaving import wish_to_leave
from kiosk.device.pin import Pins
from kiosk.device.wished_stick import sticks_of_this_machine
from kiosk.disk import Disk
from kiosk.health.exits import FRESH_START, TOLD_TO
from kiosk.health.heartbeat import find_heartbeat
from kiosk.health.starts import starts_of_this_machine
from kiosk.pages.opening import route_to
from kiosk.running.application import density_of
from kiosk.running.staff_access import StaffAccess
from kiosk.services.staffing import Staffing
from kiosk.session.visit import Go, Leave
from kiosk.settings.settings import Settings
from kiosk.staff.page import Preview
from kiosk.staff.showing import shelves_of
from kiosk.staff.this_kiosk import ThisKiosk
from kiosk.staff.words import staff_words
from kiosk.ui.input.touch import Touch
from kiosk.ui.staff.look import staff_palette
from kiosk.ui.theme.measure import Measure
from kiosk.ui.theme.pictures import Pictures
from kiosk.ui.theme.theme import Looks, Theme, load_looks


class StaffRoom(QObject):
    """Joins the staff's pages to the kiosk's window or to the resting screen."""

    def __init__(
        self,
        window: QWidget,
        kiosk: App | None,
        settings: Settings,
        access: StaffAccess,
        started: datetime,
        clock: Callable[[], float],
    ) -> None:
        """window: shown already; kiosk: None while the screen only rests; started: when the program was."""
        super().__init__(window)
        self._window, self._kiosk, self._settings, self._access, self._clock = window, kiosk, settings, access, clock
        self._started = started
        self._touch: Touch | None = None
        self._sticks = sticks_of_this_machine(Disk())
        pins = Pins(access.state, Disk(), clock, time.time)
        self.staffing = Staffing(window, pins, self.this_kiosk, self.theme, self.preview, clock)
        self.staffing.covered.connect(self._cover)
        self.staffing.stops.connect(self._stop)
        if kiosk is not None:
            self.staffing.entered.connect(lambda: kiosk.session.take(Leave()))
            self.staffing.wants_page.connect(self._show_page)
            kiosk.window.noticed.connect(self.staffing.noticed)

    def close(self) -> None:
        """End; what is being published is finished first, and a stick is not waited for."""
        self._sticks.close()
        self.staffing.close()

    def _stop(self, again: bool) -> None:  # noqa: FBT001 - what the signal carries
        """End, to be started again or not; a service that would start it anyway is stopped, and tells it to end."""
        if not again and find_heartbeat().restarts and wish_to_leave():
            return
        QApplication.exit(FRESH_START if again else TOLD_TO)

    def _cover(self, cover: QWidget | None, fresh: bool) -> None:  # noqa: FBT001 - what the signal carries
        if self._kiosk is not None:
            self._kiosk.window.cover(cover, fresh=fresh)
        elif cover is not None and self._touch is None:
            pixels = density_of(self._window, self._settings.screen)
            self._touch = Touch(self._window, _Fingers(self.staffing.noticed), pixels, self._clock)
        elif self._touch is not None and fresh:
            self._touch.fresh_screen()

    def theme(self) -> Theme:
        """The look of the staff's pages at the window's present size."""
        size = self._window.size()
        measure = Measure(size.width(), size.height(), density_of(self._window, self._settings.screen))
        return Theme(staff_palette(), measure, self._looks.fonts, self._looks.icons, Pictures({}))

    @cached_property
    def _looks(self) -> Looks:
        """The kiosk's own; the resting screen has less than staff need."""
        return self._kiosk.looks if self._kiosk is not None else load_looks(self._access.assets)

    def this_kiosk(self) -> ThisKiosk:
        """As it is now."""
        access, settings, kiosk = self._access, self._settings, self._kiosk
        counts = access.counts or Counts(access.state, Disk(), lambda: _now().date())
        starts = starts_of_this_machine(access.state)
        shelves = shelves_of(kiosk.scene().pages) if kiosk is not None else ()
        return ThisKiosk(
            settings,
            access.folders,
            Store(access.state, Disk()),
            staff_words(access.assets, settings.language or "en"),
            _now,
            self._started,
            counts.lately,
            counts.csv,
            starts.failures,
            self._sticks,
            shelves,
            access.day,
            access.settings_file,
        )

    def _show_page(self, page: str) -> None:
        kiosk = self._kiosk
        route = route_to(kiosk.scene().pages, page) if kiosk is not None else None
        if kiosk is not None and route is not None:
            kiosk.session.take(Go(route))

    def preview(self, preview: Preview) -> QPixmap:
        """The page as this screen will show it, where it says something new."""
        library = preview.library
        if not isinstance(library, Library):
            return QPixmap()
        app = App(library, _in(self._settings, preview.language), self._looks, lambda: 0.0)
        try:
            app.window.resize(self._window.size())
            app.session.take(Go(preview.place))
            app.refresh()
            app.window.grab()  # brings everything to its size
            return app.window.grab()
        finally:
            app.window.deleteLater()


class _Fingers:
    """What touch asks of the resting screen while staff are there; the kiosk's own window answers for itself."""

    def __init__(self, noticed: Callable[[], None]) -> None:
        self._noticed = noticed

    def touched(self) -> bool:
        """Somebody is there; the finger may press what it landed on."""
        self._noticed()
        return False

    def pressed(self, _target: QAbstractButton) -> None:
        """Nothing is made beforehand."""

    def explored(self, _found: QWidget | None) -> bool:
        """Nothing is told aloud here."""
        return False

    def held(self) -> None:
        """Somebody is there."""
        self._noticed()

    def tapped_beside(self) -> None:
        """Nothing happens."""


def _in(settings: Settings, language: str) -> Settings:
    """The settings with another language to begin in, which is offered."""
    return replace(settings, language=language, languages=())


def _now() -> datetime:
    return datetime.now().astimezone()
