"""The clinic's name, pressed and held: the way in for staff, which nobody notices by an ordinary touch."""

from collections.abc import Callable
from math import hypot
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QInputDevice, QMouseEvent, QPainter, QPaintEvent, QPen, QTouchEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.input.touch import MOUSE_TYPES, PRESS_TYPES, SLIP_MM, TOUCH_TYPES

HOLD_SECONDS: Final = 3.0
UNSEEN_SECONDS: Final = 1.0
"""So long nothing shows."""
LATEST_SECONDS: Final = 10.0
"""Who looks later than that has not watched the finger: the machine has slept meanwhile."""
_STEP_MS: Final = 50
_RING_MM: Final = 34


class Hold(QObject):
    """Watches the touches of a window beside its own filter, and takes none of them away."""

    held = Signal()
    """One finger alone has stayed where it was for three seconds."""

    def __init__(
        self, window: QWidget, place: Callable[[], QRect], px_per_mm: Callable[[], float], clock: Callable[[], float]
    ) -> None:
        """window: shown already; place: where the name stands in it, empty for nowhere; clock: never goes back."""
        super().__init__(window)
        self._window = window
        self._place = place
        self._px_per_mm = px_per_mm
        self._clock = clock
        self._fingers: set[int] = set()
        self._start = QPointF()
        self._since: float | None = None
        self._ring: Ring | None = None
        self._timer = QTimer(self, interval=_STEP_MS)
        self._timer.timeout.connect(self.look)
        self.watch_first()

    def watch_first(self) -> None:
        """Be asked before every other filter of the window: those that take touches came later."""
        self._window.windowHandle().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Look at each finger; the window gets every event as well."""
        if event.type() in TOUCH_TYPES and isinstance(event, QTouchEvent):
            for point in event.points():
                self._finger(point.id(), point.position(), point.state().name)
        elif event.type() == QEvent.Type.TouchCancel:
            self._fingers.clear()
            self._forget()
        elif event.type() in MOUSE_TYPES and isinstance(event, QMouseEvent) and not _is_of_a_finger(event):
            pressed = "Pressed" if event.type() in PRESS_TYPES else "Released"
            state = "Updated" if event.type() == QEvent.Type.MouseMove else pressed
            if event.button() == Qt.MouseButton.LeftButton or self._fingers:
                self._finger(-1, event.position(), state)
        return False

    def look(self) -> None:
        """Has it been long enough?"""
        if self._since is None:
            return
        seconds = self._clock() - self._since
        if seconds >= HOLD_SECONDS:
            self._forget()
            if seconds <= LATEST_SECONDS:
                self.held.emit()
        elif seconds >= UNSEEN_SECONDS:
            self._show((seconds - UNSEEN_SECONDS) / (HOLD_SECONDS - UNSEEN_SECONDS))

    def _finger(self, number: int, place: QPointF, state: str) -> None:
        if state == "Pressed":
            self._fingers.add(number)
            if len(self._fingers) == 1 and self._place().contains(place.toPoint()):
                self._since, self._start = self._clock(), place
                self._timer.start()
            else:  # a second finger: somebody leans here
                self._forget()
        elif state == "Released":
            self._fingers.discard(number)
            self._forget()
        elif self._since is not None:
            slip = hypot(place.x() - self._start.x(), place.y() - self._start.y())
            if slip > SLIP_MM * self._px_per_mm():
                self._forget()

    def _show(self, share: float) -> None:
        if self._ring is None:
            side = round(_RING_MM * self._px_per_mm())
            middle = self._place().center()
            self._ring = Ring(self._window, QRect(middle.x() - side // 2, middle.y() - side // 2, side, side))
            self._ring.move(
                max(0, min(self._ring.x(), self._window.width() - side)),
                max(0, min(self._ring.y(), self._window.height() - side)),
            )
            self._ring.show()
        self._ring.share = share
        self._ring.update()

    def _forget(self) -> None:
        self._since = None
        self._timer.stop()
        if self._ring is not None:
            self._ring.hide()
            self._ring.deleteLater()
            self._ring = None


def _is_of_a_finger(event: QMouseEvent) -> bool:
    """Whether Qt has made it from a touch that no widget took, as on the resting screen."""
    return event.device().type() == QInputDevice.DeviceType.TouchScreen


class Ring(QWidget):
    """A calm ring that fills."""

    def __init__(self, window: QWidget, rect: QRect) -> None:
        """Stand over the window; touches go through it."""
        super().__init__(window)
        self.setGeometry(rect)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.share = 0.0

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the part that is full."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = self.width() / 10
        rect = QRectF(self.rect()).adjusted(width, width, -width, -width)
        for colour, turn, thickness in (("#FFFFFF", 360.0, width * 1.7), ("#16302F", 360 * self.share, width)):
            painter.setPen(QPen(QColor(colour), thickness, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawArc(rect, 90 * 16, round(-turn * 16))
