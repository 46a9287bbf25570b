"""Every question that can be asked on a page, and what it is called in another language."""

from collections.abc import Iterable, Iterator
from dataclasses import fields

from kiosk.content.library import Pages
from kiosk.content.model.pages import Question, Tip, Topic
from kiosk.content.model.parts import Step
from kiosk.content.model.treatment import Treatment
from kiosk.pages.chapters import AnyStep, ToAsk, chapters_of
from kiosk.session.visit import Origin, Picked


def askable(pages: Pages, page_id: str) -> tuple[str, ...]:
    """The questions of a page, in the same order in each language; empty words stand for a step without one."""
    page = pages.page(page_id)
    match page:
        case Treatment() | Topic():
            steps = (step for chapter in chapters_of(page, pages.own.words.treatment) for step in chapter.steps)
            asked = tuple(question for step in steps for question in _of_step(step))
            return (*asked, *_of_boxes(pages, page)) if isinstance(page, Treatment) else asked
        case Tip():
            return (page.ask,)
        case _:
            return ()


def retold(picked: Picked, here: Pages, elsewhere: Iterable[Pages]) -> Picked:
    """A question as the same place of its page asks it here; as it was picked where the pages are not alike.

    here: in the language of the reader; elsewhere: in the other languages.
    """
    page_id = picked.origin.page
    page, ours = here.page(page_id), askable(here, page_id)
    if page is None or picked.words in ours:
        return picked
    for other in elsewhere:
        theirs = askable(other, page_id)
        if picked.words in theirs and len(theirs) == len(ours):
            return Picked(ours[theirs.index(picked.words)], Origin(page_id, page.title))
    return picked


def _of_step(step: AnyStep) -> tuple[str, ...]:
    if isinstance(step, ToAsk):
        return step.questions
    return (step.ask,) if isinstance(step, Step) else ()


def _of_boxes(pages: Pages, treatment: Treatment) -> Iterator[str]:
    """What can be asked where a comparison has been opened."""
    questions = pages.own.questions
    for field in fields(questions):
        question = getattr(questions, field.name)
        if isinstance(question, Question):
            yield asked_about(pages, question, treatment)


def asked_about(pages: Pages, question: Question, treatment: Treatment) -> str:
    """A patient question about one treatment, whose name keeps its own order in right-to-left text."""
    is_rtl = pages.own.language.direction == "right-to-left"
    return question.list.replace("{treatment}", f"\u2068{treatment.name}\u2069" if is_rtl else treatment.name)
