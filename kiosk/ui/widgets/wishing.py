"""What buttons share: each knows its wish, so that its answer can be made early; and the ring of the focus."""

from collections.abc import Callable
from typing import Self

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton

from kiosk.session.visit import Wish
from kiosk.ui.theme.surfaces import Surface
from kiosk.ui.theme.theme import Theme


class WishButton(QAbstractButton):
    """A button that stands for one wish; painted by its subclasses."""

    wish: Wish | None = None
    """What a touch wishes; None where it does something on its own screen."""

    def tells(self, wish: Wish, tell: Callable[[Wish], None]) -> Self:
        """Tell this wish when touched."""
        self.wish = wish
        self.clicked.connect(lambda: tell(wish))
        return self


def paint_focus_ring(painter: QPainter, rect: QRect, theme: Theme, radius: int) -> None:
    """Draw the two-toned ring of the keyboard's focus; radius: of the button's corners, in pixels."""
    palette, width = theme.palette, theme.mm(2.2)
    inner = rect.adjusted(width, width, -width, -width)
    gap = max(2, theme.mm(0.8))
    theme.surfaces.paint(painter, inner, Surface("", palette.focus_gap, gap, max(0, radius - width)))
    theme.surfaces.paint(painter, rect, Surface("", palette.focus, width, radius))
