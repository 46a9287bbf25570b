"""What only people can do: the two marks that wait for a clinician or a translator, and the list that they sign."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby
from typing import Final

from kiosk.content.model.pages import Source, Sources
from kiosk.content.model.parts import Review, Translation
from kiosk.content.reader import ReadFile
from kiosk.content.review.language_rules import LanguageRules
from kiosk.content.review.looked_at import (
    by_place,
    for_clinician,
    for_translator,
    in_one_line,
    is_ended,
    says_something,
    title_key,
    value_at,
)
from kiosk.content.review.page_text import PageText, Passage, Sentence, in_language, languages, texts_of
from kiosk.content.review.review import RULES
from kiosk.content.review.sourcing import claims_effect, holds_figure
from kiosk.content.walk import KeyPath
from kiosk.values import value_class

_WEIGHTY: Final = (
    "harms", "risks", "serious_harm", "common_side_effects", "days_and_weeks_after", "medicines", "recovery", "cost",
    "approval_and_cost", "approval", "status", "certainty", "who_may_not_suit", "emergency", "same_day", "within_days",
    "routine",
)  # fmt: skip
"""Keys under which every sentence needs a clinician's eye, whatever it says."""
_TO_CONFIRM: Final = {
    "secondary": " **Read in a second place: look at the original.**",
    "clinician": " **Standard knowledge: a clinician confirms it.**",
}
_TOP: Final = "At the top of the page"
_APART: Final = "Figures, and questions to look back"
_SIGNATURE: Final = "\nName, role, licence: ____________________  Date: ____________  Signature: ____________________\n"
_HEAD: Final = """\
# What a clinician and a translator must look at

Printed on {today}. Under each heading stand first the sentences that need most care, one to a box: figures, effects,
harms, when to call, approval, cost, and what rests on a source that is still to be confirmed. The box after them holds
the other words of that place, to be read together. In a translation every text that patients read has a box of its own,
below its original. Tick a box when it is right, or write what is not. When all boxes of a file are ticked, sign below
it. Then its "review:" gets a "reviewer:" with name, role, licence and signed, and its "translation:" a "translator:".
"""


@value_class
class Awaiting:
    """The files that nobody has signed; patients read so on each page, and no release fails for it."""

    clinician: tuple[str, ...]
    """Paths of the files without a reviewer."""
    translator: tuple[str, ...]
    """Paths of the translations without a translator."""


def awaiting(files: Iterable[ReadFile]) -> Awaiting:
    """The files that wait for a person."""
    to_sign = tuple(_to_sign(texts_of(files)))
    return Awaiting(
        clinician=tuple(page.shown for page, _ in to_sign if _awaits_clinician(page)),
        translator=tuple(page.shown for page, original in to_sign if _awaits_translator(page, original)),
    )


def list_to_sign(files: Iterable[ReadFile], today: date) -> str:
    """Every sentence that needs a clinician's or a translator's eye, file by file, as Markdown with boxes to tick.

    What nobody has signed is listed whole; of a signed file only what cites a source that is yet to be confirmed. The
    words of the original stand above those of a translation.
    """
    pages = texts_of(files)
    sources = {entry.id: entry for page in pages if isinstance(page.value, Sources) for entry in page.value.sources}
    sections = [_HEAD.format(today=today)]
    for page, original in _to_sign(pages):
        lines = list(_Section(page, original, sources, RULES.get(page.language)).lines())
        if lines:
            sections += [f"## {page.shown}\n", *_state(page, original), *lines, _SIGNATURE]
    return "\n".join(sections)


def _to_sign(pages: tuple[PageText, ...]) -> Iterator[tuple[PageText, PageText | None]]:
    """Each file that people sign, one language after the other, and what it was translated from, if it was."""
    codes = languages(pages)
    originals = {page.id: page for page in in_language(pages, codes[0])} if codes else {}
    for code in codes:
        for page in in_language(pages, code):
            if hasattr(page.value, "review"):
                yield page, None if code == codes[0] else originals.get(page.id)


def _awaits_clinician(page: PageText) -> bool:
    review = getattr(page.value, "review", None)
    return not isinstance(review, Review) or review.reviewer is None


def _awaits_translator(page: PageText, original: PageText | None) -> bool:
    translation = getattr(page.value, "translation", None)
    if not isinstance(translation, Translation):
        return original is not None
    return not translation.translator


def _state(page: PageText, original: PageText | None) -> Iterator[str]:
    review = getattr(page.value, "review", None)
    if isinstance(review, Review):
        yield f"Version {review.version}, written {review.written}, to be checked again by {review.due}."
    else:
        yield 'When it was written is not known: it gets a "review:" with version, written and due.'
    if _awaits_clinician(page):
        yield "Awaiting clinician review."
    if _awaits_translator(page, original):
        yield "Awaiting translator."
    yield ""


@value_class
class _Section:
    """The lines of one file."""

    page: PageText
    original: PageText | None
    sources: Mapping[str, Source]
    rules: LanguageRules | None

    def lines(self) -> Iterator[str]:
        passages = for_translator(self.page) if self.original else for_clinician(self.page)
        for place, found in by_place(passages).items():
            listed = list(self._translated(found) if self.original else self._own(found))
            if listed:
                yield from (self._heading(place), *listed)
        apart = list(self._in_one_line())
        if apart:
            yield from (f"\n### {_APART}\n", *apart)

    def _translated(self, passages: Iterable[Passage]) -> Iterator[str]:
        """Each passage in one box below the original, as a translator reads them side by side."""
        for path, found in groupby(passages, key=lambda passage: passage.path):
            own = list(found)
            for passage, original in zip(own, self._beside(path, len(own)), strict=True):
                if self._is_open(passage.sources):
                    yield from self._box(passage.text, original, dict.fromkeys(passage.sources))

    def _beside(self, path: KeyPath, count: int) -> list[str]:
        """The original of so many passages under one key; all above the first where it has more or fewer of them."""
        told = [passage.text for passage in self.original.passages if passage.path == path] if self.original else []
        return told if len(told) == count else ["\n>\n> ".join(told), *[""] * (count - 1)]

    def _own(self, passages: Iterable[Passage]) -> Iterator[str]:
        """What needs most care sentence by sentence, then the rest together."""
        rest: list[str] = []
        for passage in passages:
            for sentence in passage.sentences:
                if not self._is_open(sentence.sources):
                    continue
                if self._is_weighty(passage, sentence):
                    yield from self._sentence(sentence, passage)
                else:
                    rest.append(sentence.text if is_ended(sentence.text) else f"{sentence.text}.")
        if rest:
            yield f"- [ ] The rest: {' '.join(rest)}"

    def _is_weighty(self, passage: Passage, sentence: Sentence) -> bool:
        needs_care = bool(sentence.sources) or bool(self._claims(sentence)) or passage.is_within(*_WEIGHTY)
        return needs_care and says_something(passage)

    def _heading(self, place: KeyPath) -> str:
        """Where the words stand: the title of a step or the key, and the line of the file."""
        value = value_at(self.page, place)
        keys = [str(key).replace("_", " ") for key in place if isinstance(key, str)]
        title = getattr(value, title_key(value), "") if title_key(value) else ""
        words = ": ".join(filter(None, (", ".join(keys), title))) if place else _TOP
        return f"\n### {words} (line {self.page.problem(place, '', '').line})\n"

    def _in_one_line(self) -> Iterator[str]:
        originals = {path: words for path, words, _ in in_one_line(self.original)} if self.original else {}
        for path, words, cited in in_one_line(self.page):
            if self._is_open(cited):
                yield from self._box(words, originals.get(path, ""), cited)

    def _is_open(self, cited: Iterable[str]) -> bool:
        """Whether somebody must still look at words with these sources."""
        if _awaits_clinician(self.page) or _awaits_translator(self.page, self.original):
            return True
        known = (self.sources[name] for name in cited if name in self.sources)
        return any(source.mark in _TO_CONFIRM or source.doubt for source in known)

    def _sentence(self, sentence: Sentence, passage: Passage) -> Iterator[str]:
        notes = self._claims(sentence)
        if not passage.sources:
            notes.append("no source")
        remark = f" ({', '.join(notes)})" if notes else ""
        yield from self._box(f"{sentence.text}{remark}", "", sentence.sources)

    def _claims(self, sentence: Sentence) -> list[str]:
        if self.rules is None:
            return []
        found = (("figure", holds_figure), ("effect", claims_effect))
        return [name for name, is_found in found if is_found(sentence.text, self.rules)]

    def _box(self, words: str, original: str, cited: Iterable[str]) -> Iterator[str]:
        """Words to tick below those they were translated from, and above what they rest on."""
        if original:
            yield f"\n> {original}\n"
        yield f"- [ ] {words}"
        for name in cited:
            source = self.sources.get(name)
            if source:
                doubt = f" **{source.doubt}**" if source.doubt else ""
                told = f"{source.body}. {source.title}. {source.year}."
                yield f"  - {name}: {told}{_TO_CONFIRM.get(source.mark, '')}{doubt}"
