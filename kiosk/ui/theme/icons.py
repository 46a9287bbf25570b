"""Icons from QtAwesome's font, drawn in a given colour.

Only its font and its list of code points are used: importing the package reads twelve fonts and takes 0.15 s.
"""

import json
from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPainter, QPixmap

from kiosk.content.icons import icon_files
from kiosk.ui.theme.pixmaps import Pixmaps

MAX_BYTES: Final = 3_000_000
"""What the kept ones may take together: those of a dozen screens. Every theme and size of words has its own."""


class Icons:
    """The icon font, loaded once."""

    def __init__(self) -> None:
        """Load the font; raises OSError when QtAwesome is not installed as expected."""
        font_file, names_file = icon_files()
        self._family = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(font_file)))[0]
        self._codes: dict[str, str] = json.loads(names_file.read_bytes())
        self._kept = Pixmaps(MAX_BYTES)

    def pixmap(self, name: str, colour: str, size: int) -> QPixmap:
        """The icon in a square of so many pixels; an unknown name gives an empty one."""
        return self._kept.get((name, colour, size), lambda: self._draw(name, colour, size))

    def _draw(self, name: str, colour: str, size: int) -> QPixmap:
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        code = self._codes.get(name)
        if code is None:
            return pixmap
        font = QFont(self._family)
        font.setPixelSize(round(size * 0.8))
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(QRect(0, 0, size, size), Qt.AlignmentFlag.AlignCenter, chr(int(code, 16)))
        painter.end()
        return pixmap
