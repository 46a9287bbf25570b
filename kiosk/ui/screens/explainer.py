"""A treatment or topic: one idea a screen, chapter by chapter."""

from dataclasses import replace

from PySide6.QtCore import QRect, QSize

from kiosk.content.model.pages import Topic
from kiosk.content.model.treatment import Treatment
from kiosk.pages.chapters import Chapter, chapters_of, places_of
from kiosk.pages.comparing import comparison_with
from kiosk.session import routes
from kiosk.session.routes import Reading, Route
from kiosk.session.visit import Go, Origin
from kiosk.ui.area import Area
from kiosk.ui.pieces.chip import Chip, chip_piece, place_chip_row
from kiosk.ui.pieces.contents import chapter_tabs
from kiosk.ui.pieces.head import contents_option, place_row, sources_option
from kiosk.ui.pieces.notes import notes_of, notes_piece, place_notes
from kiosk.ui.pieces.pager import Position, Way, pager_height, place_pager
from kiosk.ui.pieces.steps import lay_step
from kiosk.ui.pieces.tabs import Tab, place_tabs
from kiosk.ui.scene import Scene
from kiosk.ui.screen import Screen
from kiosk.ui.theme.measure import Size
from kiosk.ui.widgets.flow import Piece
from kiosk.ui.widgets.text import TextStyle

LONGEST_LABEL = 26
"""Letters of a title that goes on a button."""


class ExplainerScreen(Screen):
    """One step of one chapter of a page."""

    def __init__(self, scene: Scene, route: Route, size: QSize) -> None:
        """Lay out the step of the route."""
        super().__init__(scene, size)
        assert isinstance(route, Reading)
        page = scene.pages.page(route.page)
        if not isinstance(page, (Treatment, Topic)):
            raise LookupError(f"There is no page {route.page}.")
        self.section = "treatments" if isinstance(page, Treatment) else "understand"
        self._page = page
        self._chapters = chapters_of(page, self.words.treatment)
        self._route = self._within(route)
        self._sources = sources_option(self, route.page)
        self._parts = 1
        area = self.page_area()
        if self.theme.measure.tight:
            self._short_head(area)
        else:
            self._head(area)
            place_tabs(self, area, self._tabs(), self._route.chapter, routes.Contents(self._route))
        self._card(area.rect)

    def _within(self, route: Reading) -> Reading:
        chapter = min(route.chapter, len(self._chapters) - 1)
        return replace(route, chapter=chapter, step=min(route.step, len(self._chapters[chapter].steps) - 1))

    @property
    def _chapter(self) -> Chapter:
        return self._chapters[self._route.chapter]

    def _tabs(self) -> list[Tab]:
        return chapter_tabs(self.scene, self._route.page)

    def _short_head(self, area: Area) -> None:
        """The short name, the chapter that opens the others, and where the words come from."""
        card = self.scene.pages.card(self._route.page)
        tab = self._tabs()[self._route.chapter]
        options = [contents_option(self, tab, routes.Contents(self._route)), self._sources]
        title = card.name if card else self._page.title
        place_row(self, area, title, options, spoken=f"{title}. {self._page.title}")

    def _chips(self) -> list[Chip]:
        if not isinstance(self._page, Treatment):
            return []
        chips = [Chip(self._page.certainty.line, "circle-info", "compare")]
        badge = self._page.status.badge
        return [Chip(badge, "triangle-exclamation", "help"), *chips] if badge else chips

    def _head(self, area: Area) -> None:
        """The name, how sure we are, and where the words come from."""
        theme = self.theme
        spec, wish = self._sources.spec, self._sources.wish
        chips = self._chips()
        line = Area(QRect(area.rect), area.right_to_left)
        width = spec.natural_width(theme)
        if width < area.rect.width() * 0.3:
            height = theme.measure.small_target
            place = line.end(width, theme.measure.gap)
            self.button(QRect(place.left(), place.top(), width, height), spec, wish)
        else:
            height = spec.height_for(theme, line.rect.width())
            foot = area.bottom(height, theme.measure.gap)
            self.button(foot, spec, wish)
            height = 0
        style = TextStyle(Size.TITLE, 800, line_height=1.14)
        heading = self.heading(line.rect, self._page.title, style)
        bottom = place_chip_row(self, line.rect, heading.words_rect, chips)
        area.rect.setTop(max(bottom, area.rect.top() + height) + theme.mm(6))

    def _card(self, rect: QRect) -> None:
        theme = self.theme
        self.card(rect)
        tight = theme.measure.tight
        down = 3 if theme.measure.compact else 5
        inner = Area(rect, theme.right_to_left).inside(theme.mm(6 if tight else 9), theme.mm(down if tight else 8))
        back, on = self._ways(1)
        if not tight:
            place_notes(self, inner, self._foot(), self._count())
        row = inner.bottom(pager_height(theme, inner.rect.width(), (back, on)), theme.measure.gap)
        step = self._chapter.steps[self._route.step]
        origin = Origin(self._route.page, self._page.title)
        laid = lay_step(self, inner.rect, step, origin, *self._around(inner.rect.width()))
        part = min(self._route.part, len(laid.fulls) - 1)
        self._route = replace(self._route, part=part)
        self._parts = len(laid.fulls)
        laid.fulls[part].place(self, laid.column, theme, middle=laid.middle)
        back, on = self._ways(self._parts)
        place_pager(self, row, back, on, self._position())

    def _around(self, width: int) -> tuple[list[Piece], list[Piece]]:
        """What stands before and after the words where height is scarce: chips and notes, in their turn."""
        if not self.theme.measure.tight:
            return [], []
        first = self._route.chapter == 0 and self._route.step == 0
        widest = width if self.theme.measure.large_text else width // 2
        chips: list[Piece] = [chip_piece(self, chip, widest) for chip in self._chips()] if first else []
        return chips, [notes_piece(self, self._foot())]

    def _count(self) -> str:
        """Step 2 of 4, where a chapter has several."""
        count = len(self._chapter.steps)
        words = self.scene.filled(self.words.page.step_of, number=self._route.step + 1, count=count)
        return words if count > 1 else ""

    def _foot(self) -> str:
        return notes_of(self.scene, self._page, self._route.page)

    def _ways(self, parts: int) -> tuple[Way | None, Way | None]:
        words = self.words.page
        before, after = self._neighbours()
        back = Way(self._label(before, words.previous), Go(before)) if before else None
        on = Way(self._label(after, words.next), Go(after)) if after else None
        if self._route.part > 0:
            back = Way(words.previous, Go(replace(self._route, part=self._route.part - 1)))
        if self._route.part + 1 < parts:
            on = Way(words.more, Go(replace(self._route, part=self._route.part + 1)))
        if on is None and isinstance(self._page, Treatment):
            compared = comparison_with(self.scene.pages, self._route.page)
            on = Way(self.words.treatment.compare, Go(compared)) if compared else None
        return back, on

    def _label(self, place: Reading, general: str) -> str:
        """The title of the step a button leads to, or a general word where titles are long."""
        chapter = self._chapters[place.chapter]
        title = chapter.steps[place.step].title if place.chapter == self._route.chapter else chapter.title
        return title if len(title) <= LONGEST_LABEL and not self.theme.measure.large_text else general

    def _neighbours(self) -> tuple[Reading | None, Reading | None]:
        places = places_of(self._chapters, self._route.page)
        here = places.index(replace(self._route, part=0))
        before = places[here - 1] if here else None
        after = places[here + 1] if here + 1 < len(places) else None
        return before, after

    def _position(self) -> Position:
        words = self._count() if self.theme.measure.tight else ""
        return Position(self._route.step, len(self._chapter.steps), words)
