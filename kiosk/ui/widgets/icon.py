"""An icon by itself, or on a round ground."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.theme.surfaces import Surface
from kiosk.ui.theme.theme import Theme


class IconBox(QWidget):
    """Decoration: the words beside it say the same."""

    def __init__(self, parent: QWidget, rect: QRect, theme: Theme, icon: str, colour: str, ground: str = "") -> None:
        """Stand at a square of the parent; with a ground the icon takes half of it."""
        super().__init__(parent)
        self.setGeometry(rect)
        self._theme = theme
        self._ground = ground
        side = rect.width() * 52 // 100 if ground else rect.width()
        self._pixmap = theme.icons.pixmap(icon, colour, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        if self._ground:
            self._theme.surfaces.paint(painter, self.rect(), Surface(self._ground, radius=self.width() // 2))
        corner = self.rect().center() - self._pixmap.rect().center()
        painter.drawPixmap(corner, self._pixmap)
