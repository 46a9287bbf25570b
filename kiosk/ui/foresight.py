"""While a finger is still down, what its lift will show is asked for: the answer then has only to be painted."""

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QAbstractButton, QWidget
from shiboken6 import isValid

from kiosk.ui.widgets.wishing import WishButton

AFTER_PRESS_MS: Final = 8
"""Half a frame: the button's pressed look is painted first."""


class Foresight(QObject):
    """Knows the button under the finger."""

    wanted = Signal(object)
    """Carries the Wish that the lift of the finger will tell."""

    def __init__(self, window: QWidget) -> None:
        """Nothing is down yet."""
        super().__init__(window)
        self._down: WishButton | None = None
        self._timer = QTimer(self, interval=AFTER_PRESS_MS, singleShot=True)
        self._timer.timeout.connect(self.ask)

    def pressed(self, target: QAbstractButton) -> None:
        """A finger is down on a button."""
        self._down = target if isinstance(target, WishButton) else None
        self._timer.start()

    def ask(self) -> None:
        """Ask now, if the finger is still down."""
        if self._down is not None and isValid(self._down) and self._down.isDown() and self._down.wish is not None:
            self.wanted.emit(self._down.wish)
