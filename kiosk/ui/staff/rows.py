"""The rows of a staff page as pieces that are cut into screenfuls."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from kiosk.staff.page import Row
from kiosk.ui.staff.board import StaffBoard
from kiosk.ui.staff.look import SECTIONS, SIGNS
from kiosk.ui.theme.measure import Size
from kiosk.ui.theme.surfaces import Surface
from kiosk.ui.theme.theme import Theme
from kiosk.ui.widgets.button import ButtonSpec
from kiosk.ui.widgets.flow import Fixed, Paragraph, Piece
from kiosk.ui.widgets.icon import IconBox
from kiosk.ui.widgets.text import Text, TextStyle

_PICTURE_MM: Final = 40


class PictureBox(QWidget):
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


def row_pieces(board: StaffBoard, rows: tuple[Row, ...], width: int, *, sign_width: int) -> Iterator[Piece]:
    """Each row as pieces of a width; long ones can be cut between their parts."""
    for number, row in enumerate(rows):
        yield from _pieces(board, row, width, sign_width, first=not number)


def _pieces(board: StaffBoard, row: Row, width: int, side: int, *, first: bool) -> Iterator[Piece]:
    theme = board.theme
    tones = theme.tones(SECTIONS[row.kind])
    gap = theme.mm(9)
    head = [
        (row.place, TextStyle(Size.SMALL, 600, theme.tones("treatments").on_tint, line_height=1.3)),
        (row.what, TextStyle(Size.BUTTON, 600, line_height=1.3)),
    ]
    texts = [(words, style) for words, style in head if words]
    inner = width - side
    high = sum(board.text_height(words, style, inner) for words, style in texts)

    def put(_parent: object, rect: QRect) -> None:
        x = rect.right() + 1 - inner if not theme.right_to_left else rect.left()
        y = rect.top()
        sign = theme.measure.em(Size.BUTTON)
        at = rect.left() if not theme.right_to_left else rect.right() + 1 - sign
        IconBox(board, QRect(at, y + theme.mm(0.8), sign, sign), theme, SIGNS[row.kind], tones.sign)
        for words, style in texts:
            y += board.text(QRect(x, y, inner, rect.height()), words, style).height()
        if not first:
            line = QRect(rect.left(), rect.top() - gap // 2, rect.width(), max(1, theme.mm(0.4)))
            board.ground(line, Surface(theme.palette.hairline))

    yield Fixed(high, put, 0 if first else gap)
    for line in row.more.splitlines():
        style = TextStyle(Size.SMALL, 400, theme.palette.ink_soft, line_height=1.35)
        yield _Indented(Paragraph(Text.of(line, style)), side, theme.mm(0.8))
    if row.pictures:
        yield _pictures(board, row.pictures, side)
    if row.choice is not None:
        yield _button(board, row, inner, side)


def _button(board: StaffBoard, row: Row, inner: int, side: int) -> Fixed:
    theme, choice = board.theme, row.choice
    assert choice is not None  # noqa: S101 - asked by who calls
    spec = ButtonSpec(label=choice.label, spoken=f"{choice.label}. {row.what}", icon=choice.icon)
    wide = min(inner, spec.natural_width(theme))
    high = max(theme.measure.small_target, spec.height_for(theme, wide) - theme.measure.target + theme.mm(20.5))

    def put(_parent: object, rect: QRect) -> None:
        x = rect.left() + side if not theme.right_to_left else rect.right() + 1 - side - wide
        board.button(QRect(x, rect.top(), wide, high), spec, choice.act)

    return Fixed(high, put, theme.mm(2.5))


def _pictures(board: StaffBoard, pictures: tuple[bytes, ...], side: int) -> Fixed:
    theme = board.theme
    high = theme.mm(_PICTURE_MM)

    def put(_parent: object, rect: QRect) -> None:
        for number, data in enumerate(pictures):
            picture = QPixmap()
            picture.loadFromData(data)
            if not picture.isNull():
                x = rect.left() + side + number * round(high * 1.6)
                PictureBox(board, QRect(x, rect.top(), round(high * 1.5), high), picture)

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
