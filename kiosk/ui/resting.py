"""A calm plain screen for when there is nothing sound to show: no library is needed for it."""

import json
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.settings import Clinic
from kiosk.ui.theme.measure import Measure, Size, px_per_mm
from kiosk.ui.theme.palette import PALETTES
from kiosk.ui.theme.theme import Fonts


class RestingScreen(QWidget):
    """Sends patients to the desk and tells staff what to do, in every language there is."""

    def __init__(self, assets: Path, fonts: Fonts, clinic: Clinic) -> None:
        """Read the words; raises OSError when even they are not there."""
        super().__init__()
        self._fonts = fonts
        words = json.loads((assets / "resting.json").read_text(encoding="utf-8"))
        self._languages = [_told(language, clinic.phone) for language in words.values()]
        self.setAccessibleName(" ".join(line for language in self._languages for line in language.values()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words, each language below the other."""
        palette = PALETTES["light"]
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(palette.paper))
        measure = Measure(self.width(), self.height(), px_per_mm(self.width(), self.height()))
        side = round(self.width() * 0.1)
        y = round(self.height() * 0.1)
        for language in self._languages:
            for name, size, weight, colour in (
                ("title", Size.TITLE, 800, palette.ink),
                ("line", Size.LEAD, 400, palette.ink),
                ("phone", Size.LEAD, 600, palette.ink),
                ("staff", Size.SMALL, 400, palette.ink_soft),
            ):
                painter.setFont(self._fonts.font(measure.em(size), weight))
                painter.setPen(QColor(colour))
                room = QRect(side, y, self.width() - 2 * side, self.height() - y)
                used = painter.drawText(room, Qt.TextFlag.TextWordWrap, language.get(name, ""))
                y += used.height() + measure.mm(4)
            y += measure.mm(12)


def _told(language: dict[str, str], phone: str) -> dict[str, str]:
    """The lines of a language with the clinic's telephone number; without one, not the line that gives it."""
    return {name: line.replace("{clinic}", phone) for name, line in language.items() if phone or "{clinic}" not in line}
