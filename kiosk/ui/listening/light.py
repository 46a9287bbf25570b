"""The light on what is read aloud: on the words themselves, or around what has no lines of its own."""

from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from kiosk.ui.listening.script import Line
from kiosk.ui.theme.surfaces import Surface
from kiosk.ui.theme.theme import Theme
from kiosk.ui.widgets.laid import Lit

FRAME_MM = 1.6
"""Thick enough to be seen from where a patient stands; the focus ring is 2.2."""


@runtime_checkable
class Lightable(Protocol):
    """A text that can show which of its words are read."""

    def light(self, lit: Lit | None) -> None:
        """Light these words, or none."""


class Light:
    """Lights one sentence at a time."""

    def __init__(self) -> None:
        """Light nothing."""
        self._on: QWidget | None = None
        self._frame: Frame | None = None
        self.line: Line | None = None
        """The sentence that is lit."""

    def move_to(self, line: Line, theme: Theme) -> None:
        """Light a sentence and nothing else."""
        self.put_out()
        if not isValid(line.widget):
            return
        self.line, self._on = line, line.widget
        if isinstance(line.widget, Lightable):
            palette = theme.palette
            line.widget.light(Lit(line.start, line.end, palette.lit, palette.on_lit))
        else:
            self._frame = Frame(line.widget, theme)

    def put_out(self) -> None:
        """Light nothing."""
        if self._on is not None and isValid(self._on) and isinstance(self._on, Lightable):
            self._on.light(None)
        if self._frame is not None and isValid(self._frame):
            self._frame.hide()
            self._frame.deleteLater()
        self.line = self._on = self._frame = None


class Frame(QWidget):
    """A frame over a picture, a card or a button."""

    def __init__(self, around: QWidget, theme: Theme) -> None:
        """Lie over a widget; touches go through."""
        super().__init__(around)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(around.rect())
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it in two tones, so that it stands out on any picture."""
        painter = QPainter(self)
        palette, width, radius = self._theme.palette, self._theme.mm(FRAME_MM), self._theme.radius
        inner = self.rect().adjusted(width, width, -width, -width)
        gap = max(2, self._theme.mm(0.8))
        self._theme.surfaces.paint(painter, inner, Surface("", palette.on_lit, gap, max(0, radius - width)))
        self._theme.surfaces.paint(painter, self.rect(), Surface("", palette.lit, width, radius))
