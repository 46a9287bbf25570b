"""The clinic's name in the corner; staff press and hold it."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAccessible

from kiosk.ui.area import Area
from kiosk.ui.screen import Screen
from kiosk.ui.theme.measure import Size
from kiosk.ui.theme.surfaces import Surface
from kiosk.ui.widgets.icon import IconBox
from kiosk.ui.widgets.text import Text, TextBlock, TextStyle


def place_clinic(screen: Screen, area: Area) -> QRect:
    """Put the clinic's name at the end of the area's first line; gives where it stands."""
    theme = screen.theme
    text = Text.of(screen.scene.clinic.name, TextStyle(Size.SMALL, 600, line_height=1.2))
    side, padding = theme.mm(8), theme.mm(5)
    most = area.rect.width() - side - 3 * padding
    laid = text.lay(theme, most)
    width = min(laid.natural_width, most) + side + 3 * padding
    height = max(theme.mm(15), laid.height + theme.mm(5))
    x = area.rect.left() if area.right_to_left else area.rect.right() + 1 - width
    rect = QRect(x, area.rect.top(), width, height)
    palette = theme.palette
    screen.ground(
        rect, Surface(palette.card, palette.hairline, max(1.5, theme.mm(0.45)), min(height // 2, theme.mm(9)))
    )
    inner = Area(rect, area.right_to_left).inside(padding, 0)
    icon = inner.start(side, padding)
    icon_place = QRect(icon.left(), rect.center().y() - side // 2, side, side)
    IconBox(screen, icon_place, theme, "user-doctor", theme.tones("understand").sign)
    top = QPoint(inner.rect.left(), rect.top() + (height - laid.height) // 2)
    laid = text.lay(theme, inner.rect.width())
    TextBlock(
        screen, QRect(top.x(), top.y(), inner.rect.width(), laid.height), laid, text.words, QAccessible.Role.StaticText
    )
    return rect
