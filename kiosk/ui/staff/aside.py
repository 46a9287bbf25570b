"""The card beside the rows: what waits, how it will look, and what can be done about it."""

from collections.abc import Iterator
from typing import Final, TypeAlias

from PySide6.QtCore import QRect

from kiosk.session.visit import Wish
from kiosk.staff.acts import Enlarge
from kiosk.staff.page import Side
from kiosk.ui.area import Area
from kiosk.ui.staff.board import StaffBoard
from kiosk.ui.theme.measure import Size
from kiosk.ui.theme.surfaces import Surface
from kiosk.ui.widgets.button import ButtonSpec, Style
from kiosk.ui.widgets.text import TextStyle

_PICTURE_SHARE: Final = 0.4
"""Of the height: more is not given away to a picture that a touch enlarges."""
_LEAST_PICTURE_MM: Final = 35
"""One that is lower shows nothing."""
_PAD_MM: Final = 6.5
_BELOW_WORDS_MM: Final = 2.5
_BELOW_PICTURE_MM: Final = 3
_ABOVE_BUTTON_MM: Final = 3
_Act: TypeAlias = tuple[ButtonSpec, Wish | None]


class Aside:
    """Words, a picture and buttons, before they have a place."""

    def __init__(self, board: StaffBoard, side: Side, width: int, room: int) -> None:
        """width: of the card; room: the height that it must not exceed."""
        self._board, self._theme, self._side = board, board.theme, side
        self._pad = self._theme.mm(_PAD_MM)
        self._inner = width - 2 * self._pad
        self._words = [] if self._theme.measure.tight else list(self._lines())
        self._acts = list(self._act())
        self._picture = 0
        self._picture = self._picture_height(room)
        if side.preview is not None and not self._picture:
            look = board.told("pack_look")
            self._acts.append((ButtonSpec(label=look, spoken=f"{look}. {side.title}", icon="expand"), Enlarge()))

    @property
    def height(self) -> int:
        """What it needs, in pixels."""
        words = sum(self._height_of(words, style) for words, style in self._words)
        acts = [spec.height_for(self._theme, self._inner) for spec, _ in self._acts]
        gaps = self._theme.mm(_ABOVE_BUTTON_MM) * len(acts)
        picture = self._picture + self._theme.mm(_BELOW_PICTURE_MM) if self._picture else 0
        return words + picture + sum(acts) + gaps + 2 * self._pad

    def place(self, rect: QRect) -> QRect:
        """Put it on the board; gives where the picture belongs, an empty place without one."""
        board, theme = self._board, self._theme
        board.card(rect)
        inner = Area(rect, theme.right_to_left).inside(self._pad, self._pad)
        for spec, wish in self._acts:
            board.button(inner.bottom(spec.height_for(theme, self._inner), theme.mm(_ABOVE_BUTTON_MM)), spec, wish)
        picture = QRect()
        for number, (words, style) in enumerate(self._words):
            board.text(inner.top(self._height_of(words, style)), words, style)
            if not number and self._picture:
                place = inner.top(self._picture, theme.mm(_BELOW_PICTURE_MM))
                picture = QRect(place.left(), place.top(), round(self._picture / self._shape), self._picture)
                board.ground(picture, Surface(theme.palette.quiet, radius=theme.mm(2)))
        return picture

    def fits_in_line(self, rect: QRect) -> bool:
        """Whether nothing but the buttons is shown, and these have room beside each other."""
        width = self._shared(rect)
        return not self._words and all(
            width >= spec.least_width(self._theme) and rect.height() >= spec.height_for(self._theme, width)
            for spec, _ in self._acts
        )

    def place_in_line(self, rect: QRect) -> None:
        """Put the buttons beside each other."""
        line = Area(rect, self._theme.right_to_left)
        for spec, wish in self._acts:
            self._board.button(line.end(self._shared(rect), self._theme.measure.gap), spec, wish)

    def _shared(self, rect: QRect) -> int:
        """The width of each of the buttons in a line."""
        gaps = self._theme.measure.gap * (len(self._acts) - 1)
        return (rect.width() - gaps) // max(1, len(self._acts))

    def _lines(self) -> Iterator[tuple[str, TextStyle]]:
        yield self._side.title, TextStyle(Size.BUTTON, 600, self._theme.palette.ink_soft, line_height=1.25)
        for words in self._side.lines:
            yield words, TextStyle(Size.BUTTON, line_height=1.3)

    def _act(self) -> Iterator[_Act]:
        choice = self._side.choice
        if choice is not None:
            style = Style.FILLED if choice.act is not None else Style.DASHED
            yield ButtonSpec(label=choice.label, icon=choice.icon, style=style, section="clinic"), choice.act

    def _picture_height(self, room: int) -> int:
        """In what words and button leave; 0 where that is too little, or for words that have no room themselves."""
        if self._side.preview is None or not self._words:
            return 0
        left = room - self.height - self._theme.mm(_BELOW_PICTURE_MM)
        high = round(min(self._inner * self._shape, room * _PICTURE_SHARE, left))
        return high if high >= self._theme.mm(_LEAST_PICTURE_MM) else 0

    @property
    def _shape(self) -> float:
        """The height of the screen, and so of its picture, for each unit of its width."""
        return self._board.height() / self._board.width()

    def _height_of(self, words: str, style: TextStyle) -> int:
        return self._board.text_height(words, style, self._inner) + self._theme.mm(_BELOW_WORDS_MM)
