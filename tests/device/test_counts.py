"""How often each page was opened, and nothing about who opened it."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from kiosk.device.counts import Counts
from kiosk.disk import Disk
from tests.content.editions.desk import FailingDisk

DAY = date(2026, 11, 21)


def counts(folder: Path, day: date = DAY, disk: Disk | None = None) -> Counts:
    return Counts(folder, disk or Disk(), lambda: day)


def opened(folder: Path, times: int, page: str = "therapies/prp", day: date = DAY) -> Counts:
    made = counts(folder, day)
    for _ in range(times):
        made.opened(page)
    made.save()
    return made


def test_a_page_is_counted_by_day(tmp_path: Path) -> None:
    opened(tmp_path, 7)
    opened(tmp_path, 9, day=DAY + timedelta(days=1))
    opened(tmp_path, 3)
    assert counts(tmp_path).rows() == (
        ("2026-11-22", "therapies/prp", "9"),
        ("2026-11-21", "therapies/prp", "10"),
    )


def test_small_numbers_are_hidden_and_their_order_too(tmp_path: Path) -> None:
    opened(tmp_path, 4, "tips/walk")
    opened(tmp_path, 1, "tips/calcium")
    opened(tmp_path, 5, "tips/talk")
    assert counts(tmp_path).csv().split("\r\n") == [
        "day,page,opened",
        "2026-11-21,tips/talk,5",
        "2026-11-21,tips/calcium,under 5",
        "2026-11-21,tips/walk,under 5",
        "",
    ]


def test_a_page_is_added_up_over_the_last_days(tmp_path: Path) -> None:
    for back, times in {0: 6, 6: 5, 7: 10, 29: 20, 30: 1000}.items():
        opened(tmp_path, times, day=DAY - timedelta(days=back))
    opened(tmp_path, 7, "tips/walk", day=DAY + timedelta(days=1))  # the clock was wrong
    assert counts(tmp_path).lately() == (("therapies/prp", ("6", "11", "41")),)


def test_small_sums_are_hidden_and_their_order_too(tmp_path: Path) -> None:
    for back in (1, 2, 3):
        opened(tmp_path, 2, "tips/walk", day=DAY - timedelta(days=back))
    opened(tmp_path, 4, "tips/talk")
    opened(tmp_path, 1, "tips/calcium", day=DAY - timedelta(days=9))
    assert counts(tmp_path).lately() == (
        ("tips/walk", ("0", "6", "6")),
        ("tips/calcium", ("0", "0", "under 5")),
        ("tips/talk", ("under 5", "under 5", "under 5")),
    )


@pytest.mark.a11y("A11Y-75")
def test_nothing_but_counts_is_kept(tmp_path: Path) -> None:
    opened(tmp_path, 2)
    assert json.loads((tmp_path / "counts.json").read_text()) == {"2026-11-21": {"therapies/prp": 2}}
    assert [file.name for file in tmp_path.iterdir()] == ["counts.json"]


def test_opening_a_page_writes_nothing_yet(tmp_path: Path) -> None:
    counts(tmp_path).opened("tips/walk")
    assert list(tmp_path.iterdir()) == []


def test_a_name_is_nothing_to_be_reckoned(tmp_path: Path) -> None:
    opened(tmp_path, 6, "=1+1")
    assert "'=1+1,6" in counts(tmp_path).csv()


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"[1]", b'{"x": {}}', b'{"2026-11-21": 3}', b'{"2026-11-21": {"a": null}}']
)
def test_a_damaged_file_is_put_aside(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / "counts.json").write_bytes(damage)
    opened(tmp_path, 6)
    assert counts(tmp_path).rows() == (("2026-11-21", "therapies/prp", "6"),)
    assert (tmp_path / "counts.damaged").read_bytes() == damage


def test_a_full_disk_loses_nothing_while_the_kiosk_runs(tmp_path: Path) -> None:
    opened(tmp_path, 6)
    full = counts(tmp_path, disk=FailingDisk(1))
    full.opened("therapies/prp")
    with pytest.raises(OSError, match="No space left"):
        full.save()
    assert full.rows() == (("2026-11-21", "therapies/prp", "7"),)
    assert counts(tmp_path).rows() == (("2026-11-21", "therapies/prp", "6"),)


def test_old_days_are_let_go(tmp_path: Path) -> None:
    days = {(DAY - timedelta(days=back)).isoformat(): {"tips/walk": 8} for back in range(500)}
    (tmp_path / "counts.json").write_text(json.dumps(days))
    opened(tmp_path, 6)
    assert len(json.loads((tmp_path / "counts.json").read_text())) == 400
