"""Text with its style, laid out in lines and cut into screenfuls."""

from collections.abc import Sequence
from dataclasses import field, replace

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QTextCharFormat, QTextLayout, QTextOption

from kiosk.content.markdown import Run
from kiosk.ui.theme.measure import Size
from kiosk.ui.theme.theme import Theme
from kiosk.ui.widgets.laid import Dotted, Laid
from kiosk.values import value_class

MOST_KEPT = 300
"""Laid texts that are kept: those of about four screens."""


@value_class
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


@value_class
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


def widest_word(texts: Sequence[Text], theme: Theme) -> int:
    """The width of the widest single word, in pixels: no column may be narrower."""
    return round(max((_widest(text, theme) for text in texts), default=0.0) + 1)


def _widest(text: Text, theme: Theme) -> float:
    """Asked of the same words again and again while columns are tried, so the theme keeps it."""
    key = (_widest, text.words, text.style.size, text.style.weight)
    kept = theme.laid.get(key)
    if not isinstance(kept, float):
        metrics = QFontMetricsF(theme.font(text.style.size, text.style.weight))
        kept = max((metrics.horizontalAdvance(word) for word in text.words.split()), default=0.0)
        theme.laid[key] = kept
    return kept
