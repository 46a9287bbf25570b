"""Does each page hold what it must? The schema asks for the keys; here it is asked for what stands under them."""

from collections.abc import Iterable, Iterator, Sequence

from kiosk.content.model.pages import Comparison, Topic
from kiosk.content.model.treatment import Treatment
from kiosk.content.model.words import Words
from kiosk.content.problem import Problem
from kiosk.content.review.language_rules import LanguageRules
from kiosk.content.review.page_text import PageText
from kiosk.content.review.wording import EXOSOMES
from kiosk.content.walk import KeyPath

_LISTS = ("gains", "harms", "unknowns", "ask")


def review_demands(pages: Sequence[PageText], rules: LanguageRules) -> Iterator[Problem]:
    """Everything that the pages of a language must hold and do not (clinical brief, sections 7.2 and 7.3)."""
    for page in pages:
        if isinstance(page.value, Treatment):
            yield from _treatment(page, page.value)
        if page.id == EXOSOMES:
            yield from _holds(page, (), [rules.exosome_notice])
        if isinstance(page.value, Comparison):
            yield from _holds(page, ("note",), [rules.column_notice])
        if isinstance(page.value, Words):
            yield from _holds(page, ("page", "general"), rules.general_notice)
    yield from _about(pages)


def _treatment(page: PageText, treatment: Treatment) -> Iterator[Problem]:
    for name in _LISTS:
        if not getattr(treatment, name):
            yield page.problem(
                (name,), f'"{name}" has no entry.', 'Write at least one, on a line that begins with "- ".'
            )
    if treatment.status.level == "not-approved" and not treatment.status.badge:
        remedy = 'Add "badge:", for example: Not FDA approved. Research only.'
        yield page.problem(("status",), "A treatment that is not approved has no badge.", remedy)
    if treatment.answers.how_sure.level is None:
        remedy = 'Add "level:" with very-low, low, moderate or high.'
        yield page.problem(("answers", "how_sure"), "The answer has no dots.", remedy)


def _holds(page: PageText, where: KeyPath, wanted: Iterable[str]) -> Iterator[Problem]:
    """A problem for each text that stands nowhere below the keys, word for word."""
    texts = [passage.text for passage in page.passages if passage.path[: len(where)] == where]
    for sentence in wanted:
        if not any(sentence in text for text in texts):
            yield page.problem(
                where, "A sentence is missing that must stand here.", f'Write, word for word: "{sentence}"'
            )


def _about(pages: Sequence[PageText]) -> Iterator[Problem]:
    topics = [page for page in pages if isinstance(page.value, Topic)]
    if topics and not any(isinstance(page.value, Topic) and page.value.group == "about" for page in topics):
        what = "No page says who wrote this kiosk, who pays and what the clinic offers."
        yield topics[0].problem(("group",), what, 'Write one in the topics folder, with "group: about".')
