"""An icon by itself."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.theme.theme import Theme


class IconBox(QWidget):
    """Decoration: the words beside it say the same."""

    def __init__(self, parent: QWidget, rect: QRect, theme: Theme, icon: str, colour: str) -> None:
        """Fill a square of the parent."""
        super().__init__(parent)
        self.setGeometry(rect)
        self._pixmap = theme.icons.pixmap(icon, colour, rect.width())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        QPainter(self).drawPixmap(self.rect().center() - self._pixmap.rect().center(), self._pixmap)
