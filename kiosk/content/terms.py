"""Finds the words of the glossary in a text."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.content.model.pages import Term


@dataclass(frozen=True, slots=True)
class Found:
    """A word of the glossary in a text: from and to a position."""

    start: int
    end: int
    term: str


class TermFinder:
    """Looks for every form of every term at once; the longest one wins."""

    def __init__(self, terms: Iterable[Term]) -> None:
        """Know these terms."""
        self.terms = {term.term: term for term in terms}
        self._forms = {
            form.casefold(): term.term for term in self.terms.values() for form in (term.term, *term.also) if form
        }
        forms = "|".join(re.escape(form) for form in sorted(self._forms, key=len, reverse=True))
        self._pattern = re.compile(rf"(?<!\w)(?:{forms})(?!\w)", re.IGNORECASE) if forms else None

    def find(self, text: str, known: set[str]) -> tuple[Found, ...]:
        """The first place of each term that is not yet known; what is found is known from then on."""
        found: list[Found] = []
        for match in self._pattern.finditer(text) if self._pattern else ():
            term = self._forms[match.group().casefold()]
            if term not in known:
                known.add(term)
                found.append(Found(match.start(), match.end(), term))
        return tuple(found)
