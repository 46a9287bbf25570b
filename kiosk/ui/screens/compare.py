"""Treatments side by side: the patient's questions are the rows."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from PySide6.QtCore import QRect, QSize

from kiosk.colours.palette import Section
from kiosk.content import markdown
from kiosk.pages.comparing import table_of
from kiosk.session import routes
from kiosk.session.routes import Route
from kiosk.session.visit import Change, Go
from kiosk.ui.area import Area
from kiosk.ui.pieces.compared import ComparedRows, questions_on
from kiosk.ui.pieces.head import sources_option
from kiosk.ui.pieces.notes import MOST_LETTERS, line_width, notes_of, notes_piece, notes_style, notes_width, place_below
from kiosk.ui.pieces.parts import Parts, part_height, parts_height
from kiosk.ui.pieces.wrap import Option, place_wrapped, wrap
from kiosk.ui.scene import Scene
from kiosk.ui.screen import Screen
from kiosk.ui.theme.measure import USUAL_TEXT, Size
from kiosk.ui.widgets.button import ButtonSpec
from kiosk.ui.widgets.flow import Fixed, Paragraph, Piece, screenfuls
from kiosk.ui.widgets.group import Group
from kiosk.ui.widgets.text import Text, TextStyle

DOTS_MM = 6
"""The height that the dots of the row beneath a table need."""


class CompareScreen(Screen):
    """A table where there is room for one; else, from 150 % text and on upright screens, cards for each question."""

    section: Section = "compare"

    def __init__(self, scene: Scene, route: Route, size: QSize) -> None:
        """Lay out the part of the route."""
        super().__init__(scene, size)
        assert isinstance(route, routes.Compare)
        self._route = route
        self._table = table_of(scene.pages, route)
        area = self.page_area()
        notes = notes_of(self.scene, self._table.comparison, route.page)
        rows = ComparedRows(self, self._table)
        grid = rows.grid(area.rect.width())
        self._is_short = rows.is_short = self._must_be_short(is_table=grid is not None)
        if not self._is_short:
            self._head(area)
        if grid is not None:
            rows.place_columns(area, grid)
        clear = 0 if self._is_short else self._place_notes(area, notes)
        if grid is not None:
            rows.mark_usual_care(area.rect, grid)
        groups = rows.in_table(grid) if grid is not None else rows.as_cards(area.rect)
        pieces = [*chain.from_iterable(groups)]
        if self._is_short:
            pieces = [*self._with_head(groups, area.rect), notes_piece(self, notes)]
        parts = Parts(self, area, pieces)
        shown = [questions_on(full) for full in parts.fulls]
        firsts = [questions[0] if questions else "" for questions in shown]
        parts.place(self._part(shown), lambda part: replace(route, part=part, question=firsts[part]), clear)

    def _part(self, shown: Sequence[Sequence[str]]) -> int:
        """The part of the route, or the one that its question has moved to; shown: the questions of each part."""
        question, part = self._route.question, min(self._route.part, len(shown) - 1)
        if not question or question in shown[part][:1]:
            return part
        return next((at for at, questions in enumerate(shown) if question in questions), part)

    def _must_be_short(self, *, is_table: bool) -> bool:
        """Whether the head takes its turn like all else: where height is scarce for the letters, or for the cards."""
        measure = self.theme.measure
        has_height = measure.portrait and measure.text_size == USUAL_TEXT
        return measure.tight or not (is_table or has_height)

    def _place_notes(self, area: Area, notes: str) -> int:
        """Put the notes between the buttons of the row beneath the table, or else below it.

        Gives how many pixels of that row its dots must leave to them: none where one line fits below the dots.
        """
        theme, rect = self.theme, area.rect
        high = parts_height(self, rect.width())
        wide = min(notes_width(self, notes), line_width(self, notes, rect.width()))
        said = self.text_height(notes, notes_style(self), wide)
        words = (self.words.page.previous, self.words.page.more)
        button = max(ButtonSpec(label=label, icon="arrow-left").natural_width(theme) for label in words)
        if said > high - theme.mm(DOTS_MM) or wide > rect.width() - 2 * (button + theme.measure.gap):
            place_below(self, area, notes)
            return 0
        left = rect.left() + (rect.width() - wide) // 2
        self.text(QRect(left, rect.bottom() + 1 - said, wide, said), notes, notes_style(self))
        return 0 if said <= (high - theme.mm(DOTS_MM)) // 2 else said

    def _head(self, area: Area) -> None:
        """Title, decision, the note that must be read first, the choice of columns, and what matters."""
        theme = self.theme
        title = TextStyle(Size.TITLE, 800, line_height=1.14)
        columns, sources = self._columns_option(), self._sources_option()
        heading = self.heading(area.rect, self._table.comparison.title, title)
        said = self._stated()
        beside = area.rect.width() - heading.words_rect.width() - theme.mm(9)
        if not theme.measure.portrait and beside > theme.mm(150):
            high = sum(self.text_height(words, style, self._line_width(words, beside)) for words, style in said)
            line = Area(area.top(max(heading.height(), high), theme.mm(1.5)), area.right_to_left)
            line.start(heading.words_rect.width(), theme.mm(9))
            line.top(max(0, (line.rect.height() - high) // 2))
            lines = Area(line.start(beside), area.right_to_left)
            for words, style in said:
                room = Area(lines.rect, area.right_to_left).start(self._line_width(words, beside))
                lines.top(self.text(room, words, style).height())
            self._options(area, [*self._matters(), columns, sources], self.words.compare.matters)
            return
        area.top(heading.height(), theme.mm(3))
        (decision, bold), (note, soft) = said
        area.top(self.text(area.rect, decision, bold).height(), theme.mm(3))
        self._options(area, [columns, sources, *self._matters()], "")
        area.top(self.text(area.rect, note, soft).height(), theme.mm(4))

    def _line_width(self, words: str, room: int) -> int:
        """All the room for words that are no longer than a line may be; else as wide as can be followed."""
        return room if len(words) <= MOST_LETTERS else min(room, self.theme.measure.longest_line(Size.SMALL))

    def _stated(self) -> tuple[tuple[str, TextStyle], tuple[str, TextStyle]]:
        """The decision that the patient faces, and the note that must be read first."""
        comparison, palette = self._table.comparison, self.theme.palette
        decision = TextStyle(Size.BUTTON, 600, palette.ink, line_height=1.2)
        note = TextStyle(Size.SMALL, 600, palette.ink_soft, line_height=1.15)
        return (markdown.plain(comparison.decision), decision), (markdown.plain(comparison.note), note)

    def _with_head(self, rows: list[list[Piece]], rect: QRect) -> list[Piece]:
        """The head and the rows in their turn; only what leaves room for boxes below it comes before the first row."""
        head = self._head_pieces(rect)
        fitting = (many for many in range(len(head), 0, -1) if self._leaves_room(head[:many], rows[0], rect))
        many = next(fitting, 1)
        return [*chain.from_iterable([*head[:many], rows[0], *head[many:], *rows[1:]])]

    def _leaves_room(self, head: list[list[Piece]], row: list[Piece], rect: QRect) -> bool:
        """Whether boxes of a row stand on the first screenful below this much of the head."""
        above = [*chain.from_iterable(head)]
        return len(screenfuls([*above, *row], self.theme, rect.width(), part_height(self, rect))[0].pieces) > len(above)

    def _head_pieces(self, rect: QRect) -> list[list[Piece]]:
        """The title, what must be read first and what matters; what stands together in one list."""
        theme = self.theme
        title = TextStyle(Size.CARD, 800, line_height=1.15)
        style = TextStyle(Size.BUTTON, 600, theme.palette.ink_soft, line_height=1.25)
        (words, bold), (first, _) = self._stated()
        name = Paragraph(Text.of(self._table.comparison.title, title), heading=True)
        decision = Paragraph(Text.of(words, bold), theme.mm(2))
        note = Paragraph(Text.of(first, style), theme.mm(4))
        hint = Paragraph(Text.of(self.words.compare.touch_a_box, style), theme.mm(4))
        label = Paragraph(Text.of(self.words.compare.matters, style), theme.mm(4), heading=True)
        ways = [self._columns_option(), self._sources_option()]
        lines = self._lines([*self._matters(), *ways], rect.width())
        return [[name], [decision], [note], [hint], [Group(label, tuple(lines), part_height(self, rect))]]

    def _lines(self, options: list[Option], width: int) -> list[Piece]:
        """Buttons in lines, each a piece of its own."""
        rects = wrap(self.theme, [option.spec for option in options], width).rects
        tops = sorted({rect.top() for rect in rects})
        grouped = ([option for option, rect in zip(options, rects, strict=True) if rect.top() == top] for top in tops)
        return [self._line(line, width) for line in grouped]

    def _line(self, options: list[Option], width: int) -> Fixed:
        wrapped = wrap(self.theme, [option.spec for option in options], width)

        def put(_parent: object, rect: QRect) -> None:
            place_wrapped(self, rect, options, wrapped)

        return Fixed(wrapped.height, put, self.theme.measure.gap)

    def _columns_option(self) -> Option:
        chosen = tuple(column.id for column in self._table.columns)
        spec = ButtonSpec(label=self.words.compare.columns, icon="table-columns")
        return Option(spec, Go(routes.Columns(self._route, chosen)))

    def _sources_option(self) -> Option:
        """Without its sign, which would take it to a line of its own."""
        option = sources_option(self, self._route.page)
        return replace(option, spec=replace(option.spec, icon=""))

    def _matters(self) -> list[Option]:
        """Toggles that lift the rows which matter to the visitor."""
        return [
            Option(
                ButtonSpec(label=matter.name, section="compare", checked=index in self._route.matters),
                Change(self._with(index)),
            )
            for index, matter in enumerate(self._table.comparison.matters)
        ]

    def _options(self, area: Area, options: list[Option], label: str) -> None:
        """Buttons in lines, after a label where there is one."""
        theme = self.theme
        style = TextStyle(Size.BUTTON, 600, theme.palette.ink_soft, line_height=1.2)
        lead = Text.of(label, style).lay(theme, area.rect.width()).natural_width + theme.mm(5) if label else 0
        least = theme.measure.small_target
        wrapped = wrap(theme, [option.spec for option in options], area.rect.width(), lead, least)
        room = area.top(wrapped.height, theme.mm(1.5))
        if label:
            self.text(QRect(room.left(), room.top(), room.width(), least), label, style, middle=True)
        place_wrapped(self, room, options, wrapped)

    def _with(self, matter: int) -> routes.Compare:
        """The route with a matter switched."""
        chosen = set(self._route.matters) ^ {matter}
        return replace(self._route, matters=tuple(sorted(chosen)), part=0, question="")
