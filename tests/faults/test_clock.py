"""The clock of the machine goes back a year and forward ten, with somebody in front of the kiosk."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.device.counts import Counts
from kiosk.device.panel import Panel
from kiosk.disk import Disk
from kiosk.running.day_keeper import DayKeeper
from kiosk.services.counting import Counting
from kiosk.session import routes
from kiosk.settings.hours import DAYS, Hours
from kiosk.settings.settings import Settings
from tests.health.test_day import is_dark
from tests.health.week import open_on
from tests.visitor import Visitor

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
YEAR = timedelta(days=365)
HOURS = open_on(DAYS, "08:00-18:00", Hours(time_zone="UTC"))


class Wall:
    """A kiosk with a clock on its wall that anybody may set."""

    def __init__(self, visitor: Visitor, folder: Path) -> None:
        self.now = NOON
        self.counts = Counts(folder, Disk(), self.today)
        self.counting = Counting(self.counts, visitor.app.scene, visitor.app.stage.changed, visitor.window)
        panel = Panel({}, lambda _name: None, lambda _command: "", folder)
        self.keeper = DayKeeper(
            visitor.app, Settings(hours=HOURS), panel, lambda: self.now, None, restarts=False, grown=lambda: False
        )

    def today(self) -> date:
        return self.now.date()

    def is_set(self, now: datetime) -> None:
        """The clock shows another time, and the keeper's own timer rings."""
        self.now = now
        self.keeper.look()


@pytest.fixture
def wall(visitor: Visitor, tmp_path: Path) -> Iterator[Wall]:
    wall = Wall(visitor, tmp_path)
    yield wall
    wall.counting.close()
    wall.keeper.close()


SET = {"back a year": -YEAR, "forward ten": 10 * YEAR}


@pytest.mark.parametrize("by", SET.values(), ids=SET)
def test_a_visit_goes_on(wall: Wall, visitor: Visitor, by: timedelta) -> None:
    visitor.touch("Touch the screen to begin")
    visitor.touch("Treatments explained")
    wall.is_set(NOON + by)
    visitor.waits(10)
    assert visitor.place() == routes.Treatments()
    assert visitor.seconds_left() is None
    visitor.waits(1000)
    assert visitor.app.is_empty, "and it ends when nobody is there, as ever"


@pytest.mark.parametrize("by", SET.values(), ids=SET)
def test_the_screen_goes_by_the_new_time_at_once(wall: Wall, visitor: Visitor, by: timedelta) -> None:
    there = (NOON + by).date()
    for hour, dark in ((12, False), (22, True), (9, False), (18, True), (8, False)):
        wall.is_set(datetime(there.year, there.month, there.day, hour, tzinfo=UTC))
        assert is_dark(visitor) == dark
        assert 0 < wall.keeper._timer.remainingTime() <= 24 * 3600 * 1000, "it looks again within a day"
    wall.is_set(NOON)
    assert not is_dark(visitor)


@pytest.mark.parametrize("by", SET.values(), ids=SET)
def test_no_count_is_lost(wall: Wall, visitor: Visitor, by: timedelta) -> None:
    for now in (NOON, NOON + by, NOON):
        wall.is_set(now)
        visitor.touch("Touch the screen to begin")
        visitor.touch("Get help now")
        wall.counting.save()
        visitor.touch("Home")
        visitor.waits(1000)
        assert visitor.app.is_empty
    assert wall.counts._days[NOON.date().isoformat()] == {"warning-signs": 2}
    assert wall.counts._days[(NOON + by).date().isoformat()] == {"warning-signs": 1}
