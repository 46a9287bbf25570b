"""Does nothing stand empty that no screen can show empty: words, lists, the months of a year?"""

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields
from typing import Final

from kiosk.content.model.home import Home
from kiosk.content.model.meaning import READ_BY_PATIENTS
from kiosk.content.model.pages import Comparison, Spine, Topic, WarningLevel
from kiosk.content.model.parts import PeopleFigure, ScaleFigure
from kiosk.content.model.treatment import Chapters, Treatment
from kiosk.content.model.value import Value
from kiosk.content.model.words import PageWords, TipWords
from kiosk.content.problem import Problem
from kiosk.content.reader import Reading
from kiosk.content.review.references import parts
from kiosk.content.walk import leaves

_MONTHS: Final = 12
_NEEDED: Final[Mapping[type[Value], tuple[str, ...]]] = {
    Chapters: tuple(field.name for field in fields(Chapters)),
    Comparison: ("treatments", "questions"),
    Home: ("slides",),
    PeopleFigure: ("groups",),
    ScaleFigure: ("points",),
    Spine: ("places",),
    TipWords: ("moves",),
    Topic: ("key_points",),
    Treatment: ("key_points",),
    WarningLevel: ("signs",),
}
"""The lists of each part that have at least one entry."""


def review_filled(path: str, reading: Reading) -> Iterator[Problem]:
    """Everything in a file that is empty and must not be."""
    texts = leaves(reading.visible)
    named = {leaf.path for leaf in texts if leaf.meaning not in READ_BY_PATIENTS}
    for where, part in parts(reading.visible):
        for name in _NEEDED.get(type(part), ()):
            if not getattr(part, name):
                what, remedy = f'"{name}" has no entry.', 'Write at least one, on a line that begins with "- ".'
                yield reading.problem(path, (*where, name), what, remedy)
        if isinstance(part, PageWords) and len(part.months) != _MONTHS:
            what = f"There are {len(part.months)} months here."
            yield reading.problem(path, (*where, "months"), what, "Write the names of all twelve, January first.")
        for name in _empty(part):
            if (*where, name) not in named:  # else it is told that there is nothing of that name
                yield reading.problem(path, (*where, name), f'"{name}" is empty.', "Write its words.")
    for leaf in texts:
        if leaf.meaning in READ_BY_PATIENTS and not leaf.text and isinstance(leaf.path[-1], int):
            what = f"Entry {leaf.path[-1] + 1} of the list is empty."
            yield reading.problem(path, leaf.path, what, "Write its words, or take the line out.")


def _empty(part: Value) -> Iterator[str]:
    """The keys of a part that must hold words and hold none."""
    for field in fields(part):  # type: ignore[arg-type]  # every value of the model is a dataclass
        if field.default is MISSING and getattr(part, field.name) == "":
            yield field.name
