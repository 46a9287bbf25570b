"""How sure we are, as four dots; always beside its word."""

from typing import Final, get_args

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.content.model.parts import CertaintyLevel
from kiosk.content.model.words import CertaintyWords
from kiosk.ui.theme.theme import Theme

LEVELS: Final[tuple[CertaintyLevel, ...]] = get_args(CertaintyLevel)
"""As many dots as its place in this row."""


def level_words(level: CertaintyLevel | None, words: CertaintyWords) -> str:
    """The word for a level, or nothing."""
    return str(getattr(words, level.replace("-", "_"))) if level is not None else ""


def paint_dots(painter: QPainter, rect: QRect, theme: Theme, filled: int) -> None:
    """Draw four dots from where lines begin, so many filled."""
    side = rect.height()
    gap = round(side * 0.45)
    colour = QColor(theme.tones("compare").sign)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, max(2.0, side * 0.13)))
    for number in range(len(LEVELS)):
        x = number * (side + gap)
        left = rect.right() + 1 - x - side if theme.right_to_left else rect.left() + x
        painter.setBrush(colour if number < filled else QColor(0, 0, 0, 0))
        painter.drawEllipse(QRect(left, rect.top(), side, side).adjusted(2, 2, -2, -2))


class Dots(QWidget):
    """The four dots by themselves; the word stands beside them and is what is read aloud."""

    def __init__(self, parent: QWidget, rect: QRect, theme: Theme, level: CertaintyLevel) -> None:
        """Stand at a rectangle of the parent, as high as a dot."""
        super().__init__(parent)
        self.setGeometry(rect)
        self._theme = theme
        self._filled = LEVELS.index(level) + 1

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw them."""
        paint_dots(QPainter(self), self.rect(), self._theme, self._filled)
