"""Does every figure and every claim of an effect name its source?

Asked of running text; labels cannot hold marks, and a drawn figure names its study in a key of its own.
Questions, advice for today and what nobody knows claim nothing.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from kiosk.content.model.home import Home
from kiosk.content.model.pages import Spine
from kiosk.content.model.words import Words
from kiosk.content.problem import Problem
from kiosk.content.review.language_rules import LanguageRules, any_word
from kiosk.content.review.page_text import PageText, Passage
from kiosk.content.review.sentences import shortened

_DIGIT: Final = re.compile(r"\d")
_NOT_MEASURED: Final = any_word((r"9-?1-?1", r"1-800-[\w-]+", r"\d{3}-\d{3,4}(?:-\d{4})?", r"[LST]\d"))
"""Figures that measure nothing, in every language: a telephone number, the name of a vertebra."""
_NOT_CLAIMED: Final = ("note", "try_today", "do", "do_short", "decision", "ask")
"""Keys of texts that claim nothing themselves; the note of a figure stands beside the key of its source."""
_UNKNOWN: Final = ("unknowns", "not_known")
"""Keys of texts that say what nobody knows."""
_INTERFACE: Final = (Words, Home, Spine)
_SHOWN: Final = 60


def review_sourcing(pages: Iterable[PageText], rules: LanguageRules) -> Iterator[Problem]:
    """Every figure that no source follows in its paragraph, and every effect in a paragraph without one."""
    for page in pages:
        if isinstance(page.value, _INTERFACE):
            continue
        for passage in page.running():
            if passage.path[-1] not in _NOT_CLAIMED:
                yield from _passage(page, passage, rules)


def _passage(page: PageText, passage: Passage, rules: LanguageRules) -> Iterator[Problem]:
    """A source stands for the effects of its whole paragraph, and for the figures before it."""
    for number, sentence in enumerate(passage.sentences):
        followed = any(later.sources for later in passage.sentences[number:])
        subject = ""
        if not followed and not sentence.text.endswith("?") and holds_figure(sentence.text, rules):
            subject = "gives a figure"
        elif not passage.sources and claims_effect(sentence.text, rules) and not passage.is_within(*_UNKNOWN):
            subject = "says what something does"
        if subject:
            what = f'"{shortened(sentence.text, _SHOWN)}" {subject} and names no source.'
            remedy = "Mark one behind it in the same paragraph, like this: [^P3], or leave the sentence out."
            yield page.problem_in(passage, what, remedy)


def holds_figure(text: str, rules: LanguageRules) -> bool:
    """Whether a text holds a figure that measures something."""
    return bool(_DIGIT.search(_NOT_MEASURED.sub("", text)) or rules.spelled_figures.search(text))


def claims_effect(text: str, rules: LanguageRules) -> bool:
    """Whether a text says what something does for or to people."""
    if text.endswith("?") or rules.unknowns.search(text):
        return False
    return bool(rules.effects.search(rules.not_effects.sub("", text)))
