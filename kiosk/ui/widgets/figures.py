"""Numbers as pictures: people as 100 figures, a value as a mark on a scale."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.assistive.accessible import speak_as
from kiosk.ui.theme.measure import Size
from kiosk.ui.theme.surfaces import Surface
from kiosk.ui.theme.theme import Theme
from kiosk.ui.widgets.text import Text, TextStyle
from kiosk.values import value_class

PEOPLE = 100
"""One number of people for every picture, so that they can be compared (health-literacy yardstick 7)."""


def caption_style(theme: Theme) -> TextStyle:
    """The words above a picture of numbers."""
    return TextStyle(Size.BUTTON, 600, theme.palette.ink, line_height=1.25)


@value_class
class People:
    """Who stands in a picture."""

    filled: int
    """Those with the result, the first of 100."""
    harm: bool = False


class PeopleGrid(QWidget):
    """100 figures in four rows; those with the result filled, the others as outlines."""

    COLUMNS = 25
    ROWS = 4

    WIDE_MM = 7.0
    """The room for one figure, where there is enough."""

    def __init__(
        self, parent: QWidget, rect: QRect, theme: Theme, words: str, people: People, *, wide: float = WIDE_MM
    ) -> None:
        """Stand at a rectangle of the parent; wide: the room for one figure, in millimetres."""
        super().__init__(parent)
        self.setGeometry(rect)
        self._theme = theme
        self._wide = wide
        self.people = people
        self._colour = theme.tones("help" if people.harm else "treatments").sign
        self._words = Text.of(words, caption_style(theme)).lay(theme, rect.width())
        self._left = theme.right_to_left
        speak_as(self, QAccessible.Role.Graphic, words)

    @staticmethod
    def height_for(theme: Theme, width: int, name: str, wide: float = WIDE_MM) -> int:
        """The height at a width, in pixels."""
        words = Text.of(name, caption_style(theme)).lay(theme, width)
        return words.height + theme.mm(2) + round(PeopleGrid._step(theme, width, wide) * 1.55) * PeopleGrid.ROWS

    @staticmethod
    def _step(theme: Theme, width: int, wide: float) -> int:
        return min(width // PeopleGrid.COLUMNS, theme.mm(wide))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words and the figures."""
        painter = QPainter(self)
        self._words.paint(painter, QPoint(0, 0))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        step = self._step(self._theme, self.width(), self._wide)
        top = self._words.height + self._theme.mm(2)
        for number in range(PEOPLE):
            row, column = divmod(number, self.COLUMNS)
            x = self.width() - (column + 1) * step if self._left else column * step
            self._figure(
                painter, QRect(x, top + round(row * step * 1.55), step, round(step * 1.55)), number < self.people.filled
            )

    def _figure(self, painter: QPainter, cell: QRect, filled: bool) -> None:  # noqa: FBT001 - one of two looks
        """A head and a body."""
        size = cell.width() * 0.74
        x = cell.left() + (cell.width() - size) / 2
        colour = QColor(self._colour if filled else self._theme.palette.edge)
        pen = painter.pen()
        pen.setColor(colour)
        pen.setWidthF(max(1.4, size * 0.1))
        painter.setPen(pen)
        painter.setBrush(colour if filled else QColor(self._theme.palette.card))
        head = size * 0.44
        painter.drawEllipse(round(x + (size - head) / 2), cell.top() + 1, round(head), round(head))
        body = QRect(round(x + size * 0.16), round(cell.top() + head + 2), round(size * 0.68), round(size * 0.78))
        painter.drawRoundedRect(body, size * 0.26, size * 0.26)


class ScaleBar(QWidget):
    """One value as a mark on a scale."""

    def __init__(self, parent: QWidget, rect: QRect, theme: Theme, words: str, share: float) -> None:
        """Stand at a rectangle of the parent; share is 0 at the low end and 1 at the high end."""
        super().__init__(parent)
        self.setGeometry(rect)
        self._theme = theme
        self._share = min(1.0, max(0.0, share))
        self._words = Text.of(words, caption_style(theme)).lay(theme, rect.width())
        speak_as(self, QAccessible.Role.Graphic, words)

    @staticmethod
    def height_for(theme: Theme, width: int, name: str, value: int) -> int:
        """The height at a width, in pixels."""
        return Text.of(f"{name}: {value}", caption_style(theme)).lay(theme, width).height + theme.mm(9)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words, the scale and the mark."""
        painter = QPainter(self)
        theme, tones = self._theme, self._theme.tones("treatments")
        self._words.paint(painter, QPoint(0, 0))
        thick = theme.mm(2.4)
        y = self._words.height + theme.mm(4)
        track = QRect(0, y - thick // 2, self.width(), thick)
        theme.surfaces.paint(painter, track, Surface(tones.tint, theme.palette.edge, 2, thick // 2))
        side = theme.mm(7)
        x = round((self.width() - side) * self._share)
        if theme.right_to_left:
            x = self.width() - side - x
        mark = QRect(x, y - side // 2, side, side)
        theme.surfaces.paint(painter, mark, Surface(tones.sign, theme.palette.card, max(2, theme.mm(0.8)), side // 2))
