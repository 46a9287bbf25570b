"""The other kinds of file: topic, comparison, tip, warning signs, spine, glossary, sources, patient questions."""

from typing import Literal

from kiosk.content.model.meaning import IconName, Label, Line, PageId, PlaceId, Prose
from kiosk.content.model.parts import Picture, Review, Step, Translation
from kiosk.content.model.value import Value
from kiosk.values import value_class

TipKind = Literal["move", "sleep", "weight", "smoking", "posture", "food", "stress", "work"]
Activity = Literal["breathe", "movement", "timer"]


@value_class(kw_only=True)
class Topic(Value):
    """A page of "Understand back pain": a condition, or something worth knowing."""

    title: Label
    short: Label
    """One line for its card."""
    order: int = 100
    group: Literal["basics", "causes", "care", "about"]
    """basics: what back pain is; causes: conditions; care: scans, mood, the clinician; about: this kiosk."""
    icon: IconName
    picture: Picture
    places: tuple[PlaceId, ...] = ()
    """Where on the spine it can be touched."""
    key_points: tuple[Line, ...]
    steps: tuple[Step, ...]
    ask: tuple[Label, ...] = ()
    review: Review
    translation: Translation | None = None


@value_class(kw_only=True)
class Matter(Value):
    """Something that matters to a patient, and the questions it lifts to the top."""

    name: Label
    lifts: tuple[str, ...]
    """Ids of patient questions, for example how_sure."""


@value_class(kw_only=True)
class Comparison(Value):
    """Treatments side by side; the boxes come from the treatments' own answers."""

    title: Label
    short: Label
    order: int = 100
    icon: IconName
    decision: Line
    """The decision the patient faces, as a question."""
    note: Line
    """What to mind when reading, for example: Do not compare numbers across columns."""
    treatments: tuple[PageId, ...]
    """The columns, in order: therapies/prp and so on."""
    usual_care: PageId
    """The column that always stays in view."""
    questions: tuple[str, ...]
    """Ids of the patient questions, in order."""
    matters: tuple[Matter, ...]
    review: Review
    translation: Translation | None = None


@value_class(kw_only=True)
class Tip(Value):
    """One tip of the carousel; it ends in one thing to try today."""

    title: Label
    kind: TipKind
    order: int = 100
    text: Prose
    try_today: Line
    picture: Picture
    activity: Activity | None = None
    """Something that can be done on the spot."""
    ask: Label = ""
    review: Review
    translation: Translation | None = None


@value_class(kw_only=True)
class WarningLevel(Value):
    """The warning signs of one urgency."""

    title: Label
    name: Label
    """A few words for the list of levels."""
    do: Line
    """What to do now; {emergency} and {clinic} stand for the telephone numbers of the settings."""
    do_short: Line = ""
    """The same in a few words, for what follows the first page in the largest letters."""
    picture: Picture
    signs: tuple[Line, ...]


@value_class(kw_only=True)
class WarningSigns(Value):
    """When to get help, in four levels."""

    title: Label
    intro: Line
    """How rare they are: it stands with the two most urgent levels, for the signs of the others are common."""
    emergency: WarningLevel
    same_day: WarningLevel
    within_days: WarningLevel
    routine: WarningLevel
    review: Review
    translation: Translation | None = None


@value_class(kw_only=True)
class Place(Value):
    """A part of the spine that can be touched."""

    id: PlaceId
    name: Label
    short: Label
    """One line: what it is and how it can hurt."""
    at: tuple[int, int]
    """Where it lies on the picture, as x and y on its sheet of 480 by 400."""


@value_class(kw_only=True)
class Spine(Value):
    """The spine to touch."""

    title: Label
    short: Label
    picture: Picture
    places: tuple[Place, ...]
    review: Review | None = None
    translation: Translation | None = None


@value_class(kw_only=True)
class Term(Value):
    """A word and what it means."""

    term: Label
    also: tuple[Label, ...] = ()
    """Other forms of the word as they stand in the pages, for example: discs."""
    meaning: Line


@value_class(kw_only=True)
class Glossary(Value):
    """Words that explain themselves wherever they stand."""

    terms: tuple[Term, ...]
    review: Review | None = None
    translation: Translation | None = None


@value_class(kw_only=True)
class Source(Value):
    """Where a claim comes from."""

    id: str
    """Short and lasting, for example our-1; no other source has the same."""
    body: str
    """Who issued it: Cochrane, FDA, the authors."""
    title: str
    year: int
    seen: str
    """Where it can be found: a journal and page, or an address in words."""
    mark: Literal["verified", "secondary", "clinician"]
    """verified: read at the source; secondary: read elsewhere, look at the original; clinician: to be confirmed."""
    doubt: str = ""
    """What is still to be looked up, for the clinician's list; patients read that details are being checked."""


@value_class(kw_only=True)
class Sources(Value):
    """A list of sources, the same for every language."""

    sources: tuple[Source, ...]


@value_class(kw_only=True)
class Question(Value):
    """How a patient question is worded."""

    ask: Label
    """The question as the row of a comparison: Does it help pain?"""
    list: Label
    """The question as it goes on the patient's list; {treatment} stands for the name."""


@value_class(kw_only=True)
class PatientQuestions(Value):
    """The wording of the fixed set of patient questions."""

    what_is_it: Question
    how_is_it_done: Question
    visits_and_time: Question
    tried_in: Question
    helps_pain: Question
    helps_daily_life: Question
    how_sure: Question
    how_long_it_lasts: Question
    common_side_effects: Question
    serious_harm: Question
    recovery: Question
    medicines: Question
    who_may_not_suit: Question
    approval: Question
    guidelines: Question
    cost: Question
    not_known: Question
    what_matters: Question
    review: Review | None = None
    translation: Translation | None = None
