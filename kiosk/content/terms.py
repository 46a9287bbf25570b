"""Finds the words of the glossary in a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the first screen can do without pages
    from kiosk.content.model.pages import Term


@dataclass(frozen=True, slots=True)
class Found:
    """A word of the glossary in a text: from and to a position."""

    start: int
    end: int
    term: str


class TermFinder:
    """Looks for every form of every term at once; the longest one wins."""

    def __init__(self, terms: Callable[[], Iterable[Term]]) -> None:
        """Know the terms that the function gives when they are first looked for."""
        self._give = terms

    @cached_property
    def terms(self) -> dict[str, Term]:
        """The terms by their names."""
        return {term.term: term for term in self._give()}

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
