"""The note beside a title: what patients see meanwhile, on a tinted ground."""

from PySide6.QtCore import QRect

from kiosk.staff.page import Kind
from kiosk.ui.area import Area
from kiosk.ui.board import Board
from kiosk.ui.staff.look import SECTION_OF, SIGNS
from kiosk.ui.theme.measure import Size
from kiosk.ui.theme.surfaces import Surface
from kiosk.ui.theme.theme import Theme
from kiosk.ui.widgets.icon import IconBox
from kiosk.ui.widgets.text import Text, TextStyle


class Note:
    """A few words with a sign, before they have a place."""

    def __init__(self, theme: Theme, words: str, kind: Kind) -> None:
        """kind: chooses the sign and the tint."""
        self._theme, self._words = theme, words
        self._tones, self._sign = theme.tones(SECTION_OF[kind]), SIGNS[kind]
        self._style = TextStyle(Size.SMALL, 600, self._tones.on_tint, line_height=1.2)
        self._text = Text.of(words, self._style)
        self._side = theme.measure.em(Size.SMALL)
        self._pad, self._gap = theme.mm(4), theme.mm(2.5)

    @property
    def natural_width(self) -> int:
        """The width with all words on one line, in pixels."""
        return self._text.lay(self._theme, 100_000).natural_width + self._beside

    def width(self, most: int) -> int:
        """The width that it takes of what there is, in pixels."""
        return min(most, self.natural_width)

    def height(self, most: int) -> int:
        """Its height where there is so much width, in pixels."""
        return self._text.lay(self._theme, max(1, self.width(most) - self._beside)).height + self._theme.mm(4)

    def place(self, board: Board, rect: QRect) -> None:
        """Put it on a board."""
        board.ground(rect, Surface(self._tones.tint, radius=min(rect.height() // 2, self._theme.mm(6))))
        inner = Area(rect, self._theme.right_to_left).inside(self._pad, self._theme.mm(2))
        icon = inner.start(self._side, self._gap)
        middle = rect.center().y() - self._side // 2
        place = QRect(icon.left(), middle, self._side, self._side)
        IconBox(board, place, self._theme, self._sign, self._tones.sign)
        board.text(inner.rect, self._words, self._style, middle=True)

    @property
    def _beside(self) -> int:
        """What the words have beside them, in pixels."""
        return 2 * self._pad + self._side + self._gap
