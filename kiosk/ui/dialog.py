"""What lies over a screen: a card on a veil, with its own words and a way to close it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap

from kiosk.session.routes import Route
from kiosk.session.visit import Back
from kiosk.ui.area import Area
from kiosk.ui.pieces.foot import Foot
from kiosk.ui.pieces.wrap import Option
from kiosk.ui.scene import Scene
from kiosk.ui.screen import Screen
from kiosk.ui.theme.measure import Size
from kiosk.ui.widgets.button import ButtonSpec
from kiosk.ui.widgets.flow import Piece, Screenful, screenfuls
from kiosk.ui.widgets.text import TextStyle
from kiosk.values import value_class

VEIL: Final = QColor(12, 30, 30, 150)


@value_class
class _Cut:
    """What stands on the parts of a dialog."""

    fulls: list[Screenful]
    part: int
    """The one on show."""
    foot: Foot


class DialogScreen(Screen):
    """A card with a heading, pieces a screenful at a time, and buttons at its foot."""

    WIDTH_MM = 330
    GAP_MM = 0.0
    """Between the buttons at the foot, where it is not the usual gap."""

    def __init__(self, scene: Scene, size: QSize) -> None:
        """Begin with the veil alone; subclasses call lay_out."""
        super().__init__(scene, size)
        self._beneath: QPixmap | None = None
        self.room = 0
        """The height that is left for pieces, in pixels; known when they are asked for."""
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, on=False)

    def lie_over(self, picture: QPixmap) -> None:
        """Take the picture of the screen beneath, so that it need not be drawn again under the veil."""
        painter = QPainter(picture)
        painter.fillRect(self.rect(), VEIL)
        painter.end()
        self._beneath = picture
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def lay_out(
        self,
        title: str,
        pieces: Callable[[int], Sequence[Piece]],
        choices: Sequence[Option] = (),
        *,
        part: int = 0,
        part_route: Callable[[int], Route] | None = None,
        close: bool = True,
    ) -> None:
        """Put everything on the card; the card is as high as its words, the rest comes on further parts."""
        theme = self.theme
        tight = theme.measure.tight
        scale = max(1.0, theme.measure.text_size / 130)
        width = min(self.width() - 2 * theme.mm(8.2), theme.mm(self.WIDTH_MM * scale))
        padding = theme.mm(6 if tight else 10)
        inner_width = width - 2 * padding
        style = TextStyle(Size.CARD if tight else Size.HEADING, 800, line_height=1.18)
        heading = self.text_height(title, style, inner_width)
        frame = 2 * padding + heading + theme.mm(5) + theme.mm(7)
        most = self.height() - 2 * theme.mm(6)
        buttons = [*choices, *([self._close()] if close else [])]
        gap = theme.mm(self.GAP_MM) or theme.measure.gap
        foot = Foot(self, buttons, inner_width, gap)
        cut = self._cut(pieces, foot, most - frame, part, part_route)
        card = QRect(0, 0, width, min(most, frame + cut.foot.height + max(full.height for full in cut.fulls)))
        card.moveCenter(self.rect().center())
        if theme.measure.portrait:  # low, within reach
            card.moveBottom(self.height() - theme.mm(6))
        self.card(card)
        inner = Area(card, theme.right_to_left).inside(padding, padding)
        self.heading(inner.top(heading, theme.mm(5)), title, style)
        strip = inner.bottom(cut.foot.height, theme.mm(7))
        cut.fulls[cut.part].place(self, inner.rect, theme)
        cut.foot.place(strip, cut.part, len(cut.fulls))

    def _cut(
        self,
        pieces: Callable[[int], Sequence[Piece]],
        foot: Foot,
        room: int,
        part: int,
        part_route: Callable[[int], Route] | None,
    ) -> _Cut:
        """Share the room out between the pieces and the foot, which leads through the parts if there are several."""
        self.room = room - foot.height
        fulls = screenfuls(pieces(foot.width), self.theme, foot.width, room - foot.height)
        if len(fulls) == 1 or part_route is None:
            return _Cut(fulls, 0, foot)
        foot = replace(foot, part_route=part_route)
        fulls = screenfuls(pieces(foot.width), self.theme, foot.width, room - foot.height)
        return _Cut(fulls, min(part, len(fulls) - 1), foot)

    def _close(self) -> Option:
        return Option(ButtonSpec(label=self.words.page.close, icon="xmark"), Back())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the veil and the card."""
        painter = QPainter(self)
        if self._beneath is not None:
            painter.drawPixmap(event.rect(), self._beneath, event.rect())
        else:
            painter.fillRect(event.rect(), VEIL)
        for rect, surface in self._grounds:
            self.theme.surfaces.paint(painter, rect, surface)
