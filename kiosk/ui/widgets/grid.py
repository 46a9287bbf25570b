"""The widths of a table of boxes."""

from collections.abc import Sequence
from typing import Final

from kiosk.ui.theme.measure import USUAL_TEXT, Size
from kiosk.ui.theme.theme import Theme
from kiosk.ui.widgets.text import Text, TextStyle, widest_word
from kiosk.values import value_class

LEAST_BOX_MM: Final = 62
"""Narrower boxes hold too few letters a line."""
HEAD_SHARE: Final = 0.24
"""Of the width, for the questions at the start of each row."""
HEAD_SHARE_OF_MANY: Final = 0.19
FEW_COLUMNS: Final = 3
HEAD_SHARE_OF_MOST: Final = 0.16
MANY_COLUMNS: Final = 4
NAME: Final = Size.LEAD
NARROW_NAME: Final = Size.BODY
PADDING_MM: Final = 4
SIGN_MM: Final = 11.5
"""The sign beside a column's name, and the gap after it."""


@value_class
class Grid:
    """The widths of a table and the room between its boxes, in pixels."""

    head: int
    box: int
    gap: int
    narrow: bool = False
    """Whether the columns' names have smaller letters, and no room for a sign beside them."""

    @property
    def name_size(self) -> Size:
        """Of the columns' names."""
        return NARROW_NAME if self.narrow else NAME


def grid_of(theme: Theme, width: int, names: Sequence[str], shorts: Sequence[str]) -> Grid | None:
    """The widths for columns of these names and boxes of these words; None where there is no room for a table."""
    gap, count = theme.measure.gap, max(1, len(names))
    head = round(width * _head_share(count))
    box = (width - head - gap * count) // count
    widest_short = widest_word([Text.of(words, TextStyle(Size.BUTTON)) for words in shorts], theme)
    padding, sign = 2 * theme.mm(PADDING_MM), theme.mm(SIGN_MM)
    narrow = box < _widest_name(theme, names, NAME) + sign + padding
    if theme.measure.text_size > USUAL_TEXT and (narrow or count > FEW_COLUMNS):
        return None  # a screen would hold one row, or less
    least = max(theme.mm(LEAST_BOX_MM), widest_short + padding, _widest_name(theme, names, NARROW_NAME) + padding)
    return Grid(head, box, gap, narrow) if box >= least else None


def _widest_name(theme: Theme, names: Sequence[str], size: Size) -> int:
    return widest_word([Text.of(name, TextStyle(size, 800)) for name in names], theme)


def _head_share(columns: int) -> float:
    """Of the width, for the questions beside so many columns."""
    if columns <= FEW_COLUMNS:
        return HEAD_SHARE
    return HEAD_SHARE_OF_MANY if columns <= MANY_COLUMNS else HEAD_SHARE_OF_MOST
