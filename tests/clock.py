"""A clock that a test sets: nothing waits for time to pass."""

from datetime import date
from typing import Final

TODAY: Final = date(2026, 12, 1)
"""When all pages have been written, and none is overdue."""


class Clock:
    """Seconds that never go back by themselves."""

    def __init__(self, now: float = 1000.0) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now

    def passes(self, seconds: float) -> None:
        self.now += seconds
