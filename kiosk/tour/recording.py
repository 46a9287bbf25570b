"""Makes recordings of all that is read aloud: every sentence of every screen, in the words a patient would hear."""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from kiosk.content.folders import AUDIO
from kiosk.content.library import Library
from kiosk.settings.settings import Settings
from kiosk.speech.hearing import USUAL_PACE
from kiosk.speech.languages import spoken
from kiosk.speech.programs import synthesis
from kiosk.speech.recordings import ENDINGS, OGG, WAV, name_of
from kiosk.speech.sound import read_wav
from kiosk.tour.read_aloud import sentences_of
from kiosk.values import value_class

LIST: Final = "sentences.txt"
MADE_WITHIN_S: Final = 60


@value_class
class Rendered:
    """What was made for one language."""

    language: str
    sentences: int
    made: int
    size: int
    """All recordings of the language together, in bytes."""


@value_class
class Making:
    """How recordings are made."""

    language: str
    command: Sequence[str] = ()
    """Reads words, writes a WAV file; empty for this machine's own voice."""
    ogg: bool = False
    """Pressed by oggenc to a ninth or so."""

    @property
    def ending(self) -> str:
        """Of the files."""
        return OGG if self.ogg else WAV


def render(library: Library, settings: Settings, folder: Path, making: Making) -> Rendered:
    """Make the recordings that are not there yet, and a list of all sentences for whoever speaks them.

    folder: content, below which recordings belong to their language. Raises OSError when a program cannot be started
    or a file not be written, ValueError when no speech is made.
    """
    language = making.language
    audio = folder / language / AUDIO
    audio.mkdir(parents=True, exist_ok=True)
    texts = sentences_of(library, settings, language)
    made = sum(_make(audio, text, making) for text in texts)
    lines = (f"{name_of(text)}\t{text}\n" for text in texts)
    (audio / LIST).write_text("".join(lines), encoding="utf-8")
    size = sum(file.stat().st_size for file in audio.iterdir() if file.suffix in ENDINGS)
    return Rendered(language, len(texts), made, size)


def _make(audio: Path, text: str, making: Making) -> bool:
    """Record a sentence that is not recorded yet; gives whether it was not."""
    name = name_of(text)
    if any((audio / f"{name}{ending}").is_file() for ending in ENDINGS):
        return False
    argv = list(making.command) or synthesis(making.language, USUAL_PACE)
    sound = _run(argv, spoken(text, making.language).encode(), text)
    try:
        read_wav(sound)
    except ValueError as error:
        raise ValueError(f"{argv[0]} made nothing that can be heard of: {text}\n{error}") from error
    if making.ogg:
        sound = _run(["oggenc", "-Q", "-q", "1", "-o", "-", "-"], sound, text)
    beside = audio / f"{name}.part"
    beside.write_bytes(sound)
    os.replace(beside, audio / f"{name}{making.ending}")  # noqa: PTH105 - whole or not at all
    return True


def _run(argv: list[str], data: bytes, text: str) -> bytes:
    try:
        return subprocess.run(argv, input=data, capture_output=True, timeout=MADE_WITHIN_S, check=True).stdout
    except subprocess.TimeoutExpired as error:
        raise ValueError(f"{argv[0]} took more than {MADE_WITHIN_S} s for: {text}") from error
    except subprocess.CalledProcessError as error:
        raise ValueError(f"{argv[0]} failed for: {text}\n{error.stderr.decode(errors='replace').strip()}") from error
