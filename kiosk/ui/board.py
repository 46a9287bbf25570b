"""What everything that fills the glass shares: a theme, grounds and texts."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.colours.palette import Section
from kiosk.ui.theme.surfaces import Surface
from kiosk.ui.theme.theme import Theme
from kiosk.ui.widgets.text import Text, TextStyle
from kiosk.ui.widgets.text_block import TextBlock, place_text


class Board(QWidget):
    """Paper with surfaces and words on it, laid out once for one size."""

    section: Section = "understand"

    def __init__(self, theme: Theme, size: QSize) -> None:
        """Begin empty."""
        super().__init__()
        self.theme = theme
        self.resize(size)
        self._grounds: list[tuple[QRect, Surface]] = []
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if theme.right_to_left else Qt.LayoutDirection.LeftToRight
        )

    def ground(self, rect: QRect, surface: Surface) -> None:
        """Paint a surface beneath what stands on the screen."""
        self._grounds.append((rect, surface))

    def card(self, rect: QRect, fill: str = "") -> None:
        """A card with its soft shadow."""
        palette = self.theme.palette
        self.ground(
            rect,
            Surface(
                fill or palette.card,
                "" if palette.shadow else palette.edge,
                0 if palette.shadow else self.theme.edge,
                self.theme.radius,
                palette.shadow,
                self.theme.mm(6) if palette.shadow else 0,
            ),
        )

    def text(self, rect: QRect, words: str, style: TextStyle | None = None, *, middle: bool = False) -> TextBlock:
        """A paragraph."""
        return place_text(self, rect, Text.of(words, style or TextStyle()), self.theme, middle=middle)

    def heading(self, rect: QRect, words: str, style: TextStyle) -> TextBlock:
        """The screen's heading."""
        return place_text(self, rect, Text.of(words, style), self.theme, heading=True)

    def text_height(self, words: str, style: TextStyle, width: int) -> int:
        """The height of a text at a width, in pixels."""
        return Text.of(words, style).lay(self.theme, width).height

    def word_count(self) -> int:
        """How many words there are to read."""
        told = (getattr(child, "words", "") for child in self.findChildren(QWidget))
        return sum(len(words.split()) for words in told if isinstance(words, str))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the paper and the grounds."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self.theme.palette.paper))
        reach = self.theme.mm(7)
        for rect, surface in self._grounds:
            if rect.adjusted(-reach, -reach, reach, reach).intersects(event.rect()):
                self.theme.surfaces.paint(painter, rect, surface)
