"""A QR code that carries words themselves: a phone shows them without any network."""

import segno
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.accessible import speak_as
from kiosk.ui.theme.theme import Theme

QUIET_ZONE = 4
"""Empty modules on each side (ISO/IEC 18004)."""
LEAST_MODULE_MM = 0.6
"""What a phone held at 30 cm reads without effort."""


class QrCode(QWidget):
    """Words as a square of dark and light; always dark on white, whatever the theme."""

    def __init__(self, parent: QWidget, rect: QRect, theme: Theme, words: str, spoken: str) -> None:
        """Stand in the middle of a rectangle of the parent, as large as whole pixels for each module allow."""
        super().__init__(parent)
        self._modules = [[bool(module) for module in row] for row in segno.make(words, micro=False, error="l").matrix]
        self._side = max(1, min(rect.width(), rect.height()) // (len(self._modules) + 2 * QUIET_ZONE))
        whole = self._side * (len(self._modules) + 2 * QUIET_ZONE)
        self.setGeometry(rect.center().x() - whole // 2, rect.center().y() - whole // 2, whole, whole)
        self.readable = self._side >= LEAST_MODULE_MM * theme.measure.px_per_mm
        speak_as(self, QAccessible.Role.Graphic, spoken)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the modules."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        dark = QColor("#000000")
        for row, modules in enumerate(self._modules, QUIET_ZONE):
            for column, is_dark in enumerate(modules, QUIET_ZONE):
                if is_dark:
                    painter.fillRect(column * self._side, row * self._side, self._side, self._side, dark)
