"""The clinic's logo: drawn whole, on white, whatever the colours of the rest."""

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from kiosk.disk import is_file
from kiosk.ui.theme.photograph import upright, upright_size


def logo_size(file: Path, most: QSize) -> QSize:
    """The largest size at which the logo fits, or an empty one if it cannot be drawn."""
    natural = _natural(file)
    if natural.isEmpty():
        return QSize()
    return natural.scaled(QSizeF(most), Qt.AspectRatioMode.KeepAspectRatio).toSize()


def draw_logo(file: Path, size: QSize) -> QPixmap:
    """The logo at a size, on nothing."""
    pixmap = QPixmap(size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    if _is_drawing(file):
        QSvgRenderer(str(file)).render(painter, QRectF(pixmap.rect()))
    else:
        painter.drawImage(0, 0, upright(file, size))
    painter.end()
    return pixmap


def _natural(file: Path) -> QSizeF:
    if not is_file(file):
        return QSizeF()
    if _is_drawing(file):
        renderer = QSvgRenderer(str(file))
        return QSizeF(renderer.defaultSize()) if renderer.isValid() else QSizeF()
    return QSizeF(upright_size(file))


def _is_drawing(file: Path) -> bool:
    return file.suffix.lower() == ".svg"
