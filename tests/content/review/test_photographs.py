"""A photograph is one, and small enough for the machine."""

import os
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.content.pictures.check import check_pictures
from kiosk.content.pictures.limits import PictureLimits
from kiosk.content.review.limits import Limits
from kiosk.content.review.pictures import review_pictures

PASS = b"\xff\xda\x00\x08\x01\x01\x00\x01\x3f\x21"
END_OF_JPEG = b"\xff\xd9"
POINTS = PASS + b"points" + END_OF_JPEG


def png(width: int, height: int) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", width, height) + b"IEND"


def jpeg(width: int, height: int) -> bytes:
    return b"\xff\xd8\xff\xe0\x00\x04JF" + jpeg_size(width, height) + POINTS


def jpeg_size(width: int, height: int, mark: int = 0xC0) -> bytes:
    return bytes([0xFF, mark]) + b"\x00\x11\x08" + struct.pack(">HH", height, width)


def webp(width: int, height: int) -> bytes:
    sides = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return b"RIFF\x00\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00\x00\x00\x00\x00" + sides


def webp_of_photos(width: int, height: int) -> bytes:
    """As cameras and most programs write it."""
    return (
        b"RIFF\x00\x00\x00\x00WEBPVP8 \x00\x00\x00\x00\x00\x00\x00\x9d\x01\x2a"
        + struct.pack("<HH", width, height)
        + b"points"
    )


def webp_without_loss(width: int, height: int) -> bytes:
    """As programs for drawing write it."""
    sides = struct.pack("<I", (width - 1) | (height - 1) << 14)
    return b"RIFF\x00\x00\x00\x00WEBPVP8L\x00\x00\x00\x00\x2f" + sides + b"points"


def turned_jpeg(width: int, height: int) -> bytes:
    """With parts before the one that tells the size: tables, a mark that stands alone, filling."""
    tables = b"\xff\xc4\x00\x06\x00\x01\x00\x01"
    return b"\xff\xd8\xff\xff" + tables[1:] + b"\xff\xd0" + jpeg_size(width, height, 0xC2) + POINTS


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


SIZE_PARTS = [mark for mark in range(0xC0, 0xD0) if mark not in (0xC4, 0xC8, 0xCC)]
"""The parts of a JPEG that tell its size; the three between them hold tables (ITU T.81, table B.1)."""


@pytest.mark.parametrize("mark", SIZE_PARTS)
@pytest.mark.parametrize(
    "before",
    [
        b"\xff\xc4\x00\x06\xff\xc0\x00\x00",
        b"\xff\xc8\x00\x06\xff\xc0\x00\x00",
        b"\xff\xcc\x00\x06\xff\xc0\x00\x00",
        b"\xff\xe1\x00\x06\xff\xc0\x00\x00",
        b"\xff\x01\xff\xd0\xff\xd7",
        b"\x00\xff\xff\xff\xfe\x00\x02",
    ],
    ids=["tables", "later", "conditions", "camera", "alone", "filling"],
)
def test_a_photograph_with_other_parts_before_the_one_that_tells_its_size(
    tmp_path: Path, mark: int, before: bytes
) -> None:
    """What stands in the other parts may look like a size, and is none."""
    file = tmp_path / "photo.jpg"
    file.write_bytes(b"\xff\xd8\xff\xe0\x00\x02" + before + jpeg_size(9_001, 16_000, mark))
    assert [problem.what for problem in check_pictures({"photo.jpg": file})] == [
        "The picture is 9001 by 16000 points large."
    ]


@pytest.mark.parametrize("mark", [b"\xff\x00", b"\xff\x01", b"\xff\xd0", b"\xff\xd7"])
def test_a_photograph_that_hides_its_size_behind_a_mark_that_nothing_belongs_to(tmp_path: Path, mark: bytes) -> None:
    """What draws it goes on right after such a mark, and found 60,000 by 60,000 points where 10 by 10 were told."""
    hidden = jpeg_size(60_000, 60_000)
    file = tmp_path / "photo.jpg"
    file.write_bytes(b"\xff\xd8" + mark + struct.pack(">H", 2 + len(hidden)) + hidden + jpeg(10, 10)[2:])
    assert [problem.what for problem in check_pictures({"photo.jpg": file})] == [
        "The picture is 60000 by 60000 points large."
    ]


@pytest.mark.parametrize("mark", [b"\xff\xd8", b"\xff\xd9", b"\xff\xda"], ids=["beginning", "end", "picture"])
def test_a_photograph_that_does_not_tell_its_size_in_time(tmp_path: Path, mark: bytes) -> None:
    file = tmp_path / "photo.jpg"
    file.write_bytes(b"\xff\xd8" + mark + b"\x00\x02" + jpeg(10, 10)[2:])
    assert [problem.what for problem in check_pictures({"photo.jpg": file})] == [
        "This is no JPEG picture, whatever its name says."
    ]


@pytest.mark.parametrize("name", MAKERS)
def test_a_photograph_of_which_only_the_beginning_was_copied(tmp_path: Path, name: str) -> None:
    """Patients would see a part of it, or an empty place."""
    file = tmp_path / name
    whole = webp_of_a_length() if name == "photo.webp" else MAKERS[name](10, 10)
    file.write_bytes(whole)
    assert list(check_pictures({name: file})) == []
    for length in range(len(whole) - 1):
        file.write_bytes(whole[:length])
        (problem,) = check_pictures({name: file})
        assert problem.what.endswith(("The picture ends too soon.", "picture, whatever its name says.")), length
    file.write_bytes(whole[:-1])
    (problem,) = check_pictures({name: file})
    assert str(problem) == f"pictures/{name}:1:1: error: The picture ends too soon. Copy it anew, all of it."


def webp_of_a_length() -> bytes:
    """One that tells how many bytes follow."""
    made = webp(10, 10) + b"VP8 points"
    return made[:4] + struct.pack("<I", len(made) - 8) + made[8:]


def test_a_photograph_that_was_copied_in_part_and_has_a_smaller_one_in_its_notes(tmp_path: Path) -> None:
    """As cameras write it: the end of the smaller one is not the end of the photograph."""
    notes = jpeg(2, 2)
    noted = b"\xff\xd8\xff\xe1" + struct.pack(">H", 2 + len(notes)) + notes + jpeg(10, 10)[2:]
    file = tmp_path / "photo.jpg"
    file.write_bytes(noted)
    assert list(check_pictures({"photo.jpg": file})) == []
    file.write_bytes(noted[:-3])
    assert [problem.what for problem in check_pictures({"photo.jpg": file})] == ["The picture ends too soon."]


def test_a_photograph_that_is_gone_over_without_end(tmp_path: Path) -> None:
    """Each pass over eight million points takes a moment, and ten bytes of the file."""
    file = tmp_path / "photo.jpg"
    for passes, told in (
        (100, []),
        (101, ["The picture is drawn in 101 passes. Save it again, not as a progressive JPEG."]),
    ):
        file.write_bytes(jpeg(3_800, 2_200) + PASS * (passes - 1) + END_OF_JPEG)
        assert [str(problem).partition("error: ")[2] for problem in check_pictures({"photo.jpg": file})] == told


@pytest.mark.parametrize("kind", [b"zTXt", b"iTXt"])
def test_a_photograph_that_carries_much_packed_text(tmp_path: Path, kind: bytes) -> None:
    """Each may become a thousand times as long whenever the picture is drawn."""
    file = tmp_path / "photo.png"
    packed = zlib.compress(b"a" * 100_000)
    text = struct.pack(">I4s", len(packed), kind) + packed + bytes(4)
    for texts, told in (
        (5, []),
        (6, ["The picture carries 6 packed texts. Save it again as JPEG."]),
    ):
        file.write_bytes(png(10, 10) + text * texts)
        assert [str(problem).partition("error: ")[2] for problem in check_pictures({"photo.png": file})] == told


@pytest.mark.parametrize("name", ["photo.png", "photo.webp"])
def test_passes_are_counted_in_a_jpeg_alone(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.write_bytes(MAKERS[name](10, 10) + PASS * 200)
    assert list(check_pictures({name: file})) == []


@pytest.mark.parametrize("name", ["photo.jpg", "photo.webp"])
def test_packed_texts_are_counted_in_a_png_alone(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.write_bytes(MAKERS[name](10, 10) + b"zTXtiTXt" * 200)
    assert list(check_pictures({name: file})) == []


@pytest.mark.parametrize("sides", [(70_000, 200), (200, 70_000)])
def test_a_photograph_as_long_as_only_a_webp_can_be(tmp_path: Path, sides: tuple[int, int]) -> None:
    file = tmp_path / "photo.webp"
    file.write_bytes(webp(*sides))
    (problem,) = check_pictures({"photo.webp": file})
    assert problem.what == f"The picture is {sides[0]} by {sides[1]} points large."


@pytest.mark.parametrize("kind", [b"VP8?", b"ICCP", b"VP8 "])
def test_a_photograph_that_does_not_tell_its_size(tmp_path: Path, kind: bytes) -> None:
    file = tmp_path / "photo.webp"
    file.write_bytes(b"RIFF\x00\x00\x00\x00WEBP" + kind + bytes(20))
    (problem,) = check_pictures({"photo.webp": file})
    assert str(problem) == (
        "pictures/photo.webp:1:1: error: This is no WebP picture, whatever its name says. Save it again as WebP."
    )


@pytest.mark.parametrize(
    ("name", "place", "other"),
    [
        ("photo.png", 1, b"XXX"),
        ("photo.png", 12, b"IDAT"),
        ("photo.jpg", 0, b"XX"),
        ("photo.webp", 0, b"RIFX"),
        ("photo.webp", 8, b"WAVE"),
    ],
)
def test_something_else_that_is_named_like_a_photograph(tmp_path: Path, name: str, place: int, other: bytes) -> None:
    """A sound is a RIFF file as well; all that follows may look as in a photograph."""
    sound = MAKERS[name](10, 10)
    file = tmp_path / name
    file.write_bytes(sound[:place] + other + sound[place + len(other) :])
    (problem,) = check_pictures({name: file})
    assert problem.what.endswith("picture, whatever its name says.")


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


def test_a_photograph_that_is_too_heavy_for_a_page(tmp_path: Path) -> None:
    file = tmp_path / "photo.png"
    for more, told in ((0, []), (501, ["The picture has 601 kB; 600 are the most."])):
        file.write_bytes(png(10, 10) + bytes(600_000 - len(png(10, 10)) + more))
        assert [problem.what for problem in review_pictures({"photo.png": file}, Limits())] == told
    (problem,) = review_pictures({"photo.png": file}, Limits())
    assert problem.remedy == "Save it smaller: 1920 by 1080 is enough."


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
    assert [(problem.what, problem.remedy) for problem in check_pictures({"form.pdf": file})] == [
        ("This is no picture that the kiosk can show.", "Save it as SVG, PNG, JPEG or WebP.")
    ]


@pytest.mark.parametrize(("more", "told"), [(0, []), (1, ["5 MB"]), (45_000_000, ["5 MB"])])
def test_a_picture_of_more_than_five_megabytes_is_not_read(tmp_path: Path, more: int, told: list[str]) -> None:
    file = tmp_path / "photo.png"
    file.write_bytes(png(10, 10))
    os.truncate(file, 5_000_000 + more)
    found = [problem.what for problem in check_pictures({"photo.png": file})]
    assert found == [f"The picture has more than {most}." for most in told]
