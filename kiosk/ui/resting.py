"""A calm plain screen for when there is nothing sound to show: no library is needed for it."""

import json
from pathlib import Path
from typing import Final, Literal, TypeAlias

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.colours.palette import PALETTES
from kiosk.settings.settings import Clinic
from kiosk.ui.theme.measure import Measure, Size, px_per_mm
from kiosk.ui.theme.theme import Fonts

Reason = Literal["", "unread", "failing"]
"""What staff are told: nothing, that the pages cannot be read, that the program keeps stopping."""
_LINES: Final = (("title", Size.TITLE, 800), ("line", Size.LEAD, 400), ("phone", Size.LEAD, 600))
_MARGIN_MM: Final = 28
_PAD_MM: Final = 16
_GAP_MM: Final = 8
_CORNER_MM: Final = 40
Words: TypeAlias = dict[str, str]
_WRAP: Final = Qt.TextFlag.TextWordWrap.value


class RestingScreen(QWidget):
    """Sends patients to the desk and tells staff what to do, in every language there is."""

    def __init__(self, assets: Path, fonts: Fonts, clinic: Clinic, reason: Reason = "unread") -> None:
        """Read the words; raises OSError when even they are not there."""
        super().__init__()
        self._fonts = fonts
        words = json.loads((assets / "resting.json").read_text(encoding="utf-8"))
        self._languages = [_told(language, clinic.phone, reason) for language in words.values()]
        self.setAccessibleName(" ".join(line for language in self._languages for line in language.values()))

    @property
    def clinic_place(self) -> QRect:
        """Where staff press and hold: the upper corner at the end, where the clinic's name stands on other screens."""
        side = round(_CORNER_MM * px_per_mm(self.width(), self.height()))
        return QRect(self.width() - 2 * side, 0, 2 * side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a card for each language, side by side or below each other, and small words for staff."""
        palette = PALETTES["light"]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(palette.paper))
        measure = Measure(self.width(), self.height(), px_per_mm(self.width(), self.height()))
        margin, gap = measure.mm(_MARGIN_MM), measure.mm(_GAP_MM)
        room = self.rect().adjusted(margin, margin, -margin, -margin)
        columns = 1 if measure.portrait else len(self._languages)
        width = (room.width() - gap * (columns - 1)) // columns
        inside = _inside(QRect(0, 0, width, 0), measure)
        heights = [self._write(painter, words, measure, inside, draw=False) for words in self._languages]
        height = max(heights) + 2 * measure.mm(_PAD_MM)
        rows = len(self._languages) // columns
        notes = self._notes(painter, measure, room, draw=False)
        top = room.y() + max(0, (room.height() - notes - rows * (height + gap)) // 2)
        for number, language in enumerate(self._languages):
            row, column = divmod(number, columns)
            card = QRect(room.x() + column * (width + gap), top + row * (height + gap), width, height)
            painter.setPen(QPen(QColor(palette.hairline), max(1, measure.mm(0.5))))
            painter.setBrush(QColor(palette.card))
            painter.drawRoundedRect(card, measure.mm(8.6), measure.mm(8.6))
            painter.setPen(QColor(palette.ink))
            self._write(painter, language, measure, _inside(card, measure))
        painter.setPen(QColor(palette.ink_soft))
        self._notes(painter, measure, QRect(room.x(), room.bottom() - notes, room.width(), notes))

    def _write(self, painter: QPainter, language: Words, measure: Measure, room: QRect, *, draw: bool = True) -> int:
        """The height of the lines of a card, which are written there if so wanted."""
        y = room.y()
        for name, size, weight in _LINES:
            if name in language:
                painter.setFont(self._font(measure, size, weight))
                space = QRect(room.x(), y, room.width(), self.height())
                y += _text(painter, space, language[name], draw=draw) + measure.mm(_GAP_MM)
        return y - measure.mm(_GAP_MM) - room.y()

    def _notes(self, painter: QPainter, measure: Measure, room: QRect, *, draw: bool = True) -> int:
        """The same for what staff are told at the foot."""
        painter.setFont(self._font(measure, Size.SMALL, 400))
        y = room.y()
        for language in self._languages:
            y += _text(painter, QRect(room.x(), y, room.width(), self.height()), language.get("staff", ""), draw=draw)
        return y - room.y()

    def _font(self, measure: Measure, size: Size, weight: int) -> QFont:
        return self._fonts.font(measure.em(size), weight)


def _text(painter: QPainter, room: QRect, words: str, *, draw: bool) -> int:
    """The height of words, which are written if so wanted."""
    return (painter.drawText if draw else painter.boundingRect)(room, _WRAP, words).height() if words else 0


def _inside(card: QRect, measure: Measure) -> QRect:
    pad = measure.mm(_PAD_MM)
    return card.adjusted(pad, pad, -pad, -pad)


def _told(language: Words, phone: str, reason: Reason) -> Words:
    """The lines of a language with the clinic's telephone number; without one, not the line that gives it."""
    lines = {"title": language["title"], "line": language["line"]}
    if phone:
        lines["phone"] = language["phone"].replace("{clinic}", phone)
    if reason:
        lines["staff"] = language[reason]
    return lines
