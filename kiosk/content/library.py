"""Everything the kiosk can say, in every language, ready to be shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol, TypeAlias

from kiosk.content.model.home import Home, Language
from kiosk.content.model.parts import Picture
from kiosk.content.model.words import Words
from kiosk.values import value_class

if TYPE_CHECKING:  # the first screen can do without these
    from kiosk.content.model.pages import (
        Comparison,
        Glossary,
        PatientQuestions,
        Source,
        Spine,
        Term,
        Tip,
        Topic,
        WarningSigns,
    )
    from kiosk.content.model.treatment import Treatment

Page: TypeAlias = "Treatment | Topic | Comparison | Tip"
CardKind = Literal["treatment", "topic", "comparison", "tip"]


@value_class
class Card:
    """What a list shows of a page, so that the page itself need not be read."""

    id: str
    kind: CardKind
    title: str
    name: str
    short: str
    group: str
    icon: str
    order: int
    picture: Picture | None = None
    badge: str = ""
    places: tuple[str, ...] = ()


class InLanguage(Protocol):
    """All that one language has of its own, in memory or read when it is asked for."""

    @property
    def code(self) -> str: ...
    @property
    def language(self) -> Language: ...
    @property
    def words(self) -> Words: ...
    @property
    def home(self) -> Home: ...
    @property
    def spine(self) -> Spine: ...
    @property
    def questions(self) -> PatientQuestions: ...
    @property
    def warning_signs(self) -> WarningSigns: ...
    @property
    def cards(self) -> tuple[Card, ...]: ...
    @property
    def pages(self) -> Mapping[str, Page]: ...
    @property
    def glossaries(self) -> tuple[Glossary, ...]: ...
    @property
    def terms(self) -> tuple[Term, ...]: ...


@value_class
class LanguagePages:
    """A language in memory, as the check has read it."""

    code: str
    language: Language
    words: Words
    home: Home
    spine: Spine
    questions: PatientQuestions
    warning_signs: WarningSigns
    cards: tuple[Card, ...]
    pages: Mapping[str, Page]
    glossaries: tuple[Glossary, ...]

    @property
    def terms(self) -> tuple[Term, ...]:
        """The words that its glossaries explain."""
        return tuple(term for glossary in self.glossaries for term in glossary.terms)


@value_class
class Pages:
    """The library as the reader of one language sees it: what is not translated comes from the first language."""

    own: InLanguage
    fallback: InLanguage
    sources: Mapping[str, Source]
    pictures: Mapping[str, Path]

    def page(self, page_id: str) -> Page | None:
        """The page with this id, or None."""
        return self.own.pages.get(page_id) or self.fallback.pages.get(page_id)

    def is_own(self, page_id: str) -> bool:
        """Whether the page is shown in the reader's language."""
        return page_id in self.own.pages

    def card(self, page_id: str) -> Card | None:
        """The card of the page with this id, or None."""
        return next((card for card in self.all_cards() if card.id == page_id), None)

    def cards(self, kind: CardKind) -> tuple[Card, ...]:
        """The cards of one kind, in their order."""
        return tuple(card for card in self.all_cards() if card.kind == kind)

    def all_cards(self) -> tuple[Card, ...]:
        """Every card, translated where it can be, in order."""
        own = {card.id for card in self.own.cards}
        borrowed = (card for card in self.fallback.cards if card.id not in own)
        return tuple(sorted((*self.own.cards, *borrowed), key=lambda card: (card.order, card.title)))


@value_class
class Library:
    """Every language's pages; the first language is the one others fall back on."""

    languages: Mapping[str, InLanguage]
    sources: Mapping[str, Source]
    pictures: Mapping[str, Path]

    @property
    def first(self) -> str:
        """The code of the first language."""
        return next(iter(self.languages))

    def names(self, wanted: tuple[str, ...] = ()) -> tuple[tuple[str, str], ...]:
        """Code and own name of the languages to offer, in order: the wanted ones that there are, or else all.

        What is not translated comes from the library's first language, offered or not.
        """
        codes = tuple(code for code in wanted if code in self.languages) or tuple(self.languages)
        return tuple((code, self.languages[code].language.name) for code in codes)

    def lack_of(self, code: str) -> str | None:
        """What to tell somebody who asks for a language, if there is none of that code."""
        if code in self.languages:
            return None
        return f"There is no language {code}; there are: {', '.join(self.languages)}."

    def pages(self, code: str) -> Pages:
        """The library for a reader of this language; an unknown one reads the first."""
        fallback = self.languages[self.first]
        return Pages(self.languages.get(code, fallback), fallback, self.sources, self.pictures)


def in_order(languages: Iterable[InLanguage]) -> dict[str, InLanguage]:
    """The languages by code, in their own order."""
    ordered = sorted(languages, key=lambda pages: (pages.language.order, pages.code))
    return {pages.code: pages for pages in ordered}
