"""A paragraph or heading on a screen: seen, told to assistive technology, and lit while it is read aloud."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.ui.assistive.accessible import speak_as
from kiosk.ui.theme.theme import Theme
from kiosk.ui.widgets.laid import Laid, Lit
from kiosk.ui.widgets.text import Text

FRAME_SHARE = 0.17
"""Of the line's height: 2 mm around the smallest text."""


class TextBlock(QWidget):
    """A paragraph or heading on a screen."""

    def __init__(self, parent: QWidget, rect: QRect, laid: Laid, words: str, role: QAccessible.Role) -> None:
        """Show a text laid out for the width of the rectangle."""
        super().__init__(parent)
        self._laid = laid
        self._lit: Lit | None = None
        self.setGeometry(rect)
        speak_as(self, role, words)

    def light(self, lit: Lit | None) -> None:
        """Show which words are read aloud now."""
        self._lit = lit
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lines, in a frame while they have the focus."""
        painter = QPainter(self)
        self._laid.paint(painter, QPoint(0, 0), self._lit)
        if self.hasFocus():
            width = max(2, round(self._laid.line_height * FRAME_SHARE))
            painter.setPen(QPen(QColor(self._laid.colour), width))
            inset = width // 2 + 1
            painter.drawRect(self.rect().adjusted(inset, inset, -inset, -inset))

    @property
    def words(self) -> str:
        """What it says."""
        return self.accessibleName()

    @property
    def words_rect(self) -> QRect:
        """Where its words stand on the screen, without the empty ends of the lines."""
        width = min(self.width(), self._laid.natural_width)
        return QRect(self.x() + self._laid.empty_before(width), self.y(), width, self.height())

    @property
    def clipped(self) -> bool:
        """Whether some of its text is not in view."""
        return self._laid.height > self.height() or self._laid.overflows


def place_text(
    parent: QWidget, rect: QRect, text: Text, theme: Theme, *, heading: bool = False, middle: bool = False
) -> TextBlock:
    """Put a text on a screen, from the top of the rectangle or in its middle."""
    laid = text.lay(theme, rect.width())
    top = rect.top() + (max(0, rect.height() - laid.height) // 2 if middle else 0)
    role = QAccessible.Role.Heading if heading else QAccessible.Role.StaticText
    return TextBlock(parent, QRect(rect.left(), top, rect.width(), laid.height), laid, text.words, role)
