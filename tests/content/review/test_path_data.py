"""The lines of a drawing: one that breaks off is told to the clerk, and not drawn by half before patients."""

import time
from typing import Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QByteArray
from PySide6.QtSvg import QSvgRenderer
from pytestqt.logging import _QtMessageCapture

from kiosk.content.pictures.path_data import readable
from tests.content.review.library import PICTURE, Desk


@pytest.mark.parametrize(
    ("data", "breaks_off_at"),
    [
        ("M0 0 L10", "L10"),
        ("M0 0 L10 10 X5 5", "X5 5"),
        ("L10 10", "L10 10"),
        ("M0,0,,5 5", ",,5 5"),
        ("M0 0 10 10 20", "20"),
        ("M0 0 L 1e 5", "L 1e 5"),
        ("M0 0 L nan 5", "L nan 5"),
        ("M0 0 L 1e999 5", "L 1e999 5"),
        ("M0 0 A5 5 0 2 1 10 10", "A5 5 0 2 1 10 10"),
        ("M0 0 C1 2 3 4", "C1 2 3 4"),
        ("M0 0 L10 10 and so on to its end", "and so on to its end"),
    ],
)
def test_a_line_of_a_drawing_breaks_off(clerk: Desk, data: str, breaks_off_at: str) -> None:
    """What draws it would leave out the rest, and say so in the log each time."""
    clerk.write("pictures/walk.svg", PICTURE.replace("</svg>", f'\n<path d="{data}"/></svg>'))
    (told,) = clerk.refused()
    assert told == (
        f'pictures/walk.svg:2:1: error: The drawing is broken: a path cannot be drawn from "{breaks_off_at}" on. '
        'Draw it anew and save it as "plain SVG".'
    )


@pytest.mark.parametrize(
    "data",
    [
        "M0 0L10 10",
        " M0,0 , 5,5\tz m-1.5.5+3-.2e-2 ",
        "m0 0h1v-2 3H4V5t1 1T2 2s1 1 2 2S3 3 4 4q1 1 2 2Q3 3 4 4Z",
        "M0 0a5 5 0 0110 10 5 5 0 1,0 1-1",
        "M0 0C1 2 3 4 5 6 7 8 9 10 11 12c1 2 3 4 5 6",
    ],
)
def test_lines_however_they_are_written_down(clerk: Desk, data: str) -> None:
    clerk.write("pictures/walk.svg", PICTURE.replace("</svg>", f'<path d="{data}"/></svg>'))
    assert clerk.refused() == clerk.review() == []


def test_a_path_that_draws_nothing(clerk: Desk) -> None:
    clerk.write("pictures/walk.svg", PICTURE.replace("</svg>", "<path/></svg>"))
    assert clerk.review() == [
        "pictures/walk.svg:1:1: warning: A path of the drawing is empty. Delete it, or draw it anew."
    ]


PATHS: Final = st.text(alphabet="MmLlHhVvCcSsQqTtAaZz0123456789.,+-eE \t", max_size=40)


@given(PATHS.map("M0 0{}".format))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_of_a_line_that_passes_nothing_is_logged_when_it_is_drawn(qtlog: _QtMessageCapture, data: str) -> None:
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="{data}"/></svg>'
    if readable(data) == len(data):
        assert QSvgRenderer(QByteArray(drawing.encode())).isValid()
        assert qtlog.records == []


@pytest.mark.parametrize("data", ["M" + " " * 100_000, "M0 0L" + "1 " * 100_001, "M0 0 " + "1" * 100_000])
def test_no_line_takes_long(data: str) -> None:
    begun = time.process_time()
    readable(data)
    assert time.process_time() - begun < 1
