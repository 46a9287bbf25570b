"""How much a photograph asks of what draws it, told by its bytes: nothing of it is unpacked."""

import struct
from collections.abc import Callable, Mapping
from typing import Final

_SIZE_FOLLOWS: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_ALONE: Final = frozenset({0x00, 0x01, *range(0xD0, 0xD8)})
"""Marks of a JPEG that nothing belongs to (ITU T.81, table B.1), and the one that is none."""
_TOO_LATE: Final = frozenset({0xD8, 0xD9, 0xDA})
"""Another beginning, the end, the picture itself: before these the size must be told."""
_FILLING: Final = 0xFF
_PASS: Final = b"\xff\xda"
_JPEG_END: Final = b"\xff\xd9"
_PNG_END: Final = b"IEND"
_WEBP_HEAD: Final = 8
"""Bytes of a WebP before those that it counts."""
_PACKED_TEXTS: Final = (b"zTXt", b"iTXt")


def kind_by(ending: str) -> str:
    """The name of the kind of photograph that a file's ending tells of: PNG, JPEG or WebP."""
    return "JPEG" if ending in {".jpg", ".jpeg"} else "WebP" if ending == ".webp" else "PNG"


def size_of(kind: str, data: bytes) -> tuple[int, int]:
    """Width and height in points.

    Raises ValueError when these are not the bytes of such a photograph.
    """
    try:
        return _SIZES[kind](data)
    except (IndexError, struct.error):
        raise ValueError from None


def is_whole(kind: str, data: bytes) -> bool:
    """Whether its end is there: of one that was copied in part, patients would see a part, or nothing."""
    if kind == "WebP":
        return len(data) >= _WEBP_HEAD + int.from_bytes(data[4:_WEBP_HEAD], "little")
    return _JPEG_END in data[data.rfind(_PASS) :] if kind == "JPEG" else _PNG_END in data


def passes_over(kind: str, data: bytes) -> int:
    """How often the whole picture is gone over; a JPEG may ask for that with ten bytes each time."""
    return data.count(_PASS) if kind == "JPEG" else 1


def packed_texts(kind: str, data: bytes) -> int:
    """How many packed texts it carries; those of a PNG are unpacked whenever it is drawn, to 8 MB each."""
    return sum(map(data.count, _PACKED_TEXTS)) if kind == "PNG" else 0


def _png_size(data: bytes) -> tuple[int, int]:
    if not data.startswith(b"\x89PNG\r\n\x1a\n") or data[12:16] != b"IHDR":
        raise ValueError
    width, height = struct.unpack(">II", data[16:24])
    return width, height


def _jpeg_size(data: bytes) -> tuple[int, int]:
    """From part to part as what draws it goes: if it skipped more or less, it would find another size."""
    if not data.startswith(b"\xff\xd8\xff"):
        raise ValueError
    place = 2
    while True:  # ends where the data does, with an IndexError
        while data[place] != _FILLING or data[place + 1] == _FILLING:
            place += 1
        mark = data[place + 1]
        if mark in _TOO_LATE:
            raise ValueError
        if mark in _SIZE_FOLLOWS:
            height, width = struct.unpack(">HH", data[place + 5 : place + 9])
            return width, height
        place += 2 if mark in _ALONE else 2 + struct.unpack(">H", data[place + 2 : place + 4])[0]


def _webp_size(data: bytes) -> tuple[int, int]:
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP":
        raise ValueError
    kind = data[12:16]
    if kind == b"VP8X":
        low_width, high_width, low_height, high_height = struct.unpack("<HBHB", data[24:30])
        return (high_width << 16 | low_width) + 1, (high_height << 16 | low_height) + 1
    if kind == b"VP8L":
        bits = struct.unpack("<I", data[21:25])[0]
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8 " and data[23:26] == b"\x9d\x01\x2a":
        width, height = struct.unpack("<HH", data[26:30])
        return width & 0x3FFF, height & 0x3FFF
    raise ValueError


_SIZES: Final[Mapping[str, Callable[[bytes], tuple[int, int]]]] = {
    "PNG": _png_size,
    "JPEG": _jpeg_size,
    "WebP": _webp_size,
}
