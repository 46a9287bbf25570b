"""Sizes in millimetres, and how many pixels they are on this screen.

The numbers come from docs/accessibility.md (targets of 20, 25 and 30 mm, letters of 4.8 and 6.2 mm).
"""

from dataclasses import field
from enum import Enum
from math import hypot
from typing import Final

from kiosk.settings.settings import Screen
from kiosk.values import value_class

MM_PER_INCH: Final = 25.4
USUAL_DIAGONAL_MM: Final = 24 * MM_PER_INCH
"""What a screen of unknown size is taken for."""
COMPACT_BELOW_MM: Final = 150
"""A screen with a side shorter than this is a tablet, read at 400 mm."""
COMPACT: Final = 0.78
"""Letters and targets of a tablet against those of a standing screen: 400 mm to 500 mm, and a little less."""
USUAL_TEXT: Final = 100
"""Per cent."""
LARGE_TEXT: Final = 150
"""As in kiosk.session.visit, which the resting screen must not need."""
LARGEST_TEXT: Final = 200
"""Per cent."""
TABLET_TARGET_MM: Final = 15.5
LINE_HEIGHT: Final = 1.42
LINE_EMS: Final = 33.5
TIGHT_LINES: Final = 16.5
"""Lines of text that the whole screen would hold: 22 on a 24-inch screen at 100 %, 11 at 200 %."""
TIGHT_LINES_UPRIGHT: Final = 20.0
"""The same of an upright screen, where the bar takes several rows: 39 at 100 %, 19.9 at 200 %."""


class Size(Enum):
    """Sizes of type, as the height of the em square in millimetres at 100 %.

    Capital letters of the bundled font are 0.668 em high: 7.3 mm gives 4.9 mm, 9.4 mm gives 6.3 mm.
    """

    SMALL = 7.3
    BUTTON = 7.8
    BODY = 9.4
    LEAD = 10.4
    CARD = 11.6
    HEADING = 14.4
    TITLE = 17.5


_HEADINGS: Final = {Size.CARD: 1.06, Size.HEADING: 1.12, Size.TITLE: 1.2}
"""Headings grow less than text, which they already exceed; they stay this much larger than body text."""


def px_per_mm(width: int, height: int) -> float:
    """Pixels per millimetre of a screen of unknown size: as if it were a 24-inch one."""
    return hypot(width, height) / USUAL_DIAGONAL_MM


def density(screen: Screen, width: int, height: int) -> float:
    """Pixels per millimetre, as the settings tell or as is usual."""
    return screen.px_per_mm or px_per_mm(width, height)


@value_class
class Measure:
    """The geometry of one screen and one reader."""

    width: int
    height: int
    px_per_mm: float
    text_size: int = 100
    large_buttons: bool = False
    reach: bool = False
    lowered: bool = False
    """Whether only the lower part of a taller picture is used, so that everything is within reach."""
    scale: float = field(init=False)
    """Pixels for each millimetre of a size: fewer on a tablet, which is read from nearer."""

    def __post_init__(self) -> None:
        """Work out the scale once: it is asked for a thousand times a screen."""
        object.__setattr__(self, "scale", self.px_per_mm * (COMPACT if self.compact else 1))

    @property
    def compact(self) -> bool:
        """Whether this is a tablet."""
        return min(self.width, self.height) / self.px_per_mm < COMPACT_BELOW_MM

    @property
    def portrait(self) -> bool:
        """Whether the screen stands upright."""
        return self.height > self.width

    def mm(self, millimetres: float) -> int:
        """So many millimetres in whole pixels."""
        return round(millimetres * self.scale)

    def em(self, size: Size) -> int:
        """The height of the em square in pixels, at the reader's text size."""
        scale = self.text_size / 100
        if size in _HEADINGS:
            return self.mm(max(size.value, Size.BODY.value * scale * _HEADINGS[size]))
        return self.mm(size.value * scale)

    @property
    def large_text(self) -> bool:
        """Whether pages are laid out for large letters: one thing below the other, tables as cards (A11Y-25)."""
        return self.text_size >= LARGE_TEXT

    @property
    def tight(self) -> bool:
        """Whether the screen is low for its letters: heads shrink to a row, and pictures take their turn."""
        line = self.em(Size.BODY) * LINE_HEIGHT
        least = TIGHT_LINES_UPRIGHT if self.portrait else TIGHT_LINES
        return self.lowered or self.compact or self.height / line < least

    @property
    def large_targets(self) -> bool:
        """Whether controls are larger than usual: asked for, or part of the largest text or of reach mode (A11Y-03)."""
        return self.large_buttons or self.reach or self.text_size >= LARGEST_TEXT

    @property
    def target(self) -> int:
        """The least side of a main control; a tablet is held, so 15 mm do."""
        if self.compact:
            return round(TABLET_TARGET_MM * self.px_per_mm)
        return self.mm(30 if self.large_targets else 25)

    @property
    def small_target(self) -> int:
        """The least side of any other control."""
        if self.compact:
            return self.target
        return self.mm(30 if self.large_targets else 20.5)

    def longest_line(self, size: Size) -> int:
        """The width beyond which a line would hold more than 80 letters (A11Y-27)."""
        return round(self.em(size) * LINE_EMS)

    @property
    def gap(self) -> int:
        """Between two controls."""
        return self.mm(5.2)

    @property
    def margin(self) -> int:
        """Between the edge of the screen and what stands on it."""
        narrow = min(self.width, self.height) / self.px_per_mm < 250  # noqa: PLR2004 - millimetres: below 20 inches
        return self.mm(8.2 if narrow else 14)
