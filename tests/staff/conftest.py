"""What the tests of the staff's pages share."""

import time
from collections.abc import Callable
from typing import Final

import pytest

_SECONDS: Final = 20


@pytest.fixture
def waits() -> Callable[[Callable[[], bool]], bool]:
    """Waits until a condition holds; gives whether it does."""

    def until(condition: Callable[[], bool]) -> bool:
        ends = time.monotonic() + _SECONDS
        while not condition() and time.monotonic() < ends:
            time.sleep(0.01)
        return condition()

    return until
