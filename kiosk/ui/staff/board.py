"""What the staff's pages share: one signal, buttons, and the words of the staff screen."""

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QPixmap

from kiosk.session.visit import Wish
from kiosk.staff.words import StaffWords
from kiosk.ui.area import Area
from kiosk.ui.board import Board
from kiosk.ui.staff.breaking import breakable
from kiosk.ui.theme.theme import Theme
from kiosk.ui.widgets.button import Button, ButtonSpec
from kiosk.ui.widgets.text import TextStyle
from kiosk.ui.widgets.text_block import TextBlock


class StaffBoard(Board):
    """One page for staff."""

    wished = Signal(object)
    """Carries a Wish of kiosk.staff.acts."""

    section = "clinic"

    def __init__(self, theme: Theme, words: StaffWords, size: QSize) -> None:
        """Begin empty; subclasses put everything on it."""
        super().__init__(theme, size)
        self.told = words

    def page_area(self) -> Area:
        """The room within the margins."""
        edge = self.theme.mm(8.2)
        return Area(self.rect(), self.theme.right_to_left).inside(edge, edge)

    def text(self, rect: QRect, words: str, style: TextStyle | None = None, *, middle: bool = False) -> TextBlock:
        """A paragraph; names of files that are wider than it are broken."""
        broken = breakable(words, style or TextStyle(), self.theme, rect.width())
        block = super().text(rect, broken, style, middle=middle)
        block.setAccessibleName(words)
        return block

    def text_height(self, words: str, style: TextStyle, width: int) -> int:
        """The height of a text at a width, in pixels."""
        return super().text_height(breakable(words, style, self.theme, width), style, width)

    def button(self, rect: QRect, spec: ButtonSpec, wish: Wish | None) -> Button:
        """A button that tells a wish; without one it can be read but not touched."""
        button = Button(self, rect, self.theme, spec)
        if wish is None:
            button.setEnabled(False)
            return button
        button.tells(wish, self.wished.emit)
        return button

    def show_preview(self, picture: QPixmap) -> None:
        """Show how a page will look, on pages that have room for it."""
