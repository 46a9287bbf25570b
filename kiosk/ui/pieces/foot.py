"""The foot of a dialog: its buttons, and the way through its parts, which never changes place."""

from collections.abc import Callable, Sequence
from dataclasses import field

from PySide6.QtCore import QRect

from kiosk.session.routes import Route
from kiosk.session.visit import Change
from kiosk.ui.area import Area
from kiosk.ui.pieces.pager import Position, Way, pager_height, place_pager, place_position, way_width
from kiosk.ui.pieces.wrap import Option, Wrapped, place_wrapped, wrap
from kiosk.ui.screen import Screen
from kiosk.values import value_class

POSITION_MM = 46
"""For the dots of five parts."""


@value_class
class Foot:
    """Buttons in lines; with several parts, back at the start, on at the end, and between them where one is.

    As many of the last buttons as fit stand between the two ways, the others above them.
    """

    screen: Screen
    options: Sequence[Option]
    width: int
    gap: int
    part_route: Callable[[int], Route] | None = None
    """None where there is one part."""
    _cut: int = field(init=False)
    """So many buttons stand above the ways, the others between them."""
    _above: Wrapped = field(init=False)
    _between: Wrapped = field(init=False)

    def __post_init__(self) -> None:
        """Work out the lines once."""
        room = self.width - sum(self._sides) - 3 * self.gap - self.screen.theme.mm(POSITION_MM)
        cut = len(self.options)
        while self.part_route and cut and self._lines(self.options[cut - 1 :], 100_000).rects[-1].right() < room:
            cut -= 1
        object.__setattr__(self, "_cut", cut)
        object.__setattr__(self, "_above", self._lines(self.options[:cut], self.width))
        object.__setattr__(self, "_between", self._lines(self.options[cut:], 100_000))

    def _lines(self, options: Sequence[Option], width: int) -> Wrapped:
        return wrap(self.screen.theme, [option.spec for option in options], width, gap=self.gap)

    @property
    def height(self) -> int:
        """In pixels: the same on each part."""
        if self.part_route is None:
            return self._above.height
        row = max(pager_height(self.screen.theme, self.width, self._ways(1, 3)), self._between.height)
        return row + (self._above.height + self.gap if self._cut else 0)

    def place(self, rect: QRect, part: int, parts: int) -> None:
        """Put it on the screen."""
        screen = self.screen
        area = Area(QRect(rect), screen.theme.right_to_left)
        place_wrapped(screen, rect, self.options[: self._cut], self._above)
        if self.part_route is None:
            return
        if self._cut:
            area.top(self._above.height, self.gap)
        row = QRect(area.rect)
        spoken = screen.scene.filled(screen.words.page.page_of, number=part + 1, count=parts)
        position = Position(part, parts, spoken)
        beside = self.options[self._cut :]
        if not beside:
            place_pager(screen, row, *self._ways(part, parts), position)
            return
        back, on = self._sides
        area.start(back, self.gap)
        area.end(on, self.gap)
        place_wrapped(screen, area.rect, beside, self._between)
        area.start(self._between.rects[-1].right() + 1, self.gap)
        place_pager(screen, row, *self._ways(part, parts), None)
        place_position(screen, area.rect, position)

    @property
    def _sides(self) -> tuple[int, int]:
        """The widths kept for the two ways, in pixels."""
        theme, (back, on) = self.screen.theme, self._ways(1, 3)  # in the middle both are there
        return way_width(theme, back, self.width, on=False), way_width(theme, on, self.width, on=True)

    def _ways(self, part: int, parts: int) -> tuple[Way | None, Way | None]:
        words, route_of = self.screen.words.page, self.part_route
        if route_of is None:
            return None, None
        back = Way(words.previous, Change(route_of(part - 1))) if part else None
        on = Way(words.more, Change(route_of(part + 1))) if part + 1 < parts else None
        return back, on
