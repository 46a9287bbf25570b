"""Cards of pages in a grid, a screenful at a time."""

from collections.abc import Callable, Sequence
from math import ceil
from typing import TypeAlias

from PySide6.QtCore import QRect, QSize

from kiosk.colours.palette import Section
from kiosk.content.library import Card
from kiosk.session.routes import Route
from kiosk.session.visit import Go
from kiosk.ui.area import Area
from kiosk.ui.pieces.parts import parts_height, place_turning
from kiosk.ui.screen import Screen
from kiosk.ui.widgets.door import DoorButton, DoorLook, door_fits
from kiosk.values import value_class

RouteOf: TypeAlias = Callable[[int], Route]

MOST = 6
"""Choices on one screen (A11Y-15)."""


@value_class
class Choice:
    """A card and where it leads."""

    look: DoorLook
    route: Route


def grid_of(screen: Screen, rect: QRect, choices: Sequence[Choice]) -> tuple[int, int]:
    """Columns and rows: at most six cards, each large enough for its words, beside its picture if that can be."""
    gap = screen.theme.mm(6)
    for beside in (True, False):
        for columns, rows in _grids(len(choices), portrait=rect.height() > rect.width()):
            cell = QSize((rect.width() - gap * (columns - 1)) // columns, (rect.height() - gap * (rows - 1)) // rows)
            if all(door_fits(screen.theme, choice.look, cell, beside=beside) for choice in choices):
                return columns, rows
    return 1, 1


def _grids(count: int, *, portrait: bool) -> list[tuple[int, int]]:
    """Grids worth trying: the fewest screenfuls first, then the fewest empty places, then two columns before three."""
    grids = [(columns, rows) for columns in (1, 2, 3) for rows in range(1, 7) if columns * rows <= MOST]

    def rank(grid: tuple[int, int]) -> tuple[int, int, int]:
        columns, rows = grid
        screenfuls = ceil(count / (columns * rows))
        return screenfuls, screenfuls * columns * rows - count, abs(columns - (1 if portrait else 2))

    return sorted(grids, key=rank)


def place_cards(screen: Screen, area: Area, choices: Sequence[Choice], part: int, route_of: RouteOf) -> None:
    """Put one screenful of cards on a screen, and the way to the others if there are any."""
    columns, rows = grid_of(screen, area.rect, choices)
    row = None
    if columns * rows < len(choices):
        row = area.bottom(parts_height(screen, area.rect.width()), screen.theme.measure.gap)
        columns, rows = grid_of(screen, area.rect, choices)
    parts = ceil(len(choices) / (columns * rows)) or 1
    part = min(part, parts - 1)
    first = part * columns * rows
    cells = Area(area.rect, screen.theme.right_to_left).grid(columns, rows, screen.theme.mm(6))
    for choice, cell in zip(choices[first : first + columns * rows], cells, strict=False):
        _place(screen, cell, choice)
    if row is not None:
        place_turning(screen, row, part, parts, route_of)


def _place(screen: Screen, cell: QRect, choice: Choice) -> None:
    screen.card(cell)
    DoorButton(screen, cell, screen.theme, choice.look).tells(Go(choice.route), screen.wish)


def look_of(card: Card, section: Section) -> DoorLook:
    """What a page's card shows."""
    picture = card.picture.file if card.picture is not None else ""
    return DoorLook(card.title, card.short, card.icon, section, picture, badge=card.badge, large=False)
