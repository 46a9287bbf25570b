"""Photographs that staff bring: looked at, and painted where they were let through."""

import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt
from PySide6.QtGui import QColorSpace, QImage, QImageReader, QImageWriter

from kiosk.content.pictures.check import look
from kiosk.content.pictures.photograph import kind_by, size_of
from kiosk.ui.theme.pictures import Pictures
from tests.fuzz.told import must_be_told

_ENDINGS: Final = (".png", ".jpg", ".webp")
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_SHOWN: Final = QSize(120, 100)


class Photographs:
    """A photograph under each of the three names.

    What draws a PNG refuses parts with a wrong check sum: one is tried a second time, with right ones.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def seeds(self) -> Iterator[bytes]:
        for form in (QImage.Format.Format_RGB32, QImage.Format.Format_ARGB32, QImage.Format.Format_Grayscale8):
            for name, quality in (("png", -1), ("jpeg", 80), ("webp", 80), ("webp", 100)):
                yield _photograph(form, name, quality)
        for form in (QImage.Format.Format_Indexed8, QImage.Format.Format_Mono, QImage.Format.Format_RGBA64):
            yield _photograph(form, "png")
        for name in ("png", "jpeg", "webp"):
            yield _photograph(QImage.Format.Format_RGB32, name, from_camera=True)
        yield turned(_photograph(QImage.Format.Format_RGB32, "jpeg", from_camera=True))
        yield moving(_photograph(QImage.Format.Format_RGB32, "webp", 80))

    def take(self, data: bytes) -> None:
        self._take(data)
        if data.startswith(_PNG):
            self._take(with_check_sums(data))

    def _take(self, data: bytes) -> None:
        for ending in _ENDINGS:
            file = self._folder / f"photograph{ending}"
            file.write_bytes(data)
            problems = look(file.name, file)
            for problem in problems:
                must_be_told(problem)
            if not problems:
                found = QImageReader(str(file)).size()
                told = size_of(kind_by(ending), data)
                assert not found.isValid() or found.toTuple() == told, f"Told {told}, found {found}."
                assert not Pictures({file.name: file}).pixmap(file.name, _SHOWN, 4).isNull()


def _photograph(form: QImage.Format, name: str, quality: int = -1, *, from_camera: bool = False) -> bytes:
    """A small one with a few colours in it, as Qt writes it."""
    image = QImage(24, 16, QImage.Format.Format_ARGB32)
    for place in range(24 * 16):
        image.setPixel(place % 24, place // 24, 0x7F000000 + place * 0x00050301)
    image = image.convertToFormat(form, Qt.ImageConversionFlag.AutoColor)
    written = QBuffer()
    written.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(written, name.encode())
    writer.setQuality(quality)
    if from_camera:  # with its colours and words, and finer step by step
        image.setColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
        image.setText("Description", "A garden. " * 20)
        writer.setProgressiveScanWrite(True)
    assert writer.write(image), writer.errorString()
    return bytes(written.data().data())


def turned(jpeg: bytes) -> bytes:
    """The note of a camera that was held upright before the other parts (EXIF, tag 0x112)."""
    note = b"Exif\0\0MM\0*" + struct.pack(">IHHHIHHI", 8, 1, 0x112, 3, 1, 6, 0, 0)
    return jpeg[:2] + b"\xff\xe1" + struct.pack(">H", len(note) + 2) + note + jpeg[2:]


def moving(still: bytes) -> bytes:
    """A WebP of two pictures, one after the other, each of them this one."""
    sides = struct.pack("<HBHB", 23, 0, 15, 0)
    picture = _part(b"ANMF", bytes(6) + sides + bytes([100, 0, 0, 0]) + still[12:])
    parts = _part(b"VP8X", bytes([2, 0, 0, 0]) + sides) + _part(b"ANIM", bytes(6)) + picture * 2
    return b"RIFF" + struct.pack("<I", 4 + len(parts)) + b"WEBP" + parts


def _part(name: bytes, content: bytes) -> bytes:
    return name + struct.pack("<I", len(content)) + content + bytes(len(content) % 2)


def with_check_sums(png: bytes) -> bytes:
    """Each part with the sum that belongs to it, as far as there are parts."""
    made = [_PNG]
    place = len(_PNG)
    while place + 12 <= len(png):
        end = place + 8 + int.from_bytes(png[place : place + 4])
        made += [png[place:end], struct.pack(">I", zlib.crc32(png[place + 4 : end]))]
        place = end + 4
    return b"".join(made) + png[place:]
