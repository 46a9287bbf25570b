"""Lets the kiosk be heard: the question whether somebody is there, and if it is wished, a finger on a button."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject

from kiosk.device.cues import CLICK, QUESTION
from kiosk.session.visit import Visit
from kiosk.settings.settings import Settings
from kiosk.speech.sound import Sound
from kiosk.ui.window import Window


class Plays(Protocol):
    """What plays the sounds: kiosk.device.cues.Cues."""

    def play(self, sound: Sound) -> None:
        """Let it be heard."""


class Cueing(QObject):
    """Joins the window and the loudspeaker."""

    def __init__(self, window: Window, visit: Callable[[], Visit], cues: Plays, settings: Settings) -> None:
        """Begin; visit: gives the present one; settings: those of a kiosk that makes sounds."""
        super().__init__(window)
        self._visit = visit
        self._cues = cues
        self._is_asked = False
        window.stage.changed.connect(self._ring)
        if settings.sounds == "all":
            window.felt.connect(self._click)

    def _ring(self) -> None:
        """Once for each question; who is read to hears its words."""
        before, self._is_asked = self._is_asked, self._visit().seconds_left is not None
        if self._is_asked and not before and not self._visit().hearing.on:
            self._cues.play(QUESTION)

    def _click(self) -> None:
        self._cues.play(CLICK)
