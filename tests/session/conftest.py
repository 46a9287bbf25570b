import pytest

from kiosk.session.routes import Route
from kiosk.session.session import Session
from kiosk.session.visit import Go, Reader, Turn
from tests.clock import Clock

USUAL = Reader(language="en")


class Desk:
    """A session with a clock in hand, and what it told."""

    def __init__(self) -> None:
        self.clock = Clock()
        self.turns: list[Turn] = []
        self.session = Session(USUAL, self.clock, self.turns.append)

    def goes(self, *places: Route) -> tuple[Route, ...]:
        """Go to these places one after the other; gives the way then."""
        for place in places:
            self.session.take(Go(place))
        return self.session.visit.routes

    def seconds_left(self) -> int | None:
        """Of the warning, or None while nobody is asked."""
        return self.session.visit.seconds_left

    def waits(self, seconds: float) -> None:
        """Time passes, a second at a time, and nobody does anything."""
        whole = int(seconds)
        for step in [1.0] * whole + [seconds - whole]:
            self.clock.passes(step)
            self.session.tick()


@pytest.fixture
def desk() -> Desk:
    return Desk()
