"""Is a file in the pictures folder a picture at all, and one that does no harm? No patient sees another."""

import re
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from xml.parsers import expat

from kiosk.content.folders import PICTURES
from kiosk.content.problem import Problem, Severity
from kiosk.content.review.path_data import readable

PICTURE_ENDINGS: Final = (".svg", ".png", ".jpg", ".jpeg", ".webp")
DRAWN: Final = frozenset(
    {"svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "title", "desc"}
)
"""What drawings are made of (docs/drawing.md)."""


@dataclass(frozen=True, slots=True)
class PictureLimits:
    """How much a picture may ask of the machine."""

    file_bytes: int = 5_000_000
    """The largest bundled picture has 10,000."""
    pixels: int = 8_400_000
    """A little more than a 4K screen shows; each takes four bytes of memory."""
    elements: int = 20_000
    """The largest bundled drawing has about 100."""
    depth: int = 100
    """Groups within groups: what draws them goes as deep."""


_LIMITS: Final = PictureLimits()
SHAPES_ONLY: Final = 'Draw it with shapes only and save it as "plain SVG".'
_LOOKED_AT: Final = "Take it out: pictures are only looked at."
_TOLD: Final[Mapping[str, tuple[Severity, str, str]]] = {
    "script": ("error", "The drawing holds a script.", _LOOKED_AT),
    "foreignObject": ("error", "The drawing holds a web page.", _LOOKED_AT),
    "text": (
        "warning",
        "The drawing holds written words.",
        "Take them out: words stand in the page, in each language.",
    ),
    "image": ("warning", "The drawing holds another picture.", SHAPES_ONLY),
}


def check_pictures(pictures: Mapping[str, Path], limits: PictureLimits = _LIMITS) -> Iterator[Problem]:
    """Every file that is no picture, or one that patients must not be shown."""
    for name, file in sorted(pictures.items()):
        yield from (found for found in look(f"{PICTURES}/{name}", file, limits) if found.severity == "error")


def look(path: str, file: Path, limits: PictureLimits = _LIMITS) -> list[Problem]:
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
    return _Drawing(path, limits).review(data) if ending == ".svg" else _look_at_photo(path, ending, data, limits)


def _at(path: str, what: str, remedy: str) -> Problem:
    return Problem(path, 1, 1, "error", what, remedy)


def _look_at_photo(path: str, ending: str, data: bytes, limits: PictureLimits) -> list[Problem]:
    kind = "JPEG" if ending in {".jpg", ".jpeg"} else "WebP" if ending == ".webp" else "PNG"
    try:
        width, height = {"JPEG": _jpeg_size, "WebP": _webp_size, "PNG": _png_size}[kind](data)
    except (ValueError, IndexError, struct.error):
        return [_at(path, f"This is no {kind} picture, whatever its name says.", f"Save it again as {kind}.")]
    if not 0 < width * height <= limits.pixels:
        what = f"The picture is {width} by {height} points large."
        return [_at(path, what, "Save it smaller: 1920 by 1080 is enough.")]
    return []


def _png_size(data: bytes) -> tuple[int, int]:
    if not data.startswith(b"\x89PNG\r\n\x1a\n") or data[12:16] != b"IHDR":
        raise ValueError
    width, height = struct.unpack(">II", data[16:24])
    return width, height


def _jpeg_size(data: bytes) -> tuple[int, int]:
    if not data.startswith(b"\xff\xd8\xff"):
        raise ValueError
    place = 2
    while True:  # ends where the data does, with an IndexError
        while data[place] != 0xFF:  # noqa: PLR2004 - every part begins with this byte
            place += 1
        mark = data[place + 1]
        if 0xC0 <= mark <= 0xCF and mark not in {0xC4, 0xC8, 0xCC}:  # noqa: PLR2004 - parts that tell the size
            height, width = struct.unpack(">HH", data[place + 5 : place + 9])
            return width, height
        is_alone = mark == 0xFF or 0xD0 <= mark <= 0xD8  # noqa: PLR2004 - marks without a length
        place += (1 if mark == 0xFF else 2) if is_alone else 2 + struct.unpack(">H", data[place + 2 : place + 4])[0]  # noqa: PLR2004 - filling


def _webp_size(data: bytes) -> tuple[int, int]:
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP":
        raise ValueError
    kind = data[12:16]
    if kind == b"VP8X":
        return int.from_bytes(data[24:27], "little") + 1, int.from_bytes(data[27:30], "little") + 1
    if kind == b"VP8L":
        bits = struct.unpack("<I", data[21:25])[0]
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8 " and data[23:26] == b"\x9d\x01\x2a":
        width, height = struct.unpack("<HH", data[26:30])
        return width & 0x3FFF, height & 0x3FFF
    raise ValueError


class _Drawing:
    """Reads a drawing once, element by element; entities are never expanded."""

    def __init__(self, path: str, limits: PictureLimits) -> None:
        self.path = path
        self.limits = limits
        self.problems: list[Problem] = []
        self.depth = self.count = 0
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self._element
        self.parser.EndElementHandler = self._end
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.ProcessingInstructionHandler = self._instruction

    def review(self, data: bytes) -> list[Problem]:
        try:
            self.parser.Parse(data, True)
        except (expat.ExpatError, ValueError, LookupError) as error:  # the last two: an encoding it cannot read
            line = getattr(error, "lineno", 1)
            self._tell("error", "The drawing cannot be read from here on.", "Save it again as SVG.", line)
        except _Refused:
            pass
        return self.problems

    def _tell(self, severity: Severity, what: str, remedy: str, line: int = 0) -> None:
        self.problems.append(Problem(self.path, line or self.parser.CurrentLineNumber, 1, severity, what, remedy))

    def _doctype(self, *_: object) -> None:
        self._tell("error", "The drawing begins with a DOCTYPE.", SHAPES_ONLY)
        raise _Refused

    def _instruction(self, target: str, _: str) -> None:
        self._tell("error", f'The drawing holds an instruction "{target[:40]}".', SHAPES_ONLY)

    def _end(self, _: str) -> None:
        self.depth -= 1

    def _element(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        self.count += 1
        element = name.rpartition(":")[2]
        if self.count == 1 and element != "svg":
            self._tell("error", "This is no drawing, whatever its name says.", "Save it again as SVG.")
            raise _Refused
        if self.depth > self.limits.depth or self.count > self.limits.elements:
            self._tell("error", "The drawing has too many parts.", "Draw it simpler.")
            raise _Refused
        if element not in DRAWN:
            what = f'The drawing holds "{name[:40]}", which the kiosk does not draw.'
            self._tell(*_TOLD.get(element, ("warning", what, SHAPES_ONLY)))
        if element == "path":
            self._path(attributes.get("d", ""))
        for key, value in attributes.items():
            self._attribute(key, value)

    def _path(self, data: str) -> None:
        end = readable(data)
        if not data.strip():
            self._tell("warning", "A path of the drawing is empty.", "Delete it, or draw it anew.")
        elif end < len(data):
            what = f'The drawing is broken: a path cannot be drawn from "{data[end : end + 20]}" on.'
            self._tell("error", what, 'Draw it anew and save it as "plain SVG".')

    def _attribute(self, key: str, value: str) -> None:
        if key.rpartition(":")[2] == "href" or "url(" in value.lower():
            severity: Severity = "warning" if _is_within(value) else "error"
            self._tell(severity, f'The drawing refers to something else ("{value[:40]}").', SHAPES_ONLY)
        elif key.lower().startswith("on"):
            self._tell("error", f'The drawing holds a script ("{key[:40]}").', _LOOKED_AT)
        elif key in {"style", "class"}:
            remedy = "Write fill and stroke as attributes."
            self._tell("warning", f'The drawing uses "{key}", which the kiosk does not draw.', remedy)


def _is_within(value: str) -> bool:
    """Whether a reference leads to another part of the same drawing, as colour gradients do."""
    return re.fullmatch(r"\s*(?:url\(\s*['\"]?#[^)]*\)|#.*)\s*", value) is not None


class _Refused(Exception):  # noqa: N818 - stops the reading, and is no error of the program
    """The rest need not be read."""
