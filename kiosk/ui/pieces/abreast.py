"""A picture and changing words abreast, or one above the other: as large as the room and the longest words allow."""

from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtCore import QRect, QSize

from kiosk.ui.area import Area
from kiosk.ui.theme.measure import Size
from kiosk.ui.theme.theme import Theme
from kiosk.ui.widgets.caption import highest
from kiosk.ui.widgets.text import Text, TextStyle, widest_word
from kiosk.values import value_class

BESIDE_MM: Final = 110
ABOVE_MM: Final = 150
"""The greatest height of a picture beside or above the words."""
SHARES: Final = (1.0, 0.85, 0.7, 0.55, 0.4, 0.25)
"""Of that height: the first that leaves the words their room."""
SIZES: Final = (Size.LEAD, Size.BODY, Size.SMALL)
"""Of the words; they are made smaller only where no picture leaves them room."""
LARGER: Final = (Size.HEADING, Size.CARD)
"""Of what is said on the way, where it is short."""


@value_class
class Said:
    """All that will be said beside a picture."""

    around: Sequence[str]
    """Before it begins and after its end."""
    on_the_way: Sequence[str]
    positions: Sequence[str] = ()
    """Lines above the words; none where nothing is counted."""


@value_class
class Abreast:
    """How a width is shared out; all in pixels."""

    picture: QSize
    words: QSize
    position: int
    """The height of the line above the words."""
    gap: int
    is_upright: bool
    """Whether the words stand below the picture."""
    around: TextStyle
    on_the_way: TextStyle

    @property
    def height(self) -> int:
        """All of it."""
        high = self.picture.height()
        return high + self.gap + self._said if self.is_upright else max(high, self._said)

    def places(self, rect: QRect, *, right_to_left: bool) -> tuple[QRect, QRect, QRect]:
        """Where the picture, the line above the words and the words stand."""
        area = Area(QRect(rect), right_to_left)
        if self.is_upright:
            strip = area.top(self.picture.height(), self.gap)
        else:
            strip = area.start(self.picture.width(), self.gap)
            area.top((rect.height() - self._said) // 2)
        picture = QRect(strip.topLeft(), self.picture)
        picture.moveCenter(strip.center())
        return picture, area.top(self.position), area.top(self.words.height())

    @property
    def _said(self) -> int:
        return self.position + self.words.height()


def position_style(theme: Theme) -> TextStyle:
    """How the line above the words is set."""
    return TextStyle(Size.SMALL, 600, theme.palette.ink_soft, line_height=1.5)


def share_out(theme: Theme, room: QSize, shape: float, said: Said) -> Abreast:
    """The largest words, and beside them the largest picture, for which there is room; else what comes nearest.

    shape: the picture's width for its height. Raises LookupError where a single word is too wide.
    """
    nearest = None
    for nearest in _divisions(theme, room, shape, said):
        if nearest.height <= room.height():
            break
    if nearest is None:
        raise LookupError("There is a word that is wider than the room for it.")
    return nearest


def _divisions(theme: Theme, room: QSize, shape: float, said: Said) -> Iterator[Abreast]:
    """Every way to share out a room in which no word is cut, the best first."""
    is_upright = theme.measure.portrait
    high = theme.mm(ABOVE_MM) if is_upright else min(theme.mm(BESIDE_MM), room.height())
    gap = theme.mm(7 if is_upright else 10)
    words = (*said.around, *said.on_the_way)
    for style in map(_style, SIZES):
        for share in SHARES:
            picture = QSize(round(high * share * shape), round(high * share))
            wide = room.width() if is_upright else room.width() - picture.width() - gap
            if wide >= _widest(words, style, theme):
                column = QSize(wide, highest(words, style, theme, wide))
                above = highest(said.positions, position_style(theme), theme, wide) if said.positions else 0
                larger = _larger(said.on_the_way, style, theme, column)
                yield Abreast(picture, column, above, gap, is_upright, style, larger)


def _larger(words: Sequence[str], usual: TextStyle, theme: Theme, room: QSize) -> TextStyle:
    """The largest style in which words need no more room than there is, if it is larger than the usual one."""
    fitting = (
        style
        for style in map(_style, LARGER)
        if theme.measure.em(style.size) > theme.measure.em(usual.size)
        and highest(words, style, theme, room.width()) <= room.height()
        and _widest(words, style, theme) <= room.width()
    )
    return next(fitting, usual)


def _style(size: Size) -> TextStyle:
    return TextStyle(size, 600, line_height=1.3)


def _widest(words: Sequence[str], style: TextStyle, theme: Theme) -> int:
    return widest_word([Text.of(each, style) for each in words], theme)
