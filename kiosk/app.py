"""Builds every object once and joins their signals: the only module that knows all."""

import logging
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Final

from PySide6.QtCore import QSize

from kiosk.content.library import Library, Pages
from kiosk.content.terms import TermFinder
from kiosk.session import routes
from kiosk.session.routes import Route
from kiosk.session.session import Session
from kiosk.session.visit import Leave, Move, Reader, Turn
from kiosk.settings import Settings
from kiosk.ui.accessible import Interfaces
from kiosk.ui.scene import Scene
from kiosk.ui.screens.activity import ActivityDialog
from kiosk.ui.screens.apology import ApologyScreen
from kiosk.ui.screens.attract import AttractScreen
from kiosk.ui.screens.compare import CompareScreen
from kiosk.ui.screens.dialogs import (
    ContentsDialog,
    ExplainDialog,
    FinishDialog,
    LanguagesDialog,
    ListenDialog,
    StillThereDialog,
)
from kiosk.ui.screens.easier import EasierDialog
from kiosk.ui.screens.evidence import BoxDialog, ColumnsDialog, ProvenanceDialog
from kiosk.ui.screens.explainer import ExplainerScreen
from kiosk.ui.screens.help import HelpScreen
from kiosk.ui.screens.home import HomeScreen
from kiosk.ui.screens.listing import TreatmentsScreen, UnderstandScreen
from kiosk.ui.screens.questions import QuestionsScreen
from kiosk.ui.screens.tips import TipKindsDialog, TipsScreen
from kiosk.ui.stage import ScreenMaker, Stage
from kiosk.ui.theme.icons import Icons
from kiosk.ui.theme.measure import Measure, px_per_mm
from kiosk.ui.theme.palette import PALETTES
from kiosk.ui.theme.pictures import Pictures
from kiosk.ui.theme.theme import Fonts, Theme
from kiosk.ui.window import Window

log = logging.getLogger(__name__)

SCREENS: Final[Mapping[type[Route], ScreenMaker]] = {
    routes.Attract: AttractScreen,
    routes.Home: HomeScreen,
    routes.Understand: UnderstandScreen,
    routes.Treatments: TreatmentsScreen,
    routes.Reading: ExplainerScreen,
    routes.Compare: CompareScreen,
    routes.Tips: TipsScreen,
    routes.Help: HelpScreen,
    routes.Questions: QuestionsScreen,
    routes.Easier: EasierDialog,
    routes.Listen: ListenDialog,
    routes.Languages: LanguagesDialog,
    routes.Finish: FinishDialog,
    routes.Explain: ExplainDialog,
    routes.Box: BoxDialog,
    routes.Columns: ColumnsDialog,
    routes.TipKinds: TipKindsDialog,
    routes.Contents: ContentsDialog,
    routes.Provenance: ProvenanceDialog,
    routes.Activity: ActivityDialog,
}
"""Which screen shows which route: the one place that knows screens."""


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
        self.stage = Stage(SCREENS, ApologyScreen, StillThereDialog)
        self.window = Window(self.stage, clock)
        self.window.wished.connect(self.session.take)
        self.window.noticed.connect(self.session.noticed)
        self.window.ticked.connect(self.session.tick)
        self.window.resized.connect(self.refresh)
        self.stage.changed.connect(self._count_words)

    def refresh(self) -> None:
        """Show the present visit, as after a change of the window's size."""
        self._show("stay")

    def failed(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """A fault ends the visit, not the program."""
        log.critical("A fault ended the visit", exc_info=(kind, error, trace))
        self.session.take(Leave())

    def scene(self) -> Scene:
        """The present moment, ready to be shown."""
        reader = self.session.visit.reader
        pages, finder = self._reading(reader.language)
        greetings = tuple(
            inside.home.greeting for code, inside in self._library.languages.items() if code != reader.language
        )
        return Scene(
            self._theme(reader, pages),
            pages,
            self.session.visit,
            self._settings.clinic,
            self._library.names(),
            finder,
            greetings,
        )

    def _turned(self, turn: Turn) -> None:
        self._show(turn.move)

    def _show(self, move: Move) -> None:
        if self.window.width() > 0:
            self.window.show_scene(self.scene(), move)

    def _reading(self, code: str) -> tuple[Pages, TermFinder]:
        if code not in self._languages:
            pages = self._library.pages(code)
            self._languages[code] = (pages, TermFinder(pages.own.terms))
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
            self._themes.clear()
            self._themes[key] = Theme(
                PALETTES[reader.theme], measure, self._fonts, self._icons, self._pictures, reader.still, rtl
            )
        return self._themes[key]

    def _count_words(self) -> None:
        top = self.stage.top
        if top is not None:
            self.session.shows(top.word_count())
