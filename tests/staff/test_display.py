"""The receptionist stays longer tonight, goes home early, and finds the screen too bright."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.content.editions.store import Store
from kiosk.content.folders import Folders
from kiosk.device.panel import Panel
from kiosk.device.sticks import MountedSticks
from kiosk.disk import Disk
from kiosk.paths import assets_folder, content_folder
from kiosk.running.day_keeper import DayKeeper
from kiosk.settings.hours import DAYS, Hours
from kiosk.settings.settings import Settings
from kiosk.staff.acts import Open, SetBrightness, SetToday
from kiosk.staff.desk import Desk
from kiosk.staff.page import Page
from kiosk.staff.this_kiosk import ThisKiosk
from kiosk.staff.words import staff_words
from tests.health.week import open_on
from tests.visitor import Visitor

HOURS = open_on(DAYS, "08:00-18:00", Hours(time_zone="UTC"))


class Evening:
    """A kiosk with its screen, at a time of day."""

    def __init__(self, visitor: Visitor, settings: Settings, folder: Path) -> None:
        self.now = datetime(2026, 11, 20, 17, tzinfo=UTC)
        self.visitor, self.sys = visitor, folder
        panel = Panel({}, lambda _name: None, lambda _command: "", folder)
        self.keeper = DayKeeper(visitor.app, settings, panel, lambda: self.now, None, restarts=False)
        kiosk = ThisKiosk(
            settings,
            Folders((content_folder(),)),
            Store(folder / "state", Disk()),
            staff_words(assets_folder(), "en"),
            lambda: self.now,
            self.now,
            lambda: (),
            lambda: "",
            lambda: 0,
            MountedSticks(Disk(), ()),
            (),
            self.keeper,
        )
        self.desk = Desk(kiosk, "Ana")

    def comes_to(self, hour: int, minute: int = 0, day: int = 20) -> None:
        self.now = datetime(2026, 11, day, hour, minute, tzinfo=UTC)
        self.keeper.look()

    def has_backlight(self, now: int) -> Path:
        light = self.sys / "sys/class/backlight/panel"
        light.mkdir(parents=True)
        (light / "max_brightness").write_text("200", encoding="ascii")
        (light / "brightness").write_text(str(now), encoding="ascii")
        return light / "brightness"

    def reads(self) -> str:
        page: Page = self.desk.page(Open("display"))
        return "\n".join(f"{row.what} {row.more}" for row in page.rows)

    def offers(self, act: object) -> bool:
        rows = self.desk.page(Open("display")).rows
        return any(row.choice is not None and row.choice.act == act for row in rows)

    def is_dark(self) -> bool:
        return not self.visitor.window.stage.isVisible()


@pytest.fixture
def evening(visitor: Visitor, tmp_path: Path) -> Iterator[Evening]:
    there = Evening(visitor, Settings(hours=HOURS), tmp_path)
    yield there
    there.keeper.close()


def test_the_clinic_stays_open_late_tonight(evening: Evening) -> None:
    assert "until 2026-11-20 18:00" in evening.reads()
    evening.desk.page(SetToday(on=True))
    evening.comes_to(20)
    assert not evening.is_dark()
    assert "Until midnight" in evening.reads()
    evening.comes_to(0, 10, day=21)
    assert evening.is_dark()


def test_they_go_home_early_and_tomorrow_is_as_always(evening: Evening) -> None:
    evening.desk.page(SetToday(on=False))
    assert not evening.is_dark(), "not under the hand that has just touched it"
    evening.comes_to(17, 6)
    assert evening.is_dark()
    evening.comes_to(9, day=21)
    assert not evening.is_dark()


def test_what_was_set_for_today_is_taken_back(evening: Evening) -> None:
    evening.desk.page(SetToday(on=False))
    assert evening.offers(SetToday(None))
    assert not evening.offers(SetToday(on=True))
    evening.desk.page(SetToday(None))
    evening.comes_to(17, 30)
    assert not evening.is_dark()


def test_a_clock_set_back_a_year_does_not_keep_the_screen_off(evening: Evening) -> None:
    evening.desk.page(SetToday(on=False))
    evening.now = datetime(2025, 11, 20, 12, tzinfo=UTC)
    evening.keeper.look()
    assert not evening.is_dark()


def test_the_screen_is_made_darker(evening: Evening) -> None:
    light = evening.has_backlight(160)
    assert "Brightness: 80 per cent" in evening.reads()
    assert evening.offers(SetBrightness(70))
    evening.desk.page(SetBrightness(70))
    assert light.read_text(encoding="ascii") == "140"
    assert "Brightness: 70 per cent" in evening.reads()


def test_it_cannot_be_made_brighter_than_it_can_be(evening: Evening) -> None:
    evening.has_backlight(200)
    assert not any(evening.offers(SetBrightness(per_cent)) for per_cent in (100, 110))


def test_a_screen_that_takes_no_orders_says_so(evening: Evening) -> None:
    assert "Use the buttons of the screen itself." in evening.reads()
    assert evening.desk.page(SetBrightness(50)).title == "This did not work. Nothing was changed."
