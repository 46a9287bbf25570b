"""The log: plain lines at a desk, lines with a level for systemd's journal, and never a flood."""

import logging
import os
import time
from collections.abc import Callable, Mapping
from typing import Final, TextIO

MOST: Final = 200
WITHIN: Final = 60.0
"""Seconds: at most so many records in them; the rest is counted and told."""
_LEVELS: Final = {
    logging.DEBUG: 7,
    logging.INFO: 6,
    logging.WARNING: 4,
    logging.ERROR: 3,
    logging.CRITICAL: 2,
}
"""Those of syslog, as sd-daemon(3) writes them before a line."""


def log_to(stream: TextIO, environ: Mapping[str, str]) -> None:
    """Log to a stream, which may be the journal's."""
    handler = logging.StreamHandler(stream)
    is_journal = _is_journal(stream, environ)
    handler.setFormatter(JournalLines() if is_journal else logging.Formatter("%(levelname)s %(name)s: %(message)s"))
    handler.addFilter(NoFlood(time.monotonic))
    logging.basicConfig(level=logging.INFO, handlers=[handler])


class JournalLines(logging.Formatter):
    """Each line begins with its level: the journal takes every line of a traceback for a record of its own."""

    def __init__(self) -> None:
        """The journal knows the time and the program."""
        super().__init__("%(name)s: %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        """The lines of a record."""
        level = _LEVELS.get(record.levelno, _LEVELS[logging.INFO])
        return "\n".join(f"<{level}>{line}" for line in super().format(record).splitlines())


class NoFlood(logging.Filter):
    """Lets so many records through in a while; what was left out is told with the next one that passes."""

    def __init__(self, clock: Callable[[], float]) -> None:
        """clock: seconds that never go back."""
        super().__init__()
        self._clock = clock
        self._since = clock()
        self._passed = 0
        self._left_out = 0

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether a record passes."""
        now = self._clock()
        if now - self._since >= WITHIN:
            self._since, self._passed = now, 0
        self._passed += 1
        if self._passed > MOST:
            self._left_out += 1
            return False
        if self._left_out:
            record.msg = f"({self._left_out} messages were left out before this one) {record.getMessage()}"
            record.args = ()
            self._left_out = 0
        return True


def _is_journal(stream: TextIO, environ: Mapping[str, str]) -> bool:
    """Whether systemd has connected the stream with its journal: it names the device and inode of the socket."""
    try:
        status = os.fstat(stream.fileno())
    except (OSError, ValueError):
        return False
    return environ.get("JOURNAL_STREAM", "") == f"{status.st_dev}:{status.st_ino}"
