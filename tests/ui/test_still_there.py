"""Any touch and any key says that somebody is there, and does nothing else (A11Y-69)."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton

from kiosk.session.routes import Attract, Home
from tests.visitor import Visitor


@pytest.mark.a11y("A11Y-69")
@pytest.mark.parametrize("place", ["a door", "the bar", "nothing", "the answer"])
def test_a_touch_anywhere_stays_and_does_nothing_else(at_home: Visitor, place: str) -> None:
    places = {
        "a door": at_home.centre(at_home.button("Treatments explained")),
        "the bar": at_home.centre(at_home.button("Finish")),
        "nothing": QPoint(3, 3),
    }
    at_home.waits(125)
    assert at_home.seconds_left() is not None
    at_home.taps(places.get(place) or at_home.centre(at_home.top.findChildren(QAbstractButton)[0]))
    assert at_home.seconds_left() is None
    assert at_home.visit.routes == (Home(),)


@pytest.mark.a11y("A11Y-69")
def test_any_key_stays_and_does_nothing_else(at_home: Visitor) -> None:
    at_home.waits(125)
    at_home.presses_key(Qt.Key.Key_Escape)
    assert at_home.seconds_left() is None
    assert at_home.visit.routes == (Home(),)


def test_a_finger_that_moves_on_the_glass_is_a_sign_of_life(at_home: Visitor) -> None:
    at_home.presses(QPoint(5, 5))
    for step in range(40):
        at_home.waits(10)
        at_home.slides(QPoint(5 + step % 2, 5))
    assert at_home.seconds_left() is None
    assert at_home.visit.routes == (Home(),)


@pytest.mark.parametrize("place", [QPoint(3, 3), QPoint(960, 20), QPoint(1400, 500)], ids=["corner", "edge", "picture"])
def test_the_loop_says_touch_the_screen_and_any_touch_will_do(visitor: Visitor, place: QPoint) -> None:
    visitor.clock.passes(5)
    visitor.taps(place)
    assert not isinstance(visitor.visit.route, Attract)
