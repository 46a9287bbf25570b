"""Makes the scene of any moment: the words in the reader's language, the look at the window's size, the visit."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize

from kiosk.colours.palette import PALETTES, Palette
from kiosk.content.library import Library, Pages
from kiosk.content.terms import TermFinder, counterpart
from kiosk.session.visit import LARGE_TEXT, Reader, Visit
from kiosk.settings.settings import Settings
from kiosk.ui.reach import lowered_height
from kiosk.ui.scene import Scene
from kiosk.ui.theme.measure import Measure, density
from kiosk.ui.theme.pictures import Pictures
from kiosk.ui.theme.theme import Looks, Theme
from kiosk.ui.window import Window

if TYPE_CHECKING:  # the first screen can do without pages
    from kiosk.content.model.pages import Term

MAX_THEMES: Final = 2
"""The reader's, and the one that a finger is about to choose."""


class Scenes:
    """What a library, the settings and a window make of a visit."""

    def __init__(
        self, library: Library, settings: Settings, looks: Looks, window: Window, today: Callable[[], date]
    ) -> None:
        """looks: made once, however many there are; today: by it pages are overdue."""
        self.library = library
        self._settings = settings
        self._looks = looks
        self._window = window
        self._today = today
        self.printer_found = True
        """Whether the self-test has found the printer of the settings; believed until it tells otherwise."""
        self._pictures = Pictures(library.pictures)
        self._themes: dict[tuple[Reader, QSize], Theme] = {}
        self._languages: dict[str, tuple[Pages, TermFinder]] = {}

    def move_to(self, library: Library) -> None:
        """Make them of another library from now on."""
        self.library = library
        self._pictures = Pictures(library.pictures)
        self._themes.clear()
        self._languages.clear()

    def usual_reader(self) -> Reader:
        """How everybody reads at first."""
        offered = [code for code, _ in self.library.names(self._settings.languages)]
        wanted = self._settings.language
        return Reader(language=wanted if wanted in offered else offered[0])

    def of(self, visit: Visit) -> Scene:
        """A moment of a visit, ready to be shown."""
        reader = visit.reader
        pages, finder = self._reading(reader.language)
        names, inside = self.library.names(self._settings.languages), self.library.languages
        others = dict.fromkeys(inside[code].home.greeting for code, _ in names)  # some may not be translated yet
        has_printer = bool(self._settings.printer)
        greetings = tuple(greeting for greeting in others if greeting != pages.own.home.greeting)
        return Scene(
            self._theme(reader, pages),
            pages,
            visit,
            self._settings.clinic,
            names,
            finder,
            self._today(),
            greetings,
            tuple(self.library.pages(code) for code in self.library.languages if code != pages.own.code),
            prints=has_printer and self.printer_found,
            misses_printer=has_printer and not self.printer_found,
            reads_aloud=self._settings.reads_aloud,
            headphones=self._window.keys.plugged_in,
            has_jack=self._window.has_jack,
        )

    def _reading(self, code: str) -> tuple[Pages, TermFinder]:
        if code not in self._languages:
            pages = self.library.pages(code)
            self._languages[code] = (pages, TermFinder(lambda: pages.own.terms, partial(self._named_elsewhere, pages)))
        return self._languages[code]

    def _named_elsewhere(self, pages: Pages, name: str) -> "Term | None":
        """The term for a name in another language: the visitor has changed the language while reading of it."""
        others = (other for other in self.library.languages.values() if other is not pages.own)
        found = (counterpart(name, other.glossaries, pages.own.glossaries) for other in others)
        return next((term for term in found if term is not None), None)

    def _theme(self, reader: Reader, pages: Pages) -> Theme:
        """The look for a reader at the window's present size."""
        key = (reader, self._window.size())
        if key not in self._themes:
            while len(self._themes) >= MAX_THEMES:
                self._themes.pop(next(iter(self._themes)))
            rtl = pages.own.language.direction == "right-to-left"
            fonts, icons = self._looks.fonts, self._looks.icons
            self._themes[key] = Theme(
                self._palette(reader), self._measure(reader), fonts, icons, self._pictures, reader.still, rtl
            )
        return self._themes[key]

    def _measure(self, reader: Reader) -> Measure:
        screen, size = self._settings.screen, self._window.size()
        pixels, height = density(screen, size.width(), size.height()), size.height()
        if reader.reach:
            height = lowered_height(screen, height, pixels, large_text=reader.text_size >= LARGE_TEXT)
        return Measure(
            size.width(),
            height,
            pixels,
            reader.text_size,
            reader.large_buttons,
            reader.reach,
            lowered=height < size.height(),
        )

    def _palette(self, reader: Reader) -> Palette:
        accent = self._settings.clinic.accent
        if not accent:
            return PALETTES[reader.theme]
        from kiosk.colours.accent import with_accent

        return with_accent(reader.theme, accent)
