"""What lies over a screen: a card on a veil, with its own words and a way to close it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent

from kiosk.session.routes import Route
from kiosk.session.visit import Back, Change, Wish
from kiosk.ui.area import Area
from kiosk.ui.scene import Scene
from kiosk.ui.screen import Screen
from kiosk.ui.theme.measure import Size
from kiosk.ui.widgets.button import ButtonSpec, Style
from kiosk.ui.widgets.flow import Piece, screenfuls
from kiosk.ui.widgets.pager import Position, Way, pager_height, place_pager
from kiosk.ui.widgets.text import TextStyle


@dataclass(frozen=True, slots=True)
class Choice:
    """A button at the foot of a dialog."""

    spec: ButtonSpec
    wish: Wish


class DialogScreen(Screen):
    """A card with a heading, pieces a screenful at a time, and buttons at its foot."""

    WIDTH_MM = 330

    def __init__(self, scene: Scene, size: QSize) -> None:
        """Begin with the veil alone; subclasses call lay_out."""
        super().__init__(scene, size)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, on=False)

    def lay_out(
        self,
        title: str,
        pieces: Callable[[int], Sequence[Piece]],
        choices: Sequence[Choice] = (),
        *,
        part: int = 0,
        part_route: Callable[[int], Route] | None = None,
        close: bool = True,
    ) -> None:
        """Put everything on the card; the card is as high as its words, the rest comes on further parts."""
        theme = self.theme
        widest = self.rect().width() - 2 * theme.mm(8.2)
        scale = max(1.0, theme.measure.text_size / 130)
        width = min(widest, theme.mm(self.WIDTH_MM * scale))
        padding = theme.mm(10)
        inner_width = width - 2 * padding
        style = TextStyle(Size.HEADING, 800, line_height=1.18)
        heading = self.text_height(title, style, inner_width)
        buttons = [*choices, *([self._close()] if close else [])]
        rows = self._rows([choice.spec for choice in buttons], inner_width)
        foot = sum(height for _, height in rows) + theme.measure.gap * max(0, len(rows) - 1)
        frame = 2 * padding + heading + theme.mm(5) + foot + theme.mm(7)
        room = self.rect().height() - 2 * theme.mm(6) - frame
        fulls = screenfuls(list(pieces(inner_width)), theme, inner_width, room)
        pager = 0
        if len(fulls) > 1:
            pager = theme.measure.target + theme.mm(5)
            fulls = screenfuls(list(pieces(inner_width)), theme, inner_width, room - pager)
        part = min(part, len(fulls) - 1)
        height = min(self.rect().height() - 2 * theme.mm(6), frame + pager + max(full.height for full in fulls))
        card = QRect(0, 0, width, height)
        card.moveCenter(self.rect().center())
        self.card(card)
        inner = Area(card, theme.right_to_left).inside(padding, padding)
        self.heading(inner.top(heading, theme.mm(5)), title, style)
        self._place_rows(inner.bottom(foot, theme.mm(7)), rows, buttons)
        if pager and part_route is not None:
            self._place_pager(inner.bottom(theme.measure.target, theme.mm(5)), part, len(fulls), part_route)
        fulls[part].place(self, inner.rect, theme)

    def _close(self) -> Choice:
        return Choice(ButtonSpec(label=self.words.page.close, icon="xmark", style=Style.PILL), Back())

    def _rows(self, specs: Sequence[ButtonSpec], width: int) -> list[tuple[list[int], int]]:
        """Widths and height of each row of buttons: as many in a row as fit."""
        rows: list[tuple[list[int], int]] = []
        row: list[int] = []
        for spec in specs:
            natural = min(spec.natural_width(self.theme), width)
            if row and sum(row) + natural + self.theme.measure.gap * len(row) > width:
                rows.append((row, self.theme.measure.target))
                row = []
            row.append(natural)
        if row:
            rows.append((row, self.theme.measure.target))
        heights = []
        at = 0
        for widths, _ in rows:
            there = specs[at : at + len(widths)]
            heights.append(max(spec.height_for(self.theme, wide) for spec, wide in zip(there, widths, strict=True)))
            at += len(widths)
        return [(widths, height) for (widths, _), height in zip(rows, heights, strict=True)]

    def _place_rows(self, rect: QRect, rows: list[tuple[list[int], int]], buttons: Sequence[Choice]) -> None:
        area = Area(rect, self.theme.right_to_left)
        at = 0
        for widths, height in rows:
            line = Area(area.top(height, self.theme.measure.gap), self.theme.right_to_left)
            for width in widths:
                choice = buttons[at]
                place = line.start(width, self.theme.measure.gap)
                self.button(place, choice.spec, choice.wish)
                at += 1

    def _place_pager(self, rect: QRect, part: int, parts: int, part_route: Callable[[int], Route]) -> None:
        words = self.words.page
        back = Way(words.previous, Change(part_route(part - 1))) if part else None
        on = Way(words.more, Change(part_route(part + 1))) if part + 1 < parts else None
        rect.setHeight(max(rect.height(), pager_height(self.theme, rect.width(), (back, on))))
        spoken = self.scene.filled(words.page_of, number=part + 1, count=parts)
        place_pager(self, rect, back, on, Position(part, parts, spoken))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the veil and the card."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(12, 30, 30, 150))
        for rect, surface in self._grounds:
            self.theme.surfaces.paint(painter, rect, surface)
