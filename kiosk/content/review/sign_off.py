"""What only people can do: the two marks that wait for a clinician or a translator, and the list that they sign."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from kiosk.content.model.pages import Source, Sources
from kiosk.content.model.parts import PeopleFigure, Review, ScaleFigure, Translation
from kiosk.content.review.page_text import (
    RUNNING_TEXT,
    PageText,
    Passage,
    ReadFile,
    Sentence,
    in_language,
    languages,
    texts_of,
)
from kiosk.content.review.references import parts
from kiosk.content.review.review import SPEECHES
from kiosk.content.review.sourcing import claims_effect, holds_figure
from kiosk.content.review.speech import Speech

_SAYING_LABELS: Final = ("short", "line", "badge")
"""Labels that say something about a treatment or an illness; the others are titles, questions and descriptions."""
_TO_CONFIRM: Final = {
    "secondary": " **Read in a second place: look at the original.**",
    "clinician": " **Standard knowledge: a clinician confirms it.**",
}
_SIGNATURE: Final = "\nName, role, licence: ____________________  Date: ____________  Signature: ____________________\n"
_HEAD: Final = """\
# What a clinician and a translator must look at

Printed on {today}. Each box is one sentence: tick it when it is right, or write what is not. When all boxes of a page
are ticked, sign below it, and put the name under "reviewer" or "translator" of its file.
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
        lines = list(_Section(page, original, sources, SPEECHES.get(page.language)).lines())
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
    speech: Speech | None

    def lines(self) -> Iterator[str]:
        beside = {passage.path: passage.text for passage in _said(self.original)} if self.original else {}
        for passage in _said(self.page):
            listed = [sentence for sentence in passage.sentences if self._is_open(sentence.sources)]
            if listed and passage.path in beside:
                yield f"\n> {beside.pop(passage.path)}\n"
            for sentence in listed:
                yield from self._sentence(sentence, passage)
        for _, part in parts(self.page.value):
            if isinstance(part, PeopleFigure | ScaleFigure) and self._is_open((part.source,)):
                yield f"- [ ] {_figure(part)} (figure)"
                yield from self._cited((part.source,))

    def _is_open(self, cited: Iterable[str]) -> bool:
        """Whether somebody must still look at words with these sources."""
        if _awaits_clinician(self.page) or _awaits_translator(self.page) or not hasattr(self.page.value, "review"):
            return True
        return any(name in self.sources and self.sources[name].mark in _TO_CONFIRM for name in cited)

    def _sentence(self, sentence: Sentence, passage: Passage) -> Iterator[str]:
        notes = []
        if self.speech and holds_figure(sentence.text, self.speech):
            notes.append("figure")
        if self.speech and claims_effect(sentence.text, self.speech):
            notes.append("effect")
        if not passage.sources:
            notes.append("no source")
        remark = f" ({', '.join(notes)})" if notes else ""
        yield f"- [ ] {sentence.text}{remark}"
        yield from self._cited(sentence.sources)

    def _cited(self, names: Iterable[str]) -> Iterator[str]:
        for name in names:
            source = self.sources.get(name)
            if source:
                yield f"  - {name}: {source.body}. {source.title}. {source.year}.{_TO_CONFIRM.get(source.mark, '')}"


def _said(page: PageText) -> Iterator[Passage]:
    """The passages that say something, without titles, questions and descriptions of pictures."""
    for passage in page.passages:
        if passage.meaning in RUNNING_TEXT or passage.path[-1] in _SAYING_LABELS:
            yield passage


def _figure(figure: PeopleFigure | ScaleFigure) -> str:
    if isinstance(figure, PeopleFigure):
        values = "; ".join(f"{group.name}: {group.count} of {group.of}" for group in figure.groups)
    else:
        values = "; ".join(f"{point.name}: {point.value}" for point in figure.points)
        values += f" (from {figure.lowest}, {figure.lowest_means}, to {figure.highest}, {figure.highest_means})"
    return f"{figure.result}: {values}."
