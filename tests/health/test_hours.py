"""When the screen is on: a week, nights, days off, and the two nights on which the clock is changed."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.settings.hours import DAYS, Hours
from tests.health.week import WORKDAYS, open_on

NEW_YORK = "America/New_York"


def at(words: str, zone: str = NEW_YORK, fold: int = 0) -> datetime:
    """A moment by the clinic's clock."""
    return datetime.fromisoformat(words).replace(tzinfo=ZoneInfo(zone), fold=fold)


WEEK = open_on(
    WORKDAYS,
    "07:30-12:00, 13:00-18:00",
    Hours(saturday="20:00-02:00", closed_on=("2026-11-26", "12-25"), time_zone=NEW_YORK),
)


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        ("2026-11-23 07:29", False),  # a Monday
        ("2026-11-23 07:30", True),
        ("2026-11-23 11:59", True),
        ("2026-11-23 12:00", False),
        ("2026-11-23 13:00", True),
        ("2026-11-23 18:00", False),
        ("2026-11-26 10:00", False),  # a day off this year
        ("2027-11-26 10:00", True),
        ("2026-12-25 10:00", False),  # a day off every year
        ("2028-12-25 10:00", False),
        ("2026-11-28 19:59", False),  # Saturday night
        ("2026-11-28 23:59", True),
        ("2026-11-29 01:59", True),
        ("2026-11-29 02:00", False),
        ("2026-11-29 21:00", False),
    ],
)
def test_a_week(moment: str, is_open: bool) -> None:
    assert WEEK.is_open(at(moment)) is is_open
    assert WEEK.is_open(at(moment).astimezone(UTC)) is is_open


@pytest.mark.parametrize(
    ("moment", "change"),
    [
        ("2026-11-23 06:00", "2026-11-23 07:30"),
        ("2026-11-23 07:30", "2026-11-23 12:00"),
        ("2026-11-23 12:30", "2026-11-23 13:00"),
        ("2026-11-25 19:00", "2026-11-27 07:30"),  # over a day off
        ("2026-11-27 19:00", "2026-11-28 20:00"),
        ("2026-11-28 23:00", "2026-11-29 02:00"),
        ("2026-11-29 03:00", "2026-11-30 07:30"),
    ],
)
def test_the_next_change(moment: str, change: str) -> None:
    assert WEEK.next_change(at(moment)) == at(change)


def test_with_no_day_given_it_is_always_on() -> None:
    assert Hours().is_open(at("2026-11-29 03:00"))
    assert Hours().next_change(at("2026-11-29 03:00")) is None


def test_day_and_night_are_one_span() -> None:
    always = open_on(DAYS, "00:00-24:00", Hours(time_zone=NEW_YORK))
    assert always.is_open(at("2026-11-29 00:00"))
    assert always.next_change(at("2026-11-28 12:00")) is None


def test_after_a_long_holiday() -> None:
    days_off = tuple(f"2026-12-{day:02}" for day in range(14, 32))
    hours = Hours(monday="08:00-09:00", closed_on=days_off, time_zone=NEW_YORK)
    assert hours.next_change(at("2026-12-12 12:00")) == at("2027-01-04 08:00")


def test_a_night_before_a_day_off_lasts_to_its_end() -> None:
    hours = Hours(thursday="20:00-02:00", closed_on=("12-25",), time_zone=NEW_YORK)
    assert hours.is_open(at("2026-12-25 01:00"))


# --- the clock is changed -----------------------------------------------------------------------------------------


def test_in_spring_the_night_is_an_hour_shorter() -> None:
    hours = Hours(saturday="22:00-06:00", time_zone=NEW_YORK)
    begin = hours.next_change(at("2026-03-07 21:00"))
    assert begin == at("2026-03-07 22:00")
    end = hours.next_change(at("2026-03-07 22:00"))
    assert end == at("2026-03-08 06:00")
    assert end.astimezone(UTC) - begin.astimezone(UTC) == timedelta(hours=7)


def test_in_autumn_the_night_is_an_hour_longer() -> None:
    hours = Hours(saturday="22:00-06:00", time_zone=NEW_YORK)
    end = hours.next_change(at("2026-10-31 23:00"))
    assert end == at("2026-11-01 06:00")
    assert end.astimezone(UTC) - at("2026-10-31 22:00").astimezone(UTC) == timedelta(hours=9)


def test_a_time_that_the_clock_leaps_over_comes_an_hour_later() -> None:
    hours = Hours(sunday="02:30-08:00", time_zone=NEW_YORK)
    assert not hours.is_open(at("2026-03-08 01:59"))
    assert hours.next_change(at("2026-03-08 01:59")) == at("2026-03-08 03:30")


def test_a_time_that_comes_twice_opens_at_the_first_and_closes_at_the_second() -> None:
    hours = Hours(sunday="01:30-08:00", saturday="20:00-01:15", time_zone=NEW_YORK)
    assert hours.is_open(at("2026-11-01 01:10", fold=0))
    assert hours.is_open(at("2026-11-01 01:10", fold=1))
    assert hours.is_open(at("2026-11-01 01:29", fold=1))  # the first half past one has been
    late = Hours(saturday="20:00-01:15", time_zone=NEW_YORK)
    assert late.next_change(at("2026-11-01 01:20")) == datetime(2026, 11, 1, 6, 15, tzinfo=UTC)


# --- any hours, any moment ----------------------------------------------------------------------------------------

TIMES = st.builds("{:02}:{:02}".format, st.integers(0, 23), st.sampled_from([0, 15, 30, 59]))
SPANS = st.lists(st.builds("{}-{}".format, TIMES, TIMES), max_size=2).map(", ".join)
ZONES = st.sampled_from([NEW_YORK, "Europe/Berlin", "Australia/Lord_Howe", "UTC", "Asia/Kolkata"])
ANY_HOURS = st.builds(
    lambda days, zone: Hours(**dict(zip(DAYS, days, strict=True)), time_zone=zone),
    st.lists(SPANS, min_size=7, max_size=7),
    ZONES,
)
MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001 - given one


@given(ANY_HOURS, MOMENTS)
def test_nothing_changes_before_the_next_change_and_all_does_at_it(hours: Hours, now: datetime) -> None:
    change = hours.next_change(now)
    is_open = hours.is_open(now)
    if change is None:
        assert all(hours.is_open(now + timedelta(hours=step)) == is_open for step in range(24 * 8))
        return
    assert change > now
    assert hours.is_open(change) is not is_open
    assert hours.is_open(change - timedelta(seconds=1)) is is_open
    for part in range(1, 20):
        assert hours.is_open(now + (change - now) * part / 20) is is_open


@given(ANY_HOURS, MOMENTS)
def test_the_machines_own_clock_gives_the_same_as_utc(hours: Hours, now: datetime) -> None:
    assert hours.is_open(now) == hours.is_open(now.astimezone(ZoneInfo("Asia/Tokyo")))


# --- mistakes -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("hours", "where"),
    [
        (Hours(monday="8-18"), ("monday",)),
        (Hours(friday="08:00-25:00"), ("friday",)),
        (Hours(friday="08:00-12:60"), ("friday",)),
        (Hours(friday="08:00-12:00; 13:00-14:00"), ("friday",)),
        (Hours(closed_on=("12-24", "Christmas")), ("closed_on", 1)),
        (Hours(closed_on=("2026-02-30",)), ("closed_on", 0)),
        (Hours(time_zone="New York"), ("time_zone",)),
        (Hours(time_zone="../../etc/passwd"), ("time_zone",)),
    ],
)
def test_a_mistake_is_told_with_its_place(hours: Hours, where: tuple[str | int, ...]) -> None:
    (found,) = hours.mistakes()
    assert found[0] == where
    assert found[1].endswith(".")
    assert found[2].startswith("Write it") or found[2].startswith("Write year")


def test_good_hours_have_none() -> None:
    assert list(WEEK.mistakes()) == []
    assert list(Hours(closed_on=("02-29",), monday="7.30 – 18.00").mistakes()) == []


@pytest.fixture
def machine_in_new_york(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The machine's own clock."""
    with monkeypatch.context() as there:
        there.setenv("TZ", NEW_YORK)
        time.tzset()
        yield
    time.tzset()


@pytest.mark.usefixtures("machine_in_new_york")
@pytest.mark.parametrize("zone", [NEW_YORK, ""])
@pytest.mark.parametrize(("day", "hours"), [("2026-03-08", 23), ("2026-06-01", 24), ("2026-11-01", 25)])
def test_a_day_ends_at_midnight_also_when_the_clock_is_changed(zone: str, day: str, hours: int) -> None:
    begin = at(f"{day} 00:00").astimezone(UTC)
    assert Hours(time_zone=zone).midnight_after(begin) - begin == timedelta(hours=hours)
