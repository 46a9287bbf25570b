"""Are the words our own? No eight words in a row may come from the articles and the brief that we wrote after.

Only hashes of their words are kept here, so that none of their text travels with the kiosk. What a source says in
its own words is not kept: who cites one must not copy it.
"""

import hashlib
import re
from array import array
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import Final

from kiosk.content.problem import Problem
from kiosk.content.review.language_rules import LanguageRules
from kiosk.content.review.page_text import PageText, Passage

IN_A_ROW: Final = 8
"""So many words in a row are a copy."""
_HASH_BYTES: Final = 8
_FILE: Final = "borrowed.bin"
_WORD = re.compile(r"[^\W_]+")


def phrases(text: str) -> Iterator[tuple[str, ...]]:
    """Every eight words in a row, small, without signs between them."""
    words = [word.casefold() for word in _WORD.findall(text)]
    return zip(*(words[start:] for start in range(IN_A_ROW)), strict=False)


def hashed(phrase: Iterable[str]) -> int:
    """What is kept of a phrase: 8 bytes, as a number."""
    return int.from_bytes(hashlib.blake2b(" ".join(phrase).encode(), digest_size=_HASH_BYTES).digest(), "big")


def packed(texts: Iterable[str]) -> bytes:
    """The hashes of all phrases in some texts, each once and in order, as the file holds them."""
    hashes = {hashed(phrase) for text in texts for phrase in phrases(text)}
    return b"".join(number.to_bytes(_HASH_BYTES, "big") for number in sorted(hashes))


def review_borrowed(
    pages: Iterable[PageText], rules: LanguageRules, known: frozenset[int] | None = None
) -> Iterator[Problem]:
    """The first copied phrase of each passage."""
    copied = kept() if known is None else known
    for page in pages:
        for passage in page.passages:
            found = _first_copied(passage, rules, copied)
            if found:
                what = f'The words "{found}" stand in an article that this kiosk was written after.'
                yield page.problem_in(passage, what, "Say it in your own words.")


@cache
def kept() -> frozenset[int]:
    """The hashes of all phrases that may not be used."""
    numbers = array("Q", files(__package__).joinpath(_FILE).read_bytes())
    numbers.byteswap()
    return frozenset(numbers)


def _first_copied(passage: Passage, rules: LanguageRules, copied: frozenset[int]) -> str:
    for line in rules.without_fixed(passage.text).splitlines():
        for phrase in phrases(line):
            if hashed(phrase) in copied:
                return " ".join(phrase)
    return ""
