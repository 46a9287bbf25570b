"""Counts through phases that follow each other, each with its length; it can be held, and goes on where it was."""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QObject, Qt, QTimer, Signal


class Going(Enum):
    """How far it is."""

    NOT_BEGUN = "waits for its beginning"
    ON = "counts"
    HELD = "stands still in the middle"
    OVER = "has counted all"


class PhaseTimer(QObject):
    """Says when each phase begins, and when the last one is over."""

    entered = Signal(int)
    """The number of the phase that begins, from 0."""
    over = Signal()

    def __init__(self, parent: QObject, seconds: Sequence[int]) -> None:
        """Count phases so many seconds long; nothing begins yet."""
        super().__init__(parent)
        self._lengths = [1000 * each for each in seconds]
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._go_on_to_next)
        self._left_when_held = 0
        self.number = 0
        """The phase under way, from 0."""
        self.going = Going.NOT_BEGUN

    def begin(self) -> None:
        """Count from the first phase."""
        self._enter(0)

    def hold(self) -> None:
        """Stand still, if it counts."""
        if self.going is Going.ON:
            self._left_when_held = max(1, self._timer.remainingTime())
            self._timer.stop()
            self.going = Going.HELD

    def go_on(self) -> None:
        """Count on where it was held."""
        if self.going is Going.HELD:
            self.going = Going.ON
            self._timer.start(self._left_when_held)

    @property
    def share(self) -> float:
        """How much of the phase is over, from 0 to 1."""
        return 1 - self._left_of_phase / self._lengths[self.number]

    @property
    def milliseconds_left(self) -> int:
        """Of all phases together."""
        return 0 if self.going is Going.OVER else self._left_of_phase + sum(self._lengths[self.number + 1 :])

    @property
    def milliseconds(self) -> int:
        """All phases together, from beginning to end."""
        return sum(self._lengths)

    @property
    def _left_of_phase(self) -> int:
        left = {
            Going.NOT_BEGUN: self._lengths[self.number],
            Going.ON: max(0, self._timer.remainingTime()),
            Going.HELD: self._left_when_held,
            Going.OVER: 0,
        }
        return left[self.going]

    def _enter(self, number: int) -> None:
        self.number = number
        self.going = Going.ON
        self._timer.start(self._lengths[number])
        self.entered.emit(number)

    def _go_on_to_next(self) -> None:
        if self.number + 1 < len(self._lengths):
            self._enter(self.number + 1)
        else:
            self.going = Going.OVER
            self.over.emit()
