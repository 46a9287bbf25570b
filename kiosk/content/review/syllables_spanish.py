"""Syllables of Spanish words, by the rules of spelling.

Spanish is written as it is said, so a rule of a few lines does what English needs a dictionary for; the packages
on the index that do the same bring a language model of hundreds of megabytes, or count hyphenation points.
Rules: Ortografía de la lengua española (RAE and ASALE, 2010), chapters on diphthongs and hiatus.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

_NUCLEUS: Final = "aeoáéíóú"
"""Vowels that make a syllable of their own; i, u and ü lean on one of them."""
_VOWELS = re.compile(r"[aeiouáéíóúü]+")
_SILENT = re.compile(r"(?<=q)u(?=[eiéí])|(?<=g)u(?=[eiéí])|(?<!c)h")
_FINAL_Y = re.compile(r"y(?![aeiouáéíóúü])")
_CAPITALS = re.compile(r"[A-ZÑ]{2,5}$")
_LETTER_NAMES: Final[Mapping[str, int]] = {
    **dict.fromkeys("ABCDEGIKOPQTUV", 1), **dict.fromkeys("FHJLMNÑRSX", 2), "Y": 1, "Z": 2, "W": 3,
}  # fmt: skip
"""Syllables of a letter's name: be, efe, uve doble."""


@lru_cache(maxsize=20_000)
def syllables(word: str) -> int:
    """How many syllables a word has, one at least; figures count one, abbreviations the names of their letters."""
    return max(1, sum(_part(part) for part in re.split(r"[-/]", word) if part))


def _part(word: str) -> int:
    if any(letter.isdigit() for letter in word):
        return 1
    if _CAPITALS.match(word):
        return sum(_LETTER_NAMES[letter] for letter in word)
    spoken = _FINAL_Y.sub("i", _SILENT.sub("", word.casefold()))
    return sum(_in_group(group) for group in _VOWELS.findall(spoken))


def _in_group(vowels: str) -> int:
    """Syllables of vowels that stand together: diphthongs and triphthongs are one, a hiatus parts them."""
    pair_of_weak = re.fullmatch(r"[iuü][íú]", vowels)
    return 1 if pair_of_weak else max(1, sum(vowel in _NUCLEUS for vowel in vowels))
