"""What a day brings: table by table, with a clock that the test sets."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from kiosk.health.agenda import AWAKE, LONGEST, OLD, SHIFTS, TEST_EVERY, Agenda, Orders
from kiosk.settings.hours import DAYS, Hours
from tests.health.week import WORKDAYS, open_on

HOURS = open_on(WORKDAYS, "08:00-18:00", Hours(time_zone="UTC"))
FRIDAY = datetime(2026, 11, 20, tzinfo=UTC)


def at(hour: int, minute: int = 0, day: int = 0) -> datetime:
    """A time of that Friday, or some days later."""
    return FRIDAY + timedelta(days=day, hours=hour, minutes=minute)


@pytest.fixture
def agenda() -> Agenda:
    """That of a kiosk that was started on Friday at eight."""
    return Agenda(HOURS, at(8))


def goes_on(agenda: Agenda, start: datetime, end: datetime) -> Iterator[tuple[datetime, Orders]]:
    """Every look until a time, with nobody there, just when the one before wanted it."""
    now = start
    while now < end:
        orders = agenda.look(now, occupied=False)
        assert now < orders.again <= now + LONGEST
        yield now, orders
        now = orders.again


# --- on and off ---------------------------------------------------------------------------------------------------


def test_the_screen_goes_off_and_on_to_the_minute(agenda: Agenda) -> None:
    looks = list(goes_on(agenda, at(12), at(12, day=3)))
    changes = [now for (_, before), (now, after) in pairwise(looks) if before.dark != after.dark]
    assert changes == [at(18), at(8, day=3)]  # Monday


def test_a_visit_is_not_cut_off_at_closing(agenda: Agenda) -> None:
    assert not agenda.look(at(18), occupied=True).dark
    assert not agenda.look(at(18, 20), occupied=True).dark
    left = agenda.look(at(18, 21), occupied=False)
    assert not left.dark
    assert left.again == at(18, 20) + AWAKE
    assert agenda.look(left.again, occupied=False).dark


def test_a_touch_at_night_wakes_for_a_while(agenda: Agenda) -> None:
    assert agenda.look(at(23), occupied=False).dark
    agenda.touched(at(23, 7))
    woken = agenda.look(at(23, 7), occupied=False)
    assert not woken.dark
    assert woken.again == at(23, 7) + AWAKE
    assert agenda.look(woken.again, occupied=False).dark


def test_without_hours_it_is_always_on() -> None:
    looks = list(goes_on(Agenda(Hours(), at(8)), at(8), at(8, day=2)))
    assert not any(orders.dark for _, orders in looks)


def test_started_at_night_it_is_dark_at_once() -> None:
    assert Agenda(HOURS, at(22)).look(at(22), occupied=False).dark


def test_a_clock_that_is_set_back_keeps_nothing_waiting(agenda: Agenda) -> None:
    agenda.touched(at(23))
    agenda.look(at(23), occupied=False)
    back = at(19)
    agenda.look(back, occupied=False)
    assert agenda.look(back + AWAKE, occupied=False).dark


# --- self-test ----------------------------------------------------------------------------------------------------


def test_it_is_tested_at_the_start_every_hour_and_before_the_opening(agenda: Agenda) -> None:
    tests = [now for now, orders in goes_on(agenda, at(8), at(10, day=3)) if orders.test]
    assert tests[0] == at(8)
    friday = [now for now in tests if now < at(18)]
    assert len(friday) == 10
    assert all(after - before >= TEST_EVERY for before, after in pairwise(friday))
    assert [now for now in tests if at(18) <= now < at(8, day=3)] == [at(7, 30, day=3)]


def test_a_visit_is_not_disturbed_by_one(agenda: Agenda) -> None:
    assert not agenda.look(at(8), occupied=True).test
    assert agenda.look(at(8, 5), occupied=False).test


# --- a fresh start ------------------------------------------------------------------------------------------------


def restarts(agenda: Agenda, until: datetime) -> list[datetime]:
    return [now for now, orders in goes_on(agenda, at(8), until) if orders.restart]


def test_a_fresh_start_comes_at_night(agenda: Agenda) -> None:
    assert restarts(agenda, at(8, day=1))[0] == at(4, day=1)  # twenty hours after the last


def test_without_hours_too() -> None:
    found = restarts(Agenda(Hours(time_zone="UTC"), at(2)), at(7, day=1))
    assert at(3, 30, day=1) <= found[0] < at(3, 45, day=1)
    assert found[-1] < at(5, 30, day=1)


def test_a_clinic_that_is_open_at_night_has_it_when_it_closes() -> None:
    night = open_on(DAYS, "20:00-06:00", Hours(time_zone="UTC"))
    assert restarts(Agenda(night, at(8)), at(12, day=1))[0] == at(6, day=1)


def test_a_clinic_that_never_closes_has_none() -> None:
    always = open_on(DAYS, "00:00-24:00", Hours(time_zone="UTC"))
    assert restarts(Agenda(always, at(8)), at(8, day=1)) == []


def test_nobody_is_interrupted_and_a_young_program_runs_on(agenda: Agenda) -> None:
    assert not agenda.look(at(4, day=1), occupied=True).restart
    assert not Agenda(HOURS, at(22)).look(at(4, day=1), occupied=False).restart
    assert Agenda(HOURS, at(4, day=1) - OLD).look(at(4, day=1), occupied=False).restart


# --- burn-in ------------------------------------------------------------------------------------------------------


def test_the_picture_wanders_by_a_few_pixels(agenda: Agenda) -> None:
    shifts = [orders.shift for _, orders in goes_on(agenda, at(8), at(17))]
    assert set(shifts) == set(SHIFTS)
    assert max(abs(part) for shift in SHIFTS for part in shift) <= 4
    steps = [abs(a[0] - b[0]) + abs(a[1] - b[1]) for a, b in pairwise(shifts)]
    assert max(steps) <= 6


def test_nothing_moves_under_a_finger(agenda: Agenda) -> None:
    before = agenda.look(at(8), occupied=False).shift
    assert {agenda.look(at(9, minute), occupied=True).shift for minute in range(0, 59, 5)} == {before}
