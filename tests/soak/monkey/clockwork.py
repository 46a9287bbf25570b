"""Time in the cage: seconds that never go back, a clock on the wall that anybody may set, and the timers of both.

The kiosk's own timers wait for real seconds; these ring by simulated ones, in the same order each time.
"""

from collections.abc import Callable
from contextlib import ExitStack
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import ClassVar, Final
from unittest.mock import patch

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from tests.clock import Clock

WITH_TIMERS: Final = (
    "device.printer",
    "running.day_keeper",
    "running.tries",
    "services.counting",
    "services.staffing",
    "ui.input.hold",
    "ui.screens.activity",
    "ui.screens.attract",
    "ui.screens.tips",
    "ui.widgets.phase_timer",
    "ui.window",
)
"""Modules of the kiosk whose timers go by the cage's time; slides and what is foreseen go on in real moments."""


class Clockwork:
    """The time of one machine, over all starts of its program."""

    def __init__(self, wall: datetime) -> None:
        """wall: what the clock on the wall shows at first."""
        self.clock = Clock()
        self._zone = wall.tzinfo
        self._set(wall)
        self._running: set[Timer] = set()
        self._begun = count()
        self.Timer = type("KioskTimer", (Timer,), {"driver": self})
        """The class that stands where QTimer stands."""

    def now(self) -> datetime:
        """What the clock on the wall shows."""
        return self._at_nought + timedelta(seconds=self.clock.now)

    def time(self) -> float:
        """The same in seconds since 1970, as the module time tells it."""
        return self.now().timestamp()

    def today(self) -> date:
        """The day at the clinic."""
        return self.now().astimezone(self._zone).date()

    def set_wall(self, when: datetime) -> None:
        """Somebody, or a server of time, sets the clock on the wall; seconds go on as before."""
        self._set(when)

    def _set(self, when: datetime) -> None:
        self._at_nought = when.astimezone(UTC) - timedelta(seconds=self.clock.now)

    def goes_on_by(self, clock: Clock) -> None:
        """A start of the program brings a clock of its own: it goes on where the last one was."""
        clock.passes(self.clock.now - clock.now)
        self.clock = clock

    def passes(self, seconds: int, is_over: Callable[[], bool]) -> None:
        """Let so many seconds pass, unless the program is over before."""
        for _ in range(seconds):
            self.clock.passes(1)
            self.ring()
            if is_over():
                return

    def ring(self) -> None:
        """Let all timers ring that are due, each once, as Qt does after a long time without its loop."""
        self._running = {timer for timer in self._running if isValid(timer)}
        due = sorted(timer.order for timer in self._running if timer.order[0] <= self.clock.now)
        timers = {timer.order: timer for timer in self._running}
        for order in due:
            timer = timers[order]
            if isValid(timer) and timer in self._running and timer.order == order:
                timer.ring()

    def drives_the_kiosk(self) -> ExitStack:
        """Within, timers that the kiosk makes go by this time."""
        stack = ExitStack()
        for module in WITH_TIMERS:
            stack.enter_context(patch(f"kiosk.{module}.QTimer", self.Timer))
        return stack

    def begins(self, timer: "Timer", milliseconds: int) -> tuple[float, int]:
        """Let a timer run; gives when it is due, and its place among those that are due together."""
        self._running.add(timer)
        return self.clock.now + milliseconds / 1000, next(self._begun)

    def ends(self, timer: "Timer") -> None:
        """Let it run no more."""
        self._running.discard(timer)

    def is_running(self, timer: "Timer") -> bool:
        """Whether it will ring."""
        return timer in self._running


class Timer(QObject):
    """Stands where QTimer stands."""

    driver: ClassVar[Clockwork]
    timeout = Signal()

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        interval: int = 0,
        singleShot: bool = False,  # noqa: N803 - Qt's name
        timerType: object = None,  # noqa: ARG002, N803 - the same; simulated seconds are all precise
    ) -> None:
        super().__init__(parent)
        self._interval, self._is_single = interval, singleShot
        self.order = (0.0, 0)

    def interval(self) -> int:
        return self._interval

    def setInterval(self, milliseconds: int) -> None:
        self._interval = milliseconds

    def start(self, milliseconds: int | None = None) -> None:
        if milliseconds is not None:
            self._interval = milliseconds
        self.order = self.driver.begins(self, self._interval)

    def stop(self) -> None:
        self.driver.ends(self)

    def isActive(self) -> bool:
        return self.driver.is_running(self)

    def remainingTime(self) -> int:
        return max(0, round((self.order[0] - self.driver.clock.now) * 1000)) if self.isActive() else -1

    def ring(self) -> None:
        """Its time has come."""
        if self._is_single:
            self.stop()
        else:
            self.start()
        self.timeout.emit()
