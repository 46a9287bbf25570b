"""Builds every object once and joins their signals: the only module that knows all screens."""

import logging
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import date
from importlib import import_module
from types import TracebackType
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QAccessible

from kiosk.content.library import Library
from kiosk.pages.remaining import is_elsewhere, remains
from kiosk.session import routes
from kiosk.session.routes import Route
from kiosk.session.session import Session
from kiosk.session.visit import Announce, Hear, Leave, Move, PrintList, ReadAloud, Turn, Visit, Wish
from kiosk.settings.settings import Settings
from kiosk.ui.scene import Scene
from kiosk.ui.scenes import Scenes
from kiosk.ui.screen import Screen
from kiosk.ui.stage import ScreenMaker, Stage
from kiosk.ui.theme.theme import Looks
from kiosk.ui.window import Window
from kiosk.values import value_class

if TYPE_CHECKING:  # the first screen can do without paper and without a voice
    from kiosk.services.listening import Listening
    from kiosk.services.printing import Printing
    from kiosk.ui.assistive.telling import Said

log = logging.getLogger(__name__)


@value_class
class Late:
    """A screen whose module is imported when it is first wanted: the first screen needs only its own."""

    module: str
    name: str

    def __call__(self, scene: Scene, route: Route, size: QSize) -> Screen:
        """Make the screen."""
        maker: ScreenMaker = getattr(import_module(f"kiosk.ui.screens.{self.module}"), self.name)
        return maker(scene, route, size)


SCREENS: Final[Mapping[type[Route], ScreenMaker]] = {
    routes.Attract: Late("attract", "AttractScreen"),
    routes.Home: Late("home", "HomeScreen"),
    routes.Understand: Late("listing", "UnderstandScreen"),
    routes.Treatments: Late("listing", "TreatmentsScreen"),
    routes.Reading: Late("explainer", "ExplainerScreen"),
    routes.Compare: Late("compare", "CompareScreen"),
    routes.Tips: Late("tips", "TipsScreen"),
    routes.Help: Late("help", "HelpScreen"),
    routes.Az: Late("az", "AzScreen"),
    routes.Questions: Late("questions", "QuestionsScreen"),
    routes.TakeAlong: Late("questions", "TakeAlongDialog"),
    routes.Paper: Late("paper", "PaperDialog"),
    routes.Easier: Late("easier", "EasierDialog"),
    routes.Listen: Late("listen", "ListenDialog"),
    routes.Languages: Late("dialogs", "LanguagesDialog"),
    routes.Finish: Late("dialogs", "FinishDialog"),
    routes.Explain: Late("dialogs", "ExplainDialog"),
    routes.Contents: Late("dialogs", "ContentsDialog"),
    routes.Box: Late("evidence", "BoxDialog"),
    routes.Columns: Late("evidence", "ColumnsDialog"),
    routes.Provenance: Late("evidence", "ProvenanceDialog"),
    routes.TipKinds: Late("tips", "TipKindsDialog"),
    routes.Activity: Late("activity", "ActivityDialog"),
    routes.LookBack: Late("lookback", "LookBackDialog"),
}
"""Which screen shows which route: the one place that knows screens."""
APOLOGY: Final = Late("apology", "ApologyScreen")
STILL_THERE: Final = Late("dialogs", "StillThereDialog")


class App:
    """The kiosk, from the library to the window."""

    def __init__(
        self,
        library: Library,
        settings: Settings,
        looks: Looks,
        clock: Callable[[], float],
        today: Callable[[], date] = date.today,
    ) -> None:
        """Put everything together; nothing is shown yet.

        looks: made once, however many there are; clock: seconds that never go back; today: by it pages are overdue.
        """
        self._coming: Library | None = None
        self._printing: Printing | None = None
        self._listening: Listening | None = None
        self._settings = settings
        self.looks = looks
        self.stage = Stage(SCREENS, APOLOGY, STILL_THERE)
        self.window = Window(self.stage, clock, settings.key_guard_ms)
        self._scenes = Scenes(library, settings, looks, self.window, today)
        self.session = Session(self._scenes.usual_reader(), clock, self._turned)
        self.window.wished.connect(self.session.take)
        self.window.wished.connect(self._print_if_wished)
        self.window.wished.connect(self._listen_if_wished)
        self.window.wished.connect(self._announce_if_wished)
        self.window.told.connect(self._tell)
        self.window.plugged.connect(self._plugged)
        self.window.noticed.connect(self.session.noticed)
        self.window.ticked.connect(self._tick)
        self.window.foreseen.connect(self._foresee)
        self.window.resized.connect(self.refresh)
        self.stage.changed.connect(self._count_words)

    def take_library(self, library: Library) -> None:
        """Show another library from now on; a page that is being read stays until the visitor moves on."""
        self._coming = library
        if isinstance(self.session.visit.screen, routes.Attract):
            self._move_to(library)
            self._show("stay")

    def _move_to(self, library: Library) -> None:
        self._coming = None
        self._scenes.move_to(library)
        self.window.clear()

        def is_left(route: Route, language: str) -> bool:
            return remains(route, library.pages(language))

        self.session.renew(self._scenes.usual_reader(), library.languages, is_left)

    def printer_is(self, *, found: bool) -> None:
        """What the self-test tells from its thread: a printer that is missing is offered to nobody from now on."""
        self._scenes.printer_found = found

    @property
    def is_empty(self) -> bool:
        """Whether nobody is there, neither a visitor nor staff."""
        return self.session.is_empty and not self.window.is_covered

    def refresh(self) -> None:
        """Show the present visit, as after a change of the window's size."""
        self._show("stay")

    def failed(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """A fault ends the visit, not the program."""
        log.critical("A fault ended the visit", exc_info=(kind, error, trace))
        self.session.take(Leave())

    def scene(self, visit: Visit | None = None) -> Scene:
        """The present moment, or another one, ready to be shown."""
        return self._scenes.of(visit or self.session.visit)

    def _tick(self) -> None:
        self.session.tick(by_keys=self.window.keys.lead)

    def _foresee(self, wish: Wish) -> None:
        """A finger is down on a button that tells this wish."""
        turn = self.session.foresee(wish)
        if turn.after != turn.before:
            self.window.foresee(self.scene(turn.after))

    def _turned(self, turn: Turn) -> None:
        if self._coming is not None and is_elsewhere(turn.before.screen, turn.after.screen):
            self._move_to(self._coming)
        if self._printing is not None and isinstance(turn.after.screen, routes.Attract):
            self._printing.take_back()
        if self._listening is not None and isinstance(turn.after.screen, routes.Attract):
            self._listening.end_visit()
        with self._announced(turn):
            self._show(turn.move)

    def _announced(self, turn: Turn) -> AbstractContextManager[None]:
        """Tells assistive technology, where there is any, what the turn changes."""
        if not QAccessible.isActive():
            return nullcontext()
        from kiosk.ui.assistive.announcing import announcing

        return announcing(self.window, turn)

    def _print_if_wished(self, wish: Wish) -> None:
        if not isinstance(wish, PrintList) or not self._settings.printer:
            return
        if self._printing is None:
            from kiosk.services.printing import Printing

            self._printing = Printing(self.session, self.scene, self._settings)
        self._printing.print_list()

    def _listen_if_wished(self, wish: Wish) -> None:
        if isinstance(wish, (ReadAloud, Hear)) and self._settings.reads_aloud:
            self._voice().take(wish)

    def _announce_if_wished(self, wish: Wish) -> None:
        if not isinstance(wish, Announce):
            return
        if QAccessible.isActive():
            from kiosk.ui.assistive.announcing import announce

            announce(self.window, wish.words, urgent=wish.rings)
        if self._settings.reads_aloud and (self.session.visit.hearing.on or self.window.keys.reads):
            self._voice().tell(wish.words)

    def _tell(self, said: "Sequence[Said]") -> None:
        """The tactile pad has reached something."""
        if self._settings.reads_aloud:
            self._voice().tell_reached(said)

    def _plugged(self, plugged_in: bool) -> None:  # noqa: FBT001 - a signal's value
        route = self.session.visit.route
        if not plugged_in:
            self.session.unplugged()
        elif isinstance(route, routes.Listen) and route.in_headphones:  # once it has been told where one is
            QTimer.singleShot(0, self.window, lambda: self.window.wished.emit(ReadAloud()))

    def _voice(self) -> "Listening":
        if self._listening is None:
            from kiosk.services.listening import listening

            self._listening = listening(self.session, self.window, self.scene, self._settings)
        return self._listening

    def _show(self, move: Move) -> None:
        if self.window.width() > 0:
            self.window.show_scene(self.scene(), move)

    def _count_words(self) -> None:
        top = self.stage.top
        if top is not None:
            self.session.shows(top.word_count())
