"""A button as a piece of a page: an entry of a list, or a way to ask."""

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
