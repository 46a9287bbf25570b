"""Lines of a text as they stand: measured and painted, with dots beneath words that explain themselves."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextCharFormat, QTextLayout

from kiosk.values import value_class


@value_class
class Dotted:
    """Words that explain themselves: from and to a position in the text."""

    start: int
    end: int
    term: str


@value_class
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
