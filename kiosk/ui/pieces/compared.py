"""The rows of a comparison as pieces: in a table where there is room for one, else as cards below each question."""

from dataclasses import replace

from PySide6.QtCore import QRect

from kiosk.pages.comparing import Column, Row, Table
from kiosk.session import routes
from kiosk.session.visit import Go
from kiosk.ui.area import Area
from kiosk.ui.pieces.parts import part_height, parts_height
from kiosk.ui.screen import Screen
from kiosk.ui.theme.measure import Size
from kiosk.ui.theme.surfaces import Surface
from kiosk.ui.widgets.box import BoxButton, BoxWords, box_height, padding_of
from kiosk.ui.widgets.certainty import level_words
from kiosk.ui.widgets.flow import Fixed, Paragraph, Piece, Screenful, screenfuls
from kiosk.ui.widgets.grid import PADDING_MM, SIGN_MM, Grid, grid_of
from kiosk.ui.widgets.group import Group
from kiosk.ui.widgets.icon import IconBox
from kiosk.ui.widgets.text import Text, TextStyle, widest_word

LEAST_EMS = 11
"""The width of a box that stands beside another: about 22 letters a line."""


class ComparedRows:
    """Puts the rows of one table on one screen."""

    def __init__(self, screen: Screen, table: Table) -> None:
        """Nothing is placed yet."""
        self._screen = screen
        self._theme = screen.theme
        self._table = table
        self._usual = QRect()
        self.is_short = False
        """Whether height is scarce, so that what is said above the rows takes its turn with them."""

    def grid(self, width: int) -> Grid | None:
        """The table's widths, or None where there is no room for a table."""
        if self._theme.measure.large_text:
            return None
        columns = self._table.columns
        shorts = [self._words(row, index).short for row in self._table.rows for index in range(len(columns))]
        return grid_of(self._theme, width, [column.treatment.name for column in columns], shorts)

    def in_table(self, grid: Grid) -> list[list[Piece]]:
        """Each question with its boxes beside it."""
        return [[self._row(row, grid)] for row in self._table.rows]

    def place_columns(self, area: Area, grid: Grid) -> None:
        """Cut the heads of the columns off the area: sign, name and badge."""
        screen, theme = self._screen, self._theme
        heights = [self._head_height(column, grid) for column in self._table.columns]
        hint = TextStyle(Size.SMALL, 600, theme.palette.ink_soft, line_height=1.2)
        touch = screen.words.compare.touch_a_box
        told = 0 if theme.measure.tight else screen.text_height(touch, hint, grid.head)
        strip = Area(area.top(max([*heights, told, theme.mm(14)]), theme.mm(1.2)), area.right_to_left)
        corner = strip.start(grid.head, grid.gap)
        if not theme.measure.tight:  # there the first part says it
            screen.text(corner, touch, hint, middle=True)
        for column, height in zip(self._table.columns, heights, strict=True):
            cell = strip.start(grid.box, grid.gap)
            if column.usual_care:
                self._usual = cell
            self._place_head(column, cell, height, grid)

    def mark_usual_care(self, rect: QRect, grid: Grid) -> None:
        """Lay the ground of the column that always stays in view, as far as the row beneath; rect: of the boxes."""
        if self._usual.isEmpty():  # its page has a mistake, and is left out as any other
            return
        theme = self._theme
        top = self._usual.top() - theme.mm(1.5)
        bottom = rect.bottom() + 1 - parts_height(self._screen, rect.width()) - grid.gap // 2
        whole = QRect(self._usual.left() - grid.gap // 2, top, grid.box + grid.gap, bottom - top)
        self._screen.ground(whole, Surface(theme.tones("tips").tint, radius=theme.mm(4)))

    def _head_texts(self, column: Column, grid: Grid) -> list[tuple[str, TextStyle]]:
        """The name of a column, and its badge if it has one."""
        name = TextStyle(grid.name_size, 800, line_height=1.1)
        badge = TextStyle(Size.SMALL, 600, self._theme.tones("help").on_tint, line_height=1.1)
        said = ((column.treatment.name, name), (column.treatment.status.badge, badge))
        return [(words, style) for words, style in said if words]

    def _head_height(self, column: Column, grid: Grid) -> int:
        """The height of a column's name and badge, in pixels."""
        inner = grid.box - 2 * self._head_padding(grid) - (0 if grid.narrow else self._theme.mm(SIGN_MM))
        return sum(self._screen.text_height(words, style, inner) for words, style in self._head_texts(column, grid))

    def _head_padding(self, grid: Grid) -> int:
        """Beside a column's head, in pixels: without a sign its words stand above those of the boxes."""
        return padding_of(self._theme) if grid.narrow else self._theme.mm(PADDING_MM)

    def _place_head(self, column: Column, cell: QRect, height: int, grid: Grid) -> None:
        """The words of a column, beside its sign where there is room; height: of the words, in pixels."""
        theme = self._theme
        line = Area(cell, theme.right_to_left).inside(self._head_padding(grid), 0)
        if not grid.narrow:
            side = theme.mm(9)
            icon = line.start(side, theme.mm(SIGN_MM) - side)
            sign = theme.tones("tips" if column.usual_care else "treatments").sign
            square = QRect(icon.left(), cell.center().y() - side // 2, side, side)
            IconBox(self._screen, square, theme, column.treatment.icon, sign)
        words = Area(line.rect)
        words.top(max(0, (cell.height() - height) // 2))
        for text, style in self._head_texts(column, grid):
            words.top(self._screen.text(words.rect, text, style).height())

    def _row(self, row: Row, grid: Grid) -> Piece:
        """A question and its boxes."""
        theme = self._theme
        words = [self._words(row, index) for index in range(len(self._table.columns))]
        ask = TextStyle(Size.BUTTON, 600, theme.tones("compare").on_tint if row.lifted else "", line_height=1.25)
        padding = theme.mm(4) if row.lifted else 0
        high = max(box_height(theme, box, grid.box) for box in words)
        high = max(high, self._screen.text_height(row.ask, ask, grid.head - 2 * padding) + 2 * padding)

        def put(_parent: object, rect: QRect) -> None:
            line = Area(rect, theme.right_to_left)
            head = line.start(grid.head, grid.gap)
            if row.lifted:
                tones = theme.tones("compare")
                self._screen.ground(head, Surface(tones.tint, tones.sign, max(1.5, theme.mm(0.4)), theme.mm(4)))
            self._screen.text(head.adjusted(padding, 0, -padding, 0), row.ask, ask, middle=True)
            for index, box in enumerate(words):
                self._box(line.start(grid.box, grid.gap), row, index, box)

        return Fixed(high, put, theme.measure.gap, row.id)

    def as_cards(self, rect: QRect) -> list[list[Piece]]:
        """Each question as a heading with its boxes below: two abreast where they fit, and never two pages apart."""
        theme = self._theme
        page = part_height(self._screen, rect)
        rows = [self._cards(row, rect.width(), page) for row in self._table.rows]
        if not self.is_short:
            hint = TextStyle(Size.BUTTON, 600, theme.palette.ink_soft, line_height=1.25)
            rows.insert(0, [Paragraph(Text.of(self._screen.words.compare.touch_a_box, hint), theme.mm(4))])
        return rows

    def _cards(self, row: Row, width: int, page: int) -> list[Piece]:
        """A question with its boxes two abreast, or below each other where that takes fewer screenfuls."""
        theme = self._theme
        abreast = self._group(row, width, 2, page)
        if abreast.height(theme, width) <= page:
            return [abreast]
        below = self._group(row, width, 1, page)
        fitting = [group for group in (abreast, below) if group.fits(theme, width)]
        best = min(fitting, key=lambda group: len(screenfuls([group], theme, width, page)), default=None)
        return [best] if best else [below.heading, *below.lines]

    def _cell(self, width: int, abreast: int) -> int:
        """The width of a box, in pixels."""
        return (width - self._theme.measure.gap * (abreast - 1)) // abreast

    def _group(self, row: Row, width: int, abreast: int, page: int) -> Group:
        """A question and its boxes, so many abreast as the words leave room for."""
        theme = self._theme
        style = TextStyle(Size.CARD, 800, theme.tones("compare").on_tint if row.lifted else "", line_height=1.2)
        heading = Paragraph(Text.of(row.ask, style), theme.mm(6 if self.is_short else 9), heading=True)
        words = [replace(self._words(row, index), named=True) for index in range(len(self._table.columns))]
        texts = [Text.of(f"{box.short} {box.treatment}", TextStyle(Size.BUTTON, 800)) for box in words]
        least = max(theme.measure.em(Size.BUTTON) * LEAST_EMS, widest_word(texts, theme) + 2 * padding_of(theme))
        cell = self._cell(width, abreast)
        if cell < least:
            abreast, cell = 1, width
        lines = [self._line_of(row, at, words[at : at + abreast], cell) for at in range(0, len(words), abreast)]
        return Group(heading, tuple(lines), page, row.id)

    def _line_of(self, row: Row, first: int, words: list[BoxWords], width: int) -> Piece:
        high = max(box_height(self._theme, box, width) for box in words)

        def put(_parent: object, rect: QRect) -> None:
            line = Area(rect, self._theme.right_to_left)
            for index, box in enumerate(words, first):
                self._box(line.start(width, self._theme.measure.gap), row, index, box)

        return Fixed(high, put, self._theme.measure.gap, row.id)

    def _box(self, rect: QRect, row: Row, index: int, words: BoxWords) -> None:
        route = routes.Box(self._table.columns[index].id, row.id)
        BoxButton(self._screen, rect, self._theme, words).tells(Go(route), self._screen.wish)

    def _words(self, row: Row, index: int) -> BoxWords:
        column, answer = self._table.columns[index], row.answers[index]
        level = level_words(answer.level, self._screen.words.certainty)
        return BoxWords(answer, column.treatment.name, row.ask, level, badge=column.treatment.status.badge)


def questions_on(full: Screenful) -> tuple[str, ...]:
    """The questions of the rows that stand on a screenful, in their order."""
    return tuple(piece.name for piece, _, _ in full.pieces if isinstance(piece, (Fixed, Group)) and piece.name)
