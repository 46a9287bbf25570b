"""Arrows, Enter, Escape and Home on any keyboard, and a tactile pad of five keys; the focus is never lost.

A new screen begins at its title. By sight, arrows lead on from button to button. Once headphones were plugged in or a
key of the pad was pressed, and until the visit ends, they lead through every text as well, and each thing is told as it
is reached: the screen may be covered.
A dialog keeps the focus until it is closed: the bar beneath it is for fingers only.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.ui.assistive.accessible import is_heading, is_told
from kiosk.ui.input.marks import Layers, Mark, Marks, Reached

if TYPE_CHECKING:  # the first screen can do without the pad
    from kiosk.device.keypad import PadKey

NEXT = (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Tab)
PREVIOUS = (Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Backtab)
PRESS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Select)
BACK = (Qt.Key.Key_Escape, Qt.Key.Key_Backspace, Qt.Key.Key_Back)
KEY_TYPES: Final = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)
GUARD_MS: Final = 100
"""Within this time a second press of one key is a slip of the finger: accessibility requirement A11Y-50."""


class Keys(QObject):
    """Moves the focus through a window in reading order."""

    back = Signal()
    home = Signal()
    headphones = Signal(bool)
    """A pad tells by a key code that they were plugged in or out."""
    begun = Signal()
    """A key has begun the telling; it does nothing else, for nobody knows yet what it would press."""
    reached = Signal(object)
    """Carries a Reached: what has the focus now."""

    def __init__(
        self,
        window: QWidget,
        answers: Callable[[], bool],
        roots: Callable[[], Sequence[QWidget]],
        clock: Callable[[], float],
        guard_ms: int,
    ) -> None:
        """Serve a window.

        answers is told of each press, and gives whether it was only to say that somebody is there; roots gives what is
        on show now, in reading order; clock, seconds that never go back; guard_ms: milliseconds.
        """
        super().__init__(window)
        self._window = window
        self._answers = answers
        self._roots = roots
        self._clock = clock
        self._guard_ms = guard_ms
        self._last_press: tuple[object, float] = (None, float("-inf"))
        self._marks = Marks()
        self.pad: Mapping[int, PadKey] = {}
        """The keys of the tactile pad by their scan codes."""
        self.in_use = False
        self.plugged_in = False
        self.is_covered = False
        """Whether something lies over everything that is told to nobody: a PIN is typed there."""
        self._tells = False
        """Headphones that are left in tell the next visitor nothing, until a key is pressed or they are plugged in
        anew."""

    @property
    def reads(self) -> bool:
        """Whether texts are stops as well, and everything is told."""
        return self._tells and not self.is_covered

    @property
    def lead(self) -> bool:
        """Whether somebody is led by keys, or told everything."""
        return self.in_use or self._tells

    def take_from(self, handle: QWindow) -> None:
        """Take the keys of a window that is shown before they come to what has the focus.

        A button would take arrows and Space for itself, and Tab would lead on in Qt's own order: out of a dialog, and
        past all texts.
        """
        handle.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take keys; leave the rest to Qt."""
        kind = event.type()
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._counts(event):
            self._take(self.pad.get(event.nativeScanCode()), event.key())
        return kind in KEY_TYPES

    def _counts(self, event: QKeyEvent) -> bool:
        """A key that is held down, or slips at once from the finger again, counts once."""
        now, (last, when), key = self._clock(), self._last_press, (event.nativeScanCode(), event.key())
        slips = key == last and (now - when) * 1000 < self._guard_ms
        if not event.isAutoRepeat():
            self._last_press = (key, now)
        return not slips and not event.isAutoRepeat()

    def _take(self, pad_key: "PadKey | None", key: int) -> None:
        """Do what a key says; what a pad tells of its jack holds whatever is on show."""
        if pad_key in ("plugged", "unplugged"):
            self.headphones.emit(pad_key == "plugged")
        elif self._answers():
            return
        elif not self._tells and (pad_key is not None or self.plugged_in):
            self._tells = self.in_use = True
            self.begun.emit()
        elif pad_key is not None:
            self._press_pad(pad_key)
        else:
            self._press_key(key)

    def plug(self, plugged_in: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Headphones are in: everything is told from now on; or they are out: nothing is."""
        self.plugged_in = self._tells = plugged_in

    def _press_key(self, key: int) -> None:
        if key in NEXT or key in PREVIOUS:
            self._step(1 if key in NEXT else -1)
        elif key in PRESS:
            self._select()
        elif key in BACK:
            self.back.emit()
        elif key == Qt.Key.Key_Home:
            self.home.emit()

    def _press_pad(self, key: "PadKey") -> None:
        if key == "left":
            self.back.emit()
        elif key == "right":
            self._go_on()
        elif key == "select":
            self._select()
        else:
            self._step(1 if key == "down" else -1)

    def give_way(self) -> None:
        """A finger is on the glass: it takes over, but where the screen is told it explores."""
        if not self._tells:
            self.forget()

    def forget(self) -> None:
        """Nobody is there any more, or a finger has taken over: no focus ring, and nothing is told."""
        self._tells = False
        self._marks.forget()
        if self.in_use:
            self.in_use = False
            self._window.setFocus()

    def fresh(self, layers: Layers) -> None:
        """Something else is on show: the focus is where it was if that stands there still, else on the title."""
        was_here = layers == self._marks.layers
        mark = self._marks.move_to(layers)
        if not (self.in_use or self.reads):
            self._window.setFocus()
        elif mark is not None and (stops := self._stops()) and (at := mark.found_in(stops)) is not None:
            is_told = was_here and mark == Mark.of(stops[at], at, len(stops))
            self._go_to(stops, at, Qt.FocusReason.OtherFocusReason, silent=is_told)
        else:
            self.begin()

    def begin(self) -> None:
        """The title has the focus if keys are in use or the screen is told; where there is none, the first button."""
        stops = self._stops(with_title=True)
        if (self.in_use or self.reads) and stops:
            title = next((at for at, stop in enumerate(stops) if is_heading(stop)), 0)
            self._go_to(stops, title, Qt.FocusReason.OtherFocusReason)
        else:
            self._window.setFocus()

    def reach(self, stop: QWidget) -> bool:
        """Lead the focus to what a finger has found; gives whether it was there already."""
        stops = self._stops()
        if stop is self._window.focusWidget() or stop not in stops:
            return True
        self.in_use = True
        self._go_to(stops, stops.index(stop), Qt.FocusReason.OtherFocusReason)
        return False

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
        at = next((number for number, stop in enumerate(stops) if stop is focused), -1 if by > 0 else len(stops))
        self._go_to(stops, at + by, Qt.FocusReason.TabFocusReason)

    def _go_to(self, stops: list[QWidget], at: int, reason: Qt.FocusReason, *, silent: bool = False) -> None:
        """Lead the focus to a stop; past an end it comes round.

        silent: nothing is different from what was told last.
        """
        round_to: Literal["", "top", "end"] = "top" if at >= len(stops) else "end" if at < 0 else ""
        at %= len(stops)
        stops[at].setFocus(reason)
        self._marks.set(Mark.of(stops[at], at, len(stops)))
        if not silent:
            self.reached.emit(Reached(stops[at], at + 1, len(stops), round_to))

    def _stops(self, *, with_title: bool = False) -> list[QWidget]:
        """All buttons that can be pressed, and the texts between them where they are told; in reading order.

        with_title: the title too, though it is not told; where it has the focus, it is one in any case.
        """
        return [
            widget
            for root in self._roots()
            for widget in root.findChildren(QWidget)
            if widget.isVisible() and (self._is_stop(widget) or self._is_title(widget, wanted=with_title))
        ]

    def _is_title(self, widget: QWidget, *, wanted: bool) -> bool:
        return is_heading(widget) and (wanted or widget is self._window.focusWidget())

    def _is_stop(self, widget: QWidget) -> bool:
        if isinstance(widget, QAbstractButton):
            return widget.isEnabled()
        return self.reads and is_told(widget)


def _leads_on(button: QAbstractButton) -> bool:
    """Whether the button is the way on: it has its arrow where lines end."""
    return bool(getattr(getattr(button, "spec", None), "icon_at_end", False))
