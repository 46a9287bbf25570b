"""A day at the wall, in front of the real kiosk: closing time, a touch at night, the opening, the fresh start."""

import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.device.panel import Panel
from kiosk.health.agenda import AWAKE, SHIFTS
from kiosk.health.exits import FRESH_START
from kiosk.running.day_keeper import OFF_AGAIN_MOST, TEST_THREAD, DayKeeper
from kiosk.session.routes import Home
from kiosk.settings.hours import DAYS, Hours
from kiosk.settings.settings import Screen, Settings
from tests.health.week import open_on
from tests.visitor import Visitor

HOURS = open_on(DAYS, "08:00-18:00", Hours(time_zone="UTC", when_closed="off"))
MIDDLE = QPoint(960, 500)


class Day:
    """The time of day, and what the screen was told."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 20, 12, tzinfo=UTC)
        self.commands: list[tuple[str, ...]] = []
        self.tests = 0
        self.keeper: DayKeeper | None = None
        self.has_grown = False

    def __call__(self) -> datetime:
        return self.now

    def switches(self, command: object) -> str:
        self.commands.append(tuple(command))  # type: ignore[arg-type]  # a sequence of words
        return ""

    def is_tested(self) -> None:
        self.tests += 1

    def comes_to(self, hour: int, minute: int = 0, day: int = 20) -> None:
        """Let this time come: the keeper's own timer rings."""
        assert self.keeper is not None
        self.now = datetime(2026, 11, day, hour, minute, tzinfo=UTC)
        self.keeper.look()

    def a_screen_comes(self) -> None:
        """The compositor tells of one, as after its cable was plugged in, or when somebody has switched it on."""
        assert self.keeper is not None
        self.keeper.screen_came(QApplication.primaryScreen())

    def rings(self) -> bool:
        """Let the time pass after which a screen that came is switched off again; False where nothing waits for it."""
        assert self.keeper is not None
        waits = self.keeper._off_again.isActive()
        if waits:
            self.keeper._off_again.stop()
            self.keeper._off_again.timeout.emit()
        return waits

    def screen_was(self) -> list[str]:
        """The last word of each command, once all are done."""
        assert self.keeper is not None
        self.keeper._beside.submit(lambda: None).result()
        return [command[-1] for command in self.commands]


Keeps = Callable[..., Day]


@pytest.fixture
def keeps(visitor: Visitor, tmp_path: Path) -> Iterator[Keeps]:
    """Keeps the visitor's kiosk through a day."""
    days: list[Day] = []

    def keep(settings: Settings, *, restarts: bool = True) -> Day:
        day = Day()
        panel = Panel({"SWAYSOCK": "x"}, lambda name: name if name == "swaymsg" else None, day.switches, tmp_path)
        day.keeper = DayKeeper(
            visitor.app, settings, panel, day, day.is_tested, restarts=restarts, grown=lambda: day.has_grown
        )
        days.append(day)
        return day

    yield keep
    for day in days:
        assert day.keeper is not None
        day.keeper.close()


@pytest.fixture
def day(keeps: Keeps) -> Day:
    """A day in a clinic that is open from eight to six."""
    return keeps(Settings(hours=HOURS))


def is_dark(visitor: Visitor) -> bool:
    """Whether every pixel is black."""
    image = visitor.window.grab().toImage()
    places = [(x, y) for x in range(5, image.width(), 97) for y in range(5, image.height(), 97)]
    return all(image.pixelColor(x, y) == Qt.GlobalColor.black for x, y in places)


def test_at_closing_time_the_screen_goes_dark_and_off(day: Day, visitor: Visitor) -> None:
    assert not is_dark(visitor)
    day.comes_to(18)
    assert is_dark(visitor)
    assert day.screen_was() == ["off"]
    day.comes_to(8, day=21)
    visitor.settles()
    assert not is_dark(visitor)
    assert visitor.heading
    assert day.screen_was() == ["off", "on"]


def test_a_touch_wakes_it_and_does_nothing_else(day: Day, visitor: Visitor) -> None:
    day.comes_to(22)
    visitor.taps(visitor.window.rect().center())
    assert not is_dark(visitor)
    assert visitor.app.is_empty
    assert day.screen_was() == ["off", "on"]
    visitor.touch("Touch the screen to begin")
    assert visitor.place() == Home()


def test_a_key_too(day: Day, visitor: Visitor) -> None:
    day.comes_to(22)
    visitor.presses_key(Qt.Key.Key_Return)
    assert not is_dark(visitor)
    assert visitor.app.is_empty


def test_woken_and_left_alone_it_goes_dark_again(day: Day, visitor: Visitor) -> None:
    day.comes_to(22)
    visitor.taps(MIDDLE)
    assert day.keeper is not None
    assert day.keeper._timer.remainingTime() <= AWAKE.total_seconds() * 1000 + 1000  # it rings at full seconds
    day.comes_to(22, 5)
    assert is_dark(visitor)


def test_nobody_is_left_in_the_dark(day: Day, visitor: Visitor) -> None:
    visitor.touch("Touch the screen to begin")
    visitor.touch("Treatments explained")
    day.comes_to(18)
    assert visitor.heading == "Treatments explained"
    day.now += timedelta(minutes=9)
    visitor.waits(700)  # and goes without a word
    assert visitor.app.is_empty
    assert not is_dark(visitor)
    day.comes_to(18, 14)
    assert is_dark(visitor)


def test_nobody_of_the_staff_is_left_in_the_dark(day: Day, visitor: Visitor) -> None:
    board = QWidget(visitor.window)
    visitor.window.cover(board)
    day.comes_to(18)
    assert not is_dark(visitor)
    assert day.screen_was() == []
    visitor.window.cover(None)
    day.comes_to(18, 6)
    assert is_dark(visitor)


def test_in_the_dark_no_timer_runs_but_the_one_to_the_next_event(day: Day, visitor: Visitor) -> None:
    day.comes_to(22)
    visitor.waits_for_the_screen()
    visitor.holds_still()
    running = [timer for timer in visitor.window.findChildren(QTimer) if timer.isActive()]
    assert [timer.parent() for timer in running] == [day.keeper]


def test_unless_it_is_wished_the_screen_is_not_switched_off_and_only_goes_dark(keeps: Keeps, visitor: Visitor) -> None:
    day = keeps(Settings(hours=open_on(DAYS, "08:00-18:00", Hours(time_zone="UTC"))))
    day.comes_to(18)
    assert is_dark(visitor)
    assert day.screen_was() == []


def test_a_screen_that_comes_on_in_the_dark_is_switched_off_again(day: Day, visitor: Visitor) -> None:
    day.comes_to(18)
    day.a_screen_comes()
    day.a_screen_comes()
    assert day.rings()
    assert day.screen_was() == ["off", "off"]
    day.comes_to(8, day=21)
    day.a_screen_comes()
    assert not day.rings()
    assert day.screen_was() == ["off", "off", "on"]


def test_one_that_comes_on_each_time_does_not_flicker_all_night(day: Day, visitor: Visitor) -> None:
    day.comes_to(18)
    for _ in range(9):
        day.a_screen_comes()
        day.rings()
    assert day.screen_was() == ["off"] * (1 + OFF_AGAIN_MOST)
    visitor.taps(MIDDLE)
    day.comes_to(23)
    day.a_screen_comes()
    day.rings()
    assert day.screen_was()[-3:] == ["on", "off", "off"]


def test_a_touch_before_it_is_off_again_leaves_it_on(day: Day, visitor: Visitor) -> None:
    day.comes_to(22)
    day.a_screen_comes()
    visitor.taps(MIDDLE)
    assert not day.rings()
    assert day.screen_was() == ["off", "on"]


def test_a_new_edition_does_not_light_the_dark(day: Day, visitor: Visitor) -> None:
    day.comes_to(22)
    visitor.app.refresh()
    visitor.app.take_library(visitor.app._scenes.library)
    visitor.settles()
    assert is_dark(visitor)


def test_the_whole_picture_wanders_and_stays_whole(day: Day, visitor: Visitor) -> None:
    places = set()
    for number in range(len(SHIFTS)):
        day.comes_to(13 + number // 4, 15 * (number % 4) + 14)
        stage, bar = visitor.app.stage, visitor.bar
        places.add(stage.pos().toTuple())
        assert bar.pos() - stage.pos() == QPoint(0, stage.height())
    assert len(places) == len(SHIFTS)
    visitor.touch("Touch the screen to begin")
    visitor.touch("Tips for every day")
    assert visitor.heading


def waits_for_tests() -> None:
    """Wait until every self-test is done."""
    for thread in threading.enumerate():
        if thread.name == TEST_THREAD:
            thread.join()


def test_the_self_test_runs_beside_the_window(day: Day) -> None:
    waits_for_tests()
    assert day.tests == 1
    day.comes_to(13, 30)
    waits_for_tests()
    assert day.tests == 2


def test_a_fresh_start_at_night(keeps: Keeps, monkeypatch: pytest.MonkeyPatch) -> None:
    ends: list[int] = []
    monkeypatch.setattr(QApplication, "exit", ends.append)
    keeps(Settings(hours=HOURS)).comes_to(9, day=21)
    assert ends == []
    keeps(Settings(hours=HOURS)).comes_to(3, 40, day=22)
    assert ends == [FRESH_START]
    keeps(Settings(hours=HOURS), restarts=False).comes_to(3, 40, day=22)
    assert ends == [FRESH_START]  # at a desk nobody would start it again


def test_when_memory_has_grown_it_waits_until_nobody_is_there(
    day: Day, visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    ends: list[int] = []
    monkeypatch.setattr(QApplication, "exit", ends.append)
    visitor.touch("Touch the screen to begin")
    day.has_grown = True
    day.comes_to(13)
    assert ends == []
    visitor.waits(700)
    assert ends == [FRESH_START]


def test_brightness_is_set_once(keeps: Keeps, tmp_path: Path) -> None:
    light = tmp_path / "sys/class/backlight/panel"
    light.mkdir(parents=True)
    (light / "max_brightness").write_text("400")
    day = keeps(Settings(screen=Screen(brightness=75)))
    day.screen_was()
    assert (light / "brightness").read_text() == "300"
