"""Is a page as easy to read as it must be?

Measured fairly: labels, headings and source marks are left out, each item of a list is a sentence, and the words that
the glossary explains count once as they are and once masked. Pages too short for a formula are pooled by kind; so that
a hard one does not hide among many easy ones, each that is not very short is judged by itself as well, more loosely.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from kiosk.content.problem import Problem
from kiosk.content.review.limits import Limits
from kiosk.content.review.page_text import PageText, Passage
from kiosk.content.review.sentences import shortened, words
from kiosk.values import value_class

_ANSWERS = "answers"
"""The boxes of a treatment's column in a comparison, measured by themselves."""
_SHOWN = 80
_A_SENTENCE = 5
"""Fewest words of a sentence worth naming as the hardest."""


@value_class
class Tally:
    """What the formulas go by."""

    sentences: int
    words: int
    syllables: int


Syllables = Callable[[str], int]
Faults = Callable[[Tally, Tally, Limits], Iterator[str]]


def tally(sentences: Sequence[str], syllables: Syllables) -> Tally:
    """Count sentences, words and syllables."""
    found = [word for sentence in sentences for word in words(sentence)]
    return Tally(len(sentences), len(found), sum(map(syllables, found)))


def flesch_kincaid(counted: Tally) -> float:
    """The US school grade that a text asks for (Kincaid and others, 1975)."""
    return 0.39 * counted.words / counted.sentences + 11.8 * counted.syllables / counted.words - 15.59


def inflesz(counted: Tally) -> float:
    """How easy a Spanish text is, from 0 to 100 (Szigriszt 1993; bands of Barrio 2008)."""
    return 206.835 - 62.3 * counted.syllables / counted.words - counted.words / counted.sentences


def english_faults(raw: Tally, masked: Tally, limits: Limits) -> Iterator[str]:
    """What an English text fails, in words."""
    if round(flesch_kincaid(raw), 1) > limits.grade_raw:
        yield f"reads at school grade {flesch_kincaid(raw):.1f}; {limits.grade_raw} is the most."
    elif round(flesch_kincaid(masked), 1) > limits.grade_masked:
        yield (
            f"reads at school grade {flesch_kincaid(masked):.1f}, not counting the words of the glossary; "
            f"{limits.grade_masked} is the most."
        )


def spanish_faults(raw: Tally, masked: Tally, limits: Limits) -> Iterator[str]:
    """What a Spanish text fails, in words."""
    if round(inflesz(raw)) < limits.inflesz_raw:
        yield f"has an INFLESZ value of {inflesz(raw):.0f}; {limits.inflesz_raw:.0f} is the least."
    elif round(inflesz(masked)) < limits.inflesz_masked:
        yield (
            f"has an INFLESZ value of {inflesz(masked):.0f}, not counting the words of the glossary; "
            f"{limits.inflesz_masked:.0f} is the least."
        )


@value_class
class _Said:
    """A sentence, where it stands, and what it weighs with and without the words of the glossary."""

    page: PageText
    passage: Passage
    text: str
    masked: str


@value_class
class ReadabilityReview:
    """Measures the pages of one language."""

    syllables: Syllables
    faults: Faults
    glossary: re.Pattern[str] | None
    limits: Limits

    def review(self, pages: Iterable[PageText]) -> Iterator[Problem]:
        """Every page, column and pool of short pages that is too hard, told at its hardest sentence."""
        pools: dict[str, list[_Said]] = {}
        for page in pages:
            answers = [said for said in self._said(page) if _ANSWERS in said.passage.path]
            rest = [said for said in self._said(page) if _ANSWERS not in said.passage.path]
            for subject, part in (("The page", rest), ('What stands under "answers"', answers)):
                if _count(part) >= self.limits.fewest_words:
                    yield from self._measured(subject, part, self.limits)
                    continue
                pools.setdefault(page.kind.name, []).extend(part)
                if _count(part) >= self.limits.short_words:
                    yield from self._measured(subject, part, self.limits.for_short())
        for part in pools.values():
            if _count(part) >= self.limits.fewest_words:
                yield from self._measured("The text of all short pages of this kind", part, self.limits)

    def _said(self, page: PageText) -> Iterator[_Said]:
        for passage in page.running():
            for sentence in passage.sentences:
                if words(sentence.text):
                    masked = self.glossary.sub("x", sentence.text) if self.glossary else sentence.text
                    yield _Said(page, passage, sentence.text, masked)

    def _measured(self, subject: str, said: Sequence[_Said], limits: Limits) -> Iterator[Problem]:
        raw = tally([sentence.text for sentence in said], self.syllables)
        masked = tally([sentence.masked for sentence in said], self.syllables)
        for fault in self.faults(raw, masked, limits):
            hardest = max(said, key=self._weight)
            shown = shortened(hardest.text, _SHOWN)
            remedy = f'Use shorter sentences and shorter words. Begin with the hardest: "{shown}"'
            yield hardest.page.problem_in(hardest.passage, f"{subject} {fault}", remedy)

    def _weight(self, said: _Said) -> tuple[bool, float]:
        counted = tally([said.masked], self.syllables)
        return counted.words >= _A_SENTENCE, flesch_kincaid(counted)


def _count(said: Iterable[_Said]) -> int:
    return sum(len(words(sentence.text)) for sentence in said)
