"""A box of a comparison: a treatment's short answer; a touch opens the why."""

from typing import Final

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.content import markdown
from kiosk.content.model.treatment import Answer
from kiosk.ui.assistive.accessible import as_sentence
from kiosk.ui.theme.measure import USUAL_TEXT, Size
from kiosk.ui.theme.surfaces import Surface
from kiosk.ui.theme.theme import Theme
from kiosk.ui.widgets.certainty import LEVELS, paint_dots
from kiosk.ui.widgets.laid import Laid
from kiosk.ui.widgets.text import Text, TextStyle
from kiosk.ui.widgets.wishing import WishButton
from kiosk.values import value_class

DOT_MM: Final = 5.4
DOTS_MM: Final = 7.4
"""The height of a dot of certainty, and of the line that it stands on, at 100 % text."""


@value_class
class BoxWords:
    """What stands in a box, and what is said of it."""

    answer: Answer
    treatment: str
    question: str
    level: str
    """How sure, in words, where the box has dots; else empty."""
    named: bool = False
    """Whether the treatment's name stands in the box: where there is no head of a column."""
    badge: str = ""

    @property
    def short(self) -> str:
        """The answer's words."""
        return markdown.plain(self.answer.short)

    @property
    def spoken(self) -> str:
        """Row, column and value as a sentence."""
        parts = [self.treatment, self.badge if self.named else "", self.question, self.short, self.level]
        return " ".join(as_sentence(part) for part in parts if part)


class BoxButton(WishButton):
    """One answer."""

    def __init__(self, parent: QWidget, rect: QRect, theme: Theme, words: BoxWords) -> None:
        """Stand at a rectangle of the parent."""
        super().__init__(parent)
        self.setGeometry(rect)
        self.setText(words.short)
        self.setAccessibleName(words.spoken)
        self._theme = theme
        self._words = words
        self._laid = lay_box(theme, words, rect.width())

    @property
    def words(self) -> str:
        """What there is to read."""
        return self._words.spoken

    @property
    def clipped(self) -> bool:
        """Whether some of its words are not in view."""
        return box_height(self._theme, self._words, self.width()) > self.height() or any(
            laid.overflows for laid in self._laid
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, the words and the dots."""
        painter = QPainter(self)
        theme, palette = self._theme, self._theme.palette
        edge = theme.mm(1.2) if self.isDown() else max(1.5, theme.mm(0.4))
        caution = self._words.answer.caution
        tones = theme.tones("help")
        fill = tones.tint if caution else palette.card
        theme.surfaces.paint(
            painter, self.rect(), Surface(fill, tones.sign if caution else palette.edge, edge, theme.mm(4))
        )
        self._paint_words(painter)
        if self.hasFocus():
            theme.surfaces.paint(painter, self.rect(), Surface("", palette.focus, theme.mm(2.2), theme.mm(4)))

    def _paint_words(self, painter: QPainter) -> None:
        theme = self._theme
        padding = padding_of(theme)
        total = words_height(theme, self._words, self._laid)
        y = (self.height() - total) // 2 if not self._words.named else padding
        for laid in self._laid:
            laid.paint(painter, QPoint(padding, y))
            y += laid.height + theme.mm(1)
        if self._words.answer.level is not None:
            number = LEVELS.index(self._words.answer.level) + 1
            line = QRect(padding, y + theme.mm(1), self.width() - 2 * padding, _dot_side(theme))
            paint_dots(painter, line, theme, number)


def lay_box(theme: Theme, words: BoxWords, width: int) -> list[Laid]:
    """Name, badge, answer and certainty as lines of a width."""
    tones = theme.tones("help")
    inner = min(width - 2 * padding_of(theme), theme.measure.longest_line(Size.BUTTON))
    parts: list[tuple[str, TextStyle]] = []
    if words.named:
        parts.append((words.treatment, TextStyle(Size.BUTTON, 800, line_height=1.2)))
    if words.named and words.badge:
        parts.append((words.badge, TextStyle(Size.SMALL, 600, tones.on_tint, line_height=1.2)))
    colour = tones.on_tint if words.answer.caution else theme.palette.ink
    weight = 600 if words.answer.caution else 400
    parts.append((words.short, TextStyle(Size.BUTTON, weight, colour, line_height=1.22)))
    if words.level:
        parts.append((words.level, TextStyle(Size.SMALL, 600, theme.palette.ink_soft, line_height=1.2)))
    return [Text.of(text, style).lay(theme, inner) for text, style in parts]


def box_height(theme: Theme, words: BoxWords, width: int) -> int:
    """The height that a box needs at a width, in pixels; no less than a target."""
    needed = words_height(theme, words, lay_box(theme, words, width)) + 2 * padding_of(theme)
    return max(theme.measure.small_target, needed)


def words_height(theme: Theme, words: BoxWords, laid: list[Laid]) -> int:
    """The height of the words and the dots below them, in pixels."""
    dots = _dot_side(theme) + theme.mm(DOTS_MM) - theme.mm(DOT_MM) if words.answer.level is not None else 0
    return sum(part.height for part in laid) + theme.mm(1) * (len(laid) - 1) + dots


def padding_of(theme: Theme) -> int:
    """Between the edge of a box and its words, in pixels; little where height is scarce."""
    return theme.mm(1.0 if theme.measure.compact else 2.2)


def _dot_side(theme: Theme) -> int:
    """The diameter of a dot of certainty, in pixels: it grows with the letters beside it."""
    return round(theme.mm(DOT_MM) * theme.measure.text_size / USUAL_TEXT)
