"""Which wording and which voice belong to a language."""

from collections.abc import Mapping
from typing import Final

from kiosk.speech.english import ENGLISH
from kiosk.speech.spanish import SPANISH
from kiosk.speech.wording import Wording

_WORDINGS: Final[Mapping[str, Wording]] = {"en": ENGLISH, "es": SPANISH}

_ACCENTS: Final[Mapping[str, str]] = {"en": "en-us", "es": "es-419"}
"""The accent of espeak-ng that most patients of a language here speak: of the United States, of Latin America."""


def spoken(sentence: str, language: str) -> str:
    """A sentence as it is said; in a language whose short forms nobody has written down, as it stands."""
    wording = _WORDINGS.get(language)
    return wording.spoken(sentence) if wording is not None else sentence


def accent(language: str) -> str:
    """The voice's own name for a language."""
    return _ACCENTS.get(language, language)
