"""Pictures of the screens: the same on a machine that is slow."""

from pathlib import Path

from kiosk.session.visit import Reader
from kiosk.tour.shots import prepare, shots_of, stand_at, take
from tests.visitor import Visitor


def test_a_second_that_passes_meanwhile_takes_no_question_off_its_picture(visitor: Visitor) -> None:
    prepare(visitor.app, Reader(language="en"), visitor.window.size())
    stand_at(visitor.app, next(shot for shot in shots_of(visitor.app) if shot.asking))
    visitor.window.ticked.emit()
    assert visitor.heading == "Are you still there?"


def test_every_part_of_a_screen_is_taken(visitor: Visitor, tmp_path: Path) -> None:
    prepare(visitor.app, Reader(language="en", text_size=200), visitor.window.size())
    shot = next(shot for shot in shots_of(visitor.app) if shot.name == "compare-injection-exercise-or-wait")
    names = [path.name for path in take(visitor.app, shot, tmp_path)]
    assert names[:3] == [f"{shot.name}.png", f"{shot.name}-part-2.png", f"{shot.name}-part-3.png"]
    assert len(names) == len(set(names)) == len(list(tmp_path.iterdir()))
    assert not visitor.offers("More")


def test_the_apology_is_taken_without_a_word_of_trouble(visitor: Visitor, tmp_path: Path) -> None:
    prepare(visitor.app, Reader(language="en"), visitor.window.size())
    shot = next(shot for shot in shots_of(visitor.app) if shot.name == "apology")
    assert len(list(take(visitor.app, shot, tmp_path))) == 1
    assert visitor.sees("Sorry")
