"""A large card that opens a part of the kiosk."""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.colours.palette import Section
from kiosk.ui.area import Area
from kiosk.ui.assistive.accessible import as_sentence
from kiosk.ui.theme.measure import Size
from kiosk.ui.theme.surfaces import Surface
from kiosk.ui.theme.theme import Theme
from kiosk.ui.widgets.laid import Laid
from kiosk.ui.widgets.text import Text, TextStyle
from kiosk.ui.widgets.wishing import WishButton, paint_focus_ring
from kiosk.values import value_class

BESIDE = 1.35
"""A card this much wider than high has its picture beside the words."""

LEAST_ABOVE_MM = 2.8
"""Above and below the words of a card where height is scarce."""


@value_class
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
    whole: bool = False
    """The picture takes the card as far as the words leave it."""


@value_class
class DoorWords:
    """Title, badge and line of a card laid out beside its picture, if that leaves them room."""

    laid: tuple[Laid, ...]
    aside: int
    """The width of the picture beside them; 0 where it lies above them or there is none."""
    height: int

    @classmethod
    def of(cls, theme: Theme, look: DoorLook, size: QSize) -> "DoorWords":
        """The words of a card of a size."""
        if look.picture and not look.solid and not look.whole and size.width() > size.height() * BESIDE:
            aside = min(round(size.height() * 0.95), round(size.width() * 0.36))
            words = cls._beside(theme, look, size, aside)
            if words.fits(theme, look, size):
                return words
        return cls._beside(theme, look, size, 0)

    @classmethod
    def _beside(cls, theme: Theme, look: DoorLook, size: QSize, aside: int) -> "DoorWords":
        width = max(1, size.width() - 2 * padding_of(theme, look) - aside)
        laid = tuple(Text.of(words, style).lay(theme, width) for words, style in _styles(theme, look) if words)
        height = sum(part.height for part in laid) + theme.mm(1.5) * (len(laid) - 1)
        return cls(laid, aside, height)

    def fits(self, theme: Theme, look: DoorLook, size: QSize) -> bool:
        """Whether all words are in view."""
        least = theme.mm(LEAST_ABOVE_MM) if theme.measure.tight else padding_of(theme, look)
        room = size.height() - 2 * least
        return self.height <= room and not any(part.overflows for part in self.laid)


def door_fits(theme: Theme, look: DoorLook, size: QSize, *, beside: bool) -> bool:
    """Whether a card of a size holds its words and can be touched; beside: with its picture beside them."""
    words = DoorWords.of(theme, look, size)
    large = min(size.width(), size.height()) >= theme.measure.target
    return large and words.fits(theme, look, size) and (bool(words.aside) or not beside)


def padding_of(theme: Theme, look: DoorLook) -> int:
    """Between the edge of a card and its words, in pixels; little where height is scarce."""
    return theme.mm(8 if look.large else 5 if theme.measure.tight else 6)


def _styles(theme: Theme, look: DoorLook) -> list[tuple[str, TextStyle]]:
    tones, palette = theme.tones(look.section), theme.palette
    title = tones.on_fill if look.solid else tones.on_tint if look.section == "help" else palette.ink
    short = tones.on_fill if look.solid else tones.on_tint if look.section == "help" else palette.ink_soft
    return [
        (look.title, TextStyle(Size.CARD, 800, title, line_height=1.2)),
        (look.badge, TextStyle(Size.SMALL, 600, theme.tones("help").on_tint, line_height=1.2)),
        (look.short, TextStyle(Size.BUTTON, 400, short, line_height=1.2)),
    ]


class DoorButton(WishButton):
    """Title and line at the foot with the sign or picture above, or beside the picture."""

    def __init__(self, parent: QWidget, rect: QRect, theme: Theme, look: DoorLook) -> None:
        """Stand at a rectangle of the parent, which paints the card's shadow."""
        super().__init__(parent)
        self.setGeometry(rect)
        self.setText(look.title)
        self.setAccessibleName(" ".join(as_sentence(part) for part in (look.title, look.badge, look.short) if part))
        self._theme = theme
        self._look = look
        self._words = DoorWords.of(theme, look, rect.size())

    @property
    def words(self) -> str:
        """What there is to read."""
        return self.accessibleName()

    @property
    def clipped(self) -> bool:
        """Whether some of its words are not in view."""
        return not self._words.fits(self._theme, self._look, self.size())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card."""
        painter = QPainter(self)
        self._paint_ground(painter)
        words, padding = self._words, padding_of(self._theme, self._look)
        if words.aside:
            y = (self.height() - words.height) // 2
            self._paint_aside(painter)
        else:
            y = self.height() - padding - words.height + self._theme.mm(1)
            self._paint_sign(painter, y)
        x = padding + (0 if self._theme.right_to_left else words.aside)
        for laid in words.laid:
            laid.paint(painter, QPoint(x, y))
            y += laid.height + self._theme.mm(1.5)
        if self.hasFocus():
            paint_focus_ring(painter, self.rect(), self._theme, self._theme.radius)

    def _paint_ground(self, painter: QPainter) -> None:
        theme, look = self._theme, self._look
        palette, tones = theme.palette, theme.tones(look.section)
        fill = tones.fill if look.solid else tones.tint if look.section == "help" else palette.card
        edge = tones.sign if look.section == "help" and not look.solid else palette.edge
        width = theme.mm(1.4) if self.isDown() else theme.edge
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
        side = min(theme.mm(29 if look.large else 22), room - padding_of(theme, look))
        if side < theme.mm(9):
            return
        padding = padding_of(theme, look)
        square = Area(self.rect(), theme.right_to_left).inside(padding, padding).end(side)
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

    def _paint_aside(self, painter: QPainter) -> None:
        inset = max(2, self._theme.mm(1))
        x = self.width() - self._words.aside if self._theme.right_to_left else inset
        rect = QRect(x, inset, self._words.aside - inset, self.height() - 2 * inset)
        pixmap = self._theme.pictures.pixmap(self._look.picture, rect.size(), self._theme.radius - inset)
        painter.drawPixmap(rect.topLeft(), pixmap)
