"""Does a page hold words that promise, frighten or sell?"""

from collections.abc import Iterable, Iterator

from kiosk.content.problem import Problem
from kiosk.content.review.language_rules import Banned, LanguageRules
from kiosk.content.review.page_text import PageText, Passage

EXOSOMES = "therapies/exosomes"
"""The page that must never invite, book or price."""


def review_wording(pages: Iterable[PageText], rules: LanguageRules) -> Iterator[Problem]:
    """Every word that patients may not read."""
    for page in pages:
        banned = (*rules.banned, *rules.selling) if page.id == EXOSOMES else rules.banned
        for passage in page.passages:
            for sentence in passage.sentences:
                text = rules.without_fixed(sentence.text)
                for rule, found in _found(banned, text):
                    if not _may_stand(rule, page, passage):
                        yield page.problem_in(passage, f'"{found}" may not stand here.', rule.write)


def _found(banned: Iterable[Banned], text: str) -> Iterator[tuple[Banned, str]]:
    for rule in banned:
        for found in rule.found_in(text):
            yield rule, found


def _may_stand(rule: Banned, page: PageText, passage: Passage) -> bool:
    return page.kind.name in rule.allowed_under or passage.is_within(*rule.allowed_under)
