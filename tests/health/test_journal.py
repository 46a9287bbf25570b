"""Lines for a desk and for the journal, and no flood."""

import logging
import os
import socket

import pytest

from kiosk.health.journal import MOST, WITHIN, JournalLines, NoFlood, log_to
from tests.clock import Clock
from tests.health.conftest import LONG


def record(words: str, level: int = logging.WARNING) -> logging.LogRecord:
    return logging.LogRecord("kiosk.x", level, "x.py", 1, words, (), None)


@pytest.mark.parametrize(
    ("level", "mark"),
    [(logging.DEBUG, 7), (logging.INFO, 6), (logging.WARNING, 4), (logging.ERROR, 3), (logging.CRITICAL, 2), (35, 6)],
)
def test_each_level_has_its_mark(level: int, mark: int) -> None:
    assert JournalLines().format(record("Hm.", level)) == f"<{mark}>kiosk.x: Hm."


def test_every_line_of_a_traceback_has_one() -> None:
    told = record("It broke", logging.ERROR)
    told.exc_info = (ValueError, ValueError("two\nlines"), None)
    lines = JournalLines().format(told).splitlines()
    assert len(lines) == 3
    assert all(line.startswith("<3>") for line in lines)


def test_a_flood_is_held_back_and_counted() -> None:
    clock = Clock()
    flood = NoFlood(clock)
    assert sum(flood.filter(record("x")) for _ in range(1000)) == MOST
    clock.passes(WITHIN)
    after = record("y %s")
    after.args = ("z",)
    assert flood.filter(after)
    assert after.getMessage() == f"({1000 - MOST} messages were left out before this one) y z"
    again = record("y")
    assert flood.filter(again)
    assert again.getMessage() == "y"


@pytest.mark.parametrize("is_journal", [True, False])
def test_the_journal_is_known_by_its_socket(monkeypatch: pytest.MonkeyPatch, *, is_journal: bool) -> None:
    monkeypatch.setattr(logging.getLogger(), "handlers", [])
    ours, theirs = socket.socketpair()
    ours.settimeout(LONG)
    with ours, theirs, theirs.makefile("w") as stream:
        status = os.fstat(theirs.fileno())
        log_to(stream, {"JOURNAL_STREAM": f"{status.st_dev}:{status.st_ino + (not is_journal)}"})
        logging.getLogger("kiosk.x").warning("Hm.")
        assert ours.recv(100).decode() == ("<4>kiosk.x: Hm.\n" if is_journal else "WARNING kiosk.x: Hm.\n")
