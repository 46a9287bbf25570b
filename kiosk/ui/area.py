"""Cutting a rectangle into parts: how screens are laid out, in either reading direction."""

from dataclasses import dataclass

from PySide6.QtCore import QRect


@dataclass(slots=True)
class Area:
    """The room that is left; each cut takes a part of it away. "Start" is where lines of text begin."""

    rect: QRect
    right_to_left: bool = False

    def top(self, height: int, gap: int = 0) -> QRect:
        """Cut a strip off the top, and a gap below it."""
        part = QRect(self.rect.left(), self.rect.top(), self.rect.width(), height)
        self.rect = self.rect.adjusted(0, height + gap, 0, 0)
        return part

    def bottom(self, height: int, gap: int = 0) -> QRect:
        """Cut a strip off the bottom, and a gap above it."""
        part = QRect(self.rect.left(), self.rect.bottom() + 1 - height, self.rect.width(), height)
        self.rect = self.rect.adjusted(0, 0, 0, -height - gap)
        return part

    def start(self, width: int, gap: int = 0) -> QRect:
        """Cut a strip off the side where lines begin, and a gap beside it."""
        return self._right(width, gap) if self.right_to_left else self._left(width, gap)

    def end(self, width: int, gap: int = 0) -> QRect:
        """Cut a strip off the side where lines end, and a gap beside it."""
        return self._left(width, gap) if self.right_to_left else self._right(width, gap)

    def _left(self, width: int, gap: int) -> QRect:
        part = QRect(self.rect.left(), self.rect.top(), width, self.rect.height())
        self.rect = self.rect.adjusted(width + gap, 0, 0, 0)
        return part

    def _right(self, width: int, gap: int) -> QRect:
        part = QRect(self.rect.right() + 1 - width, self.rect.top(), width, self.rect.height())
        self.rect = self.rect.adjusted(0, 0, -width - gap, 0)
        return part

    def grid(self, columns: int, rows: int, gap: int) -> list[QRect]:
        """So many equal cells, row by row, in reading order."""
        width = (self.rect.width() - gap * (columns - 1)) // columns
        height = (self.rect.height() - gap * (rows - 1)) // rows
        order = range(columns - 1, -1, -1) if self.right_to_left else range(columns)
        return [
            QRect(self.rect.left() + column * (width + gap), self.rect.top() + row * (height + gap), width, height)
            for row in range(rows)
            for column in order
        ]

    def inside(self, horizontal: int, vertical: int) -> "Area":
        """The room within a frame."""
        return Area(self.rect.adjusted(horizontal, vertical, -horizontal, -vertical), self.right_to_left)
