"""A QR code that carries words themselves: a phone shows them without any network."""

from collections.abc import Sequence
from itertools import groupby
from math import ceil
from operator import itemgetter
from typing import Final

import segno
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.assistive.accessible import speak_as
from kiosk.ui.theme.theme import Theme

QUIET_ZONE: Final = 4
"""Empty modules on each side (ISO/IEC 18004)."""
LEAST_MODULE_MM: Final = 0.6
"""What a phone reads at 30 cm: a camera that sees 65 degrees sees 382 mm there, so that a module covers 3 of the 1920
pixels of its picture; readers of codes want 2 or more."""


class QrCode(QWidget):
    """Words as a square of dark and light; always dark on white, whatever the theme."""

    def __init__(self, parent: QWidget, rect: QRect, theme: Theme, words: str, spoken: str) -> None:
        """Stand in the middle of a rectangle of the parent, as large as whole pixels for each module allow."""
        super().__init__(parent)
        self._code = _drawn(_code(words))
        across = self._code.width() + 2 * QUIET_ZONE
        self._side = max(1, min(rect.width(), rect.height()) // across)
        whole = self._side * across
        self.setGeometry(rect.center().x() - whole // 2, rect.center().y() - whole // 2, whole, whole)
        self.module_mm = self._side / theme.measure.px_per_mm
        speak_as(self, QAccessible.Role.Graphic, spoken)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the modules, each as a square of whole pixels."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        zone = QUIET_ZONE * self._side
        painter.drawImage(self.rect().adjusted(zone, zone, -zone, -zone), self._code)


def _drawn(code: segno.QRCode) -> QImage:
    """A code with one pixel for each module."""
    across = len(code.matrix)
    shades = b"".join(bytes(0 if module else 255 for module in row) for row in code.matrix)
    return QImage(shades, across, across, across, QImage.Format.Format_Grayscale8).copy()  # one that owns its pixels


def shared_out(title: str, lines: Sequence[tuple[str, str]], theme: Theme, side: int) -> tuple[str, ...]:
    """The lines under their title, in as few codes as a phone can read from squares of a side in pixels.

    lines: each with the heading it stands under, which is told once for those that follow each other in one code.
    """
    module = max(1, ceil(LEAST_MODULE_MM * theme.measure.px_per_mm))
    parts: list[list[tuple[str, str]]] = [[]]
    for line in lines:
        if parts[-1] and _modules_across(_told(title, [*parts[-1], line])) * module > side:
            parts.append([])
        parts[-1].append(line)
    return tuple(_told(title, part) for part in parts)


def _told(title: str, lines: Sequence[tuple[str, str]]) -> str:
    """What one code says."""
    told = [title]
    for heading, under in groupby(lines, key=itemgetter(0)):
        told += ["", heading, *(words for _, words in under)]
    return "\n".join(told)


def _modules_across(words: str) -> int:
    """With the quiet zone; to find the mask that is best to read is nearly all the work, and changes no size."""
    return int(_code(words, mask=0).symbol_size(border=QUIET_ZONE)[0])


def _code(words: str, mask: int | None = None) -> segno.QRCode:
    return segno.make(words, micro=False, error="l", boost_error=False, encoding="utf-8", mask=mask)
