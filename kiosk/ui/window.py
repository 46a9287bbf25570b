"""The one window: the stage above, the bar below, and who is there."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QColor, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.session.routes import Attract, Home
from kiosk.session.visit import Back, DrawCurtain, Go, GoHome, Move, Wish
from kiosk.ui.assistive.telling import told_of
from kiosk.ui.bars import Bars
from kiosk.ui.curtain import Curtain
from kiosk.ui.foresight import Foresight
from kiosk.ui.input.keys import GUARD_MS, Keys
from kiosk.ui.input.marks import Layers, Reached, layers_of
from kiosk.ui.input.touch import Touch
from kiosk.ui.scene import Scene
from kiosk.ui.stage import Stage

if TYPE_CHECKING:  # the first screen can do without the pad
    from kiosk.device.keypad import PadKey

TICK_MS: Final = 1000
USUAL_DENSITY: Final = 3.6
"""Pixels for a millimetre until there is a scene: those of a 24-inch screen of 1920 by 1080."""


class Window(QWidget):
    """Shows scenes, and tells wishes and signs of life."""

    wished = Signal(object)
    """Carries a Wish."""
    landed = Signal()
    """A finger came down or a key was pressed: a voice falls silent."""
    missed = Signal()
    """A finger was lifted where nothing can be touched."""
    noticed = Signal()
    """Somebody touched the glass or a key."""
    resized = Signal()
    ticked = Signal()
    """A second has passed."""
    felt = Signal()
    """A finger is down on a button."""
    foreseen = Signal(object)
    """Carries the Wish that the lift of the finger will tell."""
    told = Signal(object)
    """What the focus has reached, Said after Said: for a voice, while headphones are in or the tactile pad is used."""
    plugged = Signal(bool)
    """Headphones were plugged in or out: without them nothing may be heard any more."""
    covered = Signal()
    """Something was laid over everything, or taken away."""
    woken = Signal()
    """The dark screen was touched; that touch does nothing else."""

    def __init__(self, stage: Stage, clock: Callable[[], float], key_guard_ms: int = GUARD_MS) -> None:
        """Hold the stage; clock gives seconds that never go back; key_guard_ms: see the settings."""
        super().__init__()
        self.stage = stage
        stage.setParent(self)
        stage.wished.connect(self.wished)
        stage.changed.connect(self._fresh)
        self._clock = clock
        self._bars = Bars(self, self.wished)
        self.foresight = Foresight(self)
        self.foresight.wanted.connect(self.foreseen)
        self._touch: Touch | None = None
        self._scene: Scene | None = None
        self._goes_on = False
        """Whether the scene is the next picture of the loop: whoever touches it just then has touched the loop."""
        self.has_jack = False
        """Whether somebody tells when headphones are plugged in or out."""
        self._dark = False
        self._cover: QWidget | None = None
        self._curtain = Curtain(self)
        self._shift = QPoint(0, 0)
        self._above = 0
        """Pixels that stay empty above the stage, so that everything is within reach."""
        self.keys = Keys(self, self._answers, self._on_show, clock, key_guard_ms)
        self.keys.back.connect(lambda: self._wish_by_key(Back()))
        self.keys.home.connect(lambda: self._wish_by_key(GoHome()))
        self.keys.headphones.connect(self.plug)
        self.keys.begun.connect(self._begin)
        self.keys.reached.connect(self._tell)
        self._ticking = QTimer(self, interval=TICK_MS)
        self._ticking.timeout.connect(self.ticked)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)

    def show_scene(self, scene: Scene, move: Move) -> None:
        """Show where the visitor is now."""
        self._goes_on = self._scene is not None and scene.goes_on(self._scene)
        self._scene = scene
        if self._is_loop and move == "back":
            self.keys.forget()  # the visit is over, and nobody is there to be told anything
        self._show_bar(scene)
        self.stage.show_scene(scene, move, still=self.keys.lead or scene.visit.hearing.on)
        if self._touch is not None:
            self._touch.px_per_mm = scene.theme.measure.px_per_mm
        self._curtain.draw(scene.visit.hearing.curtain)

    def set_dark(self, dark: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Show nothing but black, and do nothing but wait for a touch."""
        self._dark = dark
        self._show_or_hide()
        self._let_tick()
        self.update()

    def cover(self, cover: QWidget | None, *, fresh: bool = True) -> None:
        """Lay something over everything, or take it away: what is beneath takes no touch and no key meanwhile.

        fresh: whether its first touch is guarded, as on any other screen.
        """
        self._cover = cover
        self.keys.is_covered = self.is_covered
        self._show_or_hide()
        if cover is None and self._is_loop:
            self.keys.forget()  # staff have left, and nobody is there yet
        if self._touch is not None and fresh:
            self._touch.fresh_screen()
        self.keys.fresh(self._layers())
        self.covered.emit()

    @property
    def is_covered(self) -> bool:
        """Whether something lies over everything: staff are there."""
        return self._cover is not None

    @property
    def _is_loop(self) -> bool:
        return self._scene is not None and isinstance(self._scene.visit.screen, Attract)

    def _show_or_hide(self) -> None:
        """The stage and the bar, unless the window is dark or something lies over them."""
        for part in (self.stage, self._bars.now):
            if part is not None:
                part.setVisible(not self._dark and self._cover is None)

    def _wish_by_key(self, wish: Wish) -> None:
        if self._cover is None:
            self.wished.emit(wish)

    def shift(self, by: QPoint) -> None:
        """Show everything some pixels beside its place, so that nothing burns in."""
        for part in (self.stage, self._bars.now):
            if part is not None:
                part.move(part.pos() + by - self._shift)
        self._shift = by

    def learn(self, pad: "Mapping[int, PadKey]") -> None:
        """Know the keys of the tactile pad by their scan codes."""
        self.keys.pad = pad
        self.has_jack = self.has_jack or "plugged" in pad.values()

    def plug(self, plugged_in: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Headphones are in: everything is told from now on, from the title of this screen; or they are out."""
        self.keys.plug(plugged_in)  # first: nothing that follows may be heard from the loudspeaker
        self.noticed.emit()
        self.plugged.emit(plugged_in)
        self._begin()

    def _begin(self) -> None:
        """Begin at the title; what is told while nobody is there is the first page: a visit comes to its end."""
        if self.keys.reads and self._is_loop and not self.is_covered:
            self.wished.emit(Go(Home()))
        else:
            self.keys.begin()

    def _tell(self, reached: Reached) -> None:
        if self.keys.reads and self._scene is not None:
            self.told.emit(told_of(self._scene, reached))

    def touched(self) -> bool:
        """A finger landed; True when it was only to say that somebody is there."""
        answers = self._answers()
        self.keys.give_way()
        if self._scene is not None and self._scene.visit.hearing.curtain:
            self.wished.emit(DrawCurtain(drawn=False))
            return True
        return answers

    def _answers(self) -> bool:
        """A finger or a key is down; True when it was only to say that somebody is there."""
        if self._dark:
            self.woken.emit()
            return True
        asking = self._scene is not None and self._scene.visit.seconds_left is not None and not self.is_covered
        self.landed.emit()
        self.noticed.emit()
        return asking

    def explored(self, found: QWidget | None) -> bool:
        """A finger was lifted on something while the screen is told: the first time it is only told (A11Y-67)."""
        return self.keys.reads and found is not None and not self.keys.reach(found)

    def pressed(self, target: QAbstractButton) -> None:
        """A finger is down on a button: what its lift will show is made when the pressed look has been painted."""
        self.felt.emit()
        self.foresight.pressed(target)

    def foresee(self, scene: Scene) -> None:
        """Make what this scene will need."""
        self.stage.foresee(scene, self._room(scene, self._bars.foresee(scene)).size())

    def held(self) -> None:
        """A finger is on the glass and moves."""
        self.noticed.emit()

    def tapped_beside(self) -> None:
        """A finger was lifted where nothing can be touched: some screens take that too."""
        self.missed.emit()
        top = self.stage.top
        if self._cover is None and top is not None and top.beside is not None:
            self.wished.emit(top.beside)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to listen when seen."""
        super().showEvent(event)
        if self._touch is None and self.windowHandle() is not None:
            density = self._scene.theme.measure.px_per_mm if self._scene is not None else USUAL_DENSITY
            self._touch = Touch(self, self, density, self._clock)
            self.keys.take_from(self.windowHandle())
        self._let_tick()

    def _let_tick(self) -> None:
        """Seconds pass while somebody could be there."""
        if self.isVisible() and not self._dark:
            self._ticking.start()
        else:
            self._ticking.stop()

    def closeEvent(self, event: QCloseEvent) -> None:
        """A closed window lets no timer run on."""
        self._ticking.stop()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Everything is laid out anew."""
        super().resizeEvent(event)
        self.clear()
        self.resized.emit()

    def clear(self) -> None:
        """Forget everything that was laid out, as for another size or other pages."""
        self._bars.clear()
        self.stage.clear()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw paper where nothing stands yet."""
        if self._scene is not None:
            palette = self._scene.theme.palette
            painter = QPainter(self)
            painter.fillRect(event.rect(), Qt.GlobalColor.black if self._dark else QColor(palette.paper))
            if self._above and not self._dark:
                painter.fillRect(0, 0, self.width(), self._above, QColor(palette.quiet))
                painter.fillRect(0, self._above - 2, self.width(), 2, QColor(palette.hairline))

    def _show_bar(self, scene: Scene) -> None:
        bar = self._bars.show(scene)
        if bar is None:
            return
        bar.move(self._shift + QPoint(0, self.height() - bar.height()))
        self._above = self.height() - scene.theme.measure.height
        self.stage.setGeometry(self._room(scene, bar).translated(self._shift))
        self._show_or_hide()
        self.update()

    def _room(self, scene: Scene, bar: QWidget) -> QRect:
        """Where the stage stands: above the bar, and no higher than this visitor reaches."""
        above = self.height() - scene.theme.measure.height
        return QRect(0, above, self.width(), self.height() - above - bar.height())

    def _on_show(self) -> list[QWidget]:
        """What can be reached by keys: the screen, then the bar; or the dialog over them alone."""
        if self._cover is not None:
            return [self._cover]
        is_covered = len(self._layers()) > 1
        return [part for part in (self.stage.top, None if is_covered else self._bars.now) if part is not None]

    def _fresh(self) -> None:
        if self._cover is not None:
            return
        if self._touch is not None:
            if self._goes_on:
                self._touch.screen_went_on()
            else:
                self._touch.fresh_screen()
        self.keys.fresh(self._layers())

    def _layers(self) -> Layers:
        """What lies upon what now."""
        return layers_of(self._scene.visit, self._cover) if self._scene is not None else ()

    def sizeHint(self) -> QSize:
        """A desk window."""
        return QSize(1280, 800)
