"""What only people can do: the two marks that wait for a clinician or a translator, and the list that they sign."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any, Final

from kiosk.content import markdown
from kiosk.content.model.meaning import Meaning
from kiosk.content.model.pages import Source, Sources
from kiosk.content.model.parts import PeopleFigure, Review, ScaleFigure, Translation
from kiosk.content.model.treatment import LookBack
from kiosk.content.reader import ReadFile
from kiosk.content.review.language_rules import LanguageRules
from kiosk.content.review.page_text import (
    RUNNING_TEXT,
    PageText,
    Passage,
    Sentence,
    in_language,
    languages,
    texts_of,
)
from kiosk.content.review.references import parts
from kiosk.content.review.review import RULES
from kiosk.content.review.sourcing import claims_effect, holds_figure
from kiosk.content.walk import KeyPath

_SAYING_LABELS: Final = ("short", "line", "badge")
"""Labels that say something about a treatment or an illness; the others are titles, questions and descriptions."""
_WEIGHTY: Final = (
    "harms", "risks", "serious_harm", "common_side_effects", "days_and_weeks_after", "medicines", "recovery", "cost",
    "approval_and_cost", "approval", "status", "certainty", "who_may_not_suit", "levels",
)  # fmt: skip
"""Keys under which every sentence needs a clinician's eye, whatever it says."""
_TO_CONFIRM: Final = {
    "secondary": " **Read in a second place: look at the original.**",
    "clinician": " **Standard knowledge: a clinician confirms it.**",
}
_TITLES: Final = ("title", "term", "question", "name")
_TOP: Final = "At the top of the page"
_SIGNATURE: Final = "\nName, role, licence: ____________________  Date: ____________  Signature: ____________________\n"
_HEAD: Final = """\
# What a clinician and a translator must look at

Printed on {today}. Under each heading stand first the sentences that need most care, one to a box: figures, effects,
harms, when to call, approval, cost, and what rests on a source that is still to be confirmed. The box after them holds
the other words of that place, to be read together. Tick a box when it is right, or write what is not. When all boxes
of a page are ticked, sign below it, and put the name under "reviewer" or "translator" of its file.
"""


@dataclass(frozen=True, slots=True)
class Awaiting:
    """The pages that nobody has signed; patients read so on each of them, and no release fails for it."""

    clinician: tuple[str, ...]
    """Paths of the pages without a reviewer."""
    translator: tuple[str, ...]
    """Paths of the translations without a translator."""


def awaiting(files: Iterable[ReadFile]) -> Awaiting:
    """The pages that wait for a person."""
    pages = texts_of(files)
    return Awaiting(
        clinician=tuple(page.shown for page in pages if _awaits_clinician(page)),
        translator=tuple(page.shown for page in pages if _awaits_translator(page)),
    )


def list_to_sign(files: Iterable[ReadFile], today: date) -> str:
    """Every sentence that needs a clinician's or a translator's eye, page by page, as Markdown with boxes to tick.

    A page that nobody has signed is listed whole; of a signed page only what cites a source that is yet to be
    confirmed. The words of the original stand above those of a translation.
    """
    pages = texts_of(files)
    sources = {entry.id: entry for page in pages if isinstance(page.value, Sources) for entry in page.value.sources}
    codes = languages(pages)
    originals = {page.id: page for page in in_language(pages, codes[0])} if codes else {}
    sections = [_HEAD.format(today=today)]
    for page in (page for code in codes for page in in_language(pages, code)):
        original = originals[page.id] if page.language != codes[0] and page.id in originals else None
        lines = list(_Section(page, original, sources, RULES.get(page.language)).lines())
        if lines:
            sections += [f"## {page.shown}\n", *_state(page), *lines, _SIGNATURE]
    return "\n".join(sections)


def _awaits_clinician(page: PageText) -> bool:
    review = getattr(page.value, "review", None)
    return isinstance(review, Review) and review.reviewer is None


def _awaits_translator(page: PageText) -> bool:
    translation = getattr(page.value, "translation", None)
    return isinstance(translation, Translation) and not translation.translator


def _state(page: PageText) -> Iterator[str]:
    review = getattr(page.value, "review", None)
    if isinstance(review, Review):
        yield f"Version {review.version}, written {review.written}, to be checked again by {review.due}."
    if _awaits_clinician(page):
        yield "Awaiting clinician review."
    if _awaits_translator(page):
        yield "Awaiting translator."
    yield ""


@dataclass(frozen=True, slots=True)
class _Section:
    """The lines of one page."""

    page: PageText
    original: PageText | None
    sources: Mapping[str, Source]
    rules: LanguageRules | None

    def lines(self) -> Iterator[str]:
        for place, found in groupby(_said(self.page), _place):
            passages = list(found)
            listed = list(self._translated(passages) if self.original else self._own(passages))
            if listed:
                yield from (self._heading(place), *listed)
        yield from self._parts()

    def _translated(self, passages: Iterable[Passage]) -> Iterator[str]:
        """Each passage in one box below the original, as a translator reads them side by side."""
        for path, found in groupby(passages, key=lambda passage: passage.path):
            own = list(found)
            for passage, original in zip(own, self._beside(path, len(own)), strict=True):
                if self._is_open(passage.sources):
                    if original:
                        yield f"\n> {original}\n"
                    yield f"- [ ] {passage.text}"
                    yield from self._cited(dict.fromkeys(passage.sources))

    def _beside(self, path: KeyPath, count: int) -> list[str]:
        """The original of so many passages under one key; all above the first where it has more or fewer of them."""
        told = [passage.text for passage in _said(self.original) if passage.path == path] if self.original else []
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
                    rest.append(sentence.text)
        if rest:
            yield f"- [ ] The rest: {' '.join(rest)}"

    def _is_weighty(self, passage: Passage, sentence: Sentence) -> bool:
        return bool(sentence.sources) or bool(self._claims(sentence)) or passage.is_within(*_WEIGHTY)

    def _heading(self, place: KeyPath) -> str:
        """Where the words stand: the title of a step or the key, and the line of the file."""
        value: Any = self.page.value
        for key in place:
            value = value[key] if isinstance(key, int) else getattr(value, key)
        keys = [str(key).replace("_", " ") for key in place if isinstance(key, str)]
        title = next((told for name in _TITLES if isinstance(told := getattr(value, name, None), str)), "")
        words = ": ".join(filter(None, (", ".join(keys), title))) if place else _TOP
        return f"\n### {words} (line {self.page.problem(place, '', '').line})\n"

    def _parts(self) -> Iterator[str]:
        """Questions to look back, and figures."""
        for _, part in parts(self.page.value):
            if isinstance(part, LookBack) and self._is_open(markdown.sources(part.answer)):
                answer, other = markdown.plain(part.answer), part.other
                yield f"- [ ] {part.question} “{answer}”, and not “{other}”. (question to look back)"
                yield from self._cited(markdown.sources(part.answer))
            if isinstance(part, PeopleFigure | ScaleFigure) and self._is_open((part.source,)):
                yield f"- [ ] {_figure(part)} (figure)"
                yield from self._cited((part.source,))

    def _is_open(self, cited: Iterable[str]) -> bool:
        """Whether somebody must still look at words with these sources."""
        if _awaits_clinician(self.page) or _awaits_translator(self.page) or not hasattr(self.page.value, "review"):
            return True
        known = (self.sources[name] for name in cited if name in self.sources)
        return any(source.mark in _TO_CONFIRM or source.doubt for source in known)

    def _sentence(self, sentence: Sentence, passage: Passage) -> Iterator[str]:
        notes = self._claims(sentence)
        if not passage.sources:
            notes.append("no source")
        remark = f" ({', '.join(notes)})" if notes else ""
        yield f"- [ ] {sentence.text}{remark}"
        yield from self._cited(sentence.sources)

    def _claims(self, sentence: Sentence) -> list[str]:
        if self.rules is None:
            return []
        found = (("figure", holds_figure), ("effect", claims_effect))
        return [name for name, is_found in found if is_found(sentence.text, self.rules)]

    def _cited(self, names: Iterable[str]) -> Iterator[str]:
        for name in names:
            source = self.sources.get(name)
            if source:
                doubt = f" **{source.doubt}**" if source.doubt else ""
                told = f"{source.body}. {source.title}. {source.year}."
                yield f"  - {name}: {told}{_TO_CONFIRM.get(source.mark, '')}{doubt}"


def _said(page: PageText) -> Iterator[Passage]:
    """The passages that say something, without titles, questions and descriptions of pictures."""
    for passage in page.passages:
        if passage.is_within("look_back"):
            continue  # with its question, at the end of the page
        if passage.meaning in RUNNING_TEXT or passage.path[-1] in _SAYING_LABELS:
            yield passage


def _place(passage: Passage) -> KeyPath:
    """The step, answer or list that a passage belongs to; the lines at the top of the page stand together."""
    keys = list(passage.path)
    while isinstance(keys[-1], int):
        keys.pop()
    is_by_itself = len(keys) == 1 and (len(passage.path) > 1 or passage.meaning is Meaning.PROSE)
    return tuple(keys if is_by_itself else keys[:-1])


def _figure(figure: PeopleFigure | ScaleFigure) -> str:
    if isinstance(figure, PeopleFigure):
        values = "; ".join(f"{group.name}: {group.count} of {group.of}" for group in figure.groups)
    else:
        values = "; ".join(f"{point.name}: {point.value}" for point in figure.points)
        values += f" (from {figure.lowest}, {figure.lowest_means}, to {figure.highest}, {figure.highest_means})"
    return f"{figure.result}: {values}."
