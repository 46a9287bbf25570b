"""Is a file in the pictures folder a picture at all, and one that does no harm? No patient sees another."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from kiosk.content.folders import PICTURES
from kiosk.content.pictures.drawing import DrawingReader
from kiosk.content.pictures.limits import USUAL, PictureLimits
from kiosk.content.pictures.photograph import is_whole, kind_by, packed_texts, passes_over, size_of
from kiosk.content.problem import Problem

PICTURE_ENDINGS: Final = (".svg", ".png", ".jpg", ".jpeg", ".webp")


def check_pictures(pictures: Mapping[str, Path], limits: PictureLimits = USUAL) -> Iterator[Problem]:
    """Every file that is no picture, or one that patients must not be shown."""
    for name, file in sorted(pictures.items()):
        yield from (found for found in look(f"{PICTURES}/{name}", file, limits) if found.severity == "error")


def look(path: str, file: Path, limits: PictureLimits = USUAL) -> list[Problem]:
    """Whatever is wrong within a picture, small things too."""
    ending = file.suffix.lower()
    if ending not in PICTURE_ENDINGS:
        return [_at(path, "This is no picture that the kiosk can show.", "Save it as SVG, PNG, JPEG or WebP.")]
    try:
        with file.open("rb") as opened:
            data = opened.read(limits.file_bytes + 1)
    except OSError:
        return [_at(path, "The picture cannot be opened.", "Close it in other programs, or copy it anew.")]
    if len(data) > limits.file_bytes:
        what = f"The picture has more than {limits.file_bytes // 1_000_000} MB."
        return [_at(path, what, "Save it smaller.")]
    if ending == ".svg":
        return DrawingReader(path, limits).problems_in(data)
    return _look_at_photograph(path, kind_by(ending), data, limits)


def _at(path: str, what: str, remedy: str) -> Problem:
    return Problem(path, 1, 1, "error", what, remedy)


def _look_at_photograph(path: str, kind: str, data: bytes, limits: PictureLimits) -> list[Problem]:
    try:
        width, height = size_of(kind, data)
    except ValueError:
        return [_at(path, f"This is no {kind} picture, whatever its name says.", f"Save it again as {kind}.")]
    if not 0 < width * height <= limits.pixels:
        what = f"The picture is {width} by {height} points large."
        return [_at(path, what, "Save it smaller: 1920 by 1080 is enough.")]
    if not is_whole(kind, data):
        return [_at(path, "The picture ends too soon.", "Copy it anew, all of it.")]
    if (passes := passes_over(kind, data)) > limits.passes:
        return [_at(path, f"The picture is drawn in {passes} passes.", "Save it again, not as a progressive JPEG.")]
    if (texts := packed_texts(kind, data)) > limits.packed_texts:
        return [_at(path, f"The picture carries {texts} packed texts.", "Save it again as JPEG.")]
    return []
