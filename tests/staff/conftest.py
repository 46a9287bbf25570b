"""What the tests of the staff's pages share."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest

from kiosk.device.pin import Pins
from kiosk.disk import Disk
from tests.staff.receptionist import PIN, Receptionist
from tests.visitor import Visitor

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


@pytest.fixture
def staff(visitor: Visitor, tmp_path: Path, quick_pins: None) -> Iterator[Receptionist]:
    """Somebody at the front desk of a kiosk with a folder of its own, with a PIN."""
    state, own = tmp_path / "state", tmp_path / "own"
    own.mkdir()
    (own / "README.txt").write_text("ours", encoding="utf-8")
    Pins(state, Disk(), visitor.clock, time.time).set("Ana", PIN)
    somebody = Receptionist(visitor, state, own)
    yield somebody
    somebody.staffing.close()
