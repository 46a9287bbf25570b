"""Rounded grounds with edge and shadow, drawn once and then copied."""

from typing import Final

from PySide6.QtCore import QMargins, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPixmap

from kiosk.values import value_class

_SHADOW_STEPS: Final = 12


@value_class
class Surface:
    """A rounded ground."""

    fill: str
    edge: str = ""
    edge_width: float = 0
    radius: int = 0
    shadow: float = 0.0
    """How dark the shadow is, 0 to 1."""
    spread: int = 0
    """How far the shadow reaches, in pixels."""
    dashed: bool = False


class Surfaces:
    """Draws surfaces from pixmaps of their corners and edges."""

    def __init__(self) -> None:
        """Keep nothing yet."""
        self._kept: dict[Surface, QPixmap] = {}

    def paint(self, painter: QPainter, rect: QRect, surface: Surface) -> None:
        """Fill a rectangle with a surface; its shadow falls outside."""
        if surface.dashed or surface.radius * 2 + 2 > min(rect.width(), rect.height()):
            _fill(painter, QRectF(rect), surface)
            return
        pixmap = self._kept.get(surface)
        if pixmap is None:
            pixmap = self._kept[surface] = _draw(surface)
        _copy(painter, rect, pixmap, surface)


def _draw(surface: Surface) -> QPixmap:
    """The surface at its least size: corners, and a middle of two pixels."""
    side = 2 * (surface.radius + 2) + 2
    image = QImage(QSize(side, side).grownBy(_room(surface)), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    body = QRectF(surface.spread, surface.spread, side, side)
    _shade(painter, body, surface)
    _fill(painter, body, surface)
    painter.end()
    return QPixmap.fromImage(image)


def _room(surface: Surface) -> QMargins:
    return QMargins(surface.spread, surface.spread, surface.spread, surface.spread)


def _shade(painter: QPainter, body: QRectF, surface: Surface) -> None:
    """A soft shadow: rounded rectangles, each a little smaller and adding a little more dark."""
    if not surface.shadow:
        return
    colour = QColor(20, 40, 40)
    painter.setPen(Qt.PenStyle.NoPen)
    for step in range(_SHADOW_STEPS):
        reach = surface.spread * (1 - step / _SHADOW_STEPS) * 0.8
        colour.setAlphaF(surface.shadow * 2 * (step + 1) / _SHADOW_STEPS**2)
        painter.setBrush(colour)
        rounded = body.adjusted(-reach, -reach, reach, reach).translated(0, surface.spread * 0.2)
        painter.drawRoundedRect(rounded, surface.radius + reach, surface.radius + reach)


def _fill(painter: QPainter, body: QRectF, surface: Surface) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inset = surface.edge_width / 2
    rounded = body.adjusted(inset, inset, -inset, -inset)
    radius = min(surface.radius, rounded.width() / 2, rounded.height() / 2)
    path = QPainterPath()
    path.addRoundedRect(rounded, radius, radius)
    if surface.fill:
        painter.fillPath(path, QColor(surface.fill))
    if surface.edge_width:
        pen = QPen(QColor(surface.edge), surface.edge_width)
        if surface.dashed:
            pen.setDashPattern([5, 4])
        painter.strokePath(path, pen)


def _copy(painter: QPainter, rect: QRect, pixmap: QPixmap, surface: Surface) -> None:
    """Corners as they are, edges stretched; the middle, which is most of it, as plain colour."""
    corner = surface.radius + 2 + surface.spread
    outer = rect.marginsAdded(_room(surface))
    side = pixmap.width()
    columns = (
        (outer.left(), 0, corner),
        (outer.left() + corner, corner, outer.width() - 2 * corner),
        (outer.right() + 1 - corner, side - corner, corner),
    )
    rows = (
        (outer.top(), 0, corner),
        (outer.top() + corner, corner, outer.height() - 2 * corner),
        (outer.bottom() + 1 - corner, side - corner, corner),
    )
    middle = side - 2 * corner
    for x, from_x, width in columns:
        for y, from_y, height in rows:
            if from_x == from_y == corner:
                if surface.fill:
                    painter.fillRect(x, y, width, height, QColor(surface.fill))
                continue
            source = QRect(
                from_x, from_y, middle if from_x == corner else corner, middle if from_y == corner else corner
            )
            painter.drawPixmap(QRect(x, y, width, height), pixmap, source)
