"""Lets the kiosk be heard: the question whether somebody is there, the end of an activity, and a finger on a button."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject

from kiosk.device.cues import CLICK, OVER, QUESTION
from kiosk.session.visit import Announce, Visit, Wish
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
        self._window = window
        self._visit = visit
        self._cues = cues
        self._has_voice = settings.reads_aloud
        self._is_asked = False
        window.stage.changed.connect(self._ring)
        window.wished.connect(self._ring_at_the_end)
        if settings.sounds == "all":
            window.felt.connect(self._click)

    def _ring(self) -> None:
        """Once for each question."""
        before, self._is_asked = self._is_asked, self._visit().seconds_left is not None
        if self._is_asked and not before and not self._is_said:
            self._cues.play(QUESTION)

    def _ring_at_the_end(self, wish: Wish) -> None:
        """What was begun is over."""
        if isinstance(wish, Announce) and wish.rings and not self._is_said:
            self._cues.play(OVER)

    @property
    def _is_said(self) -> bool:
        """Whether the voice says it: who is read to, or told what keys reach, hears nothing beside it (A11Y-65)."""
        return self._has_voice and (self._visit().hearing.on or self._window.keys.reads)

    def _click(self) -> None:
        self._cues.play(CLICK)
