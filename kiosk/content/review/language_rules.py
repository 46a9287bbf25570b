"""What the review must know of a language: its forbidden words, its effect verbs, its medical terms."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from kiosk.content.review.readability import Faults, Syllables
from kiosk.values import value_class

_GAP: Final = "\n"


@value_class
class Banned:
    """Words that patients may not read, and what to write instead."""

    words: str
    """A regular expression."""
    write: str
    """What the clerk should do."""
    within: str = ""
    """A regular expression: where the words are part of this, they may stand."""
    allowed_under: frozenset[str] = frozenset()
    """Keys and kinds of page under which the words may stand."""

    def found_in(self, text: str) -> Iterator[str]:
        """Every place in a text where the words stand though they may not."""
        for match in _pattern(self.words).finditer(text):
            if not (self.within and any(_holds(whole, match) for whole in _pattern(self.within).finditer(text))):
                yield match.group()


@value_class(kw_only=True)
class LanguageRules:
    """One language as the review needs it."""

    syllables: Syllables
    reads_hard: Faults
    banned: tuple[Banned, ...]
    """Words that may stand nowhere (clinical brief, section 7.1)."""
    selling: tuple[Banned, ...]
    """Words that may not stand on the page of exosomes, which must never invite, book or price."""
    effects: re.Pattern[str]
    """What something does for or to people; such a sentence needs a source."""
    not_effects: re.Pattern[str]
    """Words that look like an effect and are none."""
    unknowns: re.Pattern[str]
    """Says that nobody knows; what is not claimed needs no source."""
    spelled_figures: re.Pattern[str]
    """Figures in words: one in ten, half of, by a third."""
    bare_unknown: frozenset[str]
    """Boxes of a comparison that are as short as can be, and exempt from the balance of a row."""
    exosome_notice: str
    """The sentence that the page of exosomes must hold, word for word."""
    column_notice: str
    """The note that each comparison must begin with, word for word."""
    general_notice: tuple[str, ...]
    """The sentences under every page, word for word."""
    fixed_phrases: tuple[str, ...] = ()
    """Wordings that the clinical brief asks for; the only ones that may agree with it in eight words."""
    terms: tuple[tuple[str, ...], ...]
    """The medical terms of the clinical brief, section 6, each with its forms."""

    def without_fixed(self, text: str) -> str:
        """A text with a gap in place of the words that stand as they were given."""
        notices = (self.exosome_notice, self.column_notice, " ".join(self.general_notice))
        for fixed in (*notices, *self.fixed_phrases):
            text = text.replace(fixed.rstrip("."), _GAP)
        return text


def any_word(words: Iterable[str]) -> re.Pattern[str]:
    """Any of some words or regular expressions, whole and in either case."""
    return _pattern(rf"\b(?:{'|'.join(words)})\b")


def any_form(forms: Iterable[str]) -> re.Pattern[str] | None:
    """Any of some plain words, the longest first; None if there are none."""
    ordered = sorted({re.escape(form) for form in forms if form.strip()}, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(ordered)})(?!\w)", re.IGNORECASE) if ordered else None


def _holds(whole: re.Match[str], part: re.Match[str]) -> bool:
    return whole.start() <= part.start() and part.end() <= whole.end()


@cache
def _pattern(expression: str) -> re.Pattern[str]:
    return re.compile(expression, re.IGNORECASE)
