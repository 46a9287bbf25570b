"""Speaks one sentence at a time, by child processes: whatever becomes of them, the picture does not wait.

A recording is played where there is one; else a synthesiser makes the sound, the next sentence while this one is heard.
"""

import logging
import os
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from kiosk.device.task import Task
from kiosk.speech.hearing import LOUDNESSES, USUAL_PACE
from kiosk.speech.languages import spoken
from kiosk.speech.programs import SYNTHESISER, player, synthesis, unpacking
from kiosk.speech.recordings import WAV, Recordings
from kiosk.speech.sound import Sound, read_wav
from kiosk.values import value_class

log = logging.getLogger(__name__)

MADE_WITHIN_MS: Final = 1800
"""A sentence takes espeak-ng 10 to 30 ms; that there is no voice is known in less than 2 s (A11Y-64)."""
LATE_MS: Final = 5000
"""So much later than its length a player may end: sound servers hold up to two seconds back."""
MOST_LATE: Final = 4
"""Players that may be late at once; sentences can be short."""
LEAST_SHARE: Final = 0.5
"""Of its length: what ends sooner was not heard, as where sound goes nowhere."""
MOST_KEPT: Final = 4
"""Sounds made ahead."""


@value_class
class Utterance:
    """A sentence to be said."""

    words: str
    language: str
    pace: int
    """A step of kiosk.speech.hearing.PACES."""
    loudness: int
    """A step of kiosk.speech.hearing.LOUDNESSES; it does not change the sound that is made."""

    @property
    def key(self) -> tuple[str, str, int]:
        """What the sound depends on."""
        return self.words, self.language, self.pace


class _Making(Task):
    """A program that makes the sound of an utterance."""

    def __init__(self, command: list[str], data: bytes, utterance: Utterance, parent: QObject) -> None:
        super().__init__(command, data, parent)
        self.utterance = utterance


class Voice(QObject):
    """Says a sentence, until it is told another one or to be silent."""

    ended = Signal()
    """The sentence has been heard to its end."""
    failed = Signal(str)
    """It cannot be heard; carries why, for the log."""

    def __init__(self, recordings: Recordings, parent: QObject | None = None) -> None:
        """Prefer these recordings; no process is started yet."""
        super().__init__(parent)
        self._recordings = recordings
        self._wanted: Utterance | None = None
        self._made: dict[tuple[str, str, int], Sound] = {}
        self._spoilt: set[Path] = set()
        self._making: dict[tuple[str, str, int], _Making] = {}
        self._playing: Task | None = None
        self._late: list[Task] = []
        """Players whose sentences are over, but for what the sound server holds back."""
        self._length = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        """Runs as long as the sentence lasts. The next one is played then, not when the player has ended: both come
        from the loudspeaker equally late, so that there is neither a gap nor two voices."""
        self._length.timeout.connect(self._is_over)
        self._patience = QTimer(self, singleShot=True)
        self._patience.timeout.connect(self._lost_patience)

    @property
    def is_speaking(self) -> bool:
        """Whether a sentence is under way."""
        return self._wanted is not None

    def say(self, utterance: Utterance) -> None:
        """Say this, and nothing that was to be said before."""
        if self._wanted is not None:
            self.stop()
        self._wanted = utterance
        sound = self._made.get(utterance.key) or self._recording(utterance)
        if sound is not None:
            self._play(sound)
        else:
            self._patience.start(MADE_WITHIN_MS)
            self._make(utterance)

    def prepare(self, utterance: Utterance) -> None:
        """Make the sound of what will be said next."""
        file = self._recorded(utterance)
        if utterance.key not in self._made and (file is None or file.suffix != WAV):
            self._make(utterance)

    def stop(self) -> None:
        """Be silent at once."""
        self._wanted = None
        self._patience.stop()
        self._length.stop()
        players, self._late = [*self._late, *([self._playing] if self._playing else [])], []
        self._playing = None
        for task in players:
            task.kill()

    def close(self) -> None:
        """Be silent, and leave no process behind."""
        self.stop()
        for task in self.findChildren(Task):
            task.end()

    def _recorded(self, utterance: Utterance) -> Path | None:
        """The recording of a sentence at its own pace, if there is one."""
        is_usual = utterance.pace == USUAL_PACE
        file = self._recordings.find(utterance.words, utterance.language) if is_usual else None
        return None if file in self._spoilt else file

    def _recording(self, utterance: Utterance) -> Sound | None:
        """The sound of a recording that needs no unpacking."""
        file = self._recorded(utterance)
        if file is None or file.suffix != WAV:
            return None
        try:
            return read_wav(file.read_bytes())
        except (OSError, ValueError) as error:
            log.warning("The recording %s cannot be played: %s", file.name, error)
            return None

    # --- making -----------------------------------------------------------------------------------------------------

    def _make(self, utterance: Utterance) -> None:
        if utterance.key in self._making:
            return
        file = self._recorded(utterance)
        if file is not None and file.suffix != WAV:
            task = _Making(unpacking(file), b"", utterance, self)
        else:
            words = spoken(utterance.words, utterance.language).encode()
            task = _Making(synthesis(utterance.language, utterance.pace), words, utterance, self)
        self._making[utterance.key] = task
        task.over.connect(self._is_made)
        task.begin()

    def _is_made(self, task: _Making) -> None:
        key = task.utterance.key
        if self._making.get(key) is not task:
            return
        del self._making[key]
        is_wanted = self._wanted is not None and self._wanted.key == key and self._playing is None
        try:
            sound = read_wav(bytes(task.readAllStandardOutput().data()) if task.is_well else b"")
        except ValueError as error:
            if task.program() != SYNTHESISER:
                self._speak_instead(task)
            elif is_wanted:
                self._fail(f"{task.program()}: {error}" if task.is_well else task.told)
            return
        while len(self._made) >= MOST_KEPT:
            self._made.pop(next(iter(self._made)))
        self._made[key] = sound
        if is_wanted:
            self._play(sound)

    def _speak_instead(self, task: _Making) -> None:
        """A recording cannot be unpacked: here, or because it is spoilt."""
        file = self._recorded(task.utterance)
        log.warning("The recording %s cannot be played: %s", file.name if file else "", task.told)
        if file is not None:
            self._spoilt.add(file)
        self._make(task.utterance)

    # --- playing ----------------------------------------------------------------------------------------------------

    def _play(self, sound: Sound) -> None:
        assert self._wanted is not None  # noqa: S101 - who plays has something to say
        program = player(os.environ)
        if program is None:
            self._fail("There is neither paplay nor aplay.")
            return
        self._patience.stop()
        self._length.start(round(sound.seconds * 1000))
        samples = sound.at(LOUDNESSES[self._wanted.loudness])
        self._playing = Task(program.command(sound), samples, self)
        self._playing.over.connect(self._is_played)
        self._playing.begin()

    def _is_played(self, task: Task) -> None:
        if task in self._late:
            self._late.remove(task)
        elif task is self._playing:
            self._playing = None
            left = self._length.remainingTime() / max(1, self._length.interval())
            if task.is_well and left > LEAST_SHARE:
                self._fail(f"{task.program()} ended long before its sentence: the sound goes nowhere.")
                return
        else:
            return
        if not task.is_well:
            self._fail(task.told)

    def _is_over(self) -> None:
        """The sentence has lasted as long as it lasts."""
        if self._playing is not None:
            self._late.append(self._playing)
        self._wanted = self._playing = None
        if len(self._late) > MOST_LATE:
            self._fail("The sound does not get through.")
            return
        if self._late:
            self._patience.start(LATE_MS)
        self.ended.emit()

    # --- failing ----------------------------------------------------------------------------------------------------

    def _lost_patience(self) -> None:
        if self._wanted is None and not self._late:
            return
        making = self._making.pop(self._wanted.key, None) if self._wanted is not None else None
        if making is not None:
            making.kill()
        self._fail("It took too long.")

    def _fail(self, why: str) -> None:
        self.stop()
        self.failed.emit(why)
