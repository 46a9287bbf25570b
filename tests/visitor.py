"""A visitor in front of the real kiosk: touches the glass, reads what stands there, waits.

The fingers are real touch events on the window's handle, so they pass all that a finger on the glass would; so are the
keys, which Qt gives from there to whatever has the focus.
"""

import time
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QAbstractAnimation, QCoreApplication, QEvent, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPointingDevice, QTouchEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.app import App
from kiosk.content.library import Library
from kiosk.session.routes import Attract, Dialog, Home, Route
from kiosk.session.visit import Reader, Visit
from kiosk.settings.settings import Settings
from kiosk.ui.input.swipe import SwipeArea
from kiosk.ui.screen import Screen
from kiosk.ui.slide import Slide
from kiosk.ui.widgets.button import Button
from tests import tree
from tests.clock import TODAY, Clock
from tests.looks import looks

LANDSCAPE: Final = QSize(1920, 1080)
PORTRAIT: Final = QSize(1080, 1920)
TABLET_PX_PER_MM: Final = 5.94
"""Of a 10-inch tablet of 1280×800."""
CONSIDERS: Final = 0.7
"""Seconds before a touch: longer than the guard against hits by accident."""
MOST_PARTS: Final = 60
"""No page of the library is longer."""
TOUCHES: Final = 0.1
"""Seconds that a finger rests on a button."""
ARRIVES_WITHIN: Final = 30.0
"""Real seconds, on the busiest machine: what never comes is to be told, and not waited for without end."""


class Visitor:
    """Somebody at the kiosk."""

    def __init__(self, library: Library, settings: Settings, glass: QPointingDevice, size: QSize) -> None:
        self.clock = Clock()
        self.today = TODAY
        self.app = App(library, settings, looks(), self.clock, lambda: self.today)
        self.window = self.app.window
        self.glass = glass
        self.window.resize(size)
        self.window.show()
        QCoreApplication.processEvents()

    # --- fingers --------------------------------------------------------------------------------------------------

    def touch(self, name: str) -> None:
        """Touch the button of this name, or the first whose name begins so."""
        self.taps(self.centre(self.button(name)))

    def taps(self, place: QPoint) -> None:
        """Touch a place of the glass."""
        self.clock.passes(CONSIDERS)
        self.presses(place)
        self.clock.passes(TOUCHES)
        self.lifts(place)

    def presses(self, place: QPoint, finger: int = 0) -> None:
        """Put a finger on the glass."""
        self._fingers().press(finger, place).commit()

    def slides(self, place: QPoint, finger: int = 0) -> None:
        """Move a finger that is on the glass."""
        self._fingers().move(finger, place).commit()

    def lifts(self, place: QPoint, finger: int = 0) -> None:
        """Take a finger off the glass."""
        self._fingers().release(finger, place).commit()
        self.settles()

    def cancels_touches(self) -> None:
        """The system takes all touches back, as when another window comes to the front."""
        QCoreApplication.sendEvent(self.window.windowHandle(), QTouchEvent(QEvent.Type.TouchCancel, self.glass))
        self.settles()

    def swipes(self, millimetres: float, seconds: float = 0.3) -> None:
        """Draw a finger over what can be swiped; to the left with a negative distance."""
        area = self.window.findChild(SwipeArea)
        assert isinstance(area, SwipeArea)
        self.draws(area.mapTo(self.window, area.rect().center()), millimetres, seconds)

    def swipes_from(self, name: str, millimetres: float) -> None:
        """Draw a finger from a button to the side."""
        self.draws(self.centre(self.button(name)), millimetres, 0.3)

    def draws(self, start: QPoint, millimetres: float, seconds: float) -> None:
        """Draw a finger over the glass to the side."""
        self.clock.passes(CONSIDERS)
        end = start + QPoint(self.mm(millimetres), 0)
        self.presses(start)
        for step in range(1, 11):
            self.clock.passes(seconds / 10)
            self.slides(start + (end - start) * step / 10)
        self.lifts(end)

    def _fingers(self) -> QTest.QTouchEventSequence:
        return QTest.touchEvent(self.window.windowHandle(), self.glass, False)

    # --- keys -----------------------------------------------------------------------------------------------------

    def presses_key(self, key: Qt.Key, code: int = 0) -> None:
        """Press and lift a key; code: the scan code by which those of a pad are known."""
        self.clock.passes(TOUCHES)
        self.hits_key(key, code)

    def hits_key(self, key: Qt.Key, code: int = 0, *, repeats: bool = False) -> None:
        """Press and lift a key at this very moment; repeats: it is held down, and the system tells it once more."""
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, code, 0, 0, autorep=repeats)
            QCoreApplication.sendEvent(self.window.windowHandle(), event)
        self.settles()

    def reaches(self, name: str) -> None:
        """Press the arrow down until the button has the focus."""
        button = self.button(name)
        for _ in range(len(self.buttons()) + 1):
            if self.focus is button:
                return
            self.presses_key(Qt.Key.Key_Down)
        raise LookupError(f'The arrows do not reach "{name}".')

    @property
    def focus(self) -> QWidget | None:
        """What has the keyboard's focus."""
        return self.window.focusWidget()

    # --- time -----------------------------------------------------------------------------------------------------

    def waits(self, seconds: int) -> None:
        """Do nothing for so long; the window ticks every second."""
        for _ in range(seconds):
            self.clock.passes(1)
            self.window.ticked.emit()
        self.settles()

    def waits_for_the_screen(self) -> None:
        """Wait until the screen does what it does by itself: its own running timers fire."""
        for timer in self.screen.findChildren(QTimer):
            if timer.isActive():
                timer.stop()
                timer.timeout.emit()
        self.settles()

    def settles(self) -> None:
        """Let all movement come to its end, and what was put off be done."""
        QCoreApplication.processEvents()
        for animation in self.window.findChildren(QAbstractAnimation):
            if animation.state() is QAbstractAnimation.State.Running:
                animation.setCurrentTime(animation.totalDuration())
        self._sees_the_slide_arrive()
        forget_dropped_widgets()

    def _sees_the_slide_arrive(self) -> None:
        """A picture that has slid in gives way to its screen once it has been painted."""
        slide = self.window.findChild(Slide)
        assert isinstance(slide, Slide)
        ends = time.monotonic() + ARRIVES_WITHIN
        while slide.isVisible():
            assert time.monotonic() < ends, "A picture that has slid in never gives way to its screen."
            QCoreApplication.processEvents()

    # --- eyes -----------------------------------------------------------------------------------------------------

    def sees(self, words: str) -> bool:
        """Whether the words stand anywhere on the glass."""
        return any(words in text for text in self.reads())

    def reads(self) -> list[str]:
        """All that stands on the glass and is not covered by a dialog."""
        roots = [self.top, self.bar]
        return [node.name for root in roots for node in tree.nodes(root)]

    @property
    def heading(self) -> str:
        """The first heading of the dialog or screen on top."""
        return next(node.name for node in tree.nodes(self.top) if node.role is tree.Role.Heading)

    @property
    def visit(self) -> Visit:
        return self.app.session.visit

    def place(self) -> Route:
        """Where the visitor is."""
        return self.visit.route

    def seconds_left(self) -> int | None:
        """Of the warning, or None while nobody is asked."""
        return self.visit.seconds_left

    @property
    def screen(self) -> Screen:
        screen = self.app.stage.screen_now
        assert screen is not None
        return screen

    @property
    def top(self) -> Screen:
        """The dialog on top, or else the screen."""
        top = self.app.stage.top
        assert top is not None
        return top

    @property
    def bar(self) -> QWidget:
        """The bar along the bottom."""
        below = [child for child in self.window.children() if isinstance(child, QWidget) and child.isVisible()]
        return next(child for child in below if child is not self.app.stage)

    def nodes(self) -> list[tree.Seen]:
        """What assistive technology is told of the screen or dialog on top."""
        return tree.nodes(self.top)

    def outline(self) -> str:
        """What assistive technology is told of the screen or dialog on top."""
        return tree.outline(self.top)

    def button(self, name: str) -> QAbstractButton:
        """The button of this name that can be touched, or the first whose name begins so."""
        buttons = self.buttons()
        for fits in (_is_named, _is_labelled, _begins_with):
            for button in buttons:
                if fits(button, name):
                    return button
        names = ", ".join(button.accessibleName() for button in buttons)
        raise LookupError(f'There is no button "{name}" among: {names}')

    def offers(self, name: str) -> bool:
        """Whether a button's name begins so."""
        return any(_begins_with(button, name) or _is_labelled(button, name) for button in self.buttons())

    def finds(self, name: str) -> None:
        """Go on through the page, as far as it has more, until the button is there."""
        for _ in range(MOST_PARTS):
            if self.offers(name):
                return
            self.taps(self.centre(self.way_on()))
        raise LookupError(f'"{name}" does not come on this page.')

    def way_on(self) -> QAbstractButton:
        """The button in the lower corner of the screen where lines end: more, or the next page."""
        rows = [button for button in buttons_of(self.top) if isinstance(button, Button) and button.spec.icon_at_end]
        return rows[-1]

    def buttons(self) -> list[QAbstractButton]:
        """Every button that can be touched, in reading order."""
        return buttons_of(self.top) + buttons_of(self.bar)

    def centre(self, widget: QWidget) -> QPoint:
        """The middle of a widget, as a place on the glass."""
        return widget.mapTo(self.window, widget.rect().center())

    def mm(self, millimetres: float) -> int:
        """So many millimetres of the glass in pixels."""
        return round(millimetres * self.app.scene().theme.measure.px_per_mm)

    # --- short cuts for tests of looks ------------------------------------------------------------------------------

    def stands_at(self, *way: Route) -> None:
        """Be at the end of a way without having touched it."""
        routes = way if way and not isinstance(way[0], Dialog) else (Home(), *way)
        self.app.session.visit = replace(self.visit, routes=routes if way else (Attract(),), seconds_left=None)
        self.app.refresh()
        forget_dropped_widgets()

    def holds_still(self) -> None:
        """Let nothing go on by itself: no screen is made ready, no slide follows."""
        for timer in self.app.stage.findChildren(QTimer):
            timer.stop()

    def is_asked(self, seconds: int) -> None:
        """Be asked whether somebody is still there, with so many seconds left."""
        self.app.session.visit = replace(self.visit, seconds_left=seconds)
        self.app.refresh()
        forget_dropped_widgets()

    def reads_as(self, reader: Reader) -> None:
        """Read in another way, here and now."""
        self.app.session.visit = replace(self.visit, reader=reader)
        self.app.refresh()

    def leaves(self) -> None:
        """Close the window; nothing of it may run on."""
        self.window.close()
        self.window.deleteLater()
        forget_dropped_widgets()


def forget_dropped_widgets() -> None:
    """Do now what deleteLater put off."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def buttons_of(root: QWidget) -> list[QAbstractButton]:
    """The visible, enabled buttons of a widget in reading order."""
    found: Sequence[QAbstractButton] = root.findChildren(QAbstractButton)
    there = [button for button in found if button.isVisible() and button.isEnabled()]
    return sorted(there, key=lambda button: _corner(button, root))


def _corner(button: QAbstractButton, root: QWidget) -> tuple[int, int]:
    place = button.mapTo(root, QPoint(0, 0))
    return place.y(), place.x()


def _is_named(button: QAbstractButton, name: str) -> bool:
    return button.accessibleName() == name


def _is_labelled(button: QAbstractButton, name: str) -> bool:
    return button.text() == name


def _begins_with(button: QAbstractButton, name: str) -> bool:
    return button.accessibleName().startswith(name)
