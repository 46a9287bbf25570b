"""Does every figure and every claim of an effect name its source?

Asked of running text; labels cannot hold marks, and a drawn figure names its study in a key of its own.
Questions, advice for today and what nobody knows claim nothing.
"""

import re
from collections.abc import Iterable, Iterator

from kiosk.content.model.home import Home
from kiosk.content.model.pages import Spine
from kiosk.content.model.words import Words
from kiosk.content.problem import Problem
from kiosk.content.review.page_text import PageText, Passage, Sentence
from kiosk.content.review.sentences import shortened
from kiosk.content.review.speech import Speech

_FIGURE = re.compile(r"\d")
_NOT_CLAIMED = ("note", "try_today", "do", "decision", "ask")
"""Keys of texts that claim nothing themselves; the note of a figure stands beside the key of its source."""
_UNKNOWN = ("unknowns", "not_known")
"""Keys of texts that say what nobody knows."""
_INTERFACE = (Words, Home, Spine)
_SHOWN = 60


def review_sourcing(pages: Iterable[PageText], speech: Speech) -> Iterator[Problem]:
    """Every sentence with a figure or an effect in a paragraph that marks no source."""
    for page in pages:
        if isinstance(page.value, _INTERFACE):
            continue
        for passage in page.running():
            if passage.sources or passage.path[-1] in _NOT_CLAIMED:
                continue
            for sentence in passage.sentences:
                yield from _told(page, passage, sentence, speech)


def holds_figure(text: str, speech: Speech) -> bool:
    """Whether a text holds a figure that measures something."""
    return bool(_FIGURE.search(speech.not_measured.sub("", text)))


def claims_effect(text: str, speech: Speech) -> bool:
    """Whether a text says what something does for or to people."""
    if text.endswith("?") or speech.unknowns.search(text):
        return False
    return bool(speech.effects.search(speech.not_effects.sub("", text)))


def _told(page: PageText, passage: Passage, sentence: Sentence, speech: Speech) -> Iterator[Problem]:
    subject = ""
    if not sentence.text.endswith("?") and holds_figure(sentence.text, speech):
        subject = "gives a figure"
    elif claims_effect(sentence.text, speech) and not passage.is_within(*_UNKNOWN):
        subject = "says what something does"
    if subject:
        what = f'"{shortened(sentence.text, _SHOWN)}" {subject} and names no source.'
        yield page.problem_in(
            passage, what, "Mark one in the same paragraph, like this: [^P3], or leave the sentence out."
        )
