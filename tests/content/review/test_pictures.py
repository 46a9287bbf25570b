"""A drawing holds what the kiosk cannot draw or must not show."""

import struct
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.content.review.drawings import PictureLimits, check_pictures
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
    clerk.write("pictures/walk.svg", bomb + PICTURE.replace("</svg>", "<g>&b;</g></svg>"))
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


def test_a_web_page_named_like_a_drawing(clerk: Desk) -> None:
    clerk.write("pictures/walk.svg", "<html/>")
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


# --- photographs --------------------------------------------------------------------------------------------------


def png(width: int, height: int) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", width, height)


def jpeg(width: int, height: int) -> bytes:
    return b"\xff\xd8\xff\xe0\x00\x04JF\xff\xc0\x00\x11\x08" + struct.pack(">HH", height, width)


def webp(width: int, height: int) -> bytes:
    sides = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return b"RIFF\x00\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00\x00\x00\x00\x00" + sides


def webp_of_photos(width: int, height: int) -> bytes:
    """As cameras and most programs write it."""
    return b"RIFF\x00\x00\x00\x00WEBPVP8 \x00\x00\x00\x00\x00\x00\x00\x9d\x01\x2a" + struct.pack("<HH", width, height)


def webp_without_loss(width: int, height: int) -> bytes:
    """As programs for drawing write it."""
    sides = struct.pack("<I", (width - 1) | (height - 1) << 14)
    return b"RIFF\x00\x00\x00\x00WEBPVP8L\x00\x00\x00\x00\x2f" + sides


def turned_jpeg(width: int, height: int) -> bytes:
    """With parts before the one that tells the size: tables, a mark that stands alone, filling."""
    tables = b"\xff\xc4\x00\x06\x00\x01\x00\x01"
    return b"\xff\xd8\xff\xff" + tables[1:] + b"\xff\xd0\xff\xc2\x00\x11\x08" + struct.pack(">HH", height, width)


MAKERS = {"photo.png": png, "photo.jpg": jpeg, "photo.jpeg": jpeg, "photo.webp": webp}


@pytest.mark.parametrize("name", MAKERS)
def test_a_photograph(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.write_bytes(MAKERS[name](1920, 1080))
    assert list(check_pictures({name: file})) == []
    file.write_bytes(MAKERS[name](16_000, 16_000))
    (problem,) = check_pictures({name: file})
    assert str(problem) == (
        f"pictures/{name}:1:1: error: The picture is 16000 by 16000 points large. "
        "Save it smaller: 1920 by 1080 is enough."
    )
    file.write_bytes(b"GIF89a")
    (problem,) = check_pictures({name: file})
    assert problem.what.endswith("picture, whatever its name says.")


@pytest.mark.parametrize(
    ("name", "make"),
    [
        *MAKERS.items(),
        ("photo.webp", webp_of_photos),
        ("photo.webp", webp_without_loss),
        ("photo.jpg", turned_jpeg),
    ],
)
def test_a_photograph_that_is_higher_than_wide(tmp_path: Path, name: str, make: Callable[[int, int], bytes]) -> None:
    """The size is told as it is, whichever way it is written down."""
    file = tmp_path / name
    file.write_bytes(make(9_001, 16_000))
    (problem,) = check_pictures({name: file})
    assert problem.what == "The picture is 9001 by 16000 points large."
    file.write_bytes(make(1_080, 1_920))
    assert list(check_pictures({name: file})) == []


@pytest.mark.parametrize("kind", [b"VP8?", b"ICCP", b"VP8 "])
def test_a_photograph_that_does_not_tell_its_size(tmp_path: Path, kind: bytes) -> None:
    file = tmp_path / "photo.webp"
    file.write_bytes(b"RIFF\x00\x00\x00\x00WEBP" + kind + bytes(20))
    (problem,) = check_pictures({"photo.webp": file})
    assert str(problem) == (
        "pictures/photo.webp:1:1: error: This is no WebP picture, whatever its name says. Save it again as WebP."
    )


@pytest.mark.parametrize(
    "data", [b"RIFX\x00\x00\x00\x00WEBPVP8X" + bytes(20), b"RIFF\x00\x00\x00\x00WAVEVP8X" + bytes(20)]
)
def test_a_sound_named_like_a_photograph(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "photo.webp"
    file.write_bytes(data)
    assert [problem.what for problem in check_pictures({"photo.webp": file})] == [
        "This is no WebP picture, whatever its name says."
    ]


@pytest.mark.parametrize("sides", [(0, 100), (100, 0)])
def test_a_photograph_of_no_size(tmp_path: Path, sides: tuple[int, int]) -> None:
    file = tmp_path / "photo.png"
    file.write_bytes(png(*sides))
    assert [problem.what for problem in check_pictures({"photo.png": file})] == [
        f"The picture is {sides[0]} by {sides[1]} points large."
    ]


def test_a_photograph_as_large_as_may_be(tmp_path: Path) -> None:
    file = tmp_path / "photo.png"
    file.write_bytes(png(PictureLimits().pixels, 1))
    assert list(check_pictures({"photo.png": file})) == []
    file.write_bytes(png(PictureLimits().pixels + 1, 1))
    assert len(list(check_pictures({"photo.png": file}))) == 1


def test_a_picture_that_was_taken_away_meanwhile(tmp_path: Path) -> None:
    gone = {"photo.png": tmp_path / "photo.png"}
    assert [str(problem) for problem in check_pictures(gone)] == [
        "pictures/photo.png:1:1: error: The picture cannot be opened. Close it in other programs, or copy it anew."
    ]
    assert list(review_pictures(gone, Limits())) == []


@given(st.sampled_from(sorted(MAKERS)), st.binary(max_size=80))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_photograph_breaks_the_check(tmp_path: Path, name: str, body: bytes) -> None:
    file = tmp_path / name
    file.write_bytes(MAKERS[name](10, 10)[: len(body)] + body)
    for problem in check_pictures({name: file}):
        assert problem.what


def test_what_is_no_picture_at_all(tmp_path: Path) -> None:
    file = tmp_path / "form.pdf"
    file.write_bytes(b"%PDF")
    assert [problem.what for problem in check_pictures({"form.pdf": file})] == [
        "This is no picture that the kiosk can show."
    ]


def test_a_picture_of_fifty_megabytes_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "photo.png"
    with file.open("wb") as opened:
        opened.truncate(50_000_000)
    assert [problem.what for problem in check_pictures({"photo.png": file})] == ["The picture has more than 5 MB."]
