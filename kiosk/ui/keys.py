"""Arrows, Enter, Escape and Home on any keyboard; the focus begins on the screen's heading and is never lost."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

NEXT = (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Tab)
PREVIOUS = (Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Backtab)
PRESS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Select)
BACK = (Qt.Key.Key_Escape, Qt.Key.Key_Backspace, Qt.Key.Key_Back)


class Keys(QObject):
    """Moves the focus through the buttons of a window in reading order."""

    back = Signal()
    home = Signal()

    def __init__(self, window: QWidget, roots: Callable[[], Sequence[QWidget]]) -> None:
        """Serve a window; roots gives what is on show now, in reading order."""
        super().__init__(window)
        self._window = window
        self._roots = roots
        self.in_use = False

    def press(self, event: QKeyEvent) -> None:
        """Do what a key says; repeated keys count once."""
        if event.isAutoRepeat():
            return
        key = event.key()
        if key in NEXT or key in PREVIOUS:
            self.in_use = True
            self._step(1 if key in NEXT else -1)
        elif key in PRESS:
            focused = self._window.focusWidget()
            if isinstance(focused, QAbstractButton) and focused.isVisible():
                focused.click()
        elif key in BACK:
            self.back.emit()
        elif key == Qt.Key.Key_Home:
            self.home.emit()

    def forget(self) -> None:
        """A finger has taken over: no focus ring."""
        if self.in_use:
            self.in_use = False
            self._window.setFocus()

    def fresh(self) -> None:
        """Another screen is on show: its first button has the focus if keys are in use."""
        first = self._buttons()
        if self.in_use and first:
            first[0].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._window.setFocus()

    def _step(self, by: int) -> None:
        buttons = self._buttons()
        if not buttons:
            return
        focused = self._window.focusWidget()
        at = next((number for number, button in enumerate(buttons) if button is focused), -1 if by > 0 else 0)
        buttons[(at + by) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)

    def _buttons(self) -> list[QAbstractButton]:
        """All buttons that can be pressed; screens make them in reading order."""
        return [
            button
            for root in self._roots()
            for button in root.findChildren(QAbstractButton)
            if button.isVisible() and button.isEnabled()
        ]
