"""The spine to touch: a large picture with the names of its parts around it, each joined to its place by a line."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.content.model.pages import Place, Spine
from kiosk.session import routes
from kiosk.session.visit import Go
from kiosk.ui.area import Area
from kiosk.ui.screen import Screen
from kiosk.ui.theme.theme import Theme
from kiosk.ui.widgets.button import ButtonSpec, Style
from kiosk.ui.widgets.picture import PictureBox

SHEET = QSize(480, 400)
"""The sheet that places are given on (docs/drawing.md)."""


def place_spine(screen: Screen, area: Area, spine: Spine) -> None:
    """Put the picture in the middle and the names beside it; on an upright screen below it."""
    theme = screen.theme
    places = sorted(spine.places, key=lambda place: place.at[1])
    specs = {place.id: _spec(place) for place in places}
    if theme.measure.portrait or theme.measure.tight:
        _below(screen, area, spine, places, specs)
        return
    left = [place for place in places if place.at[0] < SHEET.width() / 2]
    right = [place for place in places if place not in left]
    while len(left) - len(right) > 1:
        right.append(left.pop(0))
    while len(right) - len(left) > 1:
        left.append(right.pop(0))
    least = max(spec.least_width(theme) for spec in specs.values())
    width = max(least, min(theme.mm(64), max(spec.natural_width(theme) for spec in specs.values())))
    gap = theme.mm(12)
    middle = area.rect.adjusted(width + gap, 0, -width - gap, 0)
    picture = _fitted(middle)
    _picture(screen, picture, spine)
    ends = []
    for column, at_left in ((left, True), (right, False)):
        x = area.rect.left() if at_left else area.rect.right() + 1 - width
        ends += _column(screen, QRect(x, area.rect.top(), width, area.rect.height()), column, specs, at_left=at_left)
    lines = [(end, _on(picture, place)) for place, end in ends]
    PlaceLines(screen, area.rect, theme, lines)


def _below(screen: Screen, area: Area, spine: Spine, places: list[Place], specs: dict[str, ButtonSpec]) -> None:
    theme = screen.theme
    gap = theme.measure.gap
    columns = 2 if all(spec.least_width(theme) < (area.rect.width() - gap) // 2 for spec in specs.values()) else 1
    rows = -(-len(places) // columns)
    width = (area.rect.width() - gap * (columns - 1)) // columns
    height = max(spec.height_for(theme, width) for spec in specs.values())
    strip = area.bottom(rows * (height + gap) - gap, theme.mm(6))
    if area.rect.height() > theme.mm(40):
        picture = _fitted(area.rect)
        _picture(screen, picture, spine)
        PlaceDots(screen, picture, theme, [_on(picture, place) - picture.topLeft() for place in places])
    for place, cell in zip(places, Area(strip, area.right_to_left).grid(columns, rows, gap), strict=False):
        screen.button(cell, specs[place.id], Go(routes.Understand("spine", place.id)))


def _column(
    screen: Screen, rect: QRect, places: list[Place], specs: dict[str, ButtonSpec], *, at_left: bool
) -> list[tuple[Place, QPoint]]:
    theme = screen.theme
    heights = [specs[place.id].height_for(theme, rect.width()) for place in places]
    spare = max(0, rect.height() - sum(heights)) // (len(places) + 1) if places else 0
    y = rect.top() + spare
    ends = []
    for place, height in zip(places, heights, strict=True):
        cell = QRect(rect.left(), y, rect.width(), height)
        screen.button(cell, specs[place.id], Go(routes.Understand("spine", place.id)))
        ends.append((place, QPoint(cell.right() if at_left else cell.left(), cell.center().y())))
        y += height + max(spare, theme.measure.gap)
    return ends


def _spec(place: Place) -> ButtonSpec:
    return ButtonSpec(label=place.name, style=Style.PILL, section="understand")


def _picture(screen: Screen, rect: QRect, spine: Spine) -> None:
    screen.card(rect)
    PictureBox(screen, rect, screen.theme, spine.picture)


def _fitted(room: QRect) -> QRect:
    """The largest sheet in the middle of the room."""
    size = SHEET.scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
    rect = QRect(QPoint(0, 0), size)
    rect.moveCenter(room.center())
    return rect


def _on(picture: QRect, place: Place) -> QPoint:
    x, y = place.at
    return picture.topLeft() + QPoint(picture.width() * x // SHEET.width(), picture.height() * y // SHEET.height())


class PlaceLines(QWidget):
    """Thin lines from names to places; they lie over the picture and take no touches."""

    def __init__(self, parent: QWidget, rect: QRect, theme: Theme, lines: list[tuple[QPoint, QPoint]]) -> None:
        """Stand over a rectangle of the parent; the lines are in the parent's pixels."""
        super().__init__(parent)
        self.setGeometry(rect)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._theme = theme
        self._lines = [(start - rect.topLeft(), end - rect.topLeft()) for start, end in lines]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw each with a dot at the place."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for start, end in self._lines:
            painter.setPen(QPen(QColor("#16302F"), max(2, self._theme.mm(0.6))))
            painter.drawLine(start, end)
            _dot(painter, end, self._theme)


class PlaceDots(QWidget):
    """Dots at the places of the picture."""

    def __init__(self, parent: QWidget, rect: QRect, theme: Theme, places: list[QPoint]) -> None:
        """Stand over the picture."""
        super().__init__(parent)
        self.setGeometry(rect)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._theme = theme
        self._places = places

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place in self._places:
            _dot(painter, place, self._theme)


def _dot(painter: QPainter, place: QPoint, theme: Theme) -> None:
    """Ink with a white rim: seen on every part of the picture, whose colours no theme changes."""
    painter.setPen(QPen(QColor("#FFFFFF"), max(2, theme.mm(0.7))))
    painter.setBrush(QColor("#16302F"))
    painter.drawEllipse(place, theme.mm(2), theme.mm(2))
