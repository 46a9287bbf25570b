"""Every finger by itself: the rules by which a touch becomes an activation (A11Y-07 to A11Y-13).

One filter on the window takes all touch and mouse events, so that Qt never makes mouse events of the first contact:
with a palm on the glass no plain button would answer. Lifting activates; sliding away cancels; a slip is forgiven;
a second hit in half a second, the first touch on a fresh screen and a resting hand count for nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import hypot
from typing import Final, Protocol

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QEventPoint, QMouseEvent, QTouchEvent
from PySide6.QtWidgets import QAbstractButton, QWidget
from shiboken6 import isValid

from kiosk.ui.input.swipe import SwipeArea

SLIP_MM: Final = 10.0
"""So far beside its target a lifted finger still counts (A11Y-08)."""
DRAG_MM: Final = 60.0
"""A finger that has gone this far is dragging and presses nothing (A11Y-13)."""
GUARD_SECONDS: Final = 0.5
"""Between two hits on one target, and before the first on a fresh screen (A11Y-10)."""
RESTING_SECONDS: Final = 1.0
"""A contact this old when another one lands is a resting hand (A11Y-11)."""
MOUSE: Final = -1
"""The mouse counts as one more finger."""

PRESS_TYPES: Final = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)
MOUSE_TYPES: Final = (*PRESS_TYPES, QEvent.Type.MouseMove, QEvent.Type.MouseButtonRelease)
TOUCH_TYPES: Final = (QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TouchEnd)


class Host(Protocol):
    """What the touch asks of the window."""

    def touched(self) -> bool:
        """A finger landed; True when that was all it was for, as while the kiosk asks who is there."""

    def pressed(self, target: QAbstractButton) -> None:
        """A finger landed on a button."""

    def explored(self, found: QWidget | None) -> bool:
        """A finger was lifted on something; True when that was only to be told what it is."""

    def held(self) -> None:
        """A finger is on the glass and moves."""

    def tapped_beside(self) -> None:
        """A finger was lifted where nothing can be touched."""


@dataclass(slots=True)
class Contact:
    """One finger on the glass."""

    began: float
    start: QPointF
    place: QPointF
    target: QAbstractButton | None = None
    swiping: SwipeArea | None = None
    resting: bool = False
    beside: bool = False
    """Landed where nothing can be touched."""
    screen: int = 0


class Touch(QObject):
    """Turns contacts into activations of the buttons beneath them."""

    def __init__(self, window: QWidget, host: Host, px_per_mm: float, clock: Callable[[], float]) -> None:
        """Watch a window that is shown; clock gives seconds that never go back."""
        super().__init__(window)
        self._window = window
        self._host = host
        self._clock = clock
        self.px_per_mm = px_per_mm
        self._contacts: dict[int, Contact] = {}
        self._last_hit: tuple[str, float] = ("", float("-inf"))
        self._screen = 0
        self._fresh_since = float("-inf")
        window.windowHandle().installEventFilter(self)

    def fresh_screen(self) -> None:
        """Another screen is shown: fingers that are down count for nothing, and the guard begins."""
        for contact in self._contacts.values():
            self._release(contact)
            self._end_swipe(contact)
        self._screen += 1
        self._fresh_since = self._clock()

    def screen_went_on(self) -> None:
        """The screen has changed by itself: a finger stays on what stands there still, else it lies beside."""
        for contact in self._contacts.values():
            self._end_swipe(contact)
            before = contact.target
            if before is None:
                continue
            now = self._target_at(contact.start.toPoint())
            self._release(contact)
            if now is not None and now.accessibleName() == before.accessibleName():
                contact.target = now
                now.setDown(True)
            else:
                contact.beside = True

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take touch and mouse events; leave the rest to Qt."""
        kind = event.type()
        if kind in TOUCH_TYPES and isinstance(event, QTouchEvent):
            for point in event.points():
                self._touch(point)
            event.accept()
            return True
        if kind == QEvent.Type.TouchCancel:
            self._cancel_all()
            return True
        if kind in MOUSE_TYPES and isinstance(event, QMouseEvent):
            self._mouse(event)
            event.accept()
            return True
        return False

    def _touch(self, point: QEventPoint) -> None:
        state = point.state()
        if state == QEventPoint.State.Pressed:
            self._down(point.id(), point.position())
        elif state == QEventPoint.State.Updated:
            self._move(point.id(), point.position())
        elif state == QEventPoint.State.Released:
            self._up(point.id(), point.position())

    def _mouse(self, event: QMouseEvent) -> None:
        if event.type() == QEvent.Type.MouseMove:
            self._move(MOUSE, event.position())
        elif event.button() == Qt.MouseButton.LeftButton:
            if event.type() in PRESS_TYPES:
                self._down(MOUSE, event.position())
            else:
                self._up(MOUSE, event.position())

    def _cancel_all(self) -> None:
        for contact in self._contacts.values():
            self._release(contact)
            self._end_swipe(contact)
        self._contacts.clear()

    def _down(self, finger: int, place: QPointF) -> None:
        now = self._clock()
        for other in self._contacts.values():
            if now - other.began >= RESTING_SECONDS:
                other.resting = True
                self._release(other)
        contact = self._contacts[finger] = Contact(now, place, place, screen=self._screen)
        if self._host.touched():
            contact.resting = True
        elif now - self._fresh_since >= GUARD_SECONDS:
            contact.target = self._target_at(place.toPoint())
            if contact.target is not None:
                contact.target.setDown(True)
                self._host.pressed(contact.target)
            else:
                contact.beside = True

    def _move(self, finger: int, place: QPointF) -> None:
        contact = self._contacts.get(finger)
        if contact is None or contact.place == place:
            return
        contact.place = place
        self._find_again(contact)
        self._host.held()
        if contact.swiping is not None:
            contact.swiping.follow(place.x() - contact.start.x(), self._clock())
            return
        if contact.resting or contact.screen != self._screen:
            return
        area = self._swipe_from(contact)
        if area is not None:
            self._release(contact)
            contact.swiping = area
            area.take_hold(self._clock())
        elif contact.target is not None:
            contact.target.setDown(self._counts(contact))

    def _up(self, finger: int, place: QPointF) -> None:
        contact = self._contacts.pop(finger, None)
        if contact is None:
            return
        contact.place = place
        if contact.swiping is not None:
            contact.swiping.let_go(place.x() - contact.start.x(), self._clock())
            return
        self._find_again(contact)
        target = contact.target
        hit = target is not None and not contact.resting and contact.screen == self._screen and self._counts(contact)
        beside = target is None and contact.beside
        if target is not None and hit:
            self._hit(target)
        elif beside and not contact.resting and contact.screen == self._screen:
            self._touch_beside(place.toPoint())
        self._release(contact)  # last: a screen that has left with this touch needs not be painted again

    def _hit(self, target: QAbstractButton) -> None:
        now = self._clock()
        name, when = self._last_hit
        identity = str(id(target))
        if name == identity and now - when < GUARD_SECONDS:
            return
        self._last_hit = (identity, now)
        if not self._host.explored(target):
            target.click()

    def _touch_beside(self, place: QPoint) -> None:
        if not self._host.explored(self._window.childAt(place)):
            self._host.tapped_beside()

    def _find_again(self, contact: Contact) -> None:
        """Where a keypad was built anew beneath a finger, the key that stands there now is meant."""
        if contact.target is not None and not isValid(contact.target):
            contact.target = self._target_at(contact.start.toPoint())

    def _release(self, contact: Contact) -> None:
        if contact.target is not None and isValid(contact.target):
            contact.target.setDown(False)
            contact.target.update()  # a click has let it go before, without a word
        contact.target = None

    def _end_swipe(self, contact: Contact) -> None:
        """What follows the finger goes back to its place, and until it is lifted the finger counts for nothing."""
        if contact.swiping is not None:
            if isValid(contact.swiping):
                contact.swiping.let_go(0.0, self._clock())
            contact.swiping = None
            contact.resting = True

    def _target_at(self, place: QPoint) -> QAbstractButton | None:
        widget: QWidget | None = self._window.childAt(place)
        while widget is not None and widget is not self._window:
            if isinstance(widget, QAbstractButton):
                return widget if widget.isEnabled() else None
            widget = widget.parentWidget()
        return None

    def _swipe_from(self, contact: Contact) -> SwipeArea | None:
        """The area that a sideways move of this finger takes hold of."""
        dx = contact.place.x() - contact.start.x()
        dy = contact.place.y() - contact.start.y()
        if abs(dx) < SLIP_MM * self.px_per_mm or abs(dx) < 2 * abs(dy):
            return None
        widget: QWidget | None = self._window.childAt(contact.start.toPoint())
        while widget is not None:
            if isinstance(widget, SwipeArea):
                return widget
            widget = widget.parentWidget()
        return None

    def _counts(self, contact: Contact) -> bool:
        """Whether lifting here would hit the target."""
        if contact.target is None:
            return False
        far = hypot(contact.place.x() - contact.start.x(), contact.place.y() - contact.start.y())
        corner = contact.target.mapTo(self._window, QPoint(0, 0))
        beside = _distance(QRect(corner, contact.target.size()), contact.place)
        return beside <= SLIP_MM * self.px_per_mm and far <= DRAG_MM * self.px_per_mm


def _distance(rect: QRect, place: QPointF) -> float:
    """How far a place lies outside a rectangle."""
    dx = max(rect.left() - place.x(), place.x() - rect.right(), 0.0)
    dy = max(rect.top() - place.y(), place.y() - rect.bottom(), 0.0)
    return hypot(dx, dy)
