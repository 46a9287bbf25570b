"""Gains and harms on two grounds of one size, and what nobody knows."""

from itertools import zip_longest
from typing import Final

from PySide6.QtCore import QRect

from kiosk.pages.chapters import Balance
from kiosk.ui.area import Area
from kiosk.ui.pieces.prose import Prose
from kiosk.ui.screen import Screen
from kiosk.ui.theme.measure import Size
from kiosk.ui.theme.surfaces import Surface
from kiosk.ui.widgets.flow import Fixed, Paragraph, Piece, Screenful, screenfuls
from kiosk.ui.widgets.text import Text, TextStyle

GAP_MM: Final = 6
PADDING_MM: Final = 5
"""Between the two grounds, and within each."""


def balance_pieces(screen: Screen, prose: Prose, balance: Balance, width: int, room: int) -> list[Piece]:
    """Gains and harms side by side, what is not known below; on narrow screens and in large letters one by one."""
    theme = screen.theme
    lists = [_list(prose, screen, heading, lines) for heading, lines in balance.columns]
    below = [piece for pieces in lists[2:] for piece in pieces]
    if theme.measure.portrait or theme.measure.large_text:
        return [piece for pieces in lists for piece in pieces]
    inner = (width - theme.mm(GAP_MM)) // 2 - 2 * theme.mm(PADDING_MM)
    fulls = [screenfuls(pieces, theme, inner, 100_000)[0] for pieces in lists[:2]]
    high = max(full.height for full in fulls) + 2 * theme.mm(PADDING_MM)
    if high + theme.mm(5) <= room:
        return [_abreast(screen, fulls, high), *below]
    rows = _rows(screen, lists[:2], (width - theme.mm(GAP_MM)) // 2)
    if max(row.high for row in rows) <= room:
        return [*rows, *below]
    return [piece for pieces in lists for piece in pieces]


def _rows(screen: Screen, lists: list[list[Piece]], width: int) -> list[Fixed]:
    """A gain and a harm abreast in each row: where several screens are needed, each shows both sides."""
    heads, *rest = zip_longest(*lists)
    first, *others = rest
    columns = [[head, piece] for head, piece in zip(heads, first, strict=True)]
    return [_row(screen, columns, width), *(_row(screen, [[piece] for piece in row], width) for row in others)]


def _row(screen: Screen, columns: list[list[Piece | None]], width: int) -> Fixed:
    theme = screen.theme
    fulls = [screenfuls([piece for piece in pieces if piece], theme, width, 100_000)[0] for pieces in columns]
    high = max(full.height for full in fulls)

    def put(_parent: object, rect: QRect) -> None:
        for full, cell in zip(fulls, Area(rect, theme.right_to_left).grid(2, 1, theme.mm(GAP_MM)), strict=True):
            full.place(screen, cell, theme)

    return Fixed(high, put, theme.mm(5))


def _abreast(screen: Screen, fulls: list[Screenful], high: int) -> Fixed:
    theme = screen.theme

    def put(_parent: object, rect: QRect) -> None:
        for full, cell in zip(fulls, Area(rect, theme.right_to_left).grid(2, 1, theme.mm(GAP_MM)), strict=True):
            _place(screen, cell, full, theme.mm(PADDING_MM))

    return Fixed(high, put, theme.mm(5))


def _place(screen: Screen, cell: QRect, full: Screenful, padding: int) -> None:
    theme = screen.theme
    screen.ground(cell, Surface(theme.palette.quiet, theme.palette.edge, theme.ground_edge, theme.mm(6)))
    full.place(screen, cell.adjusted(padding, padding, -padding, -padding), theme)


def _list(prose: Prose, screen: Screen, heading: str, lines: tuple[str, ...]) -> list[Piece]:
    """A heading and its lines."""
    theme = screen.theme
    style = TextStyle(line_height=1.3, accent=theme.tones(screen.section).on_tint)
    title = TextStyle(Size.CARD, 800, theme.tones(screen.section).on_tint, line_height=1.2)
    items = prose.pieces("\n".join(f"- {line}" for line in lines), style)
    return [Paragraph(Text.of(heading, title), theme.mm(7), heading=True), *items]
