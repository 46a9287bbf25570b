"""Pictures of the library as pixmaps, decoded at the size they are shown."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPixmap
from PySide6.QtSvg import QSvgRenderer

from kiosk.ui.theme.photograph import upright, upright_size
from kiosk.ui.theme.pixmaps import Pixmaps

MAX_BYTES: Final = 24_000_000
"""What the kept pixmaps may take together: those of a tip and its neighbours beside those of the first screens."""

MOST_CUT: Final = 1.19
"""A sheet is enlarged so much beyond what shows it whole: 8 % may be cut from two sides (docs/drawing.md)."""
SAMPLE: Final = QSize(480, 400)
"""How finely a sheet is looked at to see how it ends at its edges: one dot for each of its units (docs/drawing.md)."""


class Pictures:
    """Draws pictures and keeps the last ones."""

    def __init__(self, files: Mapping[str, Path]) -> None:
        """Draw from these files, by their names in the pictures folder."""
        self._files = files
        self._kept = Pixmaps(MAX_BYTES)

    def pixmap(self, name: str, size: QSize, radius: int) -> QPixmap:
        """The picture filling the size, cut evenly where its shape differs, with round corners."""
        key = (name, size.width(), size.height(), radius)
        return self._kept.get(key, lambda: self._draw(name, size, radius))

    def _draw(self, name: str, size: QSize, radius: int) -> QPixmap:
        pixmap = QPixmap(size)
        if pixmap.isNull():
            return pixmap
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if radius:
            corners = QPainterPath()
            corners.addRoundedRect(QRectF(pixmap.rect()), radius, radius)
            painter.setClipPath(corners)
        file = self._files.get(name)
        if file is not None:
            _paint_file(painter, file, size)
        painter.end()
        return pixmap


def _paint_file(painter: QPainter, file: Path, size: QSize) -> None:
    if file.suffix.lower() == ".svg":
        renderer = QSvgRenderer(str(file))
        if renderer.isValid():
            place = _covering(renderer.viewBoxF(), size)
            _paint_ground(painter, renderer, size, place)
            renderer.render(painter, place)
        return
    natural = upright_size(file)
    target = _covering(QRectF(0, 0, natural.width(), natural.height()), size)
    painter.drawImage(target.topLeft(), upright(file, target.size().toSize()))


def _paint_ground(painter: QPainter, renderer: QSvgRenderer, size: QSize, place: QRectF) -> None:
    """Where the sheet does not reach, go on as it is at its edges: the floor stays a floor."""
    if place.contains(QRectF(0, 0, size.width(), size.height())):
        return
    sample = QImage(SAMPLE, QImage.Format.Format_ARGB32_Premultiplied)
    sample.fill(Qt.GlobalColor.transparent)
    sampler = QPainter(sample)
    renderer.render(sampler)
    sampler.end()
    wide, high = SAMPLE.width(), SAMPLE.height()
    middle = round(place.center().y())
    painter.fillRect(QRectF(0, 0, size.width(), middle), sample.pixelColor(1, 1))
    painter.fillRect(QRectF(0, middle, size.width(), size.height() - middle), sample.pixelColor(1, high - 2))
    if place.left() > 0:
        across = place.left() + 1
        painter.drawImage(QRectF(0, place.top(), across, place.height()), sample, QRectF(0, 0, 1, high))
        right = QRectF(size.width() - across, place.top(), across, place.height())
        painter.drawImage(right, sample, QRectF(wide - 1, 0, 1, high))


def _covering(sheet: QRectF, size: QSize) -> QRectF:
    """Where a sheet must lie to cover the size without being stretched, as far as little of it is cut off."""
    if sheet.isEmpty():
        return QRectF(0, 0, size.width(), size.height())
    across, down = size.width() / sheet.width(), size.height() / sheet.height()
    scale = min(max(across, down), min(across, down) * MOST_CUT)
    width, height = sheet.width() * scale, sheet.height() * scale
    return QRectF((size.width() - width) / 2, (size.height() - height) / 2, width, height)
