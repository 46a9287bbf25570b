"""Drawings that follow each other in one place."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from kiosk.content.model.parts import Picture
from kiosk.ui.theme.theme import Theme
from kiosk.ui.widgets.phase_timer import PhaseTimer
from kiosk.ui.widgets.picture import PictureBox


class PictureSeries(PictureBox):
    """One drawing for each phase of a timer; the words beside it tell what they show."""

    frame_ms = 0
    """A drawing stands still."""

    def __init__(self, parent: QWidget, rect: QRect, theme: Theme, timer: PhaseTimer, files: Sequence[str]) -> None:
        """Stand at a rectangle of the parent, with the first drawing."""
        super().__init__(parent, rect, theme, Picture(file=files[0], decoration=True))
        self._theme = theme
        self._files = files
        timer.entered.connect(self._turn_to)

    def _turn_to(self, number: int) -> None:
        self._pixmap = self._theme.pictures.pixmap(self._files[number], self.size(), self._theme.radius)
        self.update()
