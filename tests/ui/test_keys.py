"""Arrows reach every button in reading order, Enter presses it, and the focus is never lost."""

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtWidgets import QAbstractButton

from kiosk.content.library import Library
from kiosk.session import routes
from kiosk.session.routes import Home, Route
from tests.conftest import SETTINGS
from tests.ui.sight import pixels_of
from tests.ui.stops import SCREENS
from tests.visitor import LANDSCAPE, Visitor, buttons_of

WAYS = {name: way for name, way in SCREENS.items() if name not in ("apology", "dialog-still-there")}
EVERY_SCREEN = pytest.mark.parametrize("way", WAYS.values(), ids=WAYS.keys())
NEXT = [Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Tab]


def walk(visitor: Visitor, key: Qt.Key) -> list[QAbstractButton]:
    """Press a key until the focus comes round; what had it meanwhile."""
    visited: list[QAbstractButton] = []
    for _ in range(len(visitor.buttons()) + 2):
        visitor.presses_key(key)
        focus = visitor.focus
        assert isinstance(focus, QAbstractButton)
        if focus in visited:
            break
        visited.append(focus)
    return visited


@pytest.mark.a11y("A11Y-43")
@pytest.mark.a11y("A11Y-44")
@EVERY_SCREEN
def test_arrows_reach_every_button_once_and_come_round(visitor: Visitor, way: tuple[Route, ...]) -> None:
    visitor.stands_at(*way)
    visited = walk(visitor, Qt.Key.Key_Down)
    there = buttons_of(visitor.top) if visitor.visit.dialog is not None else visitor.buttons()
    assert {button.accessibleName() for button in visited} == {button.accessibleName() for button in there}
    visitor.presses_key(Qt.Key.Key_Up)
    assert visitor.focus is visited[-1]


@pytest.mark.a11y("A11Y-44")
@EVERY_SCREEN
def test_the_order_is_that_of_reading(visitor: Visitor, way: tuple[Route, ...]) -> None:
    """What is told before is reached before: never upwards within a column, never back within a line."""
    visitor.stands_at(*way)
    places = [
        QRect(button.mapTo(visitor.window, QPoint(0, 0)), button.size()) for button in walk(visitor, Qt.Key.Key_Down)
    ]
    for one, other in pairwise(places):
        in_one_line = one.top() < other.center().y() < one.bottom() and other.top() < one.center().y() < other.bottom()
        in_one_column = (
            one.left() < other.center().x() < one.right() and other.left() < one.center().x() < other.right()
        )
        assert not (in_one_line and other.right() <= one.left())
        assert not (in_one_column and other.bottom() <= one.top())


@pytest.mark.parametrize("key", NEXT)
def test_several_keys_mean_next(visitor: Visitor, key: Qt.Key) -> None:
    visitor.stands_at(Home())
    visitor.presses_key(key)
    first = visitor.focus
    visitor.presses_key(key)
    assert visitor.focus is not first


@pytest.mark.a11y("A11Y-43")
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Select])
def test_enter_presses_what_has_the_focus(visitor: Visitor, key: Qt.Key) -> None:
    visitor.stands_at(Home())
    visitor.reaches("Treatments explained")
    visitor.presses_key(key)
    assert visitor.place() == routes.Treatments()


@pytest.mark.a11y("A11Y-43")
def test_a_whole_visit_by_keys_alone(visitor: Visitor) -> None:
    way = [
        "Touch the screen to begin",
        "Treatments explained",
        "Exosomes",
        "Risks",
        "Get help now",
        "Finish",
        "Yes, finish",
    ]
    for name in way:
        visitor.reaches(name)
        visitor.presses_key(Qt.Key.Key_Return)
        assert visitor.focus is not None
    assert visitor.place() == routes.Attract()


@pytest.mark.a11y("A11Y-45")
def test_after_a_change_of_screen_the_focus_is_on_it(visitor: Visitor) -> None:
    visitor.stands_at(Home())
    visitor.reaches("Treatments explained")
    visitor.presses_key(Qt.Key.Key_Return)
    title = visitor.focus
    assert title is not None
    assert visitor.screen.isAncestorOf(title)
    assert title.accessibleName() == visitor.heading
    visitor.presses_key(Qt.Key.Key_Return)
    assert visitor.focus is title  # there is nothing to press
    visitor.presses_key(Qt.Key.Key_Down)
    assert isinstance(visitor.focus, QAbstractButton)


@pytest.mark.a11y("A11Y-45")
@pytest.mark.parametrize("name", ["home", "treatments", "questions", "compare-two", "tips-of-a-kind", "dialog-easier"])
def test_no_press_loses_the_focus(visitor: Visitor, name: str) -> None:
    way = WAYS[name]
    visitor.stands_at(*way)
    for index in range(len(visitor.buttons())):
        visitor.stands_at(*way)
        for _ in range(index + 1):
            visitor.presses_key(Qt.Key.Key_Down)
        visitor.presses_key(Qt.Key.Key_Return)
        assert visitor.focus is not None
        visitor.presses_key(Qt.Key.Key_Down)
        assert isinstance(visitor.focus, QAbstractButton)
        assert visitor.focus.isVisible()


@pytest.mark.a11y("A11Y-48")
def test_the_focus_stays_within_a_dialog(visitor: Visitor) -> None:
    visitor.stands_at(Home(), routes.Easier())
    assert all(visitor.top.isAncestorOf(button) for button in walk(visitor, NEXT[0]))


@pytest.mark.a11y("A11Y-48")
def test_a_closed_dialog_leads_back_to_what_opened_it(visitor: Visitor) -> None:
    visitor.stands_at(routes.Treatments())
    visitor.reaches("Easier to use")
    visitor.presses_key(Qt.Key.Key_Return)
    assert visitor.focus is not None
    assert visitor.focus.accessibleName() == visitor.heading
    visitor.reaches("Dark")
    visitor.presses_key(Qt.Key.Key_Return)  # the bar is made anew meanwhile
    visitor.presses_key(Qt.Key.Key_Escape)
    assert visitor.focus is visitor.button("Easier to use")


@pytest.mark.a11y("A11Y-48")
@pytest.mark.a11y("A11Y-45")
def test_the_question_who_is_there_leaves_the_focus_where_it_was(visitor: Visitor) -> None:
    visitor.stands_at(routes.Treatments())
    visitor.reaches("Exosomes")
    visitor.is_asked(20)
    assert visitor.focus is not None
    assert visitor.top.isAncestorOf(visitor.focus)
    visitor.presses_key(Qt.Key.Key_Down)  # any key says so
    assert visitor.seconds_left() is None
    assert visitor.focus is visitor.button("Exosomes")


@pytest.mark.a11y("A11Y-90")
@pytest.mark.parametrize("name", ["Dark", "Larger buttons", "Less motion", "150"])
def test_a_choice_keeps_the_focus_though_the_screen_is_made_anew(visitor: Visitor, name: str) -> None:
    visitor.stands_at(Home(), routes.Easier())
    visitor.reaches(name)
    visitor.presses_key(Qt.Key.Key_Return)
    assert visitor.focus is visitor.button(name)


@pytest.mark.a11y("A11Y-48")
def test_escape_closes_a_dialog_and_home_leads_home(visitor: Visitor) -> None:
    visitor.stands_at(routes.Treatments(), routes.Easier())
    visitor.presses_key(Qt.Key.Key_Escape)
    assert visitor.place() == routes.Treatments()
    visitor.presses_key(Qt.Key.Key_Home)
    assert visitor.place() == Home()


@pytest.mark.a11y("A11Y-49")
@EVERY_SCREEN
def test_moving_the_focus_moves_nobody(visitor: Visitor, way: tuple[Route, ...]) -> None:
    visitor.stands_at(*way)
    before = visitor.visit
    walk(visitor, Qt.Key.Key_Down)
    assert visitor.visit == before


@pytest.mark.a11y("A11Y-50")
def test_a_key_held_down_counts_once(visitor: Visitor) -> None:
    visitor.stands_at(Home())
    visitor.presses_key(Qt.Key.Key_Down)
    first = visitor.focus
    for _ in range(5):
        visitor.hits_key(Qt.Key.Key_Down, repeats=True)
    assert visitor.focus is first


@pytest.mark.a11y("A11Y-50")
def test_a_clinic_holds_second_presses_back_for_longer(
    english: Library, glass: QPointingDevice, one_factory: None
) -> None:
    visitor = Visitor(english, replace(SETTINGS, key_guard_ms=500), glass, LANDSCAPE)
    visitor.stands_at(Home())
    visitor.hits_key(Qt.Key.Key_Down)
    first = visitor.focus
    visitor.clock.passes(0.45)
    visitor.hits_key(Qt.Key.Key_Down)
    assert visitor.focus is first
    visitor.clock.passes(0.55)
    visitor.hits_key(Qt.Key.Key_Down)
    assert visitor.focus is not first
    visitor.leaves()


@pytest.mark.a11y("A11Y-50")
def test_a_key_that_a_shaking_hand_hits_twice_counts_once(visitor: Visitor) -> None:
    visitor.stands_at(Home())
    visitor.presses_key(Qt.Key.Key_Down)
    first = visitor.focus
    visitor.clock.passes(0.09)
    visitor.hits_key(Qt.Key.Key_Down)
    assert visitor.focus is first
    visitor.hits_key(Qt.Key.Key_Up)  # another key is meant
    assert visitor.focus is not first
    visitor.clock.passes(0.11)
    visitor.hits_key(Qt.Key.Key_Down)
    assert visitor.focus is first


@pytest.mark.a11y("A11Y-46")
@EVERY_SCREEN
def test_the_focus_is_seen(visitor: Visitor, way: tuple[Route, ...]) -> None:
    """The ring changes at least as many pixels as a frame of 2 mm around the button has."""
    visitor.stands_at(*way)
    buttons = visitor.buttons()
    visitor.window.activateWindow()
    width = 2 * visitor.app.scene().theme.measure.px_per_mm
    for button in buttons[:12]:
        buttons[-1 if button is not buttons[-1] else 0].setFocus()
        resting = button.grab().toImage()
        button.setFocus()
        focused = button.grab().toImage()
        pairs = zip(pixels_of(resting, every=2), pixels_of(focused, every=2), strict=True)
        changed = 2 * sum(before != after for before, after in pairs)
        perimeter = 2 * (button.width() + button.height())
        assert changed >= 0.8 * perimeter * width, button.accessibleName()


@pytest.mark.a11y("A11Y-68")
def test_keys_are_signs_of_life(visitor: Visitor) -> None:
    visitor.stands_at(Home())
    for _ in range(10):
        visitor.waits(100)
        visitor.presses_key(Qt.Key.Key_Down)
    assert visitor.visit.seconds_left is None
