"""Builds every object once and joins their signals: the only module that knows all."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import Final

from PySide6.QtCore import QSize

from kiosk.content.library import Library, Pages
from kiosk.content.terms import TermFinder
from kiosk.session import routes
from kiosk.session.routes import Route
from kiosk.session.session import Session
from kiosk.session.visit import Leave, Move, Reader, Turn, Visit, Wish
from kiosk.settings import Settings
from kiosk.ui.accessible import Interfaces
from kiosk.ui.scene import Scene
from kiosk.ui.screen import Screen
from kiosk.ui.stage import ScreenMaker, Stage
from kiosk.ui.theme.icons import Icons
from kiosk.ui.theme.measure import Measure, px_per_mm
from kiosk.ui.theme.palette import PALETTES
from kiosk.ui.theme.pictures import Pictures
from kiosk.ui.theme.theme import Fonts, Theme
from kiosk.ui.window import Window

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
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
    routes.Questions: Late("questions", "QuestionsScreen"),
    routes.TakeAlong: Late("questions", "TakeAlongDialog"),
    routes.Easier: Late("easier", "EasierDialog"),
    routes.Listen: Late("dialogs", "ListenDialog"),
    routes.Languages: Late("dialogs", "LanguagesDialog"),
    routes.Finish: Late("dialogs", "FinishDialog"),
    routes.Explain: Late("dialogs", "ExplainDialog"),
    routes.Contents: Late("dialogs", "ContentsDialog"),
    routes.Box: Late("evidence", "BoxDialog"),
    routes.Columns: Late("evidence", "ColumnsDialog"),
    routes.Provenance: Late("evidence", "ProvenanceDialog"),
    routes.TipKinds: Late("tips", "TipKindsDialog"),
    routes.Activity: Late("activity", "ActivityDialog"),
}
"""Which screen shows which route: the one place that knows screens."""
MAX_THEMES: Final = 2
"""The reader's, and the one that a finger is about to choose."""
APOLOGY: Final = Late("apology", "ApologyScreen")
STILL_THERE: Final = Late("dialogs", "StillThereDialog")


class App:
    """The kiosk, from the library to the window."""

    def __init__(self, library: Library, settings: Settings, assets: Path, clock: Callable[[], float]) -> None:
        """Put everything together; nothing is shown yet.

        assets: the folder with fonts; clock: seconds that never go back.
        """
        self._library = library
        self._settings = settings
        self._fonts = Fonts(assets / "fonts")
        self._icons = Icons()
        self._pictures = Pictures(library.pictures)
        self._interfaces = Interfaces()
        self._themes: dict[tuple[Reader, QSize], Theme] = {}
        self._languages: dict[str, tuple[Pages, TermFinder]] = {}
        known = settings.language if settings.language in library.languages else library.first
        self.session = Session(Reader(language=known), clock, self._turned)
        self.stage = Stage(SCREENS, APOLOGY, STILL_THERE)
        self.window = Window(self.stage, clock)
        self.window.wished.connect(self.session.take)
        self.window.noticed.connect(self.session.noticed)
        self.window.ticked.connect(self.session.tick)
        self.window.foreseen.connect(self._foresee)
        self.window.resized.connect(self.refresh)
        self.stage.changed.connect(self._count_words)

    def refresh(self) -> None:
        """Show the present visit, as after a change of the window's size."""
        self._show("stay")

    def failed(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """A fault ends the visit, not the program."""
        log.critical("A fault ended the visit", exc_info=(kind, error, trace))
        self.session.take(Leave())

    def scene(self, visit: Visit | None = None) -> Scene:
        """The present moment, or another one, ready to be shown."""
        visit = visit or self.session.visit
        reader = visit.reader
        pages, finder = self._reading(reader.language)
        greetings = tuple(
            inside.home.greeting for code, inside in self._library.languages.items() if code != reader.language
        )
        return Scene(
            self._theme(reader, pages),
            pages,
            visit,
            self._settings.clinic,
            self._library.names(),
            finder,
            greetings,
        )

    def _foresee(self, wish: Wish) -> None:
        """A finger is down on a button that tells this wish."""
        turn = self.session.foresee(wish)
        if turn.after != turn.before:
            self.window.foresee(self.scene(turn.after), turn.move)

    def _turned(self, turn: Turn) -> None:
        self._show(turn.move)

    def _show(self, move: Move) -> None:
        if self.window.width() > 0:
            self.window.show_scene(self.scene(), move)

    def _reading(self, code: str) -> tuple[Pages, TermFinder]:
        if code not in self._languages:
            pages = self._library.pages(code)
            self._languages[code] = (pages, TermFinder(lambda: pages.own.terms))
        return self._languages[code]

    def _theme(self, reader: Reader, pages: Pages) -> Theme:
        """The look for a reader at the window's present size."""
        size = self.window.size()
        key = (reader, size)
        if key not in self._themes:
            density = self._settings.screen.px_per_mm or px_per_mm(size.width(), size.height())
            measure = Measure(
                size.width(), size.height(), density, reader.text_size, reader.large_buttons, reader.reach
            )
            rtl = pages.own.language.direction == "right-to-left"
            while len(self._themes) >= MAX_THEMES:
                self._themes.pop(next(iter(self._themes)))
            self._themes[key] = Theme(
                PALETTES[reader.theme], measure, self._fonts, self._icons, self._pictures, reader.still, rtl
            )
        return self._themes[key]

    def _count_words(self) -> None:
        top = self.stage.top
        if top is not None:
            self.session.shows(top.word_count())
