"""Does the answer to each question at the end of a treatment stand at the place where the question leads?"""

from collections.abc import Iterable, Iterator
from typing import Final

from kiosk.content import markdown
from kiosk.content.model.treatment import LookBack, Treatment
from kiosk.content.problem import Problem
from kiosk.content.review.page_text import PageText

QUESTIONS: Final = 3
"""Source: project rule; more would be an examination."""


def review_looking_back(pages: Iterable[PageText]) -> Iterator[Problem]:
    """Every treatment without its three questions, and every answer that its place does not give."""
    for page in pages:
        if isinstance(page.value, Treatment):
            yield from _treatment(page, page.value)


def _treatment(page: PageText, treatment: Treatment) -> Iterator[Problem]:
    count = len(treatment.look_back)
    if count != QUESTIONS:
        what = f'"look_back" has {count} questions; a treatment has {QUESTIONS}.'
        yield page.problem(("look_back",), what, "Ask what a patient should take away, and what is not known.")
    for number, look_back in enumerate(treatment.look_back):
        words = markdown.plain(look_back.answer).rstrip(".").casefold()
        if not any(words in text.casefold() for text in _said_at(treatment, look_back)):
            what = f'"{look_back.answer}" does not stand where the question leads.'
            remedy = "Write it as it stands there, or name the chapter and the step where it does."
            yield page.problem(("look_back", number, "answer"), what, remedy)


def _said_at(treatment: Treatment, look_back: LookBack) -> list[str]:
    """The texts of the place; the first screens of two chapters are made of the page's own lists."""
    steps = getattr(treatment.chapters, look_back.chapter)
    if look_back.step:
        return [markdown.plain(step.text) for step in steps if step.title == look_back.step]
    if look_back.chapter == "what_it_is":
        return [markdown.plain(line) for line in treatment.key_points]
    if look_back.chapter == "is_it_for_me":
        return [markdown.plain(line) for line in (*treatment.gains, *treatment.harms, *treatment.unknowns)]
    return [markdown.plain(step.text) for step in steps[:1]]
