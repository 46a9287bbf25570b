"""A treatment: the same chapters and the same answered questions for each."""

from typing import Literal

from kiosk.content.model.meaning import IconName, Label, Line, Prose
from kiosk.content.model.parts import Certainty, CertaintyLevel, Picture, Review, Status, Step, Translation
from kiosk.content.model.value import Value
from kiosk.values import value_class


@value_class(kw_only=True)
class Answer(Value):
    """A treatment's answer to one of the patient questions."""

    short: Line
    """What stands in the box of a comparison: at most about 20 words."""
    why: Prose
    """What a touch on the box opens: the reasons, with source marks."""
    level: CertaintyLevel | None = None
    """Four dots in the box; only for how_sure."""
    caution: bool = False
    """True to set the box off as a warning."""


@value_class(kw_only=True)
class Answers(Value):
    """The fixed set of patient questions; a treatment answers every one."""

    what_is_it: Answer
    how_is_it_done: Answer
    visits_and_time: Answer
    tried_in: Answer
    helps_pain: Answer
    helps_daily_life: Answer
    how_sure: Answer
    how_long_it_lasts: Answer
    common_side_effects: Answer
    serious_harm: Answer
    recovery: Answer
    medicines: Answer
    who_may_not_suit: Answer
    approval: Answer
    guidelines: Answer
    cost: Answer
    not_known: Answer
    what_matters: Answer


@value_class(kw_only=True)
class Chapters(Value):
    """The same chapters in the same order for each treatment; every chapter has at least one step."""

    what_it_is: tuple[Step, ...]
    how_it_is_done: tuple[Step, ...]
    days_and_weeks_after: tuple[Step, ...]
    what_studies_show: tuple[Step, ...]
    risks: tuple[Step, ...]
    is_it_for_me: tuple[Step, ...]
    approval_and_cost: tuple[Step, ...]
    questions_people_ask: tuple[Step, ...]


ChapterName = Literal[
    "what_it_is", "how_it_is_done", "days_and_weeks_after", "what_studies_show", "risks", "is_it_for_me",
    "approval_and_cost", "questions_people_ask",
]  # fmt: skip


@value_class(kw_only=True)
class LookBack(Value):
    """A friendly question at the end of a treatment, which leads back to the place where its answer stands."""

    question: Label
    """For example: What is still not known?"""
    answer: Line
    """A few words that stand in the same way at the place below."""
    other: Label
    """Something else that one may think."""
    chapter: ChapterName
    step: Label = ""
    """The title of the step where the answer stands; left out for the first screen of the chapter."""


@value_class(kw_only=True)
class Treatment(Value):
    """One treatment, with equal room for gains and harms."""

    title: Label
    """The full name: Platelet-rich plasma (PRP)."""
    name: Label
    """The short name, for cards and columns: PRP."""
    short: Label
    """One line for its card: what it is made of or does."""
    order: int = 100
    """Its place among the treatments, small numbers first."""
    group: Literal["regenerative", "usual-care"]
    icon: IconName
    picture: Picture
    certainty: Certainty
    status: Status
    key_points: tuple[Line, ...]
    """Three short points a patient should take away."""
    gains: tuple[Line, ...]
    """What it may do for people, each with its source."""
    harms: tuple[Line, ...]
    """What can go wrong, each with its source, with as much room as the gains."""
    unknowns: tuple[Line, ...]
    """What nobody knows yet."""
    cost: Prose
    other_choices: Prose
    chapters: Chapters
    answers: Answers
    ask: tuple[Label, ...]
    """Questions to ask the clinician, ready for the patient's list."""
    look_back: tuple[LookBack, ...] = ()
    """Three friendly questions before the patient leaves the page."""
    review: Review
    translation: Translation | None = None
