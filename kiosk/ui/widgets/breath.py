"""A circle that grows with the breath and shrinks again."""

from math import cos, pi
from typing import Final

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.ui.theme.theme import Theme
from kiosk.ui.widgets.phase_timer import Going, PhaseTimer

FRAME_MS: Final = 33
LEAST: Final = 0.6
"""Of its greatest radius: how small it gets."""


class Breath(QWidget):
    """The breath as a circle: in, and out; for whoever wants less motion it stands still beside its words."""

    def __init__(self, parent: QWidget, rect: QRect, theme: Theme, timer: PhaseTimer, *, still: bool) -> None:
        """Stand at a rectangle of the parent; breaths in and out are the phases of the timer, by turns."""
        super().__init__(parent)
        self.setGeometry(rect)
        self._theme = theme
        self._timer = timer
        self._still = still
        self.frame_ms = 0 if still else FRAME_MS

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the circle as it is now."""
        theme = self._theme
        tones = theme.tones("tips")
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tones.sign), theme.mm(1)))
        painter.setBrush(QColor(tones.tint))
        most = min(self.width(), self.height()) / 2 - theme.mm(1)
        radius = most * (LEAST + (1 - LEAST) * self._fullness)
        painter.drawEllipse(QPointF(self.width() / 2, self.height() / 2), radius, radius)

    @property
    def _fullness(self) -> float:
        """From 0, breathed out, to 1."""
        if self._still:
            return 1.0
        if self._timer.going in (Going.NOT_BEGUN, Going.OVER):
            return 0.0
        is_inward = self._timer.number % 2 == 0
        share = self._timer.share if is_inward else 1 - self._timer.share
        return (1 - cos(pi * share)) / 2
