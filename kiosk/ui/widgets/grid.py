"""The widths of a table of boxes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kiosk.ui.theme.measure import Size
from kiosk.ui.theme.theme import Theme
from kiosk.ui.widgets.text import Text, TextStyle, widest_word

LEAST_BOX_MM: Final = 62
"""Narrower boxes hold too few letters a line."""
HEAD_SHARE: Final = 0.24
"""Of the width, for the questions at the start of each row."""
HEAD_SHARE_OF_MANY: Final = 0.19
FEW_COLUMNS: Final = 3


@dataclass(frozen=True, slots=True)
class Grid:
    """The widths of a table and the room between its boxes, in pixels."""

    head: int
    box: int
    gap: int


def grid_of(theme: Theme, width: int, names: Sequence[str], shorts: Sequence[str]) -> Grid | None:
    """The widths for columns of these names and boxes of these words; None where there is no room for a table."""
    gap, count = theme.measure.gap, max(1, len(names))
    head = round(width * (HEAD_SHARE if count <= FEW_COLUMNS else HEAD_SHARE_OF_MANY))
    box = (width - head - gap * count) // count
    widest_short = widest_word([Text.of(words, TextStyle(Size.BUTTON)) for words in shorts], theme)
    widest_name = widest_word([Text.of(name, TextStyle(Size.LEAD, 800)) for name in names], theme)
    padding, sign = 2 * theme.mm(4), theme.mm(11.5)
    least = max(theme.mm(LEAST_BOX_MM), widest_short + padding, widest_name + sign + padding)
    return Grid(head, box, gap) if box >= least else None
