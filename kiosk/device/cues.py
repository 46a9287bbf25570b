"""The kiosk's own short sounds, made here: soft tones when it asks something or something is over, a click."""

import os
from array import array
from math import exp, pi, sin
from typing import Final

from PySide6.QtCore import QObject

from kiosk.device.task import Task
from kiosk.speech.programs import player
from kiosk.speech.sound import Sound

_RATE: Final = 22050
_LOUDEST: Final = 32767


def tone(hertz: float, seconds: float, share: float) -> Sound:
    """A tone that begins at a share of the greatest loudness and dies away."""
    count = round(_RATE * seconds)
    fall = 5 / seconds  # by then less than a hundredth is left
    samples = (_LOUDEST * share * sin(2 * pi * hertz * n / _RATE) * exp(-fall * n / _RATE) for n in range(count))
    return Sound(array("h", map(round, samples)).tobytes(), _RATE)


QUESTION: Final = tone(660, 0.6, 0.25)
OVER: Final = tone(523, 0.9, 0.25)
CLICK: Final = tone(1200, 0.02, 0.12)


class Cues(QObject):
    """Plays them by a child process, one at a time; where nothing plays, there is silence and no complaint."""

    def __init__(self, parent: QObject) -> None:
        """No process is started yet."""
        super().__init__(parent)
        self._playing: Task | None = None

    @property
    def is_heard(self) -> bool:
        """Whether one is under way."""
        return self._playing is not None

    def play(self, sound: Sound) -> None:
        """Let it be heard, unless another one is."""
        program = player(os.environ)
        if program is None or self.is_heard:
            return
        self._playing = Task(program.command(sound), sound.samples, self)
        self._playing.over.connect(self._is_over)
        self._playing.begin()

    def close(self) -> None:
        """Fall silent, and leave no process behind."""
        if self._playing is not None:
            self._playing.end()

    def _is_over(self) -> None:
        self._playing = None
