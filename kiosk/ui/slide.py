"""The picture of the next screen: it slides in, forward from where lines end and back from where they begin."""

from typing import Final

from PySide6.QtCore import QEasingCurve, QPoint, QRect, Qt, QTimer, QVariantAnimation, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QRegion
from PySide6.QtWidgets import QWidget

DURATION_MS: Final = 170
"""Less than the 200 ms of A11Y-41."""
FIRST_SHARE: Final = 0.6
"""Where the picture stands in the first frame: in view at once, so that the touch is answered."""
FRAME_MS: Final = 16
"""Sixty frames a second."""
MOVED_PIXELS: Final = 3_000_000
"""A larger picture takes longer than a frame to be painted elsewhere, without a graphics card (docs/performance.md)."""


class Slide(QWidget):
    """A picture that lies over the stage while it moves, or until it has been seen.

    A very large one stands where it belongs and is uncovered instead: each frame paints only what it adds.
    """

    done = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Lie hidden over the parent."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.hide()
        self._picture = QPixmap()
        self._seen = QTimer(self, interval=0, singleShot=True)
        self._seen.timeout.connect(self.finish)
        self._second = QTimer(self, interval=FRAME_MS, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._second.timeout.connect(self._take_second_step)
        self._stands = False
        self._uncovers = False
        self._animation = QVariantAnimation(self)
        self._animation.setDuration(DURATION_MS)
        self._animation.setEndValue(0)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.valueChanged.connect(self._step)
        self._animation.finished.connect(self._arrived)

    @property
    def is_moving(self) -> bool:
        """Whether a picture is on its way."""
        return self._animation.state() is QVariantAnimation.State.Running

    def start(self, picture: QPixmap, *, leftward: bool) -> None:
        """Move the picture in, and be done once it has been seen in its place."""
        self._lay(picture)
        self._uncovers = picture.width() * picture.height() > MOVED_PIXELS
        width = self.width()
        start = round(width * FIRST_SHARE) if leftward else -round(width * FIRST_SHARE)
        self._animation.setStartValue(start)
        self._step(start)
        self._stands = False
        self.show()
        self.raise_()
        self._animation.start()
        self._second.start()

    def stand(self, picture: QPixmap) -> None:
        """Show the picture at once, in its place, for one frame: it is there sooner than all that it shows."""
        self._lay(picture)
        self._stands = True
        self.show()
        self.raise_()

    def _lay(self, picture: QPixmap) -> None:
        self._picture = picture
        self.clearMask()
        self.move(0, 0)
        self.resize(picture.deviceIndependentSize().toSize())

    def finish(self) -> None:
        """Be done now, and let go of the picture."""
        self._animation.stop()
        self._seen.stop()
        self._second.stop()
        if not self.isHidden():
            self.done.emit()
            self.hide()
            self._picture = QPixmap()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture."""
        QPainter(self).drawPixmap(QPoint(0, 0), self._picture)
        if self._stands:
            self._seen.start()

    def _arrived(self) -> None:
        """The last step is painted before all that the picture shows, which takes longer than a frame."""
        self._stands = True
        if self.visibleRegion().isEmpty():  # hidden, or beneath an apology: nobody will see it there
            self.finish()
        else:
            self.update(0, 0, 1, 1)

    def _take_second_step(self) -> None:
        """In time: an animation begins to count its frames when the first one has been painted."""
        if self.is_moving:
            self._animation.setCurrentTime(max(FRAME_MS, self._animation.currentTime()))

    def _step(self, left: int) -> None:
        if self._uncovers:
            self.setMask(QRegion(self.rect() & QRect(left, 0, self.width(), self.height())))
        else:
            self.move(left, 0)
