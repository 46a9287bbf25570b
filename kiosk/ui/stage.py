"""Shows the screen of a route, and the dialog over it: built when wanted, replaced when something changed."""

import logging
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QPoint, QSize, QTimer, Signal
from PySide6.QtWidgets import QWidget

from kiosk.session.routes import Route
from kiosk.session.visit import Move
from kiosk.ui.scene import Scene
from kiosk.ui.screen import Screen
from kiosk.ui.slide import Slide

log = logging.getLogger(__name__)

ScreenMaker = Callable[[Scene, Route, QSize], Screen]
MAX_READY: Final = 6
"""Screens kept ready for a touch that may come."""
QUIET_MS: Final = 260
"""After the slide, before screens are made ready."""


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
        self._scene: Scene | None = None
        self._keys: dict[str, Hashable] = {}
        self.screen_now: Screen | None = None
        self.dialog_now: Screen | None = None
        self._ready: OrderedDict[Hashable, Screen] = OrderedDict()
        self._before: Screen | None = None
        self._slide = Slide(self)
        self._slide.done.connect(self._settled)
        self._quiet = QTimer(self, interval=QUIET_MS, singleShot=True)
        self._quiet.timeout.connect(self._make_one_ready)

    def show_scene(self, scene: Scene, move: Move) -> None:
        """Show where the visitor is now."""
        self._slide.finish()
        self._quiet.stop()
        self._scene = scene
        screen_changed = self._show_screen(scene, move)
        dialog_changed = self._show_dialog(scene)
        if screen_changed or dialog_changed:
            self.changed.emit()
        self._quiet.start()

    def clear(self) -> None:
        """Forget every screen, as when the size has changed."""
        self._keys.clear()
        self._drop_ready()

    @property
    def top(self) -> Screen | None:
        """The dialog on show, or else the screen."""
        return self.dialog_now or self.screen_now

    def _show_screen(self, scene: Scene, move: Move) -> bool:
        key = _key(scene, scene.visit.screen)
        if self._keys.get("screen") == key and self.screen_now is not None:
            return False
        before, same_look = self.screen_now, self._same_look(scene)
        if not same_look:
            self._drop_ready()
        after = self._ready.pop(key, None) or self._make(scene, scene.visit.screen)
        self._keys["screen"] = key
        self.screen_now = after
        if before is not None:
            before.wished.disconnect(self.wished)
        self._before = before
        if before is not None and same_look and move != "stay" and not scene.visit.reader.still:
            self._slide.start(after.grab(), leftward=(move == "forward") != scene.theme.right_to_left)
        else:
            self._settled()
        return True

    def _show_dialog(self, scene: Scene) -> bool:
        visit = scene.visit
        asking = visit.seconds_left is not None
        route = visit.screen if asking else visit.dialog
        key = (_key(scene, route), visit.seconds_left) if route is not None else None
        if self._keys.get("dialog") == key:
            return False
        self._keys["dialog"] = key
        if self.dialog_now is not None:
            self.dialog_now.hide()
            self.dialog_now.deleteLater()
            self.dialog_now = None
        if route is not None:
            asked = self._adopt(self._asks(scene, route, self.size())) if asking else None
            self.dialog_now = asked or self._make(scene, route)
            self.dialog_now.show()
            self.dialog_now.raise_()
        return True

    def _make(self, scene: Scene, route: Route) -> Screen:
        try:
            screen = self._makers[type(route)](scene, route, self.size())
        except Exception:
            log.exception("The screen for %s could not be made", type(route).__name__)
            screen = self._apology(scene, route, self.size())
        return self._adopt(screen)

    def _adopt(self, screen: Screen) -> Screen:
        screen.setParent(self)
        screen.move(QPoint(0, 0))
        screen.wished.connect(self.wished)
        return screen

    def _same_look(self, scene: Scene) -> bool:
        look = (scene.visit.reader, scene.theme.measure, scene.visit.questions, id(scene.pages.own))
        same = self._keys.get("look") == look
        self._keys["look"] = look
        return same

    def _settled(self) -> None:
        """The screen is in its place, and the one before can go."""
        if self.screen_now is not None:
            self.screen_now.show()
            self.screen_now.lower()
        if self._before is not None:
            self._before.hide()
            self._before.deleteLater()
            self._before = None

    def _make_one_ready(self) -> None:
        """Build one of the screens that may come next, then wait for the next quiet moment."""
        scene, screen = self._scene, self.screen_now
        if scene is None or screen is None or not self.isVisible():
            return
        for route in screen.leads_to()[:MAX_READY]:
            key = _key(scene, route)
            if key not in self._ready:
                visit = replace(scene.visit, routes=(*scene.visit.routes, route))
                ready = self._make(replace(scene, visit=visit), route)
                ready.hide()
                self._ready[key] = ready
                while len(self._ready) > MAX_READY:
                    self._ready.popitem(last=False)[1].deleteLater()
                self._quiet.start()
                return

    def _drop_ready(self) -> None:
        for screen in self._ready.values():
            screen.deleteLater()
        self._ready.clear()


def _key(scene: Scene, route: Route | None) -> Hashable:
    visit = scene.visit
    return (route, visit.reader, visit.questions, scene.theme.measure, id(scene.pages.own))
