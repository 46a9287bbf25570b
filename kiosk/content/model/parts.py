"""The parts that pages are made of."""

from datetime import date
from typing import Literal

from kiosk.content.model.meaning import Label, Line, PictureName, Prose, SourceId
from kiosk.content.model.value import Value
from kiosk.values import value_class

CertaintyLevel = Literal["very-low", "low", "moderate", "high"]
StatusLevel = Literal["approved", "cleared", "off-label", "not-approved", "not-needed"]


@value_class(kw_only=True)
class Picture(Value):
    """A drawing and the words that stand for it."""

    file: PictureName
    """The file's name in the pictures folder, for example prp-spin.svg."""
    shows: Label = ""
    """What the picture shows, in one sentence, for people who cannot see it."""
    decoration: bool = False
    """True when the picture adds nothing to the words beside it."""


@value_class(kw_only=True)
class Group(Value):
    """One group of a study: how many of its people had the result."""

    name: Label
    """What this group got, for example Salt water."""
    count: int
    """How many people had the result."""
    of: int
    """How many people were in the group."""


@value_class(kw_only=True)
class PeopleFigure(Value):
    """A result counted in people, drawn as 100 figures for each group."""

    result: Label
    """The result, when and for whom: Pain clearly better after one year."""
    kind: Literal["gain", "harm"] = "gain"
    """Whether the result is wanted or not."""
    groups: tuple[Group, ...]
    """The groups of one study, the comparison group among them."""
    note: Line = ""
    """What the numbers mean, for example: This may be chance."""
    source: SourceId
    """The study."""


@value_class(kw_only=True)
class ScalePoint(Value):
    """One value on a scale."""

    name: Label
    value: int


@value_class(kw_only=True)
class ScaleFigure(Value):
    """A result measured in points, drawn on a scale, never as people."""

    result: Label
    """What was measured: Average pain score of people with new back pain."""
    lowest: int
    lowest_means: Label
    """What the low end means, for example: no pain."""
    highest: int
    highest_means: Label
    """What the high end means, for example: worst pain."""
    points: tuple[ScalePoint, ...]
    note: Line = ""
    source: SourceId


@value_class(kw_only=True)
class Step(Value):
    """One idea on one screen."""

    title: Label
    text: Prose
    """Short paragraphs or a list. Mark a source like this: 48 of 100 felt better.[^P3]"""
    picture: Picture | None = None
    people: PeopleFigure | None = None
    scale: ScaleFigure | None = None
    ask: Label = ""
    """The question that "Ask about this" puts on the patient's list."""


@value_class(kw_only=True)
class Certainty(Value):
    """How sure we are, by the GRADE words."""

    level: CertaintyLevel
    line: Label
    """A few words beside the name: For back pain: early, mixed evidence."""
    why: Line
    """The reason in one sentence."""


@value_class(kw_only=True)
class Status(Value):
    """Where a treatment stands with the regulator."""

    level: StatusLevel
    line: Line
    """One sentence: This use is not approved by the FDA."""
    badge: Label = ""
    """Printed with the name wherever it stands, for example: Not FDA approved. Research only."""


@value_class(kw_only=True)
class Reviewer(Value):
    """The clinician who answers for a page."""

    name: Label
    role: Label
    licence: Label
    signed: date


@value_class(kw_only=True)
class Review(Value):
    """When a page was written, who has checked it and when it must be looked at again."""

    version: int
    written: date
    due: date
    """The day by which the page must be checked again, at most 12 months after it was written."""
    rules_due: date | None = None
    """The day by which what it says of approval and cover must be checked again, at most 6 months on."""
    reviewer: Reviewer | None = None
    """Left out until a clinician has signed; patients then read "awaiting clinician review"."""

    def is_overdue(self, today: date) -> bool:
        """Whether the page, or what it says of approval and cover, had to be checked again before today."""
        return any(day is not None and day < today for day in (self.due, self.rules_due))


@value_class(kw_only=True)
class Translation(Value):
    """What a page was translated from."""

    of: str
    """The fingerprint of the original's text; clinic-kiosk check prints the present one."""
    translator: Label = ""
    """Left out until a qualified translator has signed; patients then read "awaiting translator"."""
