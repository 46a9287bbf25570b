"""A treatment or topic as chapters of steps, the way the explainer leafs through it."""

from dataclasses import fields
from typing import Final, TypeAlias

from kiosk.content.model.meaning import Line
from kiosk.content.model.pages import Topic
from kiosk.content.model.parts import CertaintyLevel, Picture, Step
from kiosk.content.model.treatment import LookBack, Treatment
from kiosk.content.model.words import TreatmentWords
from kiosk.session.routes import Reading
from kiosk.values import value_class

_ICONS: Final = {
    "what_it_is": "circle-info",
    "how_it_is_done": "vial",
    "days_and_weeks_after": "clock",
    "what_studies_show": "list-check",
    "risks": "shield-heart",
    "is_it_for_me": "user-doctor",
    "approval_and_cost": "file-circle-check",
    "questions_people_ask": "circle-question",
}


@value_class
class Balance:
    """Gains, harms and what nobody knows, with equal room for each."""

    title: str
    columns: tuple[tuple[str, tuple[Line, ...]], ...]
    """Heading and lines of each."""


@value_class
class Sureness:
    """How sure we can be that the studies are right, and why."""

    title: str
    level: CertaintyLevel
    why: str
    picture: Picture


@value_class
class ToAsk:
    """Questions that can be put on the list."""

    title: str
    questions: tuple[str, ...]


@value_class
class LookingBack:
    """Friendly questions that lead back to the places where their answers stand."""

    title: str
    line: str
    questions: tuple[str, ...]


AnyStep: TypeAlias = Step | Balance | Sureness | ToAsk | LookingBack


@value_class
class Chapter:
    """Steps under one heading."""

    title: str
    icon: str
    steps: tuple[AnyStep, ...]


def chapters_of(page: Treatment | Topic, words: TreatmentWords) -> tuple[Chapter, ...]:
    """The chapters of a page, the same for each treatment."""
    return _treatment(page, words) if isinstance(page, Treatment) else _topic(page, words)


def _treatment(page: Treatment, words: TreatmentWords) -> tuple[Chapter, ...]:
    first = {
        "what_it_is": (_points(words.in_short, page.key_points, page),),
        "is_it_for_me": (_balance(page, words),),
    }
    papers = next((step.picture for step in page.chapters.approval_and_cost), None) or page.picture
    last: dict[str, tuple[AnyStep, ...]] = {
        "what_studies_show": (Sureness(words.how_sure, page.certainty.level, page.certainty.why, page.picture),),
        "is_it_for_me": (Step(title=words.other_choices, text=page.other_choices),),
        "approval_and_cost": (Step(title=words.cost, text=page.cost, picture=papers, ask=words.cost_ask),),
        "questions_people_ask": (
            *((ToAsk(words.to_ask, page.ask),) if page.ask else ()),
            *((_looking_back(page, words),) if page.look_back else ()),
        ),
    }
    return tuple(
        Chapter(
            getattr(words, field.name),
            _ICONS[field.name],
            (*first.get(field.name, ()), *getattr(page.chapters, field.name), *last.get(field.name, ())),
        )
        for field in fields(page.chapters)
    )


def _topic(page: Topic, words: TreatmentWords) -> tuple[Chapter, ...]:
    short = Chapter(words.in_short, page.icon, (_points(words.in_short, page.key_points, page),))
    asks = (Chapter(words.to_ask, "circle-question", (ToAsk(words.to_ask, page.ask),)),) if page.ask else ()
    return (short, *(Chapter(step.title, "", (step,)) for step in page.steps), *asks)


def _points(title: str, points: tuple[Line, ...], page: Treatment | Topic) -> Step:
    return Step(title=title, text="\n".join(f"- {point}" for point in points), picture=page.picture)


def _balance(page: Treatment, words: TreatmentWords) -> Balance:
    columns = ((words.gains, page.gains), (words.harms, page.harms), (words.unknowns, page.unknowns))
    return Balance(words.balance, columns)


def _looking_back(page: Treatment, words: TreatmentWords) -> LookingBack:
    questions = tuple(look_back.question for look_back in page.look_back)
    return LookingBack(words.look_back, words.look_back_line, questions)


def place_to_look(page_id: str, page: Treatment, look_back: LookBack, words: TreatmentWords) -> tuple[str, Reading]:
    """The title of the step where an answer stands, and the way there; the chapter's first where it is not named."""
    names = [field.name for field in fields(page.chapters)]
    chapter = names.index(look_back.chapter)
    titles = [step.title for step in chapters_of(page, words)[chapter].steps]
    step = titles.index(look_back.step) if look_back.step in titles else 0
    return titles[step], Reading(page_id, chapter, step)


def places_of(chapters: tuple[Chapter, ...], page: str) -> tuple[Reading, ...]:
    """Every step of a page in reading order."""
    return tuple(
        Reading(page, number, step) for number, chapter in enumerate(chapters) for step in range(len(chapter.steps))
    )
