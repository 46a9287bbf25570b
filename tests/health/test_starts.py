"""Too many failures in a row, and what does not count as one."""

from pathlib import Path

import pytest

from kiosk.health.exits import FAULTY, FRESH_START, TOLD_TO
from kiosk.health.starts import FILE, MOST, WITHIN, Starts
from tests.clock import Clock


@pytest.fixture
def clock() -> Clock:
    return Clock(100.0)


@pytest.fixture
def starts(tmp_path: Path, clock: Clock) -> Starts:
    return Starts(tmp_path, "this boot", clock)


def fails(starts: Starts, times: int, clock: Clock, every: float = 1.0) -> list[bool]:
    """Start so many times, and be killed each time; tells whether each start rested."""
    rested = []
    for _ in range(times):
        rested.append(starts.begin())
        clock.passes(every)
    return rested


def test_it_rests_after_five_failures_and_not_before(starts: Starts, clock: Clock) -> None:
    assert fails(starts, MOST, clock) == [False] * MOST
    assert starts.begin()
    assert starts.failures() == MOST
    assert starts.rests()


def test_failures_that_lie_far_apart_never_add_up(starts: Starts, clock: Clock) -> None:
    assert not any(fails(starts, 50, clock, every=WITHIN / (MOST - 1) + 1))


def test_five_just_within_the_time_do(starts: Starts, clock: Clock) -> None:
    assert fails(starts, MOST + 1, clock, every=WITHIN / (MOST - 1))[-1]


def test_once_resting_it_rests_until_all_is_well(starts: Starts, clock: Clock) -> None:
    fails(starts, MOST + 1, clock)
    clock.passes(10 * WITHIN)  # the safe child hangs much later, and the watchdog ends all
    assert starts.begin()
    starts.recovered()
    clock.passes(10)
    assert not starts.begin()


@pytest.mark.parametrize("status", [TOLD_TO, FRESH_START])
def test_an_end_by_plan_is_no_failure(starts: Starts, status: int) -> None:
    assert [starts.guard(lambda: status, lambda: -1) for _ in range(3 * MOST)] == [status] * (3 * MOST)


@pytest.mark.parametrize("status", [FAULTY, 1])
def test_an_end_with_a_fault_is_one(starts: Starts, status: int) -> None:
    ends = [starts.guard(lambda: status, lambda: -1) for _ in range(MOST + 2)]
    assert ends == [*[status] * MOST, -1, -1]


def test_stopping_the_service_begins_anew(starts: Starts, clock: Clock) -> None:
    fails(starts, MOST, clock)
    assert starts.guard(lambda: -1, lambda: TOLD_TO) == TOLD_TO
    assert not starts.begin()
    assert starts.failures() == 0


def test_switching_the_machine_off_and_on_begins_anew(starts: Starts, clock: Clock, tmp_path: Path) -> None:
    fails(starts, MOST, clock)
    assert not Starts(tmp_path, "the next boot", clock).begin()


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"boot": 1}', '{"boot": "this boot", "failures": "x"}'])
def test_a_damaged_file_is_none(starts: Starts, tmp_path: Path, damage: str) -> None:
    (tmp_path / FILE).write_text(damage)
    assert not starts.begin()
    assert starts.failures() == 0


def test_a_disk_that_takes_nothing_ends_nothing(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "file").write_text("")
    starts = Starts(tmp_path / "file" / "state", "this boot", clock)
    assert not any(fails(starts, 3 * MOST, clock))
