"""A table tells by itself whether a goal was held, and so does the command's end."""

import pytest

from tests.bench.motion import SLIDE_MS, gaps_of_slide, gaps_of_swipe
from tests.bench.report import MISSED, NONE, SMOOTH, Goal, Row, edits, missed


@pytest.mark.parametrize(
    ("goal", "ours", "theirs", "verdict"),
    [
        (Goal(p99=11), [6.0] * 99 + [90.0], [30.0], "yes"),
        (Goal(p99=11), [6.0] * 98 + [11.04, 11.04], [30.0], MISSED),
        (Goal(share=0.5), [300.0, 310.0, 900.0], [700.0, 720.0], "yes"),
        (Goal(share=0.5), [300.0], [599.0], MISSED),
        (Goal(middle=0.5), [0.1, 0.2, 9.0], [], "yes"),
        (SMOOTH, [16.0] * 200 + [34.1], [], MISSED),
        (SMOOTH, [16.0] * 97 + [20.5] * 3, [], MISSED),
        (Goal(), [1000.0], [1.0], NONE),
        (SMOOTH, [], [], NONE),
    ],
)
def test_a_goal_is_held_or_missed(goal: Goal, ours: list[float], theirs: list[float], verdict: str) -> None:
    assert goal.verdict(ours, theirs) == verdict


def test_what_was_missed_is_told_by_name() -> None:
    rows = (
        Row("a touch", Goal(p99=11), [12.0], [30.0], spread=True),
        Row("memory", Goal(share=0.22), [90.0], [480.0], unit="MB"),
    )
    figures = "\n".join([*map(str, rows), Row("a slide", SMOOTH, [42.7], spread=True).alone()])
    assert missed(figures) == ["a touch, ms", "a slide, ms"]


@pytest.mark.parametrize(("slowest", "told"), [(0.9, []), (1.2, ["an edit to the screen"])])
def test_an_edit_that_takes_too_long_is_missed(slowest: float, told: list[str]) -> None:
    assert missed(edits([0.7, slowest], [])) == told


def test_a_frame_that_hangs_is_no_frame_less() -> None:
    assert list(gaps_of_slide([0.0, 16.0, 216.0])) == [16.0, 200.0]
    assert list(gaps_of_slide([0.0, SLIDE_MS, SLIDE_MS + 60])) == [SLIDE_MS]
    assert list(gaps_of_swipe([0.0, 60.0, 260.0])) == [60.0, 200.0]
