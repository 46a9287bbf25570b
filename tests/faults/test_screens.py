"""Each screen and each dialog breaks in turn: a patient reads kind words, and goes on in one touch."""

import logging

import pytest
from PySide6.QtCore import QSize

from kiosk.app import SCREENS
from kiosk.session import routes
from kiosk.session.routes import Attract, Dialog, Home, Route
from kiosk.ui.scene import Scene
from kiosk.ui.screen import Screen
from tests.ui import stops
from tests.visitor import Visitor

SORRY = "Sorry, this page is not ready"
WAYS = {type(way[-1]): way for way in stops.SCREENS.values() if way} | {
    routes.Reading: (stops.PRP,),
    routes.Compare: (routes.Compare(stops.COMPARISON),),
    routes.Tips: (routes.Tips(),),
    Attract: (),
}
"""A way to each kind of place."""


def breaks(_scene: Scene, _route: Route, _size: QSize) -> Screen:
    """A screen that cannot be made."""
    raise ZeroDivisionError("the secret reason")


def test_there_is_a_way_to_every_screen() -> None:
    assert set(WAYS) == set(SCREENS)


@pytest.mark.parametrize("kind", SCREENS, ids=lambda kind: kind.__name__)
def test_each_screen_breaks_in_turn(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, kind: type[Route]
) -> None:
    way = WAYS[kind]
    with monkeypatch.context() as patch:
        patch.setitem(SCREENS, kind, breaks)
        visitor.app.window.clear()
        visitor.stands_at(*way)
        assert visitor.heading == SORRY
        assert not visitor.sees("secret")
        visitor.clock.passes(5)
        visitor.touch("Go to the start")
        assert visitor.place() == Home()
        assert (visitor.heading == SORRY) == (kind is Home)
    assert "the secret reason" in caplog.text
    assert {record.levelno for record in caplog.records} == {logging.ERROR}
    visitor.app.window.clear()  # mended: the very next screen is there again
    visitor.stands_at(*way)
    assert visitor.heading != SORRY


def test_a_dialog_that_breaks_leaves_the_screen_beneath(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setitem(SCREENS, routes.Easier, breaks)
    visitor.touch("Touch the screen to begin")
    visitor.touch("Treatments explained")
    visitor.touch("Easier to use")
    assert visitor.heading == SORRY
    visitor.touch("Back")
    assert visitor.place() == routes.Treatments()
    assert not issubclass(routes.Treatments, Dialog)
    assert visitor.heading == "Treatments explained"
    assert "the secret reason" in caplog.text


def test_the_question_who_is_there_breaks_and_the_visit_still_ends(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    visitor.touch("Touch the screen to begin")
    visitor.touch("Treatments explained")
    monkeypatch.setattr(visitor.app.stage, "_asks", breaks)
    for _ in range(1000):
        if visitor.app.is_empty:
            break
        visitor.clock.passes(1)
        try:
            visitor.app.session.tick()
        except ZeroDivisionError as error:
            visitor.app.failed(
                type(error), error, error.__traceback__
            )  # as the hook does (tests/health/test_faults.py)
    assert visitor.app.is_empty
    visitor.settles()
    visitor.touch("Touch the screen to begin")
    assert visitor.place() == Home()
