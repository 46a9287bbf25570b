"""Whose voice a sentence needs on a page that is there in another language only."""

import re
from collections.abc import Iterator
from typing import Final

from kiosk.content.walk import texts
from kiosk.pages.opening import page_of
from kiosk.session.routes import Explain
from kiosk.speech.sentences import sentences
from kiosk.ui.scene import Scene

_PLACEHOLDER: Final = re.compile(r"\\{(\w+)\\}")
_NUMBERS: Final = frozenset({"number", "count", "seconds"})
"""Placeholders that stand for figures: "2 of 6" is the interface's, "one of them" is the page's."""


class Tongue:
    """Tells the language of each sentence of a screen: the page's own, or the reader's for the words around it."""

    def __init__(self, scene: Scene) -> None:
        """Know what is on show."""
        page = page_of(scene.visit.screen, scene.pages)
        is_foreign = bool(page) and not scene.pages.is_own(page) and not isinstance(scene.visit.dialog, Explain)
        self._foreign = scene.pages.fallback.code if is_foreign else ""
        self._around = re.compile("|".join(_patterns(scene.words))) if is_foreign else None

    def of(self, sentence: str) -> str:
        """The code of the sentence's language; empty where it is the reader's."""
        return "" if self._around is None or self._around.fullmatch(sentence) else self._foreign


def _patterns(words: object) -> Iterator[str]:
    """What every sentence of the interface looks like, whatever it is filled with."""
    for text in texts(words):
        for sentence in sentences(text):
            yield _PLACEHOLDER.sub(_filled, re.escape(sentence.words)).rstrip(".").removesuffix("\\") + r"\.?"


def _filled(placeholder: re.Match[str]) -> str:
    return r"\d+" if placeholder[1] in _NUMBERS else ".+"
