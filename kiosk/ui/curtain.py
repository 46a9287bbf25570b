"""Black over everything, for who hears the pages and wants nobody to read along (A11Y-76)."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget


class Curtain(QWidget):
    """Lies over its parent while it is drawn; what is beneath goes on as before."""

    def __init__(self, parent: QWidget) -> None:
        """Not drawn yet."""
        super().__init__(parent)
        self._over = parent
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.hide()

    def draw(self, drawn: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Cover all that the parent shows, or let it be seen."""
        if drawn:
            self.setGeometry(self._over.rect())
            self.raise_()
        self.setVisible(drawn)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw nothing but black."""
        QPainter(self).fillRect(event.rect(), Qt.GlobalColor.black)
