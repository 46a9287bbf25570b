"""Tells when the first frame of a window has been painted."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QWidget


class FirstFrame(QObject):
    """Waits for one; Qt paints and hands over a frame while it handles the exposure."""

    def __init__(self, window: QWidget, then: Callable[[], None]) -> None:
        """then: called once, from the event loop."""
        super().__init__(window)
        self._then = then
        self._handle = window.windowHandle()
        self._handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Watch and let pass."""
        if event.type() == QEvent.Type.Expose and isinstance(watched, QWindow) and watched.isExposed():
            self._handle.removeEventFilter(self)
            QTimer.singleShot(0, self, self._then)
        return False
