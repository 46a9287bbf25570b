"""When the screen is on: opening hours of a week, days off, and the clock changes between."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Final, Literal

from kiosk.content.model.value import Value
from kiosk.values import value_class

DAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SPAN: Final = re.compile(r"(\d{1,2})[:.](\d{2})\s*[-–]\s*(\d{1,2})[:.](\d{2})")
_DAY_OFF: Final = re.compile(r"(?:(\d{4})-)?(\d{2})-(\d{2})")
_DAY_MINUTES: Final = 24 * 60
_DAY: Final = timedelta(days=1)
_FAR: Final = 400
"""Days to look ahead for the next change: longer than any holiday."""
_LEAP_YEAR: Final = 2024


@value_class(kw_only=True)
class Hours(Value):
    """When the screen is on; with no day given it always is."""

    monday: str = ""
    """For example 07:30-18:00, or 07:30-12:00, 13:00-18:00; past midnight 20:00-02:00. Left out: closed."""
    tuesday: str = ""
    wednesday: str = ""
    thursday: str = ""
    friday: str = ""
    saturday: str = ""
    sunday: str = ""
    closed_on: tuple[str, ...] = ()
    """Days off: 2026-12-24, or 12-25 for every year."""
    time_zone: str = ""
    """For example America/New_York; left out, the machine's own."""
    when_closed: Literal["off", "dark"] = "dark"
    """dark: the screen shows black; off: it is switched off, where the machine can.

    A touch wakes both; one that is off has been seen to wake in an emulated PC with Debian 13, and on no wall yet.
    """

    @property
    def are_set(self) -> bool:
        """Whether the screen is ever off."""
        return any(getattr(self, day) for day in DAYS)

    def is_open(self, now: datetime) -> bool:
        """Whether the screen is on at a moment."""
        if not self.are_set:
            return True
        return any(begin <= now < end for begin, end in self._open(now.astimezone(self._zone()), days=1))

    def next_change(self, now: datetime) -> datetime | None:
        """When the screen is next switched on or off; None if never."""
        if not self.are_set:
            return None
        horizon = now + (_FAR - 1) * _DAY
        for begin, end in self._open(now.astimezone(self._zone()), _FAR):
            change = begin if now < begin else end
            if now < change:
                return change if change < horizon else None
        return None

    def local(self, now: datetime) -> datetime:
        """A moment by the clinic's clock."""
        return now.astimezone(self._zone())

    def midnight_after(self, now: datetime) -> datetime:
        """The end of the day by the clinic's clock; such a day may have 23 or 25 hours."""
        return _moment(self.local(now).date() + _DAY, 0, self._zone(), 0)

    def mistakes(self) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
        """What is wrong: below which key, what it is, what to write."""
        for day in DAYS:
            words: str = getattr(self, day)
            if words:
                yield from (((day,), *mistake) for mistake in _mistakes(words))
        for number, words in enumerate(self.closed_on):
            if not _is_date(words):
                remedy = "Write year, month and day like 2026-12-24, or 12-25 for every year."
                yield ("closed_on", number), f'"{words}" is not a date.', remedy
        if self.time_zone and _named_zone(self.time_zone) is None:
            remedy = "Write it like America/New_York, or leave the line out."
            yield ("time_zone",), f'"{self.time_zone}" is not a time zone.', remedy

    def _zone(self) -> tzinfo | None:
        return _named_zone(self.time_zone) if self.time_zone else None

    def _open(self, local: datetime, days: int) -> Iterator[tuple[datetime, datetime]]:
        """From when to when it is open, beginning the day before; spans that touch are one."""
        last: tuple[datetime, datetime] | None = None
        for number in range(-1, days + 1):
            for begin, end in self._spans(local.date() + number * _DAY):
                if last is not None and begin <= last[1]:
                    last = (last[0], max(last[1], end))
                    continue
                if last is not None:
                    yield last
                last = (begin, end)
        # The last one may go on beyond the days that were looked at.
        if last is not None:
            yield last

    def _spans(self, day: date) -> list[tuple[datetime, datetime]]:
        if day.isoformat() in self.closed_on or f"{day:%m-%d}" in self.closed_on:
            return []
        zone = self._zone()
        spans = []
        for begin, end in _minutes(getattr(self, DAYS[day.weekday()])):
            # An hour that the clock strikes twice: open at its first, closed after its second.
            spans.append((_moment(day, begin, zone, 0), _moment(day, end, zone, 1)))
        return [(begin, end) for begin, end in sorted(spans) if begin < end]


def _moment(day: date, minutes: int, zone: tzinfo | None, fold: int) -> datetime:
    """A time of a day as a moment that can be compared; a time that the clock leaps over is taken an hour later."""
    days, minutes = divmod(minutes, _DAY_MINUTES)
    wall = datetime.combine(day + days * _DAY, time(minutes // 60, minutes % 60), zone)
    moment = wall.replace(fold=fold).astimezone(UTC)
    later = wall.replace(fold=0).astimezone(UTC)
    return max(moment, later)


def _minutes(words: str) -> list[tuple[int, int]]:
    """Spans as minutes since midnight; the end of one over midnight is beyond the day."""
    spans = []
    for found in _SPAN.finditer(words):
        first_hour, first_minute, last_hour, last_minute = map(int, found.groups())
        begin, end = first_hour * 60 + first_minute, last_hour * 60 + last_minute
        spans.append((begin, end if end > begin else end + _DAY_MINUTES))
    return spans


def _mistakes(words: str) -> Iterator[tuple[str, str]]:
    remedy = "Write it like 07:30-18:00, with a comma between two spans."
    for part in words.split(","):
        found = _SPAN.fullmatch(part.strip())
        if found is None:
            yield f'"{part.strip()}" does not say from when to when.', remedy
            continue
        for hour, minute in (found.groups()[:2], found.groups()[2:]):
            if int(minute) > 59 or int(hour) * 60 + int(minute) > _DAY_MINUTES:  # noqa: PLR2004 - minutes of an hour
                yield f"There is no {hour}:{minute} on the clock.", remedy


def _is_date(words: str) -> bool:
    found = _DAY_OFF.fullmatch(words)
    if found is None:
        return False
    year, month, day = found.groups()
    try:
        date(int(year or _LEAP_YEAR), int(month), int(day))
    except ValueError:
        return False
    return True


def _named_zone(name: str) -> tzinfo | None:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
