"""What the tests of the staff's pages share."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest

from kiosk.device.pin import Pins
from kiosk.disk import Disk
from tests.content.base import make_base
from tests.staff.clinic import Clinic
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


@pytest.fixture(scope="session")
def small_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Checked in a moment, where the bundled one takes two seconds; nobody writes into it."""
    return make_base(tmp_path_factory.mktemp("small") / "library")


@pytest.fixture
def clinic(tmp_path: Path, small_library: Path) -> Clinic:
    """A clinic with a folder of its own over a small library."""
    return Clinic(tmp_path, small_library)


@pytest.fixture
def staff(visitor: Visitor, clinic: Clinic, quick_pins: None) -> Iterator[Receptionist]:
    """Somebody at the front desk of that clinic, with a PIN."""
    Pins(clinic.state, Disk(), visitor.clock, time.time).set("Ana", PIN)
    somebody = Receptionist(visitor, clinic)
    yield somebody
    somebody.staffing.close()
