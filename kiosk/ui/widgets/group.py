"""What belongs together, kept on one screen where it fits one."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate
from typing import Final

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from kiosk.ui.theme.theme import Theme
from kiosk.ui.widgets.flow import Piece
from kiosk.values import value_class

LEAST_ROOM: Final = 0.4
"""Of a screenful, that does not stay empty for the sake of what belongs together."""


@value_class
class Group:
    """Lines under a first piece; cut between two lines, and the first piece, a heading, then comes again."""

    heading: Piece
    lines: tuple[Piece, ...]
    page: int = 0
    """The height of a screenful, in pixels: what fits it is cut only where much of one stays empty; 0: never."""
    name: str = ""
    """What it is about, for whoever looks for it among screenfuls."""

    @property
    def gap(self) -> int:
        """The room above it, in pixels, unless it comes first."""
        return self.heading.gap

    def height(self, theme: Theme, width: int) -> int:
        """Its height at a width, in pixels."""
        return self._bottoms(theme, width)[-1]

    def fits(self, theme: Theme, width: int) -> bool:
        """Whether the first piece and any one line fit a screenful."""
        heading = self.heading.height(theme, width)
        return all(heading + line.gap + line.height(theme, width) <= self.page for line in self.lines)

    def split(self, theme: Theme, width: int, room: int) -> "tuple[Group, Group] | None":
        """The lines that fit a height and the rest, each with the heading; None if it stays whole."""
        bottoms = self._bottoms(theme, width)
        fitting = sum(bottom <= room for bottom in bottoms[1:])
        is_kept = bottoms[-1] <= self.page and room < self.page * LEAST_ROOM
        if not self.page or is_kept or fitting in (0, len(self.lines)):
            return None
        return replace(self, lines=self.lines[:fitting]), replace(self, lines=self.lines[fitting:])

    def place(self, parent: QWidget, rect: QRect, theme: Theme) -> None:
        """Put it on a screen."""
        width = rect.width()
        for piece, bottom in zip((self.heading, *self.lines), self._bottoms(theme, width), strict=True):
            high = piece.height(theme, width)
            piece.place(parent, QRect(rect.left(), rect.top() + bottom - high, width, high), theme)

    def _bottoms(self, theme: Theme, width: int) -> list[int]:
        """How far below its top each piece ends, in pixels."""

        def heights() -> Iterator[int]:
            yield self.heading.height(theme, width)
            yield from (line.gap + line.height(theme, width) for line in self.lines)

        return list(accumulate(heights()))
