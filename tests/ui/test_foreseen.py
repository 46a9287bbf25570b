"""The answer to a touch is made while the finger is still down, so that lifting it has only to show it."""

import pytest
from PySide6.QtCore import QPoint

from kiosk.session.routes import Home, Reading, Treatments
from kiosk.session.visit import Leave
from kiosk.ui.screen import Screen
from tests.visitor import CONSIDERS, Visitor


def rests_on(visitor: Visitor, name: str) -> QPoint:
    """Put a finger on a button and leave it there until the kiosk has made what it leads to."""
    place = visitor.centre(visitor.button(name))
    visitor.clock.passes(CONSIDERS)
    visitor.presses(place)
    visitor.window.foresee_now()
    return place


def made(visitor: Visitor) -> set[Screen]:
    """Every screen that there is, shown or not."""
    return set(visitor.app.stage.findChildren(Screen))


@pytest.fixture
def at_home(visitor: Visitor) -> Visitor:
    visitor.touch("Touch the screen to begin")
    return visitor


def test_the_screen_made_under_the_finger_is_the_one_that_is_shown(at_home: Visitor) -> None:
    place = rests_on(at_home, "Treatments explained")
    assert at_home.place() == Home()
    foreseen = made(at_home) - {at_home.screen}
    at_home.lifts(place)
    assert at_home.place() == Treatments()
    assert {at_home.screen} == foreseen


def test_a_finger_that_slides_away_changes_nothing(at_home: Visitor) -> None:
    place = rests_on(at_home, "Treatments explained")
    away = place + QPoint(at_home.mm(70), at_home.mm(30))
    at_home.slides(away)
    at_home.lifts(away)
    assert at_home.place() == Home()
    at_home.touch("Get help now")
    assert made(at_home) == {at_home.screen}


def test_a_dialog_is_made_under_the_finger_too(at_home: Visitor) -> None:
    place = rests_on(at_home, "Easier to use")
    foreseen = made(at_home) - {at_home.screen}
    at_home.lifts(place)
    assert {at_home.top} == foreseen


def test_another_language_is_made_under_the_finger_too(at_home: Visitor) -> None:
    place = rests_on(at_home, "Español")
    at_home.lifts(place)
    assert at_home.visit.reader.language == "es"
    assert at_home.offers("Terminar")


def test_a_quick_tap_does_without(at_home: Visitor) -> None:
    at_home.touch("Treatments explained")
    at_home.window.foresee_now()
    assert made(at_home) == {at_home.screen}


def test_nothing_foreseen_outlives_the_visit(at_home: Visitor) -> None:
    at_home.touch("Treatments explained")
    at_home.touch("Platelet-rich plasma")
    assert isinstance(at_home.place(), Reading)
    place = rests_on(at_home, "My questions")
    assert len(made(at_home)) > 1
    at_home.app.session.take(Leave())
    at_home.lifts(place)
    assert made(at_home) == {at_home.screen}


def test_a_dialog_that_was_foreseen_looks_as_one_that_was_not(at_home: Visitor) -> None:
    """Under its veil lies the screen with no finger on it, as it would be drawn anew."""
    at_home.lifts(rests_on(at_home, "Easier to use"))
    foreseen = at_home.window.grab().toImage()
    at_home.touch("Close")
    at_home.touch("Easier to use")
    assert at_home.window.grab().toImage() == foreseen
