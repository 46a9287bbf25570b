"""Everything small that a kiosk keeps in its state folder: how it is written, and how it is read back."""

import logging
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

from kiosk.device import pin
from kiosk.device.counts import Counts
from kiosk.device.keypad import read_pad, write_pad
from kiosk.device.pin import Pins
from kiosk.disk import Disk
from kiosk.health.healthy import FILE as HEALTHY
from kiosk.health.healthy import mark_healthy
from kiosk.health.last_faults import LastFaults, last_faults
from kiosk.health.starts import Starts
from kiosk.settings.kept import settings_to_run

TODAY: Final = date(2026, 11, 21)
NOW: Final = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
_PINS: Final = ("2580", "7391")
_BROKEN: Final = "clinic: ["


@dataclass(frozen=True, slots=True)
class Kept:
    """One of the things that are kept."""

    write: Callable[[Path, int], None]
    """Write the value number one, or number two."""
    read: Callable[[Path], int]
    """Which of them a kiosk that starts now finds; 0 for none."""
    tells: bool = False
    """Writing raises OSError when the disk does not take it: somebody waits for an answer."""


def _count(state: Path, number: int) -> None:
    counts = Counts(state, Disk(), lambda: TODAY)
    counts.opened("home")
    assert counts._days[TODAY.isoformat()]["home"] == number
    counts.save()


def _counted(state: Path) -> int:
    return Counts(state, Disk(), lambda: TODAY)._days.get(TODAY.isoformat(), {}).get("home", 0)


def _pins(state: Path) -> Pins:
    return Pins(state, Disk(), lambda: 0.0, lambda: 0.0)


def _set_pin(state: Path, number: int) -> None:
    _pins(state).set("Ana", _PINS[number - 1])


def _pin(state: Path) -> int:
    kept = _pins(state)._read().get("Ana", {})
    return next((number for number, digits in enumerate(_PINS, 1) if pin._is_right(digits, kept)), 0)


def _try_wrongly(state: Path, number: int) -> None:
    pins = _pins(state)
    pins._until = 0.0
    assert pins.try_pin("0000").wait == pin.WAITS[min(number, len(pin.WAITS)) - 1]
    assert pins.wait(), "no try is free for that"


def _tried_wrongly(state: Path) -> int:
    return _pins(state)._wrong.count


def _set(state: Path, number: int) -> None:
    file = state.with_name("settings.yaml")
    file.write_text(f"clinic:\n  name: Clinic {number}\n", encoding="utf-8")
    assert settings_to_run(file, state, _nobody).clinic.name == f"Clinic {number}"


def _settings(state: Path) -> int:
    """What runs on the day somebody makes a mistake in the file."""
    broken = state.with_name("settings.yaml")
    broken.write_text(_BROKEN, encoding="utf-8")
    name = settings_to_run(broken, state, _nobody).clinic.name
    return int(name.removeprefix("Clinic ")) if name.startswith("Clinic ") else 0


def _teach(state: Path, number: int) -> None:
    write_pad(state, {number: "up"})


def _taught(state: Path) -> int:
    return next(iter(read_pad(state)), 0)


def _starts(state: Path) -> Starts:
    return Starts(state, "boot", lambda: 1.0)


def _start(state: Path, _number: int) -> None:
    assert not _starts(state).begin()


def _started(state: Path) -> int:
    """A first start that has not ended, and a second one after it."""
    noted = _starts(state)._read()
    return len(noted.failures) + noted.runs


def _fail(state: Path, number: int) -> None:
    LastFaults(state, lambda: NOW).emit(logging.LogRecord("kiosk", logging.ERROR, "", 1, str(number), None, None))


def _failed(state: Path) -> int:
    return int(last_faults(state)[0].what) if last_faults(state) else 0


def _healthy(state: Path, number: int) -> None:
    mark_healthy(state, f"{number}.0", _nobody)


def _which_is_healthy(state: Path) -> int:
    """As the package reads it."""
    file = state / HEALTHY
    found = re.fullmatch(rb"(\d+)\.0\n", file.read_bytes()) if file.exists() else None
    return int(found[1]) if found else 0


def _nobody(_words: str) -> None:
    """The log is looked at elsewhere."""


KEPT: Final[Mapping[str, Kept]] = {
    "counts": Kept(_count, _counted, tells=True),
    "PIN": Kept(_set_pin, _pin, tells=True),
    "wrong tries": Kept(_try_wrongly, _tried_wrongly),
    "settings": Kept(_set, _settings),
    "keypad": Kept(_teach, _taught, tells=True),
    "starts": Kept(_start, _started),
    "last faults": Kept(_fail, _failed),
    "healthy": Kept(_healthy, _which_is_healthy),
}
