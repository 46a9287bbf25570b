"""A drawing holds what the kiosk cannot draw or must not show."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.content.pictures.check import check_pictures, look
from kiosk.content.pictures.limits import PictureLimits
from kiosk.content.review.limits import Limits
from kiosk.content.review.pictures import review_pictures
from tests.content.review.library import PICTURE, Desk

AT = "pictures/walk.svg:1:1: warning: "
REFUSED = "pictures/walk.svg:1:1: error: "


@pytest.mark.parametrize(
    ("part", "told"),
    [
        (
            "<text>Hi</text>",
            "The drawing holds written words. Take them out: words stand in the page, in each language.",
        ),
        (
            "<filter/>",
            (
                'The drawing holds "filter", which the kiosk does not draw. Draw it with shapes only and '
                'save it as "plain SVG".'
            ),
        ),
        (
            '<rect style="fill:red"/>',
            'The drawing uses "style", which the kiosk does not draw. Write fill and stroke as attributes.',
        ),
    ],
)
def test_a_drawing_with_more_than_shapes(clerk: Desk, part: str, told: str) -> None:
    clerk.write("pictures/walk.svg", PICTURE.replace("</svg>", f"{part}</svg>"))
    assert clerk.review() == [AT + told]


@pytest.mark.parametrize(
    ("part", "told"),
    [
        ("<script>x()</script>", "The drawing holds a script. Take it out: pictures are only looked at."),
        (
            '<path fill="url(https://example.org/a)"/>',
            (
                'The drawing refers to something else ("url(https://example.org/a)"). '
                'Draw it with shapes only and save it as "plain SVG".'
            ),
        ),
        (
            '<rect onload="x()"/>',
            'The drawing holds a script ("onload"). Take it out: pictures are only looked at.',
        ),
        ("<foreignObject/>", "The drawing holds a web page. Take it out: pictures are only looked at."),
        ("<g>" * 101 + "</g>" * 101, "The drawing has too many parts. Draw it simpler."),
        ("<g/>" * 20_001, "The drawing has too many parts. Draw it simpler."),
    ],
    ids=["script", "address", "handler", "web page", "deep", "many"],
)
def test_a_drawing_that_patients_must_not_be_shown(clerk: Desk, part: str, told: str) -> None:
    clerk.write("pictures/walk.svg", PICTURE.replace("</svg>", f"{part}</svg>"))
    assert clerk.refused() == [REFUSED + told]


def test_a_colour_gradient_within_the_drawing_may_be_shown(clerk: Desk) -> None:
    clerk.write("pictures/walk.svg", PICTURE.replace("</svg>", '<rect fill="url(#sky)"/></svg>'))
    assert clerk.refused() == []
    assert len(clerk.review()) == 1


def test_a_picture_inside_a_drawing_is_refused_for_its_reference(clerk: Desk) -> None:
    clerk.write("pictures/walk.svg", PICTURE.replace("</svg>", '<image href="a.png"/></svg>'))
    (told,) = clerk.refused()
    assert told.startswith(REFUSED + 'The drawing refers to something else ("a.png").')


def test_a_drawing_that_would_grow_when_read_is_not_read(clerk: Desk) -> None:
    bomb = '<!DOCTYPE svg [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
    clerk.write("pictures/walk.svg", bomb + PICTURE.replace("</svg>", "<g>&b;</g><script/></svg>"))
    assert clerk.refused() == [
        REFUSED + 'The drawing begins with a DOCTYPE. Draw it with shapes only and save it as "plain SVG".'
    ]


def test_a_drawing_was_cut_off(clerk: Desk) -> None:
    clerk.write("pictures/walk.svg", PICTURE.removesuffix("</svg>") + "\n<g")
    assert clerk.refused() == [
        "pictures/walk.svg:2:1: error: The drawing cannot be read from here on. Save it again as SVG."
    ]


def test_a_drawing_with_orders_for_another_program(clerk: Desk) -> None:
    order = "<?xml-stylesheet href='https://example.org/a.css'?>"
    clerk.write("pictures/walk.svg", order + PICTURE)
    told = 'The drawing holds an instruction "xml-stylesheet". Draw it with shapes only and save it as "plain SVG".'
    assert clerk.refused() == [REFUSED + told]


def test_a_drawing_as_deep_as_may_be(clerk: Desk) -> None:
    inside = PictureLimits().depth - 1  # the drawing itself is one
    clerk.write("pictures/walk.svg", PICTURE.replace("</svg>", "<g>" * inside + "</g>" * inside + "</svg>"))
    assert clerk.refused() == []
    clerk.write("pictures/walk.svg", PICTURE.replace("</svg>", "<g>" * (inside + 1) + "</g>" * (inside + 1) + "</svg>"))
    assert len(clerk.refused()) == 1


def test_a_drawing_of_as_many_parts_as_may_be(clerk: Desk) -> None:
    clerk.write("pictures/walk.svg", PICTURE.replace("</svg>", "<g/><g/></svg>"))
    file = {"walk.svg": clerk.folder / "pictures/walk.svg"}
    assert list(check_pictures(file, PictureLimits(elements=4))) == []  # with the drawing itself and its circle
    for most in (3, 2):  # told once, however many there are beyond
        assert len(list(check_pictures(file, PictureLimits(elements=most)))) == 1


@pytest.mark.parametrize(
    ("part", "told"),
    [
        (f"<{'f' * 60}/>", f'The drawing holds "{"f" * 40}", which the kiosk does not draw.'),
        (f'<rect fill="url(#{"f" * 60})"/>', f'The drawing refers to something else ("url(#{"f" * 35}").'),
        (f'<rect on{"f" * 60}="x()"/>', f'The drawing holds a script ("on{"f" * 38}").'),
        (f"<?{'f' * 60} x?>", f'The drawing holds an instruction "{"f" * 40}".'),
        (f'<path d="M0 0 {"f" * 60}"/>', f'The drawing is broken: a path cannot be drawn from "{"f" * 20}" on.'),
    ],
    ids=["element", "reference", "handler", "instruction", "path"],
)
def test_of_long_words_in_a_drawing_the_beginning_is_told(tmp_path: Path, part: str, told: str) -> None:
    file = tmp_path / "walk.svg"
    file.write_text(PICTURE.replace("</svg>", f"{part}</svg>"))
    assert [problem.what for problem in look("walk.svg", file)] == [told]


@pytest.mark.parametrize("encoding", ["shift_jis", "none"])
def test_a_drawing_in_letters_that_cannot_be_read(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "walk.svg"
    file.write_bytes(f'<?xml version="1.0" encoding="{encoding}"?>'.encode() + PICTURE.encode())
    assert [(problem.line, problem.what) for problem in look("walk.svg", file)] == [
        (1, "The drawing cannot be read from here on.")
    ]


def test_a_drawing_just_small_enough(clerk: Desk) -> None:
    clerk.write("pictures/walk.svg", PICTURE + "\n" * (30_000 - len(PICTURE)))
    assert clerk.review() == []
    clerk.write("pictures/walk.svg", PICTURE + "\n" * (30_001 - len(PICTURE)))
    assert len(clerk.review()) == 1


def test_a_web_page_named_like_a_drawing(clerk: Desk) -> None:
    clerk.write("pictures/walk.svg", "<html><script/></html>")
    assert clerk.refused() == [REFUSED + "This is no drawing, whatever its name says. Save it again as SVG."]


def test_a_picture_is_too_large(clerk: Desk) -> None:
    clerk.write("pictures/walk.svg", PICTURE + "\n" * 40_000)
    assert clerk.review() == [AT + "The picture has 40 kB; 30 are the most. Draw it with fewer points."]


HEADS = st.sampled_from([b"", b'<?xml version="1.0" encoding="shift_jis"?>', b'<?xml version="1.0" encoding="none"?>'])
BODIES = st.binary(max_size=60) | st.binary(max_size=9).map(lambda part: PICTURE.encode().replace(b"240", part))


@given(HEADS, BODIES)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_file_of_that_name_breaks_the_review(tmp_path: Path, head: bytes, body: bytes) -> None:
    file = tmp_path / "walk.svg"
    file.write_bytes(head + body)
    for problem in (*review_pictures({"walk.svg": file}, Limits()), *check_pictures({"walk.svg": file})):
        assert problem.line >= 1
