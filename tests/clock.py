"""A clock that a test sets: nothing waits for time to pass."""


class Clock:
    """Seconds that never go back by themselves."""

    def __init__(self, now: float = 1000.0) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now

    def passes(self, seconds: float) -> None:
        self.now += seconds
