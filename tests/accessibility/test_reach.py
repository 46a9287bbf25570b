"""Somebody in a wheelchair: how high controls are above the floor (A11Y-17 to A11Y-20)."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import QAbstractButton

from kiosk.session import routes
from kiosk.session.routes import Home
from kiosk.session.visit import Reader
from kiosk.settings.file import read_settings
from kiosk.settings.settings import Screen
from kiosk.ui.reach import lowered_height
from tests.conftest import Comes
from tests.ui.stops import SCREENS
from tests.visitor import LANDSCAPE, PORTRAIT, Visitor

BOTTOM_MM = Screen().bottom_mm
SIZES = pytest.mark.parametrize("text_size", [100, 125, 150, 200])


def height_above_floor(visitor: Visitor, button: QAbstractButton) -> float:
    """The upper edge of a button, in millimetres."""
    top = button.mapTo(visitor.window, QPoint(0, 0)).y()
    return BOTTOM_MM + (visitor.window.height() - top) / visitor.app.scene().theme.measure.px_per_mm


@pytest.mark.a11y("A11Y-17")
@SIZES
@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT], ids=["landscape", "portrait"])
def test_lowered_controls_are_within_reach_on_every_screen(comes: Comes, size: QSize, text_size: int) -> None:
    """From 150 % on letters need the room up to 1220 mm, within reach with nothing in the way."""
    visitor = comes(size)
    visitor.reads_as(Reader(language="en", text_size=text_size, reach=True))
    highest = 1120 if text_size < 150 else 1220
    for name, way in SCREENS.items():
        if name == "apology":
            continue
        visitor.stands_at(*way)
        visitor.holds_still()
        high = [one.accessibleName() for one in visitor.buttons() if height_above_floor(visitor, one) > highest + 1]
        assert high == [], name


@pytest.mark.a11y("A11Y-18")
@SIZES
@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT], ids=["landscape", "portrait"])
def test_the_bar_is_within_reach_for_everybody(comes: Comes, size: QSize, text_size: int) -> None:
    visitor = comes(size)
    visitor.reads_as(Reader(language="en", text_size=text_size))
    visitor.stands_at(Home())
    assert all(height_above_floor(visitor, one) <= 1120 for one in visitor.buttons() if visitor.bar.isAncestorOf(one))


@pytest.mark.a11y("A11Y-18")
@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT], ids=["landscape", "portrait"])
def test_the_switch_that_lowers_the_controls_is_low_itself(comes: Comes, size: QSize) -> None:
    visitor = comes(size)
    visitor.stands_at(Home(), routes.Easier())
    assert height_above_floor(visitor, visitor.button("Lower the buttons: off")) <= 1120


@pytest.mark.a11y("A11Y-19")
@pytest.mark.parametrize(
    ("millimetres", "warned"), [(370, True), (380, False), (800, False), (970, False), (980, True)]
)
def test_a_screen_that_hangs_too_low_or_too_high_is_told(tmp_path: Path, millimetres: int, warned: bool) -> None:
    file = tmp_path / "settings.yaml"
    file.write_text(f"screen:\n  bottom_mm: {millimetres}\n", encoding="utf-8")
    settings, problems = read_settings(file)
    assert settings is not None
    assert bool(problems) is warned


@pytest.mark.a11y("A11Y-20")
def test_title_and_text_stand_low_too(comes: Comes) -> None:
    visitor = comes(PORTRAIT)
    visitor.reads_as(Reader(language="en", reach=True))
    for name, way in SCREENS.items():
        if name == "apology":
            continue
        visitor.stands_at(*way)
        assert visitor.app.stage.y() >= 0.2 * visitor.window.height()
        visitor.holds_still()


@pytest.mark.a11y("A11Y-17")
@pytest.mark.parametrize(("bottom", "expected"), [(0, 1000), (620, 500), (1000, 450)])
def test_how_much_of_the_picture_is_used(bottom: int, expected: int) -> None:
    """A screen that hangs so high that nothing is in reach keeps its lowest 45 %."""
    assert lowered_height(replace(Screen(), bottom_mm=bottom), 1000, 1.0, large_text=False) == expected


@pytest.mark.a11y("A11Y-68")
def test_one_touch_lowers_enlarges_and_is_wiped(comes: Comes) -> None:
    visitor = comes(PORTRAIT)
    visitor.touch("Touch the screen to begin")
    visitor.touch("Easier to use")
    visitor.touch("Lower the buttons: off")
    assert visitor.visit.reader == Reader(language="en", reach=True)
    assert visitor.offers("Lower the buttons: on") or visitor.offers("More")
    visitor.touch("Finish")
    visitor.touch("Yes, finish")
    assert visitor.visit.reader == Reader(language="en")
    assert visitor.app.stage.y() == 0


def test_as_it_was_takes_all_back_but_the_language(visitor: Visitor) -> None:
    visitor.stands_at(Home(), routes.Easier())
    visitor.touch("Less motion: off")
    visitor.touch("Yellow on black")
    visitor.touch("As it was")
    assert visitor.visit.reader == Reader(language="en")


@pytest.mark.parametrize("name", ["200 %", "Lower the buttons: off"])
def test_what_is_made_under_the_finger_has_the_room_that_will_be_left(comes: Comes, name: str) -> None:
    """A larger bar, or lowered controls, leave the dialog less room than the one it was touched in."""
    visitor = comes(PORTRAIT)
    visitor.stands_at(Home(), routes.Easier())
    place = visitor.centre(visitor.button(name))
    visitor.clock.passes(1)
    visitor.presses(place)
    visitor.window.foresight.ask()
    visitor.lifts(place)
    assert visitor.top.size() == visitor.app.stage.size()
    assert visitor.screen.size() == visitor.app.stage.size()
