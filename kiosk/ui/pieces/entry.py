"""A button as a piece of a page: an entry of a list, or a way to ask."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from PySide6.QtCore import QRect

from kiosk.session.visit import Wish
from kiosk.ui.area import Area
from kiosk.ui.pieces.wrap import Option
from kiosk.ui.theme.theme import Theme
from kiosk.ui.widgets.button import Button, ButtonSpec
from kiosk.ui.widgets.flow import Fixed


class TakesButtons(Protocol):
    """What they are put on: a screen for patients, or a page for staff."""

    theme: Theme

    def button(self, rect: QRect, spec: ButtonSpec, wish: Wish) -> Button:
        """A button that tells a wish."""


def entry(board: TakesButtons, option: Option, width: int, gap: int | None = None) -> Fixed:
    """One button: over the whole width where its words begin with the line, else as wide as they are.

    gap: pixels above it, where it is not the usual one.
    """
    theme, spec = board.theme, option.spec
    wide = width if spec.leading else min(width, spec.natural_width(theme))

    def put(_parent: object, rect: QRect) -> None:
        board.button(Area(QRect(rect), theme.right_to_left).start(wide), spec, option.wish)

    return Fixed(spec.height_for(theme, wide), put, theme.measure.gap if gap is None else gap)


def in_pairs(board: TakesButtons, options: Sequence[Option], width: int) -> Iterator[Fixed]:
    """Entries of a list, two on a line where letters are not large and no word is cut."""
    theme = board.theme
    half = (width - theme.measure.gap) // 2
    has_room = not theme.measure.large_text and all(option.spec.least_width(theme) <= half for option in options)
    many, wide = (2, half) if has_room else (1, width)
    for first in range(0, len(options), many):
        yield _line(board, options[first : first + many], wide)


def _line(board: TakesButtons, options: Sequence[Option], wide: int) -> Fixed:
    theme = board.theme

    def put(_parent: object, rect: QRect) -> None:
        line = Area(QRect(rect), theme.right_to_left)
        for option in options:
            board.button(line.start(wide, theme.measure.gap), option.spec, option.wish)

    return Fixed(max(option.spec.height_for(theme, wide) for option in options), put, theme.measure.gap)
