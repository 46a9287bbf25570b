"""Buttons beside each other, wrapped into lines like words."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QRect

from kiosk.session.visit import Wish
from kiosk.ui.screen import Screen
from kiosk.ui.theme.theme import Theme
from kiosk.ui.widgets.button import ButtonSpec
from kiosk.values import value_class


@value_class
class Option:
    """A button and what it wishes."""

    spec: ButtonSpec
    wish: Wish


@value_class
class Wrapped:
    """Where each button stands, from the start of the first line."""

    rects: tuple[QRect, ...]
    height: int


def wrap(theme: Theme, specs: Sequence[ButtonSpec], width: int, lead: int = 0, least: int = 0, gap: int = 0) -> Wrapped:
    """Places for buttons in lines of a width.

    lead: pixels kept free at the start of the first line; least: the height of a line, or more where a label needs it;
    gap: pixels between buttons, where it is not the usual one.
    """
    gap = gap or theme.measure.gap
    least = least or theme.measure.target
    rects: list[QRect] = []
    x, y, high, first = lead, 0, least, 0
    for spec in specs:
        wide = min(replace(spec, checked=spec.checked if spec.checked is None else True).natural_width(theme), width)
        needed = spec.height_for(theme, wide) if wide == width else least
        if x + wide > width and x > 0:
            rects[first:] = [rect.adjusted(0, 0, 0, high - rect.height()) for rect in rects[first:]]
            x, y, high, first = 0, y + high + gap, least, len(rects)
        high = max(high, needed)
        rects.append(QRect(x, y, wide, high))
        x += wide + gap
    rects[first:] = [rect.adjusted(0, 0, 0, high - rect.height()) for rect in rects[first:]]
    return Wrapped(tuple(rects), y + high if specs else 0)


def place_wrapped(screen: Screen, room: QRect, options: Sequence[Option], wrapped: Wrapped) -> None:
    """Put the buttons on a screen, in reading direction."""
    for option, rect in zip(options, wrapped.rects, strict=True):
        place = rect.translated(room.topLeft())
        if screen.theme.right_to_left:
            place.moveRight(room.right() - rect.left())
        screen.button(place, option.spec, option.wish)
