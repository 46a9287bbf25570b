"""Cards of pages in a grid, a screenful at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QRect

from kiosk.content.library import Card
from kiosk.session.routes import Route
from kiosk.session.visit import Go
from kiosk.ui.area import Area
from kiosk.ui.screen import Screen
from kiosk.ui.theme.palette import Section
from kiosk.ui.widgets.door import DoorButton, DoorLook

MOST = 6
"""Choices on one screen (A11Y-15)."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A card and where it leads."""

    card: Card
    route: Route


def grid_of(screen: Screen, rect: QRect, count: int) -> tuple[int, int]:
    """Columns and rows for so many cards in a rectangle, at most six, each wide and high enough for its words."""
    theme = screen.theme
    scale = theme.measure.text_size / 100
    columns = max(1, min(3, rect.width() // theme.mm(84 * (0.55 + 0.45 * scale))))
    rows = max(1, min(3, rect.height() // theme.mm(62 * (0.45 + 0.55 * scale))))
    while columns * rows > MOST:
        rows -= 1
    columns = min(columns, max(1, count))
    return columns, min(rows, ceil(count / columns)) or 1


def place_cards(
    screen: Screen, rect: QRect, choices: Sequence[Choice], section: Section, per_screen: tuple[int, int]
) -> None:
    """Put one screenful of cards on a screen."""
    columns, rows = per_screen
    area = Area(rect, screen.theme.right_to_left)
    for choice, cell in zip(choices, area.grid(columns, rows, screen.theme.mm(6)), strict=False):
        _place(screen, cell, choice, section)


def _place(screen: Screen, cell: QRect, choice: Choice, section: Section) -> None:
    card = choice.card
    picture = card.picture.file if card.picture is not None and cell.height() > screen.theme.mm(80) else ""
    look = DoorLook(card.title, card.short, card.icon, section, picture, badge=card.badge, large=False)
    screen.card(cell)
    DoorButton(screen, cell, screen.theme, look).clicked.connect(lambda: screen.wish(Go(choice.route)))
