"""A short fact on a tinted ground; not a button."""

from PySide6.QtCore import QRect

from kiosk.colours.palette import Section
from kiosk.ui.area import Area
from kiosk.ui.screen import Screen
from kiosk.ui.theme.measure import Size
from kiosk.ui.theme.surfaces import Surface
from kiosk.ui.theme.theme import Theme
from kiosk.ui.widgets.flow import Fixed
from kiosk.ui.widgets.icon import IconBox
from kiosk.ui.widgets.text import Text, TextStyle
from kiosk.values import value_class


@value_class
class Chip:
    """A fact with its sign."""

    words: str
    icon: str
    section: Section

    def width(self, theme: Theme) -> int:
        """On one line, in pixels."""
        return self.text(theme).lay(theme, 100_000).natural_width + self._beside(theme) + 2 * theme.mm(5)

    def height(self, theme: Theme, width: int) -> int:
        """At a width, in pixels."""
        laid = self.text(theme).lay(theme, width - self._beside(theme) - 2 * theme.mm(5))
        return laid.height + 2 * theme.mm(2)

    def text(self, theme: Theme) -> Text:
        """Its words in the section's colour."""
        return Text.of(self.words, TextStyle(Size.SMALL, 600, theme.tones(self.section).on_tint, line_height=1.2))

    def _beside(self, theme: Theme) -> int:
        return theme.measure.em(Size.SMALL) + theme.mm(2.5)


def chip_piece(screen: Screen, chip: Chip, widest: int) -> Fixed:
    """A chip as a piece of a page."""
    theme = screen.theme
    width = min(chip.width(theme), widest)

    def put(_parent: object, rect: QRect) -> None:
        place_chip(screen, Area(QRect(rect), theme.right_to_left).start(width), chip)

    return Fixed(chip.height(theme, width), put, theme.mm(3))


def place_chip(screen: Screen, rect: QRect, chip: Chip) -> None:
    """Put a chip on a screen."""
    theme = screen.theme
    tones = theme.tones(chip.section)
    screen.ground(rect, Surface(tones.tint, tones.sign, theme.ground_edge, min(rect.height() // 2, theme.mm(7))))
    inner = Area(rect, theme.right_to_left).inside(theme.mm(5), theme.mm(2))
    side = theme.measure.em(Size.SMALL)
    icon = inner.start(side, theme.mm(2.5))
    IconBox(screen, QRect(icon.left(), rect.center().y() - side // 2, side, side), theme, chip.icon, tones.sign)
    screen.text(inner.rect, chip.words, chip.text(theme).style, middle=True)


def place_chip_row(screen: Screen, room: QRect, heading: QRect, chips: list[Chip]) -> int:
    """Chips beside the heading where they fit, else below it; gives the lowest line used."""
    theme, gap = screen.theme, screen.theme.mm(4)
    x, y, bottom = room.left() + heading.width() + theme.mm(8), heading.top(), heading.bottom() + 1
    for chip in chips:
        width = min(chip.width(theme), room.width())
        height = chip.height(theme, width)
        beside = y == heading.top()
        if x + width > room.right() + 1:
            x, y, beside = room.left(), bottom + gap, False
        top = heading.center().y() - height // 2 if beside else y
        place = QRect(x, top, width, height)
        if theme.right_to_left:
            place.moveLeft(room.left() + room.right() - place.right())
        place_chip(screen, place, chip)
        x += width + gap
        bottom = max(bottom, top + height)
    return bottom
