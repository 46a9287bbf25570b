"""A large card that opens a part of the kiosk."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.ui.area import Area
from kiosk.ui.theme.measure import Size
from kiosk.ui.theme.palette import Section
from kiosk.ui.theme.surfaces import Surface
from kiosk.ui.theme.theme import Theme
from kiosk.ui.widgets.text import Laid, Text, TextStyle


@dataclass(frozen=True, slots=True)
class DoorLook:
    """What stands on the card."""

    title: str
    short: str
    icon: str
    section: Section
    picture: str = ""
    solid: bool = False
    """Filled with the section's colour, the picture large."""
    badge: str = ""
    """A warning beneath the title."""
    large: bool = True


class DoorButton(QAbstractButton):
    """Title and line at the foot, sign or picture above."""

    def __init__(self, parent: QWidget, rect: QRect, theme: Theme, look: DoorLook) -> None:
        """Stand at a rectangle of the parent, which paints the card's shadow."""
        super().__init__(parent)
        self.setGeometry(rect)
        self.setText(look.title)
        self.setAccessibleName(f"{look.title}. {look.badge + '. ' if look.badge else ''}{look.short}")
        self._theme = theme
        self._look = look
        tones, palette = theme.tones(look.section), theme.palette
        title_colour = tones.on_fill if look.solid else tones.on_tint if look.section == "help" else palette.ink
        short_colour = tones.on_fill if look.solid else tones.on_tint if look.section == "help" else palette.ink_soft
        width = rect.width() - 2 * self._padding
        self._title = self._lay(look.title, Size.CARD, 800, title_colour, width)
        self._short = self._lay(look.short, Size.BUTTON, 400, short_colour, width)
        self._badge = self._lay(look.badge, Size.SMALL, 600, theme.tones("help").on_tint, width) if look.badge else None

    @property
    def words(self) -> str:
        """What there is to read."""
        return self.accessibleName()

    @property
    def clipped(self) -> bool:
        """Whether some of its words are not in view."""
        return self._words_height() > self.height() - self._padding or self._title.overflows or self._short.overflows

    @property
    def _padding(self) -> int:
        return self._theme.mm(8 if self._look.large else 6)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card."""
        painter = QPainter(self)
        self._paint_ground(painter)
        y = self.height() - self._padding - self._words_height() + self._theme.mm(1)
        self._paint_sign(painter, y)
        for laid in (self._title, self._badge, self._short):
            if laid is not None:
                laid.paint(painter, QPoint(self._padding, y))
                y += laid.height + self._theme.mm(1.5)
        self._paint_focus(painter)

    def _words_height(self) -> int:
        badge = self._badge.height + self._theme.mm(1.5) if self._badge else 0
        return self._title.height + self._short.height + self._theme.mm(1.5) + badge

    def _paint_ground(self, painter: QPainter) -> None:
        theme, look = self._theme, self._look
        palette, tones = theme.palette, theme.tones(look.section)
        fill = tones.fill if look.solid else tones.tint if look.section == "help" else palette.card
        edge = tones.sign if look.section == "help" and not look.solid else palette.edge
        width = theme.mm(1.4) if self.isDown() else max(1.5, theme.mm(0.45))
        inset = theme.mm(0.8) if self.isDown() else 0
        rect = self.rect().adjusted(inset, inset, -inset, -inset)
        theme.surfaces.paint(
            painter, rect, Surface(fill, tones.on_fill if look.solid and self.isDown() else edge, width, theme.radius)
        )

    def _paint_sign(self, painter: QPainter, words_top: int) -> None:
        theme, look = self._theme, self._look
        room = words_top - theme.mm(2)
        if look.picture:
            self._paint_picture(painter, room)
            return
        tones = theme.tones(look.section)
        side = min(theme.mm(29 if look.large else 22), room - self._padding)
        if side < theme.mm(9):
            return
        area = Area(self.rect(), theme.right_to_left).inside(self._padding, self._padding)
        square = area.end(side)
        square.setHeight(side)
        ground = theme.palette.card if look.section == "help" else tones.tint
        theme.surfaces.paint(painter, square, Surface(ground, radius=side // 2))
        icon = theme.icons.pixmap(look.icon, tones.sign, side * 52 // 100)
        painter.drawPixmap(square.center() - icon.rect().center(), icon)

    def _paint_picture(self, painter: QPainter, room: int) -> None:
        inset = max(2, self._theme.mm(1))
        rect = QRect(inset, inset, self.width() - 2 * inset, room - inset)
        if rect.height() > self._theme.mm(15):
            pixmap = self._theme.pictures.pixmap(self._look.picture, rect.size(), self._theme.radius - inset)
            painter.drawPixmap(rect.topLeft(), pixmap)

    def _paint_focus(self, painter: QPainter) -> None:
        if self.hasFocus():
            palette, width = self._theme.palette, self._theme.mm(2.2)
            gap = max(2, self._theme.mm(0.8))
            inner = self.rect().adjusted(width, width, -width, -width)
            self._theme.surfaces.paint(painter, inner, Surface("", palette.focus_gap, gap, self._theme.radius - width))
            self._theme.surfaces.paint(painter, self.rect(), Surface("", palette.focus, width, self._theme.radius))

    def _lay(self, words: str, size: Size, weight: int, colour: str, width: int) -> Laid:
        return Text.of(words, TextStyle(size, weight, colour, line_height=1.2)).lay(self._theme, width)
