"""What happens around the kiosk while the monkey plays: time, other pages, other devices, and faults."""

from contextlib import ExitStack
from datetime import datetime
from typing import Final, NoReturn
from unittest.mock import patch

from PySide6.QtCore import QCoreApplication, QSize, QTimer

from kiosk.app import SCREENS
from kiosk.content.library import Library
from kiosk.health.exits import TOLD_TO
from kiosk.health.recurring_faults import MOST
from kiosk.session.routes import Route
from kiosk.ui.scene import Scene
from tests.soak.monkey.actions import LONGEST_WAIT, Action
from tests.soak.monkey.grumbles import fall
from tests.soak.monkey.hand import Hand
from tests.soak.monkey.machine import TABLET, ZONE, Machine
from tests.soak.monkey.printing import STATES
from tests.soak.monkey.programs import Running
from tests.soak.monkey.voices import VOICES
from tests.visitor import LANDSCAPE, PORTRAIT

SIZES: Final = (LANDSCAPE, PORTRAIT, QSize(1366, 768), TABLET)
HOURS_ASLEEP: Final = 3600.0 * 9
YEARS: Final = (2025, 2026, 2036)
HOURS: Final = ((12, 0), (17, 58), (22, 0), (3, 40), (7, 25), (23, 59))
"""In the middle of the day, before its end, in the dark, when a fresh start is due, before the opening, midnight."""


class World:
    """Does things to the machine that no hand does."""

    def __init__(self, machine: Machine, hand: Hand, libraries: list[tuple[str, Library]]) -> None:
        self._machine, self._hand, self._libraries = machine, hand, libraries
        self._mends = ExitStack()
        self.broken: type[Route] | None = None
        """The kind of screen that cannot be made."""
        self.is_falling = False
        """Whether a fault is being put in."""

    def leave(self) -> None:
        """Whatever was broken is mended."""
        self._mend()

    # --- time ---------------------------------------------------------------------------------------------------------

    def wait(self, action: Action) -> str:
        seconds = 1 + action.number % LONGEST_WAIT
        self._passes(seconds)
        return f"waits for {seconds} seconds"

    def leap(self, _action: Action) -> str:
        self._machine.clockwork.clock.passes(HOURS_ASLEEP)
        self._passes(1)
        return "sleeps with the machine for nine hours"

    def clock(self, action: Action) -> str:
        number = action.number
        number, (hour, minute) = number // len(HOURS), HOURS[number % len(HOURS)]
        number, year = number // len(YEARS), YEARS[number % len(YEARS)]
        day = datetime(year, 11, 1 + number % 29, hour, minute, tzinfo=ZONE)
        self._machine.clockwork.set_wall(day)
        return f"finds the clock set to {day:%Y-%m-%d %H:%M}"

    def _passes(self, seconds: int) -> None:
        exits = self._machine.exits
        self._machine.clockwork.passes(seconds, lambda: bool(exits))

    # --- pages and devices --------------------------------------------------------------------------------------------

    def edition(self, action: Action) -> str:
        name, library = self._libraries[action.number % len(self._libraries)]
        self._machine.is_given(library)
        return f"is given {name}"

    def write(self, action: Action) -> str:
        return self._machine.writes(action.number)

    def stick(self, action: Action) -> str:
        there = bool(action.number % 2)
        self._machine.has_stick(there=there)
        return f"finds {'a' if there else 'no'} stick plugged in"

    def printer(self, action: Action) -> str:
        self._machine.cups.state = STATES[action.number % len(STATES)]
        return f"finds the printer {self._machine.cups.state}"

    def turn(self, action: Action) -> str:
        size = SIZES[action.number % len(SIZES)]
        self._hand.is_lifted()
        self._machine.size = size
        self._hand.visitor.window.resize(size)
        return f"has {size.width()} × {size.height()} pixels"

    def voice(self, _action: Action) -> str:
        for voice in VOICES:
            if voice.is_speaking:
                voice.comes_to_the_end()
        return "hears a sentence to its end"

    # --- faults -------------------------------------------------------------------------------------------------------

    def screen(self, action: Action) -> str:
        """One kind of screen breaks, or all are mended."""
        self._mend()
        number, is_mended = divmod(action.number, 3)
        if is_mended:
            return "finds all screens whole"
        kinds = sorted(SCREENS, key=lambda kind: kind.__name__)
        self.broken = kinds[number % len(kinds)]
        self._mends.enter_context(patch.dict("kiosk.app.SCREENS", {self.broken: _breaks}))
        return f"finds the screen for {self.broken.__name__} broken"

    def fault(self, _action: Action) -> str:
        self._falls(1)
        return "makes a slot fail"

    def end(self, action: Action) -> str:
        """The program ends, in one way or another, and is started again."""
        if not self._machine.restarts:
            return "finds nobody to start the program again"
        self._hand.is_lifted()
        match action.number % 8:
            case 0:
                self._machine.loses_power()
                return "finds the power cut"
            case 1:
                self._machine.keeps_failing()
                return "finds the program failing until it rests"
            case 2 | 3:
                self._falls(MOST)
                return f"makes a slot fail {MOST} times"
            case 4 | 5:
                self._machine.starts_again(TOLD_TO)
                return "has the program stopped and started"
            case _:
                self._machine.starts_again(None)
                return "finds the program killed"

    def _falls(self, times: int) -> None:
        if not isinstance(self._machine.program, Running):
            return
        self.is_falling = True
        for _ in range(times):
            QTimer.singleShot(0, fall)
            QCoreApplication.processEvents()
        self.is_falling = False

    def _mend(self) -> None:
        self._mends.close()
        self.broken = None


def _breaks(_scene: Scene, _route: Route, _size: QSize) -> NoReturn:
    """A screen that cannot be made."""
    raise ZeroDivisionError("the secret reason")
