"""A photograph stands upright, however the telephone that took it was held."""

import struct
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap, QTransform

from kiosk.ui.theme.logo import draw_logo, logo_size
from kiosk.ui.theme.pictures import Pictures

pytestmark = pytest.mark.usefixtures("qapp")
SKY, GRASS = QColor(40, 90, 220), QColor(30, 130, 30)
UPRIGHT, ON_ITS_SIDE = 1, 6
"""Orientations of Exif 2.32, 4.6.4 A: as it stands; to be turned by 90 degrees to the right."""


def photograph(file: Path, orientation: int) -> Path:
    """The upper half sky, the lower one grass, as a telephone keeps it that was held so."""
    seen = QImage(200, 400, QImage.Format.Format_RGB32)
    seen.fill(GRASS)
    painter = QPainter(seen)
    painter.fillRect(0, 0, 200, 200, SKY)
    painter.end()
    kept = seen.transformed(QTransform().rotate(-90)) if orientation == ON_ITS_SIDE else seen
    assert kept.save(str(file))
    data = file.read_bytes()
    exif = b"Exif\0\0MM\0*" + struct.pack(">IHHHIHHI", 8, 1, 0x0112, 3, 1, orientation, 0, 0)
    file.write_bytes(data[:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + data[2:])
    return file


def is_upright(picture: QPixmap) -> bool:
    image = picture.toImage()
    middle = image.width() // 2
    above, below = image.pixelColor(middle, image.height() // 8), image.pixelColor(middle, image.height() * 7 // 8)
    return above.blue() > above.green() and below.green() > below.blue()


@pytest.mark.parametrize("orientation", [UPRIGHT, ON_ITS_SIDE])
def test_a_photograph_stands_upright_and_whole(tmp_path: Path, orientation: int) -> None:
    file = photograph(tmp_path / "garden.jpg", orientation)
    picture = Pictures({"garden.jpg": file}).pixmap("garden.jpg", QSize(100, 200), 0)
    assert is_upright(picture)
    assert picture.toImage().pixelColor(1, 198).green() > SKY.green() // 2, "it reaches the edges"


@pytest.mark.parametrize("orientation", [UPRIGHT, ON_ITS_SIDE])
def test_so_does_a_logo(tmp_path: Path, orientation: int) -> None:
    file = photograph(tmp_path / "logo.jpg", orientation)
    size = logo_size(file, QSize(300, 300))
    assert size == QSize(150, 300)
    assert is_upright(draw_logo(file, size))
