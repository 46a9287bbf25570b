"""Pictures of the screens: the same on a machine that is slow."""

from kiosk.session.visit import Reader
from kiosk.tour.shots import prepare, shots_of, stand_at
from tests.visitor import Visitor


def test_a_second_that_passes_meanwhile_takes_no_question_off_its_picture(visitor: Visitor) -> None:
    prepare(visitor.app, Reader(language="en"), visitor.window.size())
    stand_at(visitor.app, next(shot for shot in shots_of(visitor.app) if shot.asking))
    visitor.window.ticked.emit()
    assert visitor.heading == "Are you still there?"
