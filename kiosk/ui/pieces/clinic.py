"""The clinic's name and logo in the corner; staff press and hold it."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.colours.palette import PALETTES
from kiosk.ui.area import Area
from kiosk.ui.screen import Screen
from kiosk.ui.theme.logo import draw_logo, logo_size
from kiosk.ui.theme.measure import Size
from kiosk.ui.theme.surfaces import Surface
from kiosk.ui.widgets.icon import IconBox
from kiosk.ui.widgets.text import Text, TextStyle
from kiosk.ui.widgets.text_block import TextBlock

LOGO_MM: Final = (44, 10)
"""Width and height that a logo may have beside the name, in millimetres."""
ALONE_MM: Final = (70, 15)
"""The same where it stands alone."""


class LogoBox(QWidget):
    """The logo on a white ground of its own: most are made for white paper."""

    def __init__(self, screen: Screen, rect: QRect, file: Path, name: str) -> None:
        """Stand at a rectangle; name: what assistive technology says, empty where the name stands beside it."""
        super().__init__(screen)
        self.setGeometry(rect)
        self.setAccessibleName(name)
        self._theme = screen.theme
        padding = screen.theme.mm(1.5)
        self._inner = QRect(padding, padding, rect.width() - 2 * padding, rect.height() - 2 * padding)
        self._logo = draw_logo(file, self._inner.size())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        white = Surface(PALETTES["light"].card, radius=self._theme.mm(2.5))
        self._theme.surfaces.paint(painter, self.rect(), white)
        painter.drawPixmap(self._inner, self._logo)


def place_clinic(screen: Screen, area: Area) -> QRect:
    """Put the clinic's name at the end of the area's first line; gives where it stands."""
    screen.clinic_place = _place(screen, area)
    return screen.clinic_place


def _place(screen: Screen, area: Area) -> QRect:
    theme, clinic = screen.theme, screen.scene.clinic
    sign = _sign_size(screen, area.rect.width())
    if clinic.logo is not None and clinic.logo_holds_name and not sign.isEmpty():
        rect = _at_end(area, sign.width(), sign.height())
        LogoBox(screen, rect, clinic.logo, clinic.name)
        return rect
    side, padding = sign if not sign.isEmpty() else QSize(theme.mm(8), theme.mm(8)), theme.mm(5)
    text = Text.of(clinic.name, TextStyle(Size.SMALL, 600, line_height=1.2))
    most = area.rect.width() - side.width() - 3 * padding
    laid = text.lay(theme, most)
    width = min(laid.natural_width, most) + side.width() + 3 * padding
    least = theme.mm(15) if theme.measure.tight else theme.measure.small_target  # as high as the button beside it
    height = max(least, laid.height + theme.mm(5), sign.height() + theme.mm(4))
    rect = _at_end(area, width, height)
    palette = theme.palette
    ground = Surface(palette.card, palette.hairline, theme.edge, min(height // 2, theme.mm(9)))
    screen.ground(rect, ground)
    inner = Area(rect, area.right_to_left).inside(padding, 0)
    place = inner.start(side.width(), padding)
    place = QRect(place.left(), rect.center().y() - side.height() // 2, side.width(), side.height())
    if clinic.logo is not None and not sign.isEmpty():
        LogoBox(screen, place, clinic.logo, "")
    else:
        IconBox(screen, place, theme, "user-doctor", theme.tones("clinic").sign)
    laid = text.lay(theme, inner.rect.width())
    top = rect.top() + (height - laid.height) // 2
    words = QRect(inner.rect.left(), top, inner.rect.width(), laid.height)
    TextBlock(screen, words, laid, text.words, QAccessible.Role.StaticText)
    return rect


def _sign_size(screen: Screen, width: int) -> QSize:
    """The size of the logo with its white edge, or an empty one if there is none that can be drawn."""
    clinic, theme = screen.scene.clinic, screen.theme
    file, edge = clinic.logo, 2 * theme.mm(1.5)
    wide, high = ALONE_MM if clinic.logo_holds_name else LOGO_MM
    size = logo_size(file, QSize(min(theme.mm(wide), width // 3), theme.mm(high))) if file is not None else QSize()
    return QSize(size.width() + edge, size.height() + edge) if not size.isEmpty() else QSize()


def _at_end(area: Area, width: int, height: int) -> QRect:
    x = area.rect.left() if area.right_to_left else area.rect.right() + 1 - width
    return QRect(x, area.rect.top(), width, height)
