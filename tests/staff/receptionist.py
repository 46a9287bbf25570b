"""Somebody at the front desk, who comes in by the name and the PIN."""

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.paths import assets_folder
from kiosk.running.staff_access import StaffAccess
from kiosk.running.staff_door import StaffDoor
from kiosk.settings.settings import Settings
from kiosk.ui.staff.pin import PinBoard
from tests.staff.clinic import Clinic
from tests.visitor import Visitor

PIN = "2580"
WAITS_SECONDS = 20


def waits(condition: Callable[[], bool]) -> bool:
    """Let events pass until a condition holds; gives whether it does."""
    ends = time.monotonic() + WAITS_SECONDS
    while not condition() and time.monotonic() < ends:
        QCoreApplication.processEvents()
        time.sleep(0.01)  # QTest's own waiting would keep the thread that publishes from running
    return condition()


class Receptionist:
    """Somebody who knows where to press."""

    def __init__(self, visitor: Visitor, clinic: Clinic) -> None:
        self.visitor, self.clinic = visitor, clinic
        self.state, self.own = clinic.state, clinic.own
        access = StaffAccess(clinic.folders, assets_folder(), clinic.state)
        self.door = StaffDoor(visitor.window, visitor.app, Settings(), access, visitor.clock)
        self.staffing = self.door.room.staffing

    def holds_the_name(self, seconds: float = 3.1) -> None:
        self.visitor.clock.passes(1)
        place = self.door.name_place().center()
        self.visitor.presses(place)
        self.visitor.clock.passes(seconds)
        self.door.hold.look()
        self.visitor.lifts(place)

    def touches(self, name: str) -> None:
        assert self.staffing.board is not None
        buttons = self.staffing.board.findChildren(QAbstractButton)
        button = next(button for button in buttons if button.accessibleName().startswith(name))
        self.visitor.taps(button.mapTo(self.visitor.window, button.rect().center()))

    def key(self, name: str) -> QPoint:
        """Where a key of the keypad stands."""
        assert isinstance(self.staffing.board, PinBoard)
        keys = self.staffing.board.findChildren(QAbstractButton)
        return self.visitor.centre(next(key for key in keys if key.accessibleName() == name))

    def enters(self, pin: str) -> None:
        for digit in pin:
            self.touches(digit)
        self.touches("Open")

    def comes_in(self) -> None:
        self.holds_the_name()
        self.enters(PIN)
        self.waits_for("Patients see")

    def waits_for(self, words: str) -> None:
        assert waits(lambda: self.reads(words)), self.all_words()

    def reads(self, words: str) -> bool:
        return words in self.all_words()

    def all_words(self) -> str:
        board = self.staffing.board
        return "" if board is None else "\n".join(part.accessibleName() for part in board.findChildren(QWidget))

    def is_in(self) -> bool:
        return self.staffing.is_open
