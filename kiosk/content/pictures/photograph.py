"""How large a photograph is, told by its first bytes: nothing of it is unpacked."""

import struct
from collections.abc import Callable, Mapping
from typing import Final


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
        raise ValueError("It ends too soon.") from None


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


_SIZES: Final[Mapping[str, Callable[[bytes], tuple[int, int]]]] = {
    "PNG": _png_size,
    "JPEG": _jpeg_size,
    "WebP": _webp_size,
}
