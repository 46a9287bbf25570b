"""What is due now, and when to look again: screen on or off, self-test, fresh start, a shift against burn-in."""

from datetime import datetime, time, timedelta
from typing import Final

from kiosk.settings.hours import Hours
from kiosk.values import value_class

LONGEST: Final = timedelta(minutes=15)
"""Between two looks: the clock of the machine may be set in between."""
AWAKE: Final = timedelta(minutes=5)
"""A screen that was touched out of hours stays on so long after nobody is there."""
TEST_EVERY: Final = timedelta(hours=1)
TEST_BEFORE_OPENING: Final = timedelta(minutes=30)
"""Time enough for somebody who comes first to help."""
OLD: Final = timedelta(hours=20)
"""A program that has run so long begins the next day afresh."""
NIGHT: Final = time(3, 30)
NIGHT_LASTS: Final = timedelta(hours=2)
DAY: Final = timedelta(days=1)
AN_HOUR: Final = timedelta(hours=1)
"""By so much a day may be longer, when the clocks change."""
SHIFTS: Final = ((0, 0), (2, 1), (3, 3), (1, 4), (-1, 3), (-3, 2), (-4, 0), (-3, -2), (-1, -4), (1, -3), (3, -2))
"""Pixels to the right and down, one after the other."""


@value_class
class Orders:
    """What to do now."""

    dark: bool
    shift: tuple[int, int]
    test: bool
    restart: bool
    again: datetime
    """Look again then, or when somebody leaves or touches the dark screen."""


@value_class
class Today:
    """What staff have wished for the rest of a day."""

    on: bool
    until: datetime


class Agenda:
    """Goes through the days; told the time, it says what is due."""

    def __init__(self, hours: Hours, started: datetime) -> None:
        """started: when the program was."""
        self._hours = hours
        self._started = started
        self._tested: datetime | None = None
        self._today: Today | None = None
        self._awake_until = started
        self._shifted = 0
        self._shift_at = started + LONGEST

    def touched(self, now: datetime) -> None:
        """Somebody has touched the dark screen, is there out of hours, or has just left."""
        self._awake_until = now + AWAKE

    def set_today(self, now: datetime, *, on: bool | None) -> None:
        """Staff wish the screen on or off until midnight; None: as the hours say again."""
        midnight = self._hours.midnight_after(now).astimezone(now.tzinfo)
        self._today = None if on is None else Today(on, midnight)

    @property
    def today(self) -> bool | None:
        """What staff have wished for today; None: nothing."""
        return None if self._today is None else self._today.on

    def look(self, now: datetime, *, occupied: bool) -> Orders:
        """What is due at this moment; occupied: somebody is there."""
        self._forgive_the_clock(now)
        is_open = self._hours.is_open(now) if self._today is None else self._today.on
        if occupied and not is_open:
            self.touched(now)
        dark = not (is_open or occupied or now < self._awake_until)
        return Orders(
            dark,
            self._shift(now, still=dark or occupied),
            test=self._test(now, is_open=is_open, occupied=occupied),
            restart=not occupied and self._is_night(now) and now - self._started >= OLD,
            again=self._again(now, dark=dark),
        )

    def _forgive_the_clock(self, now: datetime) -> None:
        """A clock that was set back must not keep the screen on, or tests away, until it catches up."""
        self._awake_until = min(self._awake_until, now + AWAKE)
        self._shift_at = min(self._shift_at, now + LONGEST)
        self._started = min(self._started, now)
        if self._tested is not None:
            self._tested = min(self._tested, now)
        if self._today is not None and not self._today.until - DAY - AN_HOUR <= now < self._today.until:
            self._today = None

    def _again(self, now: datetime, *, dark: bool) -> datetime:
        change = self._hours.next_change(now)
        moments = [now + LONGEST, self._awake_until]
        if self._today is not None:
            moments.append(self._today.until)
        if change is not None:
            moments += [change, change - TEST_BEFORE_OPENING if dark else change]
        return min(moment for moment in moments if moment > now)

    def _shift(self, now: datetime, *, still: bool) -> tuple[int, int]:
        """Nothing moves under a finger, and black burns nothing in."""
        if not still and now >= self._shift_at:
            self._shifted += 1
            self._shift_at = now + LONGEST
        return SHIFTS[self._shifted % len(SHIFTS)]

    def _test(self, now: datetime, *, is_open: bool, occupied: bool) -> bool:
        """At the start, before the opening, and every hour while open; not in a visit."""
        opens_soon = not is_open and self._hours.is_open(now + TEST_BEFORE_OPENING)
        first = self._tested is None
        due = self._tested is None or now - self._tested >= TEST_EVERY
        if occupied or not due or not (first or is_open or opens_soon):
            return False
        self._tested = now
        return True

    def _is_night(self, now: datetime) -> bool:
        """Half past three; where it is open then, as soon as it is closed."""
        local = self._hours.local(now)
        night = local.replace(hour=NIGHT.hour, minute=NIGHT.minute, second=0, microsecond=0, fold=0)
        if self._hours.are_set and self._hours.is_open(night):
            return not self._hours.is_open(now)
        return night <= local < night + NIGHT_LASTS and (not self._hours.are_set or not self._hours.is_open(now))
