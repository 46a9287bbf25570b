"""The rows of a staff page as pieces that are cut into screenfuls."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from kiosk.staff.page import Row
from kiosk.ui.staff.board import StaffBoard
from kiosk.ui.staff.breaking import breakable
from kiosk.ui.staff.look import SECTION_OF, SIGNS
from kiosk.ui.theme.measure import Size
from kiosk.ui.theme.surfaces import Surface
from kiosk.ui.theme.theme import Theme
from kiosk.ui.widgets.button import ButtonSpec
from kiosk.ui.widgets.flow import Fixed, Paragraph, Piece
from kiosk.ui.widgets.icon import IconBox
from kiosk.ui.widgets.text import Text, TextStyle

CARD_PAD_MM: Final = 6.5
"""Between the edge of the card and the rows."""
_PICTURE_MM: Final = 40
_BUTTON_SHARE: Final = 0.4
"""Of the width: a button that needs more stands below the words."""


class Thumbnail(QWidget):
    """A picture in its own shape, in the middle of a rectangle."""

    def __init__(self, parent: QWidget, rect: QRect, picture: QPixmap) -> None:
        """Decoration: the words beside it say what it is."""
        super().__init__(parent)
        self.setGeometry(rect)
        self._picture = picture.scaled(
            rect.size(), Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        QPainter(self).drawPixmap(0, 0, self._picture)


def row_pieces(board: StaffBoard, rows: tuple[Row, ...], width: int, room: int, *, sign_width: int) -> Iterator[Piece]:
    """Each row as pieces of a width; long ones can be cut between their parts. room: the height of a screenful."""
    for number, row in enumerate(rows):
        yield from _RowCutter(board, row, width, sign_width).pieces(room, first=not number)


class _RowCutter:
    """Lays out one row: a sign, its words, and a button beside them where there is room, else below."""

    def __init__(self, board: StaffBoard, row: Row, width: int, side: int) -> None:
        """side: the room of the sign."""
        self.board, self.row, self.side = board, row, side
        self.theme = board.theme
        self.gap = self.theme.mm(9)
        self.inner = width - side
        self.spec = None
        if row.choice is not None:
            label, icon = row.choice.label, row.choice.icon
            self.spec = ButtonSpec(label=label, spoken=f"{label}. {row.what}", icon=icon)

    def pieces(self, room: int, *, first: bool) -> Iterator[Piece]:
        """The head with what cannot be cut, then what can."""
        button = self._button_size()
        is_beside = button.width() <= _BUTTON_SHARE * self.inner and not self.row.pictures
        beside = button.width() + self.theme.mm(6) if self.spec is not None and is_beside else 0
        texts = self._texts(with_more=bool(beside))
        words_width = self.inner - beside
        high = sum(self.board.text_height(words, style, words_width) for words, style in texts)
        whole = max(high, button.height()) if beside else high
        more = () if beside else tuple(self._more())
        tinted = whole + sum(piece.height(self.theme, words_width + self.side) + piece.gap for piece in more)
        has_tint = first and self.row.kind == "fault" and tinted <= room

        def put(_parent: object, rect: QRect) -> None:
            if has_tint:
                self._tint(rect, tinted)
            self._head(rect, texts, words_width, high)
            if beside:
                self._button(rect, button, self.inner - button.width())
            if not first:
                line = QRect(rect.left(), rect.top() - self.gap // 2, rect.width(), max(1, self.theme.mm(0.4)))
                self.board.ground(line, Surface(self.theme.palette.hairline))

        yield Fixed(whole, put, 0 if first else self.gap)
        yield from more
        if self.row.pictures:
            yield _pictures(self.board, self.row.pictures, self.side)
        if self.spec is not None and not beside:
            yield Fixed(button.height(), lambda _, rect: self._button(rect, button, 0), self.theme.mm(2.5))

    def _texts(self, *, with_more: bool) -> list[tuple[str, TextStyle]]:
        theme = self.theme
        head = [
            (self.row.place, TextStyle(Size.SMALL, 600, theme.tones("treatments").on_tint, line_height=1.3)),
            (self.row.what, TextStyle(Size.BUTTON, 600, line_height=1.3)),
        ]
        more = [(line, self._soft()) for line in self.row.more.splitlines()] if with_more else []
        return [(words, style) for words, style in (*head, *more) if words]

    def _soft(self) -> TextStyle:
        return TextStyle(Size.SMALL, 400, self.theme.palette.ink_soft, line_height=1.35)

    def _more(self) -> Iterator[Piece]:
        style = self._soft()
        for line in self.row.more.splitlines():
            words = Text.of(breakable(line, style, self.theme, self.inner), style)
            yield _Indented(Paragraph(words), self.side, self.theme.mm(0.8))

    def _head(self, rect: QRect, texts: list[tuple[str, TextStyle]], width: int, high: int) -> None:
        """The sign and the words, in the middle of what a button beside them takes."""
        theme = self.theme
        y = rect.top() + (rect.height() - high) // 2
        x = rect.right() + 1 - self.side - width if theme.right_to_left else rect.left() + self.side
        sign = theme.measure.em(Size.BUTTON)
        at = rect.right() + 1 - sign if theme.right_to_left else rect.left()
        colour = theme.tones(SECTION_OF[self.row.kind]).sign
        IconBox(self.board, QRect(at, y + theme.mm(0.8), sign, sign), theme, SIGNS[self.row.kind], colour)
        for words, style in texts:
            y += self.board.text(QRect(x, y, width, rect.height()), words, style).height()

    def _tint(self, rect: QRect, high: int) -> None:
        """The first thing to mend stands on a tint, from edge to edge of the card."""
        theme = self.theme
        pad, tint = theme.mm(CARD_PAD_MM), theme.tones(SECTION_OF[self.row.kind]).tint
        whole = QRect(rect.left() - pad, rect.top() - pad, rect.width() + 2 * pad, high + pad + self.gap // 2)
        self.board.ground(whole, Surface(tint, radius=theme.radius))
        self.board.ground(whole.adjusted(0, theme.radius, 0, 0), Surface(tint))

    def _button_size(self) -> QSize:
        theme, spec = self.theme, self.spec
        if spec is None:
            return QSize(0, 0)
        wide = min(self.inner, spec.natural_width(theme))
        least = spec.height_for(theme, wide) - theme.measure.target + theme.mm(20.5)
        return QSize(wide, max(theme.measure.small_target, least))

    def _button(self, rect: QRect, size: QSize, indent: int) -> None:
        choice = self.row.choice
        if choice is None or self.spec is None:
            return
        start = self.side + indent
        x = rect.right() + 1 - start - size.width() if self.theme.right_to_left else rect.left() + start
        y = rect.top() + (rect.height() - size.height()) // 2
        self.board.button(QRect(QPoint(x, y), size), self.spec, choice.act)


def _pictures(board: StaffBoard, pictures: tuple[bytes, ...], side: int) -> Fixed:
    theme = board.theme
    high = theme.mm(_PICTURE_MM)

    def put(_parent: object, rect: QRect) -> None:
        for number, data in enumerate(pictures):
            picture = QPixmap()
            picture.loadFromData(data)
            if not picture.isNull():
                x = rect.left() + side + number * round(high * 1.6)
                Thumbnail(board, QRect(x, rect.top(), round(high * 1.5), high), picture)

    return Fixed(high, put, theme.mm(2))


class _Indented:
    """A piece that stands in from the start of the line."""

    def __init__(self, piece: Piece, indent: int, gap: int) -> None:
        self._piece = piece
        self._indent = indent
        self.gap = gap

    def height(self, theme: Theme, width: int) -> int:
        """Its height at a width, in pixels."""
        return self._piece.height(theme, width - self._indent)

    def split(self, theme: Theme, width: int, room: int) -> "tuple[Piece, Piece] | None":
        """The same for each part."""
        parts = self._piece.split(theme, width - self._indent, room)
        if parts is None:
            return None
        return _Indented(parts[0], self._indent, self.gap), _Indented(parts[1], self._indent, 0)

    def place(self, parent: QWidget, rect: QRect, theme: Theme) -> None:
        """Put it on a screen."""
        inner = rect.adjusted(0, 0, -self._indent, 0) if theme.right_to_left else rect.adjusted(self._indent, 0, 0, 0)
        self._piece.place(parent, inner, theme)
