"""Pieces of a page one below the other, cut into screenfuls: nothing is ever cut off and nothing scrolls."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, Protocol

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.content.markdown import Document
from kiosk.ui.theme.surfaces import Surface
from kiosk.ui.theme.theme import Theme
from kiosk.ui.widgets.laid import Dotted, Laid, Lit
from kiosk.ui.widgets.text import Text, TextStyle
from kiosk.ui.widgets.text_block import TextBlock
from kiosk.values import value_class

SENTENCE_END: Final = re.compile(r"[.?!؟。][\"”’»)]*\s+(?=\S)")
LEAST_LINES = 2
"""A paragraph is not cut so that a single line stands alone."""


class Piece(Protocol):
    """Something that takes the width it is given and says how high it is."""

    @property
    def gap(self) -> int:
        """The room above it, in pixels, unless it comes first."""

    def height(self, theme: Theme, width: int) -> int:
        """Its height at a width, in pixels."""

    def split(self, theme: Theme, width: int, room: int) -> "tuple[Piece, Piece] | None":
        """The part that fits a height and the rest, or None if it cannot be cut there."""

    def place(self, parent: QWidget, rect: QRect, theme: Theme) -> None:
        """Put it on a screen."""


@value_class
class Paragraph:
    """A paragraph or an item of a list; with explained words it is one target that explains them."""

    text: Text
    gap: int = 0
    item: bool = False
    explain: Callable[[tuple[str, ...]], None] | None = None
    spoken_hint: str = ""
    heading: bool = False

    def height(self, theme: Theme, width: int) -> int:
        """Its height at a width, in pixels; no less than a target if it can be touched."""
        height = self.text.lay(theme, self._line(theme, width)).height
        return max(height, theme.measure.small_target) if self._is_target else height

    def split(self, theme: Theme, width: int, room: int) -> "tuple[Piece, Piece] | None":
        """Cut where a sentence ends, or else between two lines."""
        laid = self.text.lay(theme, self._line(theme, width))
        fitting = room // laid.line_height
        if fitting < LEAST_LINES or laid.lines - fitting < 1 or self.heading:
            return None
        position = laid.end_of_line(fitting - 1)
        ends = [end.end() for end in SENTENCE_END.finditer(self.text.words, 0, position)]
        position = ends[-1] if ends else position
        head, tail = self.text.cut(position)
        return replace(self, text=head), replace(self, text=tail, item=False, gap=0)

    def place(self, parent: QWidget, rect: QRect, theme: Theme) -> None:
        """Put it on a screen."""
        indent = self._indent(theme)
        if self.item:
            Bullet(parent, rect, theme, self.text)
        rest = rect.adjusted(0, 0, -indent, 0) if theme.right_to_left else rect.adjusted(indent, 0, 0, 0)
        line = self._line(theme, rect.width())
        rest = QRect(rest.right() + 1 - line if theme.right_to_left else rest.left(), rest.top(), line, rest.height())
        laid = self.text.lay(theme, line)
        if self._is_target and self.explain is not None:
            Explained(parent, rest, theme, laid, self)
        else:
            role = QAccessible.Role.Heading if self.heading else QAccessible.Role.StaticText
            TextBlock(parent, rest, laid, self.text.words, role)

    @property
    def terms(self) -> tuple[str, ...]:
        """The words it explains."""
        return tuple(dict.fromkeys(part.term for part in self.text.dotted))

    @property
    def _is_target(self) -> bool:
        return bool(self.text.dotted) and self.explain is not None

    def _line(self, theme: Theme, width: int) -> int:
        """The width of its lines: no longer than can be followed."""
        return min(width - self._indent(theme), theme.measure.longest_line(self.text.style.size))

    def _indent(self, theme: Theme) -> int:
        return round(theme.measure.em(self.text.style.size) * 0.85) if self.item else 0


class Bullet(QWidget):
    """The dot before an item of a list."""

    def __init__(self, parent: QWidget, rect: QRect, theme: Theme, text: Text) -> None:
        """Stand before the first line of the text."""
        super().__init__(parent)
        em = theme.measure.em(text.style.size)
        side = round(em * 0.28)
        x = rect.right() + 1 - side if theme.right_to_left else rect.left()
        self.setGeometry(x, rect.top() + round(em * text.style.line_height / 2) - side // 2, side, side)
        self._colour = text.style.accent or text.style.colour or theme.palette.ink

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._colour))
        painter.drawEllipse(self.rect())


class Explained(QAbstractButton):
    """A paragraph with dotted words: a touch anywhere on it explains them, for hands that shake."""

    def __init__(self, parent: QWidget, rect: QRect, theme: Theme, laid: Laid, paragraph: Paragraph) -> None:
        """Stand at a rectangle of the parent."""
        super().__init__(parent)
        self.setGeometry(rect)
        self._theme = theme
        self._laid = laid
        self._lit: Lit | None = None
        self.words = paragraph.text.words
        self.setText(self.words)
        self.setAccessibleName(self.words)
        self.setAccessibleDescription(paragraph.spoken_hint)
        explain, terms = paragraph.explain, paragraph.terms
        if explain is not None:
            self.clicked.connect(lambda: explain(terms))

    def light(self, lit: Lit | None) -> None:
        """Show which words are read aloud now."""
        self._lit = lit
        self.update()

    @property
    def clipped(self) -> bool:
        """Whether some of its text is not in view."""
        return self._laid.height > self.height() or self._laid.overflows

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words; while pressed on a quiet ground with an edge."""
        painter = QPainter(self)
        palette, surfaces = self._theme.palette, self._theme.surfaces
        if self.isDown():
            edge = self._theme.mm(0.6)
            surfaces.paint(painter, self.rect(), Surface(palette.quiet, palette.edge, edge, self._theme.mm(3)))
        self._laid.paint(painter, QPoint(0, 0), self._lit)
        if self.hasFocus():
            ring = Surface("", palette.focus, self._theme.mm(2.2), self._theme.mm(3))
            surfaces.paint(painter, self.rect(), ring)


@value_class
class Fixed:
    """Something whose height is known and that cannot be cut."""

    high: int
    put: Callable[[QWidget, QRect], None]
    gap: int = 0
    name: str = ""
    """What it is about, for whoever looks for it among screenfuls."""

    def height(self, _theme: Theme, _width: int) -> int:
        """Its height, in pixels."""
        return self.high

    def split(self, _theme: Theme, _width: int, _room: int) -> "tuple[Piece, Piece] | None":
        """It stays whole."""
        return None

    def place(self, parent: QWidget, rect: QRect, _theme: Theme) -> None:
        """Put it on a screen."""
        self.put(parent, rect)


@dataclass(slots=True)
class Screenful:
    """What fits on one screen, each piece with the room above it and its height."""

    pieces: list[tuple[Piece, int, int]] = field(default_factory=list)

    @property
    def height(self) -> int:
        """All pieces together, in pixels."""
        return sum(gap + height for _, gap, height in self.pieces)

    def give_back_headings(self) -> list[Piece]:
        """Take off headings at the end, which belong to what follows; none if nothing else would be left."""
        kept = list(self.pieces)
        while kept and isinstance(kept[-1][0], Paragraph) and kept[-1][0].heading:
            kept.pop()
        if not kept:
            return []
        given = [piece for piece, _, _ in reversed(self.pieces[len(kept) :])]
        self.pieces = kept
        return given

    def place(self, parent: QWidget, rect: QRect, theme: Theme, *, middle: bool = False) -> None:
        """Put the pieces on a screen, from the top of the rectangle or in its middle."""
        y = rect.top() + (max(0, rect.height() - self.height) // 2 if middle else 0)
        for piece, gap, height in self.pieces:
            piece.place(parent, QRect(rect.left(), y + gap, rect.width(), height), theme)
            y += gap + height


def screenfuls(pieces: Sequence[Piece], theme: Theme, width: int, height: int) -> list[Screenful]:
    """Cut pieces into screenfuls of a width and height, at least one.

    Only what is higher than a screen is cut, and any text where height is scarce.
    """
    done = [Screenful()]
    waiting = list(reversed(pieces))
    while waiting:
        piece = waiting.pop()
        page = done[-1]
        gap = piece.gap if page.pieces else 0
        needed = piece.height(theme, width)
        room = height - page.height - gap
        if needed <= room:
            page.pieces.append((piece, gap, needed))
            continue
        cuttable = not page.pieces or needed > height or theme.measure.tight
        parts = piece.split(theme, width, room) if cuttable else None
        if parts is not None:
            head, tail = parts
            page.pieces.append((head, gap, head.height(theme, width)))
            waiting.append(tail)
            done.append(Screenful())
        elif page.pieces:
            waiting += [piece, *page.give_back_headings()]
            done.append(Screenful())
        else:
            page.pieces.append((piece, gap, needed))
    if len(done) > 1 and not done[-1].pieces:
        done.pop()
    return done


def paragraphs(
    document: Document,
    theme: Theme,
    style: TextStyle,
    *,
    dotted: Callable[[str], tuple[Dotted, ...]] = lambda _words: (),
    explain: Callable[[tuple[str, ...]], None] | None = None,
    hint: Callable[[tuple[Dotted, ...]], str] = lambda _dotted: "",
) -> list[Piece]:
    """The blocks of a text as pieces."""
    em = theme.measure.em(style.size)
    pieces: list[Piece] = []
    for block in document.blocks:
        words = dotted(block.text)
        gap = round(em * (0.42 if block.kind == "item" and pieces else 0.62))
        text = Text(block.runs, style, words)
        gap = max(gap, theme.measure.gap) if words else gap
        pieces.append(Paragraph(text, gap, block.kind == "item", explain, hint(words)))
    return pieces
