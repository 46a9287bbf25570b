"""Arrows, Enter, Escape and Home on any keyboard; the focus begins on the screen's heading and is never lost."""

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

    def __init__(self, window: QWidget) -> None:
        """Serve a window."""
        super().__init__(window)
        self._window = window
        self._in_use = False

    def press(self, event: QKeyEvent) -> None:
        """Do what a key says; repeated keys count once."""
        if event.isAutoRepeat():
            return
        key = event.key()
        if key in NEXT or key in PREVIOUS:
            self._in_use = True
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
        if self._in_use:
            self._in_use = False
            self._window.setFocus()

    def fresh(self, top: QWidget | None) -> None:
        """Another screen is on show: its first button has the focus if keys are in use."""
        first = self._buttons()
        if self._in_use and top is not None and first:
            first[0].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._window.setFocus()

    def _step(self, by: int) -> None:
        buttons = self._buttons()
        if not buttons:
            return
        focused = self._window.focusWidget()
        at = (
            buttons.index(focused) + by
            if isinstance(focused, QAbstractButton) and focused in buttons
            else 0
            if by > 0
            else -1
        )
        buttons[at % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)

    def _buttons(self) -> list[QAbstractButton]:
        """All buttons that can be pressed, in reading order; those of a dialog and the bar while one is open."""
        buttons = [
            button
            for button in self._window.findChildren(QAbstractButton)
            if button.isVisible() and button.isEnabled() and not _covered(button)
        ]
        right_to_left = self._window.layoutDirection() == Qt.LayoutDirection.RightToLeft

        def place(button: QAbstractButton) -> tuple[int, int]:
            corner = button.mapTo(self._window, button.rect().topLeft())
            return corner.y() // 12, -corner.x() if right_to_left else corner.x()

        return sorted(buttons, key=place)


def _covered(button: QAbstractButton) -> bool:
    """Whether a dialog lies over the button."""
    window = button.window()
    centre = button.mapTo(window, button.rect().center())
    found: QWidget | None = window.childAt(centre)
    while found is not None and found is not button:
        found = found.parentWidget()
    return found is None
