"""Every finger by itself: when a touch counts and when it does not (A11Y-07 to A11Y-14), on the real window."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from kiosk.session import routes
from kiosk.session.routes import Home, Route
from kiosk.session.visit import Ask, Picked
from tests.asked import ON_PRP
from tests.visitor import Visitor

SCREENS = {
    "home": (Home(),),
    "treatments": (routes.Treatments(),),
    "explainer": (routes.Reading("therapies/prp"),),
    "compare": (routes.Compare("comparisons/prp-prolotherapy-exosomes"),),
    "tips": (routes.Tips(position=2),),
    "help": (routes.Help(),),
    "easier": (Home(), routes.Easier()),
}
EVERY_SCREEN = pytest.mark.parametrize("way", SCREENS.values(), ids=SCREENS.keys())


class Hits:
    """Counts how often a button is activated."""

    def __init__(self, button: QAbstractButton) -> None:
        self.count = 0
        button.clicked.connect(self._add)

    def _add(self) -> None:
        self.count += 1


@pytest.fixture
def home_button(at_home: Visitor) -> QAbstractButton:
    """Home, touched at home: nothing comes of it, so that hits can be counted."""
    return at_home.button("Home")


def below(visitor: Visitor, button: QAbstractButton, millimetres: float) -> QPoint:
    """A place so far above the upper edge of a button of the bar."""
    top = button.mapTo(visitor.window, QPoint(button.width() // 2, 0))
    return top - QPoint(0, visitor.mm(millimetres))


# --- lifting activates --------------------------------------------------------------------------------------------


@pytest.mark.a11y("A11Y-07")
def test_nothing_happens_before_the_finger_lifts(at_home: Visitor) -> None:
    door = at_home.centre(at_home.button("Treatments explained"))
    at_home.presses(door)
    at_home.clock.passes(3)
    assert at_home.place() == Home()
    at_home.lifts(door)
    assert at_home.place() == routes.Treatments()


@pytest.mark.a11y("A11Y-07")
def test_sliding_away_takes_the_touch_back(at_home: Visitor, home_button: QAbstractButton) -> None:
    hits = Hits(home_button)
    away = below(at_home, home_button, 30)
    at_home.presses(at_home.centre(home_button))
    at_home.slides(away)
    assert not home_button.isDown()
    at_home.lifts(away)
    assert hits.count == 0


@pytest.mark.a11y("A11Y-07")
def test_sliding_away_and_back_counts(at_home: Visitor, home_button: QAbstractButton) -> None:
    hits = Hits(home_button)
    at_home.presses(at_home.centre(home_button))
    at_home.slides(below(at_home, home_button, 30))
    at_home.slides(at_home.centre(home_button))
    assert home_button.isDown()
    at_home.lifts(at_home.centre(home_button))
    assert hits.count == 1


@pytest.mark.a11y("A11Y-07")
def test_sliding_onto_a_button_presses_nothing(at_home: Visitor, home_button: QAbstractButton) -> None:
    hits = Hits(home_button)
    at_home.presses(QPoint(3, 3))
    at_home.slides(at_home.centre(home_button))
    at_home.lifts(at_home.centre(home_button))
    assert hits.count == 0


@pytest.mark.a11y("A11Y-08")
@pytest.mark.parametrize(("millimetres", "activations"), [(1, 1), (5, 1), (9, 1), (15, 0), (25, 0)])
def test_a_finger_that_slips_still_counts(
    at_home: Visitor, home_button: QAbstractButton, millimetres: float, activations: int
) -> None:
    hits = Hits(home_button)
    at_home.presses(at_home.centre(home_button))
    beside = below(at_home, home_button, millimetres)
    at_home.slides(beside)
    at_home.lifts(beside)
    assert hits.count == activations


@pytest.mark.a11y("A11Y-08")
def test_a_finger_that_trembles_counts_once(at_home: Visitor, home_button: QAbstractButton) -> None:
    hits = Hits(home_button)
    centre = at_home.centre(home_button)
    at_home.presses(centre)
    for step in range(20):
        at_home.clock.passes(0.02)
        at_home.slides(centre + QPoint(at_home.mm(4) * (-1) ** step, at_home.mm(3) * (-1) ** (step // 2)))
    at_home.lifts(centre)
    assert hits.count == 1


@pytest.mark.a11y("A11Y-09")
@pytest.mark.parametrize("seconds", [0.0, 0.03, 0.2, 1.0, 1.5, 5.0, 30.0])
def test_how_long_a_finger_rests_makes_no_difference(
    at_home: Visitor, home_button: QAbstractButton, seconds: float
) -> None:
    hits = Hits(home_button)
    at_home.presses(at_home.centre(home_button))
    at_home.clock.passes(seconds)
    at_home.lifts(at_home.centre(home_button))
    assert hits.count == 1


# --- hits by accident ---------------------------------------------------------------------------------------------


@pytest.mark.a11y("A11Y-10")
def test_three_bounces_are_one_touch(at_home: Visitor, home_button: QAbstractButton) -> None:
    hits = Hits(home_button)
    for _ in range(3):
        at_home.presses(at_home.centre(home_button))
        at_home.clock.passes(0.05)
        at_home.lifts(at_home.centre(home_button))
        at_home.clock.passes(0.05)
    assert hits.count == 1


@pytest.mark.a11y("A11Y-10")
def test_a_second_touch_that_is_meant_counts(at_home: Visitor, home_button: QAbstractButton) -> None:
    hits = Hits(home_button)
    for _ in range(2):
        at_home.taps(at_home.centre(home_button))
    assert hits.count == 2


@pytest.mark.a11y("A11Y-10")
@pytest.mark.parametrize(("seconds", "counts"), [(0.0, False), (0.2, False), (0.45, False), (0.55, True)])
def test_the_first_touch_on_a_fresh_screen(at_home: Visitor, seconds: float, counts: bool) -> None:
    door = at_home.centre(at_home.button("Treatments explained"))
    at_home.taps(door)
    arrived = at_home.visit.route
    at_home.clock.passes(seconds)
    at_home.presses(at_home.centre(at_home.button("Exosomes")))
    at_home.lifts(at_home.centre(at_home.button("Exosomes")))
    assert (at_home.place() != arrived) is counts


@pytest.mark.a11y("A11Y-10")
def test_a_double_tap_on_a_door_opens_one_page(at_home: Visitor) -> None:
    door = at_home.centre(at_home.button("Treatments explained"))
    for _ in range(2):
        at_home.presses(door)
        at_home.clock.passes(0.06)
        at_home.lifts(door)
        at_home.clock.passes(0.1)
    assert at_home.visit.routes == (Home(), routes.Treatments())


def test_a_finger_down_while_the_screen_changes_counts_for_nothing(at_home: Visitor) -> None:
    door = at_home.centre(at_home.button("Treatments explained"))
    at_home.presses(door, finger=1)
    at_home.clock.passes(0.2)
    at_home.app.session.take(Ask(Picked("Does it hurt?", ON_PRP)))
    at_home.stands_at(routes.Tips())
    at_home.lifts(door, finger=1)
    assert at_home.place() == routes.Tips()


# --- a hand that rests on the glass -------------------------------------------------------------------------------


@pytest.mark.a11y("A11Y-11")
@pytest.mark.parametrize("on", ["blank", "button"])
def test_a_resting_palm_neither_blocks_nor_presses(at_home: Visitor, on: str) -> None:
    palm = at_home.centre(at_home.button("Tips for every day")) if on == "button" else QPoint(3, 3)
    at_home.presses(palm, finger=0)
    at_home.clock.passes(1.5)
    at_home.slides(palm + QPoint(2, 1), finger=0)
    door = at_home.centre(at_home.button("Treatments explained"))
    at_home.presses(door, finger=1)
    at_home.clock.passes(0.1)
    at_home.lifts(door, finger=1)
    assert at_home.place() == routes.Treatments()
    at_home.clock.passes(2)
    at_home.lifts(palm, finger=0)
    assert at_home.place() == routes.Treatments()


@pytest.mark.a11y("A11Y-11")
def test_a_palm_may_rest_through_several_screens(at_home: Visitor) -> None:
    at_home.presses(QPoint(3, 3), finger=0)
    at_home.clock.passes(1.5)
    for name in ("Treatments explained", "Exosomes", "Home", "Tips for every day"):
        at_home.clock.passes(1)
        there = at_home.centre(at_home.button(name))
        at_home.presses(there, finger=1)
        at_home.clock.passes(0.1)
        at_home.lifts(there, finger=1)
    assert at_home.place() == routes.Tips()


@pytest.mark.a11y("A11Y-11")
def test_several_resting_contacts(at_home: Visitor) -> None:
    for finger, x in enumerate((400, 520, 640, 760)):
        at_home.presses(QPoint(x, at_home.window.height() - 4), finger=finger)
    at_home.clock.passes(2)
    door = at_home.centre(at_home.button("Get help now. Signs that should not wait."))
    at_home.presses(door, finger=9)
    at_home.lifts(door, finger=9)
    assert at_home.place() == routes.Help()


def test_a_touch_that_the_screen_takes_back_counts_for_nothing(at_home: Visitor) -> None:
    door = at_home.button("Treatments explained")
    at_home.presses(at_home.centre(door))
    at_home.cancels_touches()
    assert not door.isDown()
    assert at_home.place() == Home()


# --- dragging -----------------------------------------------------------------------------------------------------


@pytest.mark.a11y("A11Y-13")
@EVERY_SCREEN
def test_a_drag_presses_nothing_that_it_starts_on(visitor: Visitor, way: tuple[Route, ...]) -> None:
    visitor.stands_at(*way)
    names = [button.accessibleName() for button in visitor.buttons()]
    for index, name in enumerate(names):
        visitor.stands_at(*way)
        visitor.clock.passes(5)
        button = visitor.buttons()[index]
        hits = Hits(button)
        _drag(visitor, button, 75)
        assert hits.count == 0, name


def _drag(visitor: Visitor, button: QAbstractButton, millimetres: float) -> None:
    """Draw a finger so far towards the middle of the glass."""
    start = visitor.centre(button)
    by = visitor.mm(millimetres) * (1 if start.y() < visitor.window.height() // 2 else -1)
    visitor.presses(start)
    for step in range(1, 6):
        visitor.clock.passes(0.05)
        visitor.slides(start + QPoint(0, by * step // 5))
    visitor.lifts(start + QPoint(0, by))


# --- feedback -----------------------------------------------------------------------------------------------------


@pytest.mark.a11y("A11Y-14")
@EVERY_SCREEN
def test_a_pressed_button_looks_pressed_and_then_rests_again(visitor: Visitor, way: tuple[Route, ...]) -> None:
    visitor.stands_at(*way)
    visitor.clock.passes(5)
    for button in visitor.buttons():
        resting = button.grab().toImage()
        button.setDown(True)
        assert button.grab().toImage() != resting, button.accessibleName()
        button.setDown(False)
        assert button.grab().toImage() == resting, button.accessibleName()


@pytest.mark.a11y("A11Y-14")
def test_after_a_touch_nothing_stays_highlighted(at_home: Visitor, home_button: QAbstractButton) -> None:
    resting = at_home.window.grab().toImage()
    at_home.taps(at_home.centre(home_button))
    assert at_home.window.grab().toImage() == resting


# --- other ways to point ------------------------------------------------------------------------------------------


def test_a_mouse_is_one_more_finger(at_home: Visitor) -> None:
    door = at_home.centre(at_home.button("Treatments explained"))
    QTest.mousePress(at_home.window.windowHandle(), Qt.MouseButton.LeftButton, pos=door)
    assert at_home.place() == Home()
    QTest.mouseRelease(at_home.window.windowHandle(), Qt.MouseButton.LeftButton, pos=door)
    at_home.settles()
    assert at_home.place() == routes.Treatments()


def test_the_right_button_of_a_mouse_does_nothing(at_home: Visitor) -> None:
    door = at_home.centre(at_home.button("Treatments explained"))
    QTest.mouseClick(at_home.window.windowHandle(), Qt.MouseButton.RightButton, pos=door)
    assert at_home.place() == Home()
