"""Where one sentence ends and the next begins."""

import re
from typing import Final

from kiosk.values import value_class

_END: Final = re.compile(r"[.?!؟。…]+[\"”’»)\]]*\s+|\n+")
_SHORTENED: Final = re.compile(
    r"(?:\b(?:Drs?|Mrs?|Ms|St|vs|approx|etc|Sra?|Dra|aprox|núm|pág)|\b[A-Za-z]|\bp\. ?ej|\bEE(?:\. ?UU)?)\.$",
    re.IGNORECASE,
)
"""Words that end in a point of their own; single letters are initials, as in e.g. and p. ej."""


@value_class
class Sentence:
    """A sentence, and where it stands in its text."""

    words: str
    start: int
    end: int


def sentences(text: str) -> list[Sentence]:
    """The sentences of a text, in order; none of them is empty."""
    found, start = [], 0
    for end in _END.finditer(text):
        if _goes_on(text, start, end):
            continue
        found.append(_cut(text, start, end.end()))
        start = end.end()
    found.append(_cut(text, start, len(text)))
    return [sentence for sentence in found if any(letter.isalnum() for letter in sentence.words)]


def _goes_on(text: str, start: int, end: re.Match[str]) -> bool:
    """Whether the point only shortens a word, or what follows begins with a small letter."""
    if "\n" in end.group():
        return False
    following = text[end.end() : end.end() + 1]
    is_point = end.group().rstrip() == "."
    return following.islower() or (is_point and _SHORTENED.search(text[start : end.start() + 1]) is not None)


def _cut(text: str, start: int, end: int) -> Sentence:
    words = text[start:end]
    first = start + len(words) - len(words.lstrip())
    stripped = words.strip()
    return Sentence(stripped, first, first + len(stripped))
