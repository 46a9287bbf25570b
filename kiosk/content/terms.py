"""Finds the words of the glossary in a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from kiosk.values import value_class

if TYPE_CHECKING:  # the first screen can do without pages
    from kiosk.content.model.pages import Glossary, Term


@value_class
class Found:
    """A word of the glossary in a text: from and to a position."""

    start: int
    end: int
    term: str


class TermFinder:
    """Looks for every form of every term at once; the longest one wins."""

    def __init__(
        self, terms: Callable[[], Iterable[Term]], elsewhere: Callable[[str], Term | None] = lambda _: None
    ) -> None:
        """Know the terms that the function gives when they are first looked for.

        elsewhere: gives the term for a name that only another language has.
        """
        self._give = terms
        self._elsewhere = elsewhere

    @cached_property
    def terms(self) -> dict[str, Term]:
        """The terms by their names."""
        return {term.term: term for term in self._give()}

    def named(self, name: str) -> Term | None:
        """The term of this name, also where it is the name in another language."""
        return self.terms.get(name) or self._elsewhere(name)

    @cached_property
    def _forms(self) -> dict[str, str]:
        return {form.casefold(): term.term for term in self.terms.values() for form in (term.term, *term.also) if form}

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        forms = "|".join(re.escape(form) for form in sorted(self._forms, key=len, reverse=True))
        return re.compile(rf"(?<!\w)(?:{forms})(?!\w)", re.IGNORECASE) if forms else None

    def find(self, text: str, known: set[str]) -> tuple[Found, ...]:
        """The first place of each term that is not yet known; what is found is known from then on."""
        found: list[Found] = []
        for match in self._pattern.finditer(text) if self._pattern else ():
            term = self._forms.get(match.group().casefold())
            if term is not None and term not in known:
                known.add(term)
                found.append(Found(match.start(), match.end(), term))
        return tuple(found)


def counterpart(name: str, there: Sequence[Glossary], here: Sequence[Glossary]) -> Term | None:
    """What stands in the glossaries here where a term stands in those of another language.

    Where they are not alike it is the other language's own term, and None where there is no such term.
    """
    for number, glossary in enumerate(there):
        for place, term in enumerate(glossary.terms):
            if term.term == name:
                alike = len(here) == len(there) and len(here[number].terms) == len(glossary.terms)
                return here[number].terms[place] if alike else term
    return None
