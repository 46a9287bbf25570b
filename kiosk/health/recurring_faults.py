"""Does the same fault come again and again? Then only a fresh start helps."""

from collections import deque
from collections.abc import Callable
from pathlib import Path
from traceback import walk_tb
from types import TracebackType
from typing import Final

MOST: Final = 5
WITHIN: Final = 60.0
"""Seconds."""
_PLACES: Final = 50
"""Faults of so many places are kept apart; more are taken together."""


class RecurringFaults:
    """Counts faults by their kind and the line they came from."""

    def __init__(self, clock: Callable[[], float]) -> None:
        """clock: seconds that never go back."""
        self._clock = clock
        self._seen: dict[str, deque[float]] = {}

    def note(self, kind: type[BaseException], trace: TracebackType | None) -> bool:
        """Count a fault; True when the same one came too often."""
        now = self._clock()
        name = f"{kind.__qualname__} at {_origin(trace)}"
        place = name if name in self._seen or len(self._seen) < _PLACES else ""
        times = self._seen.setdefault(place, deque(maxlen=MOST))
        times.append(now)
        return len(times) == MOST and now - times[0] <= WITHIN


def _origin(trace: TracebackType | None) -> str:
    """The innermost line."""
    places = [f"{Path(frame.f_code.co_filename).name}:{line}" for frame, line in walk_tb(trace)]
    return places[-1] if places else "an unknown place"
