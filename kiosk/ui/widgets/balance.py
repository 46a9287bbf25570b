"""Gains, harms and what nobody knows: three grounds of one size."""

from PySide6.QtCore import QRect

from kiosk.ui.area import Area
from kiosk.ui.chapters import Balance
from kiosk.ui.prose import Prose
from kiosk.ui.screen import Screen
from kiosk.ui.theme.measure import Size
from kiosk.ui.theme.surfaces import Surface
from kiosk.ui.widgets.flow import Fixed, Paragraph, Piece, Screenful, screenfuls
from kiosk.ui.widgets.text import Text, TextStyle


def place_balance(screen: Screen, prose: Prose, balance: Balance, width: int) -> list[Piece]:
    """The three side by side if each has room for its words, else one below the other."""
    theme = screen.theme
    gap, padding = theme.mm(6), theme.mm(6)
    column = (width - 2 * gap) // 3
    beside = not theme.measure.portrait and not theme.measure.large_text
    if not beside:
        return [piece for heading, lines in balance.columns for piece in _list(prose, screen, heading, lines)]
    fulls = [
        screenfuls(_list(prose, screen, heading, lines, small=True), theme, column - 2 * padding, 100_000)[0]
        for heading, lines in balance.columns
    ]
    height = max(full.height for full in fulls) + 2 * padding

    def put(_parent: object, rect: QRect) -> None:
        for full, cell in zip(fulls, Area(rect, theme.right_to_left).grid(3, 1, gap), strict=True):
            _place(screen, cell, full, padding)

    return [Fixed(height, put, theme.mm(6))]


def _place(screen: Screen, cell: QRect, full: Screenful, padding: int) -> None:
    theme = screen.theme
    edge = 0 if theme.palette.shadow else max(1.5, theme.mm(0.45))
    screen.ground(cell, Surface(theme.palette.quiet, theme.palette.edge, edge, theme.mm(6)))
    full.place(screen, cell.adjusted(padding, padding, -padding, -padding), theme)


def _list(prose: Prose, screen: Screen, heading: str, lines: tuple[str, ...], *, small: bool = False) -> list[Piece]:
    """A heading and its lines."""
    theme = screen.theme
    style = TextStyle(Size.BUTTON if small else Size.BODY, line_height=1.35, accent=theme.tones(screen.section).on_tint)
    title = TextStyle(Size.BODY if small else Size.CARD, 800, theme.tones(screen.section).on_tint, line_height=1.2)
    items = prose.pieces("\n".join(f"- {line}" for line in lines), style)
    return [Paragraph(Text.of(heading, title), theme.mm(7), heading=True), *items]
