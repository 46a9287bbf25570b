"""The answer to a touch is made while the finger is still down, so that lifting it has only to show it."""

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
    visitor.window.foresight.ask()
    return place


def made(visitor: Visitor) -> set[Screen]:
    """Every screen that there is, shown or not."""
    return set(visitor.app.stage.findChildren(Screen))


def test_the_screen_made_under_the_finger_is_the_one_that_is_shown(arrived: Visitor) -> None:
    place = rests_on(arrived, "Treatments explained")
    assert arrived.place() == Home()
    foreseen = made(arrived) - {arrived.screen}
    arrived.lifts(place)
    assert arrived.place() == Treatments()
    assert {arrived.screen} == foreseen


def test_a_finger_that_slides_away_changes_nothing(arrived: Visitor) -> None:
    place = rests_on(arrived, "Treatments explained")
    away = place + QPoint(arrived.mm(70), arrived.mm(30))
    arrived.slides(away)
    arrived.lifts(away)
    assert arrived.place() == Home()
    arrived.touch("Get help now")
    assert made(arrived) == {arrived.screen}


def test_a_dialog_is_made_under_the_finger_too(arrived: Visitor) -> None:
    place = rests_on(arrived, "Easier to use")
    foreseen = made(arrived) - {arrived.screen}
    arrived.lifts(place)
    assert {arrived.top} == foreseen


def test_another_language_is_made_under_the_finger_too(arrived: Visitor) -> None:
    place = rests_on(arrived, "Español")
    arrived.lifts(place)
    assert arrived.visit.reader.language == "es"
    assert arrived.offers("Terminar")


def test_a_quick_tap_does_without(arrived: Visitor) -> None:
    arrived.touch("Treatments explained")
    arrived.window.foresight.ask()
    assert made(arrived) == {arrived.screen}


def test_nothing_foreseen_outlives_the_visit(arrived: Visitor) -> None:
    arrived.touch("Treatments explained")
    arrived.touch("Platelet-rich plasma")
    assert isinstance(arrived.place(), Reading)
    place = rests_on(arrived, "My questions")
    assert len(made(arrived)) > 1
    arrived.app.session.take(Leave())
    arrived.lifts(place)
    assert made(arrived) == {arrived.screen}


def test_a_dialog_that_was_foreseen_looks_as_one_that_was_not(arrived: Visitor) -> None:
    """Under its veil lies the screen with no finger on it, as it would be drawn anew."""
    arrived.lifts(rests_on(arrived, "Easier to use"))
    foreseen = arrived.window.grab().toImage()
    arrived.touch("Close")
    arrived.touch("Easier to use")
    assert arrived.window.grab().toImage() == foreseen
