"""Treatments side by side: the patient's questions are the rows."""

from dataclasses import replace

from PySide6.QtCore import QRect, QSize

from kiosk.content import markdown
from kiosk.session import routes
from kiosk.session.routes import Route
from kiosk.session.visit import Change, Go
from kiosk.ui.area import Area
from kiosk.ui.comparing import Row, table_of
from kiosk.ui.notes import MOST_LETTERS, notes_of, notes_piece, notes_style, notes_width, place_below
from kiosk.ui.scene import Scene
from kiosk.ui.screen import Screen
from kiosk.ui.theme.measure import Size
from kiosk.ui.theme.palette import Section
from kiosk.ui.theme.surfaces import Surface
from kiosk.ui.widgets.box import BoxButton, BoxWords, box_height, padding_of
from kiosk.ui.widgets.button import ButtonSpec
from kiosk.ui.widgets.certainty import level_words
from kiosk.ui.widgets.flow import Fixed, Paragraph, Piece, screenfuls
from kiosk.ui.widgets.grid import Grid, grid_of
from kiosk.ui.widgets.group import Group
from kiosk.ui.widgets.icon import IconBox
from kiosk.ui.widgets.parts import parts_height, place_parts
from kiosk.ui.widgets.text import Text, TextStyle, widest_word
from kiosk.ui.widgets.wrap import Option, place_wrapped, wrap

LEAST_EMS = 11
"""The width of a box that stands beside another: about 22 letters a line."""
DOTS_MM = 3.5
"""From the middle of the row beneath a table to below its dots."""


class CompareScreen(Screen):
    """A table where there is room for one; else, from 150 % text and on upright screens, cards for each question."""

    section: Section = "compare"

    def __init__(self, scene: Scene, route: Route, size: QSize) -> None:
        """Lay out the part of the route."""
        super().__init__(scene, size)
        assert isinstance(route, routes.Compare)  # noqa: S101 - the table of screens pairs them
        self._route = route
        self._table = table_of(scene.pages, route)
        area = self.page_area()
        notes = notes_of(self.scene, self._table.comparison, route.page)
        if not self._is_short:
            self._head(area)
        grid = self._grid(area.rect.width())
        if grid is not None:
            self._columns(area, grid)
        if not self._is_short and not self._place_notes(area.rect, notes):
            place_below(self, area, notes)
        pieces = self._first_pieces(area.rect.width()) if self._is_short else []
        if grid is not None:
            pieces += [self._row(row, grid) for row in self._table.rows]
        else:
            pieces += self._stacked(area.rect)
        if self._is_short:
            pieces.append(notes_piece(self, notes))
        place_parts(self, area, pieces, route.part, lambda part: replace(route, part=part))

    @property
    def _is_short(self) -> bool:
        """Whether the head takes its turn like all else: where height is scarce for the letters."""
        return self.theme.measure.tight or self.theme.measure.large_text

    def _place_notes(self, rect: QRect, notes: str) -> bool:
        """Put the notes below the dots of the row beneath the table, if they fit between its buttons."""
        theme = self.theme
        high, wide = parts_height(self, rect.width()), notes_width(self, notes)
        line = self.text_height(notes, notes_style(self), wide)
        words = (self.words.page.previous, self.words.page.more)
        button = max(ButtonSpec(label=label, icon="arrow-left").natural_width(theme) for label in words)
        if line > high // 2 - theme.mm(DOTS_MM) or wide > rect.width() - 2 * (button + theme.measure.gap):
            return False
        left = rect.left() + (rect.width() - wide) // 2
        self.text(QRect(left, rect.bottom() + 1 - line, wide, line), notes, notes_style(self))
        return True

    def _head(self, area: Area) -> None:
        """Title, decision, the note that must be read first, the choice of columns, and what matters."""
        theme = self.theme
        title = TextStyle(Size.TITLE, 800, line_height=1.14)
        columns = self._columns_option()
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
            self._options(area, [*self._matters(), columns], self.words.compare.matters)
            return
        area.top(heading.height(), theme.mm(3))
        (decision, bold), (note, soft) = said
        area.top(self.text(area.rect, decision, bold).height(), theme.mm(3))
        self._options(area, [columns, *self._matters()], "")
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

    def _first_pieces(self, width: int) -> list[Piece]:
        """The title, what must be read first and what matters, in their turn."""
        theme = self.theme
        title = TextStyle(Size.CARD, 800, line_height=1.15)
        style = TextStyle(Size.BUTTON, 600, theme.palette.ink_soft, line_height=1.25)
        (words, bold), (first, _) = self._stated()
        name = Paragraph(Text.of(self._table.comparison.title, title), heading=True)
        decision = Paragraph(Text.of(words, replace(bold, size=Size.BODY)), theme.mm(3))
        note = Paragraph(Text.of(first, style), theme.mm(4))
        hint = Paragraph(Text.of(self.words.compare.touch_a_box, style), theme.mm(4))
        label = Paragraph(Text.of(self.words.compare.matters, style), theme.mm(4), heading=True)
        return [name, decision, note, hint, label, *self._lines([*self._matters(), self._columns_option()], width)]

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
        return replace(self._route, matters=tuple(sorted(chosen)), part=0)

    def _grid(self, width: int) -> Grid | None:
        """The table's widths, or None where there is no room for a table."""
        if self.theme.measure.large_text:
            return None
        columns = self._table.columns
        shorts = [self._words(row, index).short for row in self._table.rows for index in range(len(columns))]
        return grid_of(self.theme, width, [column.treatment.name for column in columns], shorts)

    def _columns(self, area: Area, grid: Grid) -> None:
        """The heads of the columns: sign, name and badge."""
        theme = self.theme
        inner = grid.box - theme.mm(11) - theme.mm(8)
        name = TextStyle(Size.LEAD, 800, line_height=1.1)
        badge = TextStyle(Size.SMALL, 600, theme.tones("help").on_tint, line_height=1.1)
        heights = [
            self.text_height(column.treatment.name, name, inner)
            + (self.text_height(column.treatment.status.badge, badge, inner) if column.treatment.status.badge else 0)
            for column in self._table.columns
        ]
        hint = TextStyle(Size.SMALL, 600, theme.palette.ink_soft, line_height=1.2)
        told = 0 if theme.measure.tight else self.text_height(self.words.compare.touch_a_box, hint, grid.head)
        strip = Area(area.top(max([*heights, told, theme.mm(14)]), theme.mm(1.2)), area.right_to_left)
        corner = strip.start(grid.head, grid.gap)
        if not theme.measure.tight:  # there the first part says it
            self.text(corner, self.words.compare.touch_a_box, hint, middle=True)
        for column, height in zip(self._table.columns, heights, strict=True):
            cell = strip.start(grid.box, grid.gap)
            if column.usual_care:
                top = cell.top() - theme.mm(1.5)
                whole = QRect(cell.left() - grid.gap // 2, top, cell.width() + grid.gap, self.height())
                self.ground(whole, Surface(theme.tones("tips").tint, radius=theme.mm(4)))
            line = Area(cell, area.right_to_left).inside(theme.mm(4), 0)
            side = theme.mm(9)
            icon = line.start(side, theme.mm(2.5))
            sign = theme.tones("tips" if column.usual_care else "treatments").sign
            IconBox(
                self, QRect(icon.left(), cell.center().y() - side // 2, side, side), theme, column.treatment.icon, sign
            )
            words = Area(line.rect)
            words.top(max(0, (cell.height() - height) // 2))
            title = self.text(words.rect, column.treatment.name, name)
            words.top(title.height())
            if column.treatment.status.badge:
                self.text(words.rect, column.treatment.status.badge, badge)

    def _row(self, row: Row, grid: Grid) -> Piece:
        """A question and its boxes."""
        theme = self.theme
        words = [self._words(row, index) for index in range(len(self._table.columns))]
        ask = TextStyle(Size.BUTTON, 600, theme.tones("compare").on_tint if row.lifted else "", line_height=1.25)
        padding = theme.mm(4) if row.lifted else 0
        high = max(box_height(theme, box, grid.box) for box in words)
        high = max(high, self.text_height(row.ask, ask, grid.head - 2 * padding) + 2 * padding)

        def put(_parent: object, rect: QRect) -> None:
            line = Area(rect, theme.right_to_left)
            head = line.start(grid.head, grid.gap)
            if row.lifted:
                tones = theme.tones("compare")
                self.ground(head, Surface(tones.tint, tones.sign, max(1.5, theme.mm(0.4)), theme.mm(4)))
            self.text(head.adjusted(padding, 0, -padding, 0), row.ask, ask, middle=True)
            for index, box in enumerate(words):
                self._box(line.start(grid.box, grid.gap), row, index, box)

        return Fixed(high, put, theme.measure.gap)

    def _stacked(self, rect: QRect) -> list[Piece]:
        """Each question as a heading with its boxes below: two abreast where they fit, and never two pages apart."""
        theme = self.theme
        pieces: list[Piece] = []
        if not self._is_short:
            hint = TextStyle(Size.BUTTON, 600, theme.palette.ink_soft, line_height=1.25)
            pieces.append(Paragraph(Text.of(self.words.compare.touch_a_box, hint), theme.mm(4)))
        page = rect.height() - parts_height(self, rect.width()) - theme.measure.gap
        for row in self._table.rows:
            groups = [self._group(row, rect.width(), abreast, page) for abreast in (2, 1)]
            fitting = [group for group in groups if group.fits(theme, rect.width())]
            best = min(fitting, key=lambda group: len(screenfuls([group], theme, rect.width(), page)), default=None)
            pieces += [best] if best else [groups[-1].heading, *groups[-1].lines]
        return pieces

    def _cell(self, width: int, abreast: int) -> int:
        """The width of a box, in pixels."""
        return (width - self.theme.measure.gap * (abreast - 1)) // abreast

    def _group(self, row: Row, width: int, abreast: int, page: int) -> Group:
        """A question and its boxes, so many abreast as the words leave room for."""
        theme = self.theme
        style = TextStyle(Size.CARD, 800, theme.tones("compare").on_tint if row.lifted else "", line_height=1.2)
        heading = Paragraph(Text.of(row.ask, style), theme.mm(6 if self._is_short else 9), heading=True)
        words = [replace(self._words(row, index), named=True) for index in range(len(self._table.columns))]
        texts = [Text.of(f"{box.short} {box.treatment}", TextStyle(Size.BUTTON, 800)) for box in words]
        least = max(theme.measure.em(Size.BUTTON) * LEAST_EMS, widest_word(texts, theme) + 2 * padding_of(theme))
        cell = self._cell(width, abreast)
        if cell < least:
            abreast, cell = 1, width
        lines = [self._line_of(row, at, words[at : at + abreast], cell) for at in range(0, len(words), abreast)]
        return Group(heading, tuple(lines), page)

    def _line_of(self, row: Row, first: int, words: list[BoxWords], width: int) -> Piece:
        high = max(box_height(self.theme, box, width) for box in words)

        def put(_parent: object, rect: QRect) -> None:
            line = Area(rect, self.theme.right_to_left)
            for index, box in enumerate(words, first):
                self._box(line.start(width, self.theme.measure.gap), row, index, box)

        return Fixed(high, put, self.theme.measure.gap)

    def _box(self, rect: QRect, row: Row, index: int, words: BoxWords) -> None:
        route = routes.Box(self._table.columns[index].id, row.id)
        BoxButton(self, rect, self.theme, words).tells(Go(route), self.wish)

    def _words(self, row: Row, index: int) -> BoxWords:
        column, answer = self._table.columns[index], row.answers[index]
        level = level_words(answer.level, self.words.certainty)
        return BoxWords(answer, column.treatment.name, row.ask, level, badge=column.treatment.status.badge)
