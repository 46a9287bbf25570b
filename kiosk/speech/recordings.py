"""Sentences that were recorded or made ahead: files named by what they say, in a folder for each language."""

import hashlib
import unicodedata
from pathlib import Path
from typing import Final

from kiosk.content.folders import AUDIO
from kiosk.disk import is_file
from kiosk.values import value_class

WAV: Final = ".wav"
OGG: Final = ".ogg"
ENDINGS: Final = (WAV, OGG)
_LETTERS: Final = 20
"""Of the name: no two sentences of a library share it."""


def name_of(sentence: str) -> str:
    """The name of a sentence's file, without its ending: another wording has another name."""
    words = " ".join(unicodedata.normalize("NFC", sentence).split())
    return hashlib.sha256(words.encode()).hexdigest()[:_LETTERS]


@value_class
class Recordings:
    """The folders of content, the topmost last; each may hold recordings."""

    layers: tuple[Path, ...]

    def find(self, sentence: str, language: str) -> Path | None:
        """The recording of a sentence; the clinic's own before the one that came with the kiosk."""
        name = name_of(sentence)
        folders = (layer / language / AUDIO for layer in reversed(self.layers))
        files = (folder / f"{name}{ending}" for folder in folders for ending in ENDINGS)
        return next((file for file in files if is_file(file)), None)
