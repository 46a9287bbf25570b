"""A text that says something else from time to time, in the same place."""

from collections.abc import Iterable

from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from kiosk.ui.theme.theme import Theme
from kiosk.ui.widgets.text import Text, TextStyle
from kiosk.ui.widgets.text_block import TextBlock


class Caption(TextBlock):
    """Words in a rectangle that is high enough for all that they may be."""

    def __init__(self, parent: QWidget, rect: QRect, theme: Theme, *, middle: bool = False) -> None:
        """Stand at a rectangle of the parent, from its top or in its middle; there is nothing to say yet."""
        self._room = rect
        self._theme = theme
        self._middle = middle
        nothing = Text.of("", TextStyle()).lay(theme, rect.width())
        super().__init__(parent, rect, nothing, "", QAccessible.Role.StaticText)
        self.hide()

    def say(self, words: str, style: TextStyle) -> None:
        """Say this from now on; without words it is not there."""
        self._laid = Text.of(words, style).lay(self._theme, self._room.width())
        high = self._laid.height
        top = self._room.top() + ((self._room.height() - high) // 2 if self._middle else 0)
        self.setGeometry(self._room.left(), top, self._room.width(), high)
        self.setAccessibleName(words)
        self.setVisible(bool(words))
        self.update()


def highest(words: Iterable[str], style: TextStyle, theme: Theme, width: int) -> int:
    """The height that a caption needs for the longest of its words at a width, in pixels."""
    return max(Text.of(each, style).lay(theme, width).height for each in words)
