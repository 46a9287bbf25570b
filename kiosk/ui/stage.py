"""Shows the screen of a route, and the dialog over it: built when wanted, replaced when something changed."""

import logging
from collections.abc import Callable, Hashable, Mapping

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.session.routes import Listen, Route
from kiosk.session.visit import Move
from kiosk.ui.assistive.accessible import cover
from kiosk.ui.scene import Scene
from kiosk.ui.screen import Screen
from kiosk.ui.slide import Slide
from kiosk.values import value_class

log = logging.getLogger(__name__)

ScreenMaker = Callable[[Scene, Route, QSize], Screen]


@value_class
class Foreseen:
    """What will be shown if the finger that is down is lifted where it is."""

    key: Hashable
    screen: Screen
    picture: QPixmap
    """What it looks like: painted sooner than the screen itself."""


class Stage(QWidget):
    """The part of the window above the bar."""

    wished = Signal(object)
    """Carries a Wish from the screen or dialog on show."""
    changed = Signal()
    """Another screen or dialog is on show."""

    def __init__(self, makers: Mapping[type[Route], ScreenMaker], apology: ScreenMaker, asks: ScreenMaker) -> None:
        """Make screens by this table; apology replaces one that throws, asks lies over all: still there?"""
        super().__init__()
        self._makers = makers
        self._apology = apology
        self._asks = asks
        self._keys: dict[str, Hashable] = {}
        self.screen_now: Screen | None = None
        self.dialog_now: Screen | None = None
        self._foreseen: Foreseen | None = None
        self._before: list[Screen] = []
        """What is to be seen until the slide has covered it: the last screen, and a dialog over it."""
        self._slide = Slide(self)
        self._slide.done.connect(self._settled)

    def show_scene(self, scene: Scene, move: Move, *, still: bool = False) -> None:
        """Show where the visitor is now; still: nothing slides, as for somebody who listens (A11Y-41)."""
        self._slide.finish()
        still = still or scene.visit.reader.still
        screen_changed = self._show_screen(scene, "stay" if still else move)
        if self.screen_now is not None:
            self.screen_now.still = still
        dialog_changed = self._show_dialog(scene)
        self._forget_foreseen()
        self._tell_whether_covered()
        if screen_changed or dialog_changed:
            self.changed.emit()

    def foresee(self, scene: Scene, size: QSize) -> None:
        """Make what will be shown if the finger that is down is lifted: the answer then has only to be painted.

        size: the room there will be, in pixels; a larger bar leaves less.
        """
        route = scene.visit.dialog or scene.visit.screen
        part = "dialog" if scene.visit.dialog else "screen"
        key = _key(scene, route)
        known = self._foreseen.key if self._foreseen is not None else None
        if key in (known, self._keys.get(part)):
            return
        self._forget_foreseen()
        screen = self._make(scene, route, size)
        screen.hide()
        same_look = self._keys.get("look") == _look(scene)
        if part == "dialog" and same_look and self.screen_now is not None:
            screen.lie_over(_at_rest(self.screen_now))
        self._foreseen = Foreseen(key, screen, screen.grab())

    def clear(self) -> None:
        """Forget every screen, as when the size has changed."""
        self._keys.clear()
        self._forget_foreseen()

    @property
    def top(self) -> Screen | None:
        """The dialog on show, or else the screen."""
        return self.dialog_now or self.screen_now

    def _show_screen(self, scene: Scene, move: Move) -> bool:
        key = _key(scene, scene.visit.screen)
        if self._keys.get("screen") == key and self.screen_now is not None:
            return False
        before, same_look = self.screen_now, self._keys.get("look") == _look(scene)
        after, picture = self._take_foreseen(scene, scene.visit.screen)
        self._keys["screen"] = key
        self._keys["look"] = _look(scene)
        self.screen_now = after
        if before is not None:
            self._leave(before)
        if before is not None and same_look and move != "stay":
            self._slide.start(picture or after.grab(), leftward=(move == "forward") != scene.theme.right_to_left)
        else:
            self._settled()
            if picture is not None:
                self._slide.stand(picture)
        return True

    def _show_dialog(self, scene: Scene) -> bool:
        visit = scene.visit
        asking = visit.seconds_left is not None
        route = visit.screen if asking else visit.dialog
        key = (_key(scene, route), visit.seconds_left) if asking else _key(scene, route)
        if self._keys.get("dialog") == key and (self.dialog_now is None) == (route is None):
            return False
        self._keys["dialog"] = key
        if self.dialog_now is not None:
            self._leave(self.dialog_now)
            self.dialog_now = None
            if not self._slide.is_moving:
                self._drop_what_was_before()
        if route is not None:
            asked = self._adopt(self._asks(scene, route, self.size())) if asking else None
            foreseen = (asked, None) if asked is not None else self._take_foreseen(scene, route)
            self.dialog_now, picture = foreseen
            self.dialog_now.show()
            self.dialog_now.raise_()
            if picture is not None:
                self._slide.stand(picture)
        return True

    def _tell_whether_covered(self) -> None:
        """What moves by itself holds still beneath a dialog, and nothing of the screen is told."""
        if self.screen_now is not None:
            self.screen_now.set_covered(self.dialog_now is not None)
            cover(self.screen_now, self.dialog_now is not None)

    def _make(self, scene: Scene, route: Route, size: QSize) -> Screen:
        try:
            screen = self._makers[type(route)](scene, route, size)
        except Exception:
            log.exception("The screen for %s could not be made", type(route).__name__)
            screen = self._apology(scene, route, size)
        return self._adopt(screen)

    def _adopt(self, screen: Screen) -> Screen:
        screen.setParent(self)
        screen.move(QPoint(0, 0))
        screen.wished.connect(self.wished)
        return screen

    def _take_foreseen(self, scene: Scene, route: Route) -> tuple[Screen, QPixmap | None]:
        """The screen of a route: as it was foreseen, or made now."""
        foreseen = self._foreseen
        if foreseen is not None and foreseen.key == _key(scene, route):
            self._foreseen = None
            return foreseen.screen, foreseen.picture
        return self._make(scene, route, self.size()), None

    def _forget_foreseen(self) -> None:
        if self._foreseen is not None:
            self._foreseen.screen.deleteLater()
            self._foreseen = None

    def _settled(self) -> None:
        """The screen is in its place, and the one before can go."""
        if self.screen_now is not None:
            self.screen_now.show()
            self.screen_now.lower()
        self._drop_what_was_before()

    def _leave(self, screen: Screen) -> None:
        """It is seen for a moment longer, but wishes nothing, is painted no more, and nobody is told of its buttons."""
        screen.wished.disconnect(self.wished)
        screen.setUpdatesEnabled(False)
        cover(screen, True)
        self._before.append(screen)

    def _drop_what_was_before(self) -> None:
        for screen in self._before:
            screen.hide()
            screen.deleteLater()
        self._before.clear()


def _key(scene: Scene, route: Route | None) -> Hashable:
    if route is None:
        return None
    return (route, _look(scene), scene.visit.hearing) if isinstance(route, Listen) else (route, _look(scene))


def _look(scene: Scene) -> Hashable:
    """Everything but the place that a screen is made from."""
    visit = scene.visit
    return (visit.reader, visit.questions, scene.theme.measure, id(scene.pages.own), scene.prints)


def _at_rest(screen: Screen) -> QPixmap:
    """The picture of a screen with no finger on it."""
    pressed = [button for button in screen.findChildren(QAbstractButton) if button.isDown()]
    for button in pressed:
        button.setDown(False)
    picture = screen.grab()
    for button in pressed:
        button.setDown(True)
    return picture
