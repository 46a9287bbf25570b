"""The hidden way in for staff: the clinic's name, pressed and held. What lies behind it is loaded when it opens."""

import time
from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtWidgets import QWidget

from kiosk.running.application import density_of
from kiosk.running.staff_access import StaffAccess
from kiosk.settings.settings import Settings
from kiosk.ui.input.hold import Hold
from kiosk.ui.resting import RestingScreen

if TYPE_CHECKING:  # patients never need the room; the resting screen never needs the kiosk
    from kiosk.app import App
    from kiosk.running.staff_room import StaffRoom


class StaffDoor(QObject):
    """Watches the name on the kiosk's window, or a corner of the resting screen."""

    def __init__(
        self,
        window: QWidget,
        kiosk: "App | None",
        settings: Settings,
        access: StaffAccess,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """window: shown already; kiosk: None while the screen only rests; clock: seconds that never go back."""
        super().__init__(window)
        self._window, self._kiosk, self._settings, self._access, self._clock = window, kiosk, settings, access, clock
        self._started = datetime.now().astimezone()
        self.hold = Hold(window, self.name_place, lambda: density_of(window, settings.screen), clock)
        self.hold.held.connect(self._let_in)

    @cached_property
    def room(self) -> "StaffRoom":
        """What staff see; loaded the first time."""
        from kiosk.running.staff_room import StaffRoom

        return StaffRoom(self._window, self._kiosk, self._settings, self._access, self._started, self._clock)

    def close(self) -> None:
        """End what was opened."""
        if self._is_made:
            self.room.close()

    @property
    def _is_made(self) -> bool:
        return "room" in self.__dict__

    def name_place(self) -> QRect:
        """Where the clinic's name stands in the window; empty while nobody can press it."""
        if self._is_made and self.room.staffing.is_open:
            return QRect()
        if self._kiosk is None:
            return self._window.clinic_place if isinstance(self._window, RestingScreen) else QRect()
        stage = self._kiosk.stage
        screen = stage.screen_now
        if screen is None or stage.dialog_now is not None or screen.clinic_place.isEmpty():
            return QRect()
        return screen.clinic_place.translated(screen.mapTo(self._window, QPoint(0, 0)))

    def _let_in(self) -> None:
        self.room.staffing.ask_for_pin()
        self.hold.watch_first()  # the resting screen's own touch is made with the keypad
