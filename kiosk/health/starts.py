"""Has the program failed too often to go on as usual? (docs/decisions/0005)"""

import json
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Final

from kiosk.disk import Disk, read_json
from kiosk.health.exits import FRESH_START, TOLD_TO
from kiosk.values import value_class

MOST: Final = 5
"""Failures after which the kiosk rests in sight and tries in safe mode."""
WITHIN: Final = 120.0
"""Seconds in which they must come."""
FILE: Final = "starts.json"
_BOOT: Final = Path("/proc/sys/kernel/random/boot_id")


@value_class
class _Noted:
    """What is known since the machine was switched on."""

    boot: str
    failures: tuple[float, ...] = ()
    """When, in seconds since then."""
    runs: bool = False
    """A start has not ended yet, or nobody has told that it did."""
    rests: bool = False
    planned: int = 0
    """How many fresh starts were due."""


class Starts:
    """Counts starts that were not followed by a proper end.

    A disk that cannot be written to means no failures: trying as usual is then the best that can be done.
    """

    def __init__(self, folder: Path, boot: str, since_boot: Callable[[], float]) -> None:
        """boot: what tells one switching-on from the next; since_boot: seconds since then."""
        self._file = folder / FILE
        self._boot = boot
        self._since_boot = since_boot

    def begin(self) -> bool:
        """Note a start; True when too many before it have failed."""
        before, now = self._read(), self._since_boot()
        failures = tuple(when for when in before.failures if 0 <= now - when <= WITHIN)
        if before.runs:
            failures = (*failures[1 - MOST :], now)
        rests = before.rests or len(failures) >= MOST
        self._write(_Noted(self._boot, failures, runs=True, rests=rests, planned=before.planned))
        return rests

    def guard(self, run: Callable[[], int], rest: Callable[[], int]) -> int:
        """Run, or rest after too many failures; gives the exit status."""
        status = rest() if self.begin() else run()
        if status in (TOLD_TO, FRESH_START):
            self.ended(by_plan=status == FRESH_START)
        return status

    def ended(self, *, by_plan: bool = False) -> None:
        """It ends because it was told to, or by plan: the next start is an ordinary one."""
        self._write(_Noted(self._boot, planned=self.planned() + by_plan))

    def recovered(self) -> None:
        """All is well for long enough: what failed before no longer counts."""
        self._write(_Noted(self._boot, runs=True, planned=self.planned()))

    def planned(self) -> int:
        """How often since the machine was switched on it has ended because a fresh start was due."""
        return self._read().planned

    def failures(self) -> int:
        """How many there were lately."""
        now = self._since_boot()
        return sum(0 <= now - when <= WITHIN for when in self._read().failures)

    def rests(self) -> bool:
        """Whether the kiosk shows the resting screen and tries in safe mode."""
        return self._read().rests

    def _read(self) -> _Noted:
        try:
            told = read_json(self._file)
            noted = _Noted(
                str(told["boot"]),
                tuple(map(float, told["failures"])),
                bool(told["runs"]),
                bool(told["rests"]),
                int(told.get("planned", 0)),
            )
        except (OSError, ValueError, KeyError, TypeError):
            return _Noted(self._boot)
        return noted if noted.boot == self._boot else _Noted(self._boot)

    def _write(self, noted: _Noted) -> None:
        with suppress(OSError):
            Disk().write_quickly(self._file, json.dumps(asdict(noted)).encode())


def starts_of_this_machine(folder: Path) -> Starts:
    """Counts by the clock that runs since the machine was switched on, also while it sleeps."""
    try:
        boot = _BOOT.read_text(encoding="ascii").strip()
        clock = time.CLOCK_BOOTTIME
    except (OSError, AttributeError):  # no Linux
        return Starts(folder, "", time.monotonic)
    return Starts(folder, boot, lambda: time.clock_gettime(clock))
