"""The short slide from one screen to the next: forward comes from where lines end, back from where they begin."""

from typing import Final

from PySide6.QtCore import QEasingCurve, QPoint, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

DURATION_MS: Final = 190
"""Less than the 200 ms of A11Y-41."""


class Slide(QWidget):
    """Two pictures of screens moving past; lies over the stage only while it moves."""

    done = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Lie hidden over the parent."""
        super().__init__(parent)
        self._stage = parent
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.hide()
        self._before = QPixmap()
        self._after = QPixmap()
        self._leftward = True
        self._way = 0.0
        self._animation = QVariantAnimation(self)
        self._animation.setDuration(DURATION_MS)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.valueChanged.connect(self._step)
        self._animation.finished.connect(self.finish)

    def start(self, before: QPixmap, after: QPixmap, *, leftward: bool) -> None:
        """Slide from one picture to the other."""
        self._before, self._after, self._leftward = before, after, leftward
        self._way = 0.0
        self.setGeometry(self._stage.rect())
        self.show()
        self.raise_()
        self._animation.start()

    def finish(self) -> None:
        """Be done now, and let go of the pictures."""
        self._animation.stop()
        if self.isVisible():
            self.hide()
            self._before, self._after = QPixmap(), QPixmap()
            self.done.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw both where they are now."""
        gone = round(self.width() * self._way)
        painter = QPainter(self)
        if self._leftward:
            painter.drawPixmap(QPoint(-gone, 0), self._before)
            painter.drawPixmap(QPoint(self.width() - gone, 0), self._after)
        else:
            painter.drawPixmap(QPoint(gone, 0), self._before)
            painter.drawPixmap(QPoint(gone - self.width(), 0), self._after)

    def _step(self, way: float) -> None:
        self._way = way
        self.update()
