"""Arrows, Enter, Escape and Home on any keyboard, and a tactile pad of five keys; the focus is never lost.

By sight, arrows lead from button to button. With headphones in, or once a key of the pad was pressed, they lead through
every text as well, from the screen's title on, and each thing is told as it is reached: the screen may be covered.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.ui.accessible import is_heading, is_told

if TYPE_CHECKING:  # the first screen can do without the pad
    from kiosk.device.keypad import PadKey

NEXT = (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Tab)
PREVIOUS = (Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Backtab)
PRESS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Select)
BACK = (Qt.Key.Key_Escape, Qt.Key.Key_Backspace, Qt.Key.Key_Back)


class Keys(QObject):
    """Moves the focus through a window in reading order."""

    back = Signal()
    home = Signal()
    headphones = Signal(bool)
    """A pad tells by a key code that they were plugged in or out."""
    reached = Signal(QWidget, int, int)
    """What has the focus now, which one it is, from 1, and of how many."""

    def __init__(self, window: QWidget, roots: Callable[[], Sequence[QWidget]]) -> None:
        """Serve a window; roots gives what is on show now, in reading order."""
        super().__init__(window)
        self._window = window
        self._roots = roots
        self.pad: Mapping[int, PadKey] = {}
        """The keys of the tactile pad by their scan codes."""
        self.in_use = False
        self.plugged_in = False
        self._by_pad = False

    @property
    def reads(self) -> bool:
        """Whether texts are stops as well, and everything is told."""
        return self.plugged_in or self._by_pad

    def press(self, event: QKeyEvent) -> None:
        """Do what a key says; repeated keys count once."""
        if event.isAutoRepeat():
            return
        pad_key = self.pad.get(event.nativeScanCode())
        if pad_key is not None:
            self._press_pad(pad_key)
            return
        key = event.key()
        if key in NEXT or key in PREVIOUS:
            self._step(1 if key in NEXT else -1)
        elif key in PRESS:
            self._select()
        elif key in BACK:
            self.back.emit()
        elif key == Qt.Key.Key_Home:
            self.home.emit()

    def _press_pad(self, key: "PadKey") -> None:
        if key in ("plugged", "unplugged"):
            self.headphones.emit(key == "plugged")
            return
        begins = not self.reads
        self._by_pad = True
        if begins:
            self.in_use = True
            self.fresh()  # the first key only begins: nobody knows yet what it would press
        elif key == "left":
            self.back.emit()
        elif key == "right":
            self._go_on()
        elif key == "select":
            self._select()
        else:
            self._step(1 if key == "down" else -1)

    def forget(self) -> None:
        """A finger has taken over: no focus ring."""
        self._by_pad = False
        if self.in_use:
            self.in_use = False
            self._window.setFocus()

    def fresh(self) -> None:
        """Another screen is on show: its first button has the focus if keys are in use, its title if it is told."""
        stops = self._stops()
        if (self.in_use or self.reads) and stops:
            title = next((at for at, stop in enumerate(stops) if is_heading(stop)), 0)
            self._go_to(stops, title, Qt.FocusReason.OtherFocusReason)
        else:
            self._window.setFocus()

    def _select(self) -> None:
        """Press what has the focus; a text is told again."""
        focused = self._window.focusWidget()
        if isinstance(focused, QAbstractButton) and focused.isVisible():
            focused.click()
        elif self.reads and focused in (stops := self._stops()):
            self._go_to(stops, stops.index(focused), Qt.FocusReason.OtherFocusReason)

    def _go_on(self) -> None:
        """Press the way on, as the button in the corner where lines end does."""
        onward = [stop for stop in self._stops() if isinstance(stop, QAbstractButton) and _leads_on(stop)]
        if onward:
            onward[-1].click()

    def _step(self, by: int) -> None:
        self.in_use = True
        stops = self._stops()
        if not stops:
            return
        focused = self._window.focusWidget()
        at = next((number for number, stop in enumerate(stops) if stop is focused), -1 if by > 0 else 0)
        self._go_to(stops, (at + by) % len(stops), Qt.FocusReason.TabFocusReason)

    def _go_to(self, stops: list[QWidget], at: int, reason: Qt.FocusReason) -> None:
        stops[at].setFocus(reason)
        self.reached.emit(stops[at], at + 1, len(stops))

    def _stops(self) -> list[QWidget]:
        """All buttons that can be pressed, and the texts between them where they are told; in reading order."""
        return [
            widget
            for root in self._roots()
            for widget in root.findChildren(QWidget)
            if widget.isVisible() and self._is_stop(widget)
        ]

    def _is_stop(self, widget: QWidget) -> bool:
        if isinstance(widget, QAbstractButton):
            return widget.isEnabled()
        return self.reads and is_told(widget)


def _leads_on(button: QAbstractButton) -> bool:
    """Whether the button is the way on: it has its arrow where lines end."""
    return bool(getattr(getattr(button, "spec", None), "icon_at_end", False))
