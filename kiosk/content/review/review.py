"""The whole review of what patients read: one call for a library, in every language it has."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from kiosk.content.model.pages import Glossary
from kiosk.content.problem import Problem
from kiosk.content.reader import ReadFile
from kiosk.content.review.balance import review_balance
from kiosk.content.review.borrowed import review_borrowed
from kiosk.content.review.dates import review_dates
from kiosk.content.review.demands import review_demands
from kiosk.content.review.english import ENGLISH
from kiosk.content.review.explained import glossary_pattern, review_explained
from kiosk.content.review.language_rules import LanguageRules
from kiosk.content.review.limits import Limits
from kiosk.content.review.looking_back import review_looking_back
from kiosk.content.review.page_text import PageText, in_language, languages, texts_of, unread
from kiosk.content.review.pictures import review_pictures
from kiosk.content.review.plainness import review_plainness
from kiosk.content.review.reached import review_reached, review_used
from kiosk.content.review.readability import ReadabilityReview
from kiosk.content.review.sourcing import review_sourcing
from kiosk.content.review.spanish import SPANISH
from kiosk.content.review.syllables_english import DICTIONARY
from kiosk.content.review.translations import review_translations
from kiosk.content.review.wording import review_wording

RULES: Final[Mapping[str, LanguageRules]] = {"en": ENGLISH, "es": SPANISH}
"""The languages whose wording can be judged; in others only what needs no knowledge of the language is."""
_LIMITS: Final = Limits()


def review_library(
    files: Iterable[ReadFile],
    pictures: Mapping[str, Path],
    today: date,
    *,
    release: bool = False,
    limits: Limits = _LIMITS,
) -> list[Problem]:
    """Everything that should be better before patients read it, in order.

    A clinic may go on with any of it, so it is told as warnings; for a release each is an error.
    """
    files = tuple(files)
    pages = texts_of(files)
    found = [
        *review_used(pages, pictures),
        *review_pictures(pictures, limits),
        *review_dates(pages, today, limits),
        *review_translations(pages, limits, unread(files)),
    ]
    for code in languages(pages):
        found += _review_language(in_language(pages, code), RULES.get(code), limits)
    return sorted(replace(problem, severity="error") for problem in found) if release else sorted(found)


def review_own(files: Iterable[ReadFile], limits: Limits = _LIMITS) -> list[Problem]:
    """What the pages of a clinic's own folder should say better, each by itself, so that it is quick.

    What takes the whole library to know is told by `review_library` alone.
    """
    files = tuple(files)
    own = texts_of(file for file in files if file.file.is_on_top)
    glossaries = texts_of(file for file in files if isinstance(file.reading.visible, Glossary))
    found: list[Problem] = []
    for code in languages(own):
        glossary = glossary_pattern(in_language(glossaries, code))
        found += _review_each(in_language(own, code), RULES.get(code), glossary, limits)
    return sorted(found)


def _review_language(pages: Sequence[PageText], rules: LanguageRules | None, limits: Limits) -> Iterator[Problem]:
    yield from _review_each(pages, rules, glossary_pattern(pages), limits)
    yield from review_reached(pages)
    yield from review_looking_back(pages)
    if rules is not None:
        yield from review_demands(pages, rules)
        yield from review_balance(pages, rules, limits)
        yield from review_explained(pages, rules)
        yield from review_borrowed(pages, rules)


def _review_each(
    pages: Sequence[PageText], rules: LanguageRules | None, glossary: re.Pattern[str] | None, limits: Limits
) -> Iterator[Problem]:
    """What can be said of a page without the others; glossary: the words that those explain."""
    yield from review_plainness(pages, limits)
    if rules is not None:
        if rules is not ENGLISH or find_spec(DICTIONARY) is not None:
            yield from ReadabilityReview(rules.syllables, rules.reads_hard, glossary, limits).review(pages)
        yield from review_wording(pages, rules)
        yield from review_sourcing(pages, rules)
