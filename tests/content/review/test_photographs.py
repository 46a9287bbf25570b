"""A photograph is one, and small enough for the machine."""

import struct
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.content.pictures.check import check_pictures
from kiosk.content.pictures.limits import PictureLimits
from kiosk.content.review.limits import Limits
from kiosk.content.review.pictures import review_pictures


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
        b"\xff\xd0\xff\xd7\xff\xd8",
        b"\x00\xff\xff\xff\xfe\x00\x02",
    ],
    ids=["tables", "later", "conditions", "camera", "alone", "filling"],
)
def test_a_photograph_with_other_parts_before_the_one_that_tells_its_size(
    tmp_path: Path, mark: int, before: bytes
) -> None:
    """What stands in the other parts may look like a size, and is none."""
    file = tmp_path / "photo.jpg"
    sides = struct.pack(">HH", 16_000, 9_001)
    file.write_bytes(b"\xff\xd8\xff\xe0\x00\x02" + before + b"\xff" + bytes([mark]) + b"\x00\x11\x08" + sides)
    assert [problem.what for problem in check_pictures({"photo.jpg": file})] == [
        "The picture is 9001 by 16000 points large."
    ]


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


def test_a_picture_of_fifty_megabytes_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "photo.png"
    with file.open("wb") as opened:
        opened.truncate(50_000_000)
    assert [problem.what for problem in check_pictures({"photo.png": file})] == ["The picture has more than 5 MB."]
