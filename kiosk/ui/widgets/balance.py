"""Gains and harms on two grounds of one size, and what nobody knows."""

from PySide6.QtCore import QRect

from kiosk.ui.area import Area
from kiosk.ui.chapters import Balance
from kiosk.ui.prose import Prose
from kiosk.ui.screen import Screen
from kiosk.ui.theme.measure import Size
from kiosk.ui.theme.surfaces import Surface
from kiosk.ui.widgets.flow import Fixed, Paragraph, Piece, Screenful, screenfuls
from kiosk.ui.widgets.text import Text, TextStyle


def balance_pieces(screen: Screen, prose: Prose, balance: Balance, width: int, room: int) -> list[Piece]:
    """Gains and harms side by side, what is not known below; where there is no room for that, one below the other."""
    theme = screen.theme
    gap, padding = theme.mm(6), theme.mm(5)
    pairs, rest = balance.columns[:2], balance.columns[2:]
    below = [piece for heading, lines in rest for piece in _list(prose, screen, heading, lines)]
    column = (width - gap) // 2
    fulls = [
        screenfuls(_list(prose, screen, heading, lines), theme, column - 2 * padding, 100_000)[0]
        for heading, lines in pairs
    ]
    height = max(full.height for full in fulls) + 2 * padding
    if theme.measure.portrait or theme.measure.large_text or height + theme.mm(5) > room:
        return [piece for heading, lines in pairs for piece in _list(prose, screen, heading, lines)] + below

    def put(_parent: object, rect: QRect) -> None:
        for full, cell in zip(fulls, Area(rect, theme.right_to_left).grid(2, 1, gap), strict=True):
            _place(screen, cell, full, padding)

    return [Fixed(height, put, theme.mm(5)), *below]


def _place(screen: Screen, cell: QRect, full: Screenful, padding: int) -> None:
    theme = screen.theme
    edge = 0 if theme.palette.shadow else max(1.5, theme.mm(0.45))
    screen.ground(cell, Surface(theme.palette.quiet, theme.palette.edge, edge, theme.mm(6)))
    full.place(screen, cell.adjusted(padding, padding, -padding, -padding), theme)


def _list(prose: Prose, screen: Screen, heading: str, lines: tuple[str, ...]) -> list[Piece]:
    """A heading and its lines."""
    theme = screen.theme
    style = TextStyle(line_height=1.3, accent=theme.tones(screen.section).on_tint)
    title = TextStyle(Size.CARD, 800, theme.tones(screen.section).on_tint, line_height=1.2)
    items = prose.pieces("\n".join(f"- {line}" for line in lines), style)
    return [Paragraph(Text.of(heading, title), theme.mm(7), heading=True), *items]
