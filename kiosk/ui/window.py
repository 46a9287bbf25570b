"""The one window: the stage above, the bar below, and who is there."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QWidget
from shiboken6 import isValid

from kiosk.session.visit import Back, GoHome, Move
from kiosk.ui.keys import Keys
from kiosk.ui.scene import Scene
from kiosk.ui.stage import Stage
from kiosk.ui.touch import Touch
from kiosk.ui.widgets.bar import Bar, at_home
from kiosk.ui.widgets.wishing import WishButton

TICK_MS: Final = 1000
AFTER_PRESS_MS: Final = 8
"""Half a frame: the button's pressed look is painted first."""


class Window(QWidget):
    """Shows scenes, and tells wishes and signs of life."""

    wished = Signal(object)
    """Carries a Wish."""
    noticed = Signal()
    """Somebody touched the glass or a key."""
    resized = Signal()
    ticked = Signal()
    """A second has passed."""
    foreseen = Signal(object)
    """Carries the Wish that the lift of the finger will tell."""

    def __init__(self, stage: Stage, clock: Callable[[], float]) -> None:
        """Hold the stage; clock gives seconds that never go back."""
        super().__init__()
        self.stage = stage
        stage.setParent(self)
        stage.wished.connect(self.wished)
        stage.changed.connect(self._fresh)
        self._clock = clock
        self._bar: Bar | None = None
        self._bar_key: object = None
        self._next_bar: tuple[object, Bar] | None = None
        self._down: WishButton | None = None
        self._foreseeing = QTimer(self, interval=AFTER_PRESS_MS, singleShot=True)
        self._foreseeing.timeout.connect(self.foresee_now)
        self._touch: Touch | None = None
        self._scene: Scene | None = None
        self._keys = Keys(self, self._on_show)
        self._keys.back.connect(lambda: self.wished.emit(Back()))
        self._keys.home.connect(lambda: self.wished.emit(GoHome()))
        self._ticking = QTimer(self, interval=TICK_MS)
        self._ticking.timeout.connect(self.ticked)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)

    def show_scene(self, scene: Scene, move: Move) -> None:
        """Show where the visitor is now."""
        self._scene = scene
        self._show_bar(scene)
        self.stage.show_scene(scene, "stay" if self._keys.in_use else move)
        if self._touch is not None:
            self._touch.px_per_mm = scene.theme.measure.px_per_mm

    def touched(self) -> bool:
        """A finger landed; True when it was only to say that somebody is there."""
        asking = self._scene is not None and self._scene.visit.seconds_left is not None
        self.noticed.emit()
        self._keys.forget()
        return asking

    def pressed(self, target: QAbstractButton) -> None:
        """A finger is down on a button: what its lift will show is made when the pressed look has been painted."""
        self._down = target if isinstance(target, WishButton) else None
        self._foreseeing.start()

    def foresee_now(self) -> None:
        """Ask for what the lift of the finger will show, if it is still down."""
        if self._down is not None and isValid(self._down) and self._down.isDown() and self._down.wish is not None:
            self.foreseen.emit(self._down.wish)

    def foresee(self, scene: Scene, move: Move) -> None:
        """Make what this scene will need."""
        key = _bar_key(scene)
        if key != self._bar_key and (self._next_bar is None or self._next_bar[0] != key):
            self._next_bar = (key, Bar(scene, self.width()))
        self.stage.foresee(scene, move)

    def held(self) -> None:
        """A finger is on the glass and moves."""
        self.noticed.emit()

    def tapped_beside(self) -> None:
        """A finger was lifted where nothing can be touched: some screens take that too."""
        top = self.stage.top
        if top is not None and top.beside is not None:
            self.wished.emit(top.beside)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Enter and Escape."""
        asking = self._scene is not None and self._scene.visit.seconds_left is not None
        self.noticed.emit()
        if not asking:
            self._keys.press(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to listen when seen."""
        super().showEvent(event)
        if self._touch is None and self.windowHandle() is not None:
            self._touch = Touch(self, self, 3.6, self._clock)
        self._ticking.start()

    def closeEvent(self, event: QCloseEvent) -> None:
        """A closed window lets no timer run on."""
        self._ticking.stop()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Everything is laid out anew."""
        super().resizeEvent(event)
        self._bar_key = None
        self.stage.clear()
        self.resized.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw paper where nothing stands yet."""
        if self._scene is not None:
            QPainter(self).fillRect(event.rect(), QColor(self._scene.theme.palette.paper))

    def _show_bar(self, scene: Scene) -> None:
        key = _bar_key(scene)
        if key == self._bar_key:
            return
        made = self._next_bar
        self._bar_key, self._next_bar = key, None
        before, self._bar = self._bar, made[1] if made and made[0] == key else Bar(scene, self.width())
        bar = self._bar
        bar.setParent(self)
        bar.wished.connect(self.wished)
        bar.move(0, self.height() - bar.height())
        bar.show()
        self.stage.setGeometry(0, 0, self.width(), self.height() - bar.height())
        if before is not None:
            before.hide()
            before.deleteLater()

    def _on_show(self) -> list[QWidget]:
        """What can be reached by keys: the screen or the dialog over it, then the bar."""
        return [part for part in (self.stage.top, self._bar) if part is not None]

    def _fresh(self) -> None:
        if self._touch is not None:
            self._touch.fresh_screen()
        self._keys.fresh()

    def sizeHint(self) -> QSize:
        """A desk window."""
        return QSize(1280, 800)


def _bar_key(scene: Scene) -> object:
    visit = scene.visit
    return (visit.reader, scene.theme.measure, at_home(visit), len(visit.questions), id(scene.pages.own))
