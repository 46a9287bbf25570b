"""A picture with its words."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.content.model.parts import Picture
from kiosk.ui.assistive.accessible import speak_as
from kiosk.ui.theme.theme import Theme


class PictureBox(QWidget):
    """A drawing that fills a rectangle, with round corners."""

    def __init__(self, parent: QWidget, rect: QRect, theme: Theme, picture: Picture) -> None:
        """Stand at a rectangle of the parent."""
        super().__init__(parent)
        self.setGeometry(rect)
        self._pixmap = theme.pictures.pixmap(picture.file, rect.size(), theme.radius)
        if not picture.decoration:
            speak_as(self, QAccessible.Role.Graphic, picture.shows)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        QPainter(self).drawPixmap(0, 0, self._pixmap)
