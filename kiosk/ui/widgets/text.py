"""Text in lines: measured, cut into screenfuls, painted, and told to assistive technology."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QWidget

from kiosk.content.markdown import Run
from kiosk.ui.accessible import speak_as
from kiosk.ui.theme.measure import Size
from kiosk.ui.theme.theme import Theme

FRAME_SHARE = 0.17
"""Of the line's height: 2 mm around the smallest text."""
MOST_KEPT = 300
"""Laid texts that are kept: those of about four screens."""


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a text is set."""

    size: Size = Size.BODY
    weight: int = 400
    colour: str = ""
    """Empty for ink."""
    line_height: float = 1.42
    centred: bool = False
    accent: str = ""
    """The colour of bold words and of the dots beneath explained ones; empty for the text's own."""


@dataclass(frozen=True, slots=True)
class Dotted:
    """Words that explain themselves: from and to a position in the text."""

    start: int
    end: int
    term: str


@dataclass(frozen=True, slots=True)
class Lit:
    """The words that are read aloud now: from and to a position in the text, and their colours meanwhile."""

    start: int
    end: int
    ground: str
    ink: str


@dataclass(slots=True)
class Laid:
    """A text laid out in lines of a width."""

    layout: QTextLayout
    line_height: int
    lines: int
    width: int
    dotted: tuple[Dotted, ...] = ()
    dots: str = ""
    colour: str = ""

    @property
    def height(self) -> int:
        """All lines together, in pixels."""
        return self.line_height * self.lines

    @property
    def natural_width(self) -> int:
        """The width of the longest line, in pixels."""
        return round(max((self.layout.lineAt(i).naturalTextWidth() for i in range(self.lines)), default=0) + 1)

    def empty_before(self, width: int) -> int:
        """The room at the left of words so many pixels wide: lines end there in right-to-left text."""
        alignment = self.layout.textOption().alignment()
        if alignment & Qt.AlignmentFlag.AlignHCenter:
            return (self.width - width) // 2
        return self.width - width if alignment & Qt.AlignmentFlag.AlignRight else 0

    def end_of_line(self, line: int) -> int:
        """The position in the text after a line."""
        last = self.layout.lineAt(line)
        return last.textStart() + last.textLength()

    @property
    def overflows(self) -> bool:
        """Whether a word is wider than the lines."""
        return any(self.layout.lineAt(i).naturalTextWidth() > self.width + 1 for i in range(self.lines))

    def paint(self, painter: QPainter, corner: QPoint, lit: Lit | None = None) -> None:
        """Draw all lines with their first one's top left at the corner."""
        painter.setPen(QColor(self.colour))
        self.layout.draw(painter, QPointF(corner), [_lit_up(lit)] if lit is not None else [])
        for words in self.dotted:
            self._dot(painter, corner, words)

    def _dot(self, painter: QPainter, corner: QPoint, words: Dotted) -> None:
        thickness = max(2.0, self.line_height / 16)
        pen = QPen(QColor(self.dots), thickness, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([0.01, 2.0])
        painter.setPen(pen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number in range(self.lines):
            line = self.layout.lineAt(number)
            start, end = max(words.start, line.textStart()), min(words.end, self.end_of_line(number))
            if start < end:
                y = corner.y() + line.y() + line.ascent() + line.descent() * 0.75
                x1, x2 = _x(line.cursorToX(start)), _x(line.cursorToX(end))
                painter.drawLine(QPointF(corner.x() + x1, y), QPointF(corner.x() + x2, y))


def _lit_up(lit: Lit) -> QTextLayout.FormatRange:
    part = QTextLayout.FormatRange()
    part.start, part.length = lit.start, lit.end - lit.start
    part.format = QTextCharFormat()
    part.format.setBackground(QColor(lit.ground))
    part.format.setForeground(QColor(lit.ink))
    return part


def _x(position: object) -> float:
    """PySide gives the position with or without the cursor it belongs to."""
    return float(position[0] if isinstance(position, (tuple, list)) else position)  # type: ignore[arg-type]  # a number


@dataclass(frozen=True, slots=True)
class Text:
    """A text with its style, not yet laid out."""

    runs: tuple[Run, ...]
    style: TextStyle = field(default_factory=TextStyle)
    dotted: tuple[Dotted, ...] = ()

    @classmethod
    def of(cls, words: str, style: TextStyle) -> "Text":
        """Plain words in a style."""
        return cls((Run(words),), style)

    @property
    def words(self) -> str:
        """The words alone."""
        return "".join(run.text for run in self.runs)

    def lay(self, theme: Theme, width: int) -> Laid:
        """The text in lines of a width; asked again while a screen is laid out, so the theme keeps them."""
        key = (self, width)
        kept = theme.laid.get(key)
        if not isinstance(kept, Laid):
            if len(theme.laid) > MOST_KEPT:
                theme.laid.clear()
            kept = theme.laid[key] = self._lay(theme, width)
        return kept

    def _lay(self, theme: Theme, width: int) -> Laid:
        style = self.style
        colour = style.colour or theme.palette.ink
        font = theme.font(style.size, style.weight)
        layout = QTextLayout(self.words, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        option.setTextDirection(
            Qt.LayoutDirection.RightToLeft if theme.right_to_left else Qt.LayoutDirection.LeftToRight
        )
        side = (
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
            if theme.right_to_left
            else Qt.AlignmentFlag.AlignLeft
        )
        option.setAlignment(Qt.AlignmentFlag.AlignHCenter if style.centred else side)
        layout.setTextOption(option)
        layout.setFormats(self._formats(theme))
        metrics = QFontMetricsF(font)
        step = round(font.pixelSize() * style.line_height)
        lead = (step - metrics.height()) / 2  # negative for narrow lines: the font's own room above goes first
        lines = 0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, lines * step + lead))
            lines += 1
        layout.endLayout()
        return Laid(layout, step, lines, width, self.dotted, style.accent or colour, colour)

    def _formats(self, theme: Theme) -> list[QTextLayout.FormatRange]:
        formats, start = [], 0
        for run in self.runs:
            if run.bold or run.italic:
                formats.append(self._format(theme, run, start))
            start += len(run.text.encode("utf-16-le")) // 2
        return formats

    def _format(self, theme: Theme, run: Run, start: int) -> QTextLayout.FormatRange:
        font = theme.fonts.font(
            theme.measure.em(self.style.size), 600 if run.bold else self.style.weight, italic=run.italic
        )
        char_format = QTextCharFormat()
        char_format.setFont(font)
        if run.bold and self.style.accent:
            char_format.setForeground(QColor(self.style.accent))
        part = QTextLayout.FormatRange()
        part.start = start
        part.length = len(run.text)
        part.format = char_format
        return part

    def cut(self, position: int) -> tuple["Text", "Text"]:
        """The text before and after a position."""
        head: list[Run] = []
        tail: list[Run] = []
        at = 0
        for run in self.runs:
            before, after = run.text[: max(0, position - at)], run.text[max(0, position - at) :]
            if before:
                head.append(replace(run, text=before))
            if after:
                tail.append(replace(run, text=after))
            at += len(run.text)
        first = tuple(part for part in self.dotted if part.end <= position)
        second = tuple(
            Dotted(part.start - position, part.end - position, part.term)
            for part in self.dotted
            if part.start >= position
        )
        return Text(tuple(head), self.style, first), Text(tuple(tail), self.style, second)


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


def widest_word(texts: Sequence[Text], theme: Theme) -> int:
    """The width of the widest single word, in pixels: no column may be narrower."""
    widest = 0.0
    for text in texts:
        metrics = QFontMetricsF(theme.font(text.style.size, text.style.weight))
        widest = max([widest, *(metrics.horizontalAdvance(word) for word in text.words.split())])
    return round(widest + 1)
