"""The last faults, kept over a restart: the one that ended the program is the one that staff ask about."""

import json
import logging
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Final

from kiosk.disk import Disk, read_json
from kiosk.values import value_class

FILE: Final = "last-faults.json"
MOST: Final = 5
_LONGEST: Final = 200
"""Letters of a fault's first line."""


@value_class
class Fault:
    """One line of the log."""

    when: datetime
    what: str


def last_faults(folder: Path) -> tuple[Fault, ...]:
    """Those that are kept in the state folder, the newest first; none when there are none, or the file is damaged."""
    try:
        told = read_json(folder / FILE)
        found = tuple(Fault(datetime.fromisoformat(when), str(what)) for when, what in told)
    except (OSError, ValueError, TypeError):
        return ()
    return found[::-1] if all(fault.when.tzinfo for fault in found) else ()


class LastFaults(logging.Handler):
    """Keeps what is logged as an error; a disk that cannot be written to means that nothing is kept."""

    def __init__(self, folder: Path, now: Callable[[], datetime]) -> None:
        """now: the time of day, with its time zone."""
        super().__init__(logging.ERROR)
        self._file, self._now = folder / FILE, now
        self._faults = deque(reversed(last_faults(folder)), MOST)

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the first line, and the kind of the exception."""
        kind = record.exc_info[0] if record.exc_info else None
        what = (record.getMessage().splitlines() or [""])[0][:_LONGEST]
        self._faults.append(Fault(self._now(), f"{what} ({kind.__name__})" if kind is not None else what))
        told = [[fault.when.isoformat(), fault.what] for fault in self._faults]
        with suppress(OSError):
            Disk().write_quickly(self._file, json.dumps(told).encode())
