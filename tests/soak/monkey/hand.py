"""The monkey's hand: what each kind of action does at the kiosk, told in words."""

from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton

from kiosk.device.keypad import PAD_KEYS
from kiosk.session.routes import Questions
from kiosk.session.visit import Ask, Go, Picked, PrintList
from kiosk.ui.staff.pin import PinBoard
from kiosk.ui.widgets.wishing import WishButton
from tests.asked import ON_PRP
from tests.soak.monkey.actions import Action
from tests.soak.monkey.machine import Machine
from tests.soak.monkey.programs import FIRST_SCAN_CODE, Resting, Running, board_of
from tests.staff.receptionist import PIN
from tests.visitor import Visitor, buttons_of

KEYS: Final = (
    Qt.Key.Key_Down,
    Qt.Key.Key_Up,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Return,
    Qt.Key.Key_Space,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Home,
    Qt.Key.Key_A,
)
PALM: Final = 7
"""The number of the finger that a hand lying on the glass counts as."""
HOLDS: Final = 3.1
"""Seconds: long enough for the way in for staff."""
WRONG_PINS: Final = ("1379", "25", "258025802580258")
TOUCHES_AGAIN: Final = 0.7
"""How often, of all times, a button is touched again that the first touch has only told."""
RIGHT_OF_TEN: Final = 7
"""How many of ten PINs are right."""


class Hand:
    """Does things; knows only the machine."""

    def __init__(self, machine: Machine) -> None:
        self._machine = machine
        self._lies: QPoint | None = None
        """Where a hand lies on the glass."""

    def is_lifted(self) -> None:
        """No finger is on the glass any more."""
        self._lies = None
        self.visitor.cancels_touches()

    @property
    def _program(self) -> Running | Resting:
        program = self._machine.program
        assert program is not None
        return program

    @property
    def visitor(self) -> Visitor:
        return self._program.visitor

    def buttons(self) -> list[QAbstractButton]:
        """All that can be touched, in reading order; none in the dark."""
        board = board_of(self._program)
        if board is not None:
            return buttons_of(board)
        program = self._program
        return program.visitor.buttons() if isinstance(program, Running) and not program.is_dark else []

    # --- glass and keys -----------------------------------------------------------------------------------------------

    def button(self, action: Action) -> str:
        buttons = self.buttons()
        if not buttons:
            return self.touch(action)
        button = buttons[action.number % len(buttons)]
        name, place = button.accessibleName(), self.visitor.centre(button)
        self.visitor.taps(place)
        if action.x < TOUCHES_AGAIN and isinstance(self._program, Running) and self.visitor.window.keys.reads:
            self.visitor.taps(place)
            return f'touches "{name}", which is told, and touches it again'
        return f'touches "{name}"'

    def touch(self, action: Action) -> str:
        place = self._place(action)
        self.visitor.taps(place)
        return f"touches {_told(place)}"

    def double(self, action: Action) -> str:
        place = self._place(action)
        self.visitor.taps(place)
        self.visitor.presses(place)
        self.visitor.lifts(place)
        return f"hits {_told(place)} twice"

    def swipe(self, action: Action) -> str:
        place, way = self._place(action), action.number % 300 - 150
        self.visitor.draws(place, way, 0.3)
        return f"draws from {_told(place)} by {way} mm"

    def palm(self, action: Action) -> str:
        if self._lies is None:
            self._lies = self._place(action)
            self.visitor.presses(self._lies, PALM)
            return f"lays a hand on {_told(self._lies)}"
        place, self._lies = self._lies, None
        self.visitor.lifts(place, PALM)
        return "takes the hand away"

    def cancel(self, _action: Action) -> str:
        self.is_lifted()
        return "has all touches taken back"

    def key(self, action: Action) -> str:
        key = KEYS[action.number % len(KEYS)]
        self.visitor.hits_key(key)
        return f"presses {key.name}"

    def pad(self, action: Action) -> str:
        at = action.number % len(PAD_KEYS)
        self.visitor.hits_key(Qt.Key.Key_unknown, FIRST_SCAN_CODE + at)
        return f"presses {PAD_KEYS[at]} on the pad"

    # --- staff and paper ----------------------------------------------------------------------------------------------

    def staff(self, action: Action) -> str:
        board = board_of(self._program)
        if isinstance(board, PinBoard):
            return self._types(action.number)
        return self.button(action) if board is not None else self._holds(action)

    def _holds(self, action: Action) -> str:
        """The clinic's name, or another place where there is none."""
        visitor, door = self.visitor, self._program.door
        name = door.name_place()
        place = self._place(action) if name.isEmpty() else name.center()
        visitor.presses(place)
        visitor.clock.passes(HOLDS)
        self._machine.clockwork.ring()
        visitor.lifts(place)
        told = f"holds {_told(place)} for {HOLDS} seconds"
        if action.number % 2 and board_of(self._program) is not None:
            return f"{told}, and {self._types(action.number)}"
        return told

    def _types(self, number: int) -> str:
        is_right = number % 10 < RIGHT_OF_TEN
        pin = PIN if is_right else WRONG_PINS[number % len(WRONG_PINS)]
        for name in (*pin, "Open"):
            key = next((key for key in self.buttons() if key.accessibleName() == name), None)
            if key is None:
                return f"types {pin}, and {name} cannot be touched"
            self.visitor.taps(self.visitor.centre(key))
        return f"types {pin}"

    def paper(self, action: Action) -> str:
        """A question on the list, and the list on paper; while staff are there, or nobody, another button."""
        program = self._program
        if not isinstance(program, Running) or program.app.is_empty or board_of(program) is not None:
            return self.button(action)
        session = program.app.session
        session.take(Ask(Picked(f"What about number {action.number % 5}?", ON_PRP)))
        session.take(Go(Questions()))
        self.visitor.settles()
        for button in self.buttons():
            if isinstance(button, WishButton) and button.wish == PrintList():
                self.visitor.taps(self.visitor.centre(button))
                break
        return "asks a question, and wishes the list on paper"

    def _place(self, action: Action) -> QPoint:
        size = self.visitor.window.size()
        return QPoint(round(action.x * (size.width() - 1)), round(action.y * (size.height() - 1)))


def _told(place: QPoint) -> str:
    return f"({place.x()}, {place.y()})"
