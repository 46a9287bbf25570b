"""A treatment or topic: one idea a screen, chapter by chapter."""

from dataclasses import replace

from PySide6.QtCore import QRect, QSize

from kiosk.content import markdown
from kiosk.content.model.pages import Topic
from kiosk.content.model.parts import Picture, Step
from kiosk.content.model.treatment import Treatment
from kiosk.session import routes
from kiosk.session.routes import Reading, Route
from kiosk.session.visit import Ask, Drop, Go, Picked
from kiosk.ui.area import Area
from kiosk.ui.chapters import Balance, Chapter, ToAsk, chapters_of, places_of
from kiosk.ui.prose import Prose
from kiosk.ui.scene import Scene
from kiosk.ui.screen import Screen
from kiosk.ui.theme.measure import Size
from kiosk.ui.widgets.balance import place_balance
from kiosk.ui.widgets.button import ButtonSpec, Style
from kiosk.ui.widgets.chip import Chip, place_chip
from kiosk.ui.widgets.figures import figure_piece
from kiosk.ui.widgets.flow import Fixed, Piece, Screenful, screenfuls
from kiosk.ui.widgets.pager import Position, Way, pager_height, place_pager
from kiosk.ui.widgets.picture import PictureBox
from kiosk.ui.widgets.tabs import Tab, place_tabs
from kiosk.ui.widgets.text import TextStyle


class ExplainerScreen(Screen):
    """One step of one chapter of a page."""

    def __init__(self, scene: Scene, route: Route, size: QSize) -> None:
        """Lay out the step of the route."""
        super().__init__(scene, size)
        assert isinstance(route, Reading)  # noqa: S101 - the table of screens pairs them
        page = scene.pages.page(route.page)
        if not isinstance(page, (Treatment, Topic)):
            raise LookupError(f"There is no page {route.page}.")
        self.section = "treatments" if isinstance(page, Treatment) else "understand"
        self._page = page
        self._chapters = chapters_of(page, self.words.treatment)
        self._route = self._within(route)
        self._parts = 1
        area = self.page_area()
        self._head(area)
        place_tabs(self, area, tabs_of(scene, route.page), self._route.chapter, routes.Contents(self._route))
        self._card(area.rect)

    def leads_to(self) -> tuple[Route, ...]:
        """The next step, the one before, and the other chapters."""
        _, on = self._neighbours()
        chapters = [Reading(self._route.page, number) for number in range(len(self._chapters))]
        return tuple(route for route in (on, *chapters) if route is not None and route != self._route)

    def _within(self, route: Reading) -> Reading:
        chapter = min(route.chapter, len(self._chapters) - 1)
        return replace(route, chapter=chapter, step=min(route.step, len(self._chapters[chapter].steps) - 1))

    @property
    def _chapter(self) -> Chapter:
        return self._chapters[self._route.chapter]

    def _head(self, area: Area) -> None:
        """The name, how sure we are, and where the words come from."""
        theme, words = self.theme, self.words.page
        spec = ButtonSpec(label=words.sources, icon="book-open", style=Style.PILL)
        chips = []
        if isinstance(self._page, Treatment):
            if self._page.status.badge:
                chips.append(Chip(self._page.status.badge, "triangle-exclamation", "help"))
            chips.append(Chip(self._page.certainty.line, "circle-info", "compare"))
        line = Area(QRect(area.rect), area.right_to_left)
        width = spec.natural_width(theme)
        if width < area.rect.width() * 0.3:
            height = theme.measure.small_target
            place = line.end(width, theme.measure.gap)
            self.button(QRect(place.left(), place.top(), width, height), spec, Go(routes.Provenance(self._route.page)))
        else:
            height = spec.height_for(theme, line.rect.width())
            foot = area.bottom(height, theme.measure.gap)
            self.button(foot, spec, Go(routes.Provenance(self._route.page)))
            height = 0
        style = TextStyle(Size.TITLE, 800, line_height=1.14)
        heading = self.heading(line.rect, self._page.title, style)
        bottom = place_chip_row(self, line.rect, heading.geometry(), chips)
        area.rect.setTop(max(bottom, area.rect.top() + height) + theme.mm(6))

    def _card(self, rect: QRect) -> None:
        theme = self.theme
        self.card(rect)
        inner = Area(rect, theme.right_to_left).inside(theme.mm(9), theme.mm(8))
        foot = self._foot()
        if foot:
            style = TextStyle(Size.SMALL, 400, theme.palette.ink_soft, line_height=1.25)
            height = self.text_height(foot, style, inner.rect.width())
            self.text(inner.bottom(height, theme.mm(3)), foot, style)
        back, on = self._ways(1)
        row = inner.bottom(pager_height(theme, inner.rect.width(), (back, on)), theme.mm(4))
        step = self._chapter.steps[self._route.step]
        count = self._count_line(inner)
        if count:
            inner.top(count, theme.mm(3))
        fulls = self._lay_out(inner, step)
        part = min(self._route.part, len(fulls[1]) - 1)
        self._route = replace(self._route, part=part)
        self._parts = len(fulls[1])
        column, pages = fulls
        pages[part].place(self, column, theme, middle=not isinstance(step, Balance))
        back, on = self._ways(self._parts)
        place_pager(self, row, back, on, self._position())

    def _count_line(self, inner: Area) -> int:
        """Step 2 of 4, where a chapter has several."""
        count = len(self._chapter.steps)
        if count < 2:  # noqa: PLR2004 - one step needs no number
            return 0
        words = self.scene.filled(self.words.page.step_of, number=self._route.step + 1, count=count)
        style = TextStyle(Size.SMALL, 600, self.theme.palette.ink_soft, line_height=1.2)
        return self.text(inner.rect, words, style).height()

    def _lay_out(self, inner: Area, step: Step | Balance | ToAsk) -> tuple[QRect, list[Screenful]]:
        """Put the picture where there is room for it; give the column of the words and its screenfuls."""
        theme = self.theme
        pieces = self._pieces(step, inner.rect.width())
        picture = step.picture if isinstance(step, Step) else None
        has_figure = isinstance(step, Step) and (step.people is not None or step.scale is not None)
        if picture is None or has_figure:
            return inner.rect, screenfuls(pieces, theme, inner.rect.width(), inner.rect.height())
        if not theme.measure.large_text and not theme.measure.portrait:
            side = inner.start(round(inner.rect.width() * 0.45), theme.mm(10))
            PictureBox(self, _sheet(side), theme, picture)
            return inner.rect, screenfuls(pieces, theme, inner.rect.width(), inner.rect.height())
        high = min(round(inner.rect.height() * 0.46), round(inner.rect.width() * 0.8))
        box = Fixed(high, lambda _parent, rect: _place_picture(rect, self, picture), theme.mm(4))
        return inner.rect, screenfuls([box, *pieces], theme, inner.rect.width(), inner.rect.height())

    def _pieces(self, step: Step | Balance | ToAsk, width: int) -> list[Piece]:
        tones = self.theme.tones(self.section)
        prose = Prose(self.scene, self.scene.terms, self.wish, tones.sign)
        heading = prose.heading(step.title, TextStyle(Size.HEADING, 800, line_height=1.18))
        if isinstance(step, Balance):
            return [heading, *place_balance(self, prose, step, width)]
        if isinstance(step, ToAsk):
            return [heading, *(self._ask_piece(question, width) for question in step.questions)]
        pieces: list[Piece] = [heading, *prose.pieces(step.text, TextStyle(Size.BODY, accent=tones.on_tint))]
        figure = figure_piece(self, step, width)
        if figure is not None:
            pieces.append(figure)
        if step.ask:
            pieces.append(self._ask_piece(step.ask, width, brief=True))
        return pieces

    def _ask_piece(self, question: str, width: int, *, brief: bool = False) -> Piece:
        """The button that puts a question on the list, or takes it off again."""
        picked = self.scene.visit.has_picked(question)
        words = self.words.page
        label = (words.asked if picked else words.ask) if brief else question
        spec = ButtonSpec(
            label=label,
            spoken=f"{label}: {question}" if brief else "",
            icon="check" if picked else "plus",
            style=Style.TINTED,
            section="questions" if picked else "understand",
            checked=picked,
            leading=not brief,
        )
        wish = Drop(question) if picked else Ask(Picked(question, self._page.title))
        height = spec.height_for(self.theme, width if not brief else min(width, spec.natural_width(self.theme)))

        def put(_parent: object, rect: QRect) -> None:
            wide = min(rect.width(), spec.natural_width(self.theme)) if brief else rect.width()
            left = rect.right() + 1 - wide if self.theme.right_to_left else rect.left()
            self.button(QRect(left, rect.top(), wide, rect.height()), spec, wish)

        return Fixed(height, put, self.theme.mm(6))

    def _foot(self) -> str:
        """What every page must say, and who has not yet checked it."""
        words = self.words.page
        lines = [markdown.plain(words.general)]
        if self._page.review.reviewer is None:
            lines.append(words.awaiting_clinician)
        if not self.scene.pages.is_own(self._route.page):
            lines.append(self.scene.filled(words.other_language, language=self.scene.pages.fallback.language.name))
        elif self._page.translation is not None and not self._page.translation.translator:
            lines.append(words.awaiting_translator)
        return " ".join(lines)

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
            cards = self.scene.pages.cards("comparison")
            on = Way(self.words.treatment.compare, Go(routes.Compare(cards[0].id))) if cards else None
        return back, on

    def _label(self, place: Reading, general: str) -> str:
        """The title of the step a button leads to, or a general word where titles are long."""
        chapter = self._chapters[place.chapter]
        title = chapter.steps[place.step].title if place.chapter == self._route.chapter else chapter.title
        return title if len(title) <= MOST_LETTERS and not self.theme.measure.large_text else general

    def _neighbours(self) -> tuple[Reading | None, Reading | None]:
        places = places_of(self._chapters, self._route.page)
        here = places.index(replace(self._route, part=0))
        before = places[here - 1] if here else None
        after = places[here + 1] if here + 1 < len(places) else None
        return before, after

    def _position(self) -> Position:
        count = len(self._chapter.steps)
        words = self.scene.filled(self.words.page.step_of, number=self._route.step + 1, count=count)
        return Position(self._route.step, count, words)


MOST_LETTERS = 26
"""A longer title does not go on a button."""


def tabs_of(scene: Scene, page_id: str) -> list[Tab]:
    """The chapters of a page."""
    page = scene.pages.page(page_id)
    if not isinstance(page, (Treatment, Topic)):
        return []
    chapters = chapters_of(page, scene.words.treatment)
    return [Tab(chapter.title, chapter.icon, Reading(page_id, number)) for number, chapter in enumerate(chapters)]


def place_chip_row(screen: Screen, room: QRect, heading: QRect, chips: list[Chip]) -> int:
    """Chips beside the heading where they fit, else below it; gives the lowest line used."""
    theme, gap = screen.theme, screen.theme.mm(4)
    x, y, bottom = heading.right() + theme.mm(8), heading.top(), heading.bottom() + 1
    for chip in chips:
        width = min(chip.width(theme), room.width())
        height = chip.height(theme, width)
        beside = y == heading.top()
        if x + width > room.right() + 1:
            x, y, beside = room.left(), bottom + gap, False
        top = heading.center().y() - height // 2 if beside else y
        place = QRect(x, top, width, height)
        if theme.right_to_left:
            place.moveLeft(room.left() + room.right() - place.right())
        place_chip(screen, place, chip)
        x += width + gap
        bottom = max(bottom, top + height)
    return bottom


def _sheet(side: QRect) -> QRect:
    """The picture's place in its column: not higher than it is wide, in the middle."""
    high = min(side.height(), round(side.width() * 1.02))
    return QRect(side.left(), side.center().y() - high // 2, side.width(), high)


def _place_picture(rect: QRect, screen: Screen, picture: Picture) -> None:
    """A picture above the words, not wider than its sheet."""
    wide = min(rect.width(), round(rect.height() * 1.5))
    place = QRect(rect.center().x() - wide // 2, rect.top(), wide, rect.height())
    PictureBox(screen, place, screen.theme, picture)
