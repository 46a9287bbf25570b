"""Is every medical term in the glossary, and every word of the glossary in a page?"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from kiosk.content.model.pages import Glossary, Term
from kiosk.content.problem import Problem
from kiosk.content.review.language_rules import LanguageRules, any_form
from kiosk.content.review.page_text import PageText, Passage

_EXPLAINED: Final = "_"
"""Stands for words that the glossary explains while the others are looked for."""


def glossary_pattern(pages: Sequence[PageText]) -> re.Pattern[str] | None:
    """Every word that the pages of a language explain, in every form."""
    return any_form(form for page in pages for term in _terms(page) for form in (term.term, *term.also))


def review_explained(pages: Sequence[PageText], rules: LanguageRules) -> Iterator[Problem]:
    """The first place of each medical term that nobody explains, and each word explained that nobody uses."""
    if not any(isinstance(page.value, Glossary) for page in pages):
        return
    yield from _unexplained(pages, rules)
    yield from _unused(pages, rules)


def _unexplained(pages: Sequence[PageText], rules: LanguageRules) -> Iterator[Problem]:
    glossary = glossary_pattern(pages)
    names = {form.casefold(): forms[0] for forms in rules.terms for form in forms}
    medical = any_form(names)
    told: set[str] = set()
    for page, passage in _read(pages):
        rest = glossary.sub(_EXPLAINED, passage.text) if glossary else passage.text
        for found in medical.finditer(rest) if medical else ():
            name = names[found.group().casefold()]
            if name not in told:
                told.add(name)
                yield page.problem_in(
                    passage, f'The glossary does not explain "{found.group()}".', _remedy(found.group(), name, glossary)
                )


def _remedy(form: str, name: str, glossary: re.Pattern[str] | None) -> str:
    if glossary and glossary.fullmatch(name):
        return f'Add "{form}" under "also" of "{name}" in the glossary.'
    return f'Add "{name}" to a file of the glossary folder, or write it in common words.'


def _unused(pages: Sequence[PageText], rules: LanguageRules) -> Iterator[Problem]:
    """Terms of the clinical brief stay, as a clinician may say them."""
    lasting = {form.casefold() for forms in rules.terms for form in forms}
    text = "\n".join(passage.text for _, passage in _read(pages)).casefold()
    for page in pages:
        for index, term in enumerate(_terms(page)):
            forms = [form.casefold() for form in (term.term, *term.also)]
            if not lasting.intersection(forms) and not any(_stands_in(form, text) for form in forms):
                what = f'No page uses the word "{term.term}".'
                yield page.problem(("terms", index), what, 'Take it out, or add the form that pages use under "also".')


def _read(pages: Sequence[PageText]) -> Iterator[tuple[PageText, Passage]]:
    """The passages of all pages but the glossary."""
    for page in pages:
        if not isinstance(page.value, Glossary):
            yield from ((page, passage) for passage in page.passages)


def _terms(page: PageText) -> tuple[Term, ...]:
    return page.value.terms if isinstance(page.value, Glossary) else ()


def _stands_in(form: str, text: str) -> bool:
    return form in text and re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text) is not None
