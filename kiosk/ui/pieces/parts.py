"""Going through a screen's parts when its words need more than one screenful."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect

from kiosk.session.routes import Route
from kiosk.session.visit import Go
from kiosk.ui.area import Area
from kiosk.ui.pieces.pager import Position, Way, pager_height, place_pager
from kiosk.ui.screen import Screen
from kiosk.ui.widgets.flow import Piece, screenfuls


def place_parts(
    screen: Screen, area: Area, pieces: Sequence[Piece], part: int, route_of: Callable[[int], Route]
) -> None:
    """Put one screenful of the pieces on the area, and below it the way to the others if there are any."""
    Parts(screen, area, pieces).place(part, route_of)


class Parts:
    """Pieces cut into screenfuls for an area, with room below them for the way to the others if there are several."""

    def __init__(self, screen: Screen, area: Area, pieces: Sequence[Piece]) -> None:
        """The area loses that room."""
        theme = screen.theme
        self._screen = screen
        self._row: QRect | None = None
        self.fulls = screenfuls(pieces, theme, area.rect.width(), area.rect.height())
        if len(self.fulls) > 1:
            self._row = area.bottom(parts_height(screen, area.rect.width()), theme.measure.gap)
            self.fulls = screenfuls(pieces, theme, area.rect.width(), area.rect.height())
        self._rect = area.rect

    def place(self, part: int, route_of: Callable[[int], Route], clear: int = 0) -> None:
        """Put one of them on the screen, and the way to the others.

        clear: pixels at the bottom of that way, between its buttons, that are left to other words.
        """
        part = min(part, len(self.fulls) - 1)
        self.fulls[part].place(self._screen, self._rect, self._screen.theme)
        if self._row is not None:
            place_turning(self._screen, self._row, part, len(self.fulls), route_of, clear)


def part_height(screen: Screen, rect: QRect) -> int:
    """The height that each part of several has in a rectangle, in pixels."""
    return rect.height() - parts_height(screen, rect.width()) - screen.theme.measure.gap


def parts_height(screen: Screen, width: int) -> int:
    """The height of the row beneath, in pixels."""
    words = screen.words.page
    back, on = Way(words.previous, Go(Route())), Way(words.more, Go(Route()))
    return pager_height(screen.theme, width, (back, on))


def place_turning(
    screen: Screen, row: QRect, part: int, parts: int, route_of: Callable[[int], Route], clear: int = 0
) -> None:
    """Put the row beneath on a screen: back, where one is, on."""
    words = screen.words.page
    back = Way(words.previous, Go(route_of(part - 1))) if part else None
    on = Way(words.more, Go(route_of(part + 1))) if part + 1 < parts else None
    spoken = screen.scene.filled(words.page_of, number=part + 1, count=parts)
    place_pager(screen, row, back, on, Position(part, parts, spoken, clear))
