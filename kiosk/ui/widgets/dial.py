"""Minutes and seconds that run down, in a ring that empties."""

from math import ceil
from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.ui.theme.theme import Theme
from kiosk.ui.widgets.phase_timer import PhaseTimer

DIGITS: Final = 0.27
"""Of the ring's width: the height of the figures, so that they never touch it."""
_TOP: Final = 90 * 16
_ROUND: Final = 360 * 16
"""Angles as QPainter takes them: sixteenths of a degree, against the clock from three o'clock."""


class Dial(QWidget):
    """What is left of a timer; the words beside it tell the minutes."""

    frame_ms = 200
    """Fast enough that no second seems longer than the one before."""

    def __init__(self, parent: QWidget, rect: QRect, theme: Theme, timer: PhaseTimer) -> None:
        """Stand at a rectangle of the parent."""
        super().__init__(parent)
        self.setGeometry(rect)
        self._theme = theme
        self._timer = timer

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring and the time within."""
        theme = self._theme
        tones = theme.tones("tips")
        seconds = ceil(self._timer.milliseconds_left / 1000)
        thick = theme.mm(4)
        side = min(self.width(), self.height()) - thick
        ring = QRect((self.width() - side) // 2, (self.height() - side) // 2, side, side)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(tones.tint))
        painter.setPen(QPen(QColor(theme.palette.edge), max(2, theme.mm(0.8))))
        painter.drawEllipse(ring)
        painter.setPen(QPen(QColor(tones.sign), thick, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawArc(ring, _TOP, -round(_ROUND * seconds * 1000 / self._timer.milliseconds))
        painter.setPen(QColor(tones.on_tint))
        painter.setFont(theme.fonts.font(round(side * DIGITS), 800))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, f"{seconds // 60}:{seconds % 60:02}")
