"""What moves is short, moves only when the visitor moves it, and not at all for those who want it still."""

import pytest
from PySide6.QtCore import QAbstractAnimation
from PySide6.QtTest import QTest

from kiosk.session import routes
from kiosk.session.routes import Home, Route
from kiosk.session.visit import Reader
from kiosk.ui.screens.attract import SLIDE_SECONDS
from kiosk.ui.screens.tips import PLAY_SECONDS
from tests.journeys.listening import SilentVoice
from tests.visitor import Visitor

STILL = (Reader(language="en", less_motion=True), Reader(language="en", text_size=150))


def moving(visitor: Visitor) -> list[QAbstractAnimation]:
    """All that moves just after the finger was lifted."""
    running = QAbstractAnimation.State.Running
    return [one for one in visitor.window.findChildren(QAbstractAnimation) if one.state() is running]


def lets_go(visitor: Visitor, name: str) -> None:
    """Touch a button and look at once, before anything has come to its end."""
    place = visitor.centre(visitor.button(name))
    visitor.clock.passes(2)
    visitor.presses(place)
    QTest.touchEvent(visitor.window.windowHandle(), visitor.glass, False).release(0, place).commit()


@pytest.mark.a11y("A11Y-41")
@pytest.mark.parametrize("way", [(Home(),), (routes.Tips(),)], ids=["screens", "tips"])
def test_movements_are_short(visitor: Visitor, way: tuple[Route, ...]) -> None:
    visitor.stands_at(*way)
    lets_go(visitor, "Treatments explained" if way == (Home(),) else "Home")
    assert moving(visitor)
    assert all(one.totalDuration() <= 200 for one in moving(visitor))
    visitor.settles()


@pytest.mark.a11y("A11Y-41")
@pytest.mark.parametrize("reader", STILL, ids=["less motion", "large text"])
@pytest.mark.parametrize("name", ["Treatments explained", "Tips for every day", "Finish"])
def test_nothing_moves_for_those_who_want_it_still(visitor: Visitor, reader: Reader, name: str) -> None:
    visitor.stands_at(Home())
    visitor.reads_as(reader)
    lets_go(visitor, name)
    assert moving(visitor) == []
    assert visitor.visit.routes != (Home(),)


@pytest.mark.a11y("A11Y-41")
@pytest.mark.parametrize("reader", STILL, ids=["less motion", "large text"])
def test_tips_turn_without_moving(visitor: Visitor, reader: Reader) -> None:
    visitor.stands_at(routes.Tips())
    visitor.reads_as(reader)
    lets_go(visitor, "More" if visitor.offers("More") else "Next tip")
    assert moving(visitor) == []
    assert visitor.place() != routes.Tips()


@pytest.mark.a11y("A11Y-41")
@pytest.mark.parametrize("name", ["Home", "Next tip"])
def test_nothing_moves_for_who_listens(visitor: Visitor, voice: SilentVoice, name: str) -> None:
    visitor.stands_at(routes.Tips(position=1))
    visitor.touch("Listen")
    visitor.touch("Read this page")
    visitor.finds(name)
    before = visitor.place()
    lets_go(visitor, name)
    assert moving(visitor) == []
    assert visitor.place() != before


@pytest.mark.a11y("A11Y-39")
def test_what_moves_by_itself_leaves_time_to_read() -> None:
    assert SLIDE_SECONDS >= 8
    assert PLAY_SECONDS >= 8


@pytest.mark.a11y("A11Y-39")
def test_nothing_advances_by_itself_in_a_visit(visitor: Visitor) -> None:
    for way in ((Home(),), (routes.Tips(),), (routes.Reading("therapies/prp"),), (routes.Help(),)):
        visitor.stands_at(*way)
        before = visitor.outline()
        visitor.waits_for_the_screen()
        assert visitor.outline() == before
