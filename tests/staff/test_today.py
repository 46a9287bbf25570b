"""The kiosk was dark for a moment this morning, and the receptionist wants to know why."""

import logging
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.content.editions.store import Store
from kiosk.content.folders import Folders
from kiosk.device.sticks import MountedSticks
from kiosk.disk import Disk
from kiosk.health.last_faults import FILE, MOST, LastFaults, last_faults
from kiosk.paths import assets_folder
from kiosk.settings.settings import Settings
from kiosk.staff.acts import Open
from kiosk.staff.desk import Desk
from kiosk.staff.page import Row
from kiosk.staff.this_kiosk import ThisKiosk
from kiosk.staff.words import staff_words
from tests.content.base import make_base

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


class Morning:
    """A log whose errors are kept, and the page that tells them."""

    def __init__(self, folder: Path) -> None:
        self.state, self.now, self.failures = folder / "state", NOW, 0
        self.log = logging.Logger("a kiosk")  # noqa: LOG001 - one of its own, so that no other test hears it
        self.log.addHandler(LastFaults(self.state, lambda: self.now))
        self.kiosk = ThisKiosk(
            Settings(),
            Folders((make_base(folder / "library"),)),
            Store(self.state, Disk()),
            staff_words(assets_folder(), "en"),
            lambda: self.now,
            NOW,
            lambda: (),
            lambda: "",
            lambda: self.failures,
            MountedSticks(Disk(), ()),
        )

    def fault_row(self) -> Row:
        rows = Desk(self.kiosk, "Ana").page(Open("today")).rows
        return next(row for row in rows if "fault" in row.what.lower())


@pytest.fixture
def morning(tmp_path: Path) -> Morning:
    return Morning(tmp_path)


def test_a_quiet_day(morning: Morning) -> None:
    assert morning.fault_row().kind == "good"


def test_the_fault_that_ended_the_program_is_told_after_the_restart(morning: Morning) -> None:
    fault = ZeroDivisionError()
    morning.log.error("A screen could not be shown\nand more", exc_info=fault)
    row = morning.fault_row()
    assert row.what == "1 fault lately"
    assert "2026-11-20 12:00: A screen could not be shown (ZeroDivisionError)" in row.more
    again = LastFaults(morning.state, lambda: NOW)
    again.handle(logging.LogRecord("", logging.ERROR, "", 0, "A second one", None, None))
    assert last_faults(morning.state)[0].what == "A second one"
    assert len(last_faults(morning.state)) == 2


def test_warnings_are_no_faults(morning: Morning) -> None:
    morning.log.warning("The printer is out of paper")
    assert morning.fault_row().kind == "good"


def test_only_the_last_few_are_kept_and_last_week_is_over(morning: Morning) -> None:
    for number in range(MOST + 3):
        morning.log.error("Fault %d", number)
    assert len(last_faults(morning.state)) == MOST
    assert "Fault 0" not in morning.fault_row().more
    morning.now += timedelta(days=8)
    assert morning.fault_row().kind == "good"


def test_a_start_that_failed_is_told_though_it_left_no_word(morning: Morning) -> None:
    morning.failures = 2
    assert morning.fault_row().what == "2 faults lately"


@pytest.mark.parametrize("damage", ["", "{", "[[1, 2]]", '[["2026-11-20", "x"]]', "null"])
def test_a_damaged_file_tells_nothing(morning: Morning, damage: str) -> None:
    morning.state.mkdir()
    (morning.state / FILE).write_text(damage, encoding="ascii")
    assert morning.fault_row().kind == "good"
    assert LastFaults(morning.state, lambda: NOW).level == logging.ERROR
