"""Does everything that a page names exist: pictures, sources, pages, questions, places? Is its Markdown allowed?"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import fields
from difflib import get_close_matches
from pathlib import PurePosixPath
from typing import Self

from kiosk.content import markdown
from kiosk.content.icons import icon_names
from kiosk.content.kinds import page_id
from kiosk.content.model.meaning import READ_BY_PATIENTS, Meaning
from kiosk.content.model.pages import Comparison, Glossary, Sources, Spine
from kiosk.content.model.parts import Group, Picture
from kiosk.content.model.treatment import Answers, Treatment
from kiosk.content.model.value import Value
from kiosk.content.problem import Problem
from kiosk.content.reader import Hidden, Reading
from kiosk.content.review.ids import review_places
from kiosk.content.walk import KeyPath, Leaf, field_hints, leaves
from kiosk.values import value_class

PLACEHOLDERS = frozenset({
    "number", "count", "treatment", "term", "name", "role", "date", "version", "language", "question", "page",
    "seconds", "emergency", "clinic", "month", "year", "offers", "letter",
})  # fmt: skip
QUESTIONS = tuple(field.name for field in fields(Answers))


@value_class
class References:
    """The names that may be named."""

    pictures: Collection[str]
    sources: Collection[str]
    pages: Collection[str]
    places: Collection[str]
    icons: Collection[str]

    @classmethod
    def of(cls, values: Iterable[tuple[PurePosixPath, Value | Hidden]], pictures: Collection[str]) -> Self:
        """All names that a library's files define."""
        sources: set[str] = set()
        places: set[str] = set()
        pages = {"home"}
        for path, value in values:
            if isinstance(value, Sources):
                sources |= {source.id for source in value.sources}
            elif isinstance(value, Spine):
                places |= {place.id for place in value.places}
            elif not isinstance(value, Hidden):
                pages.add(page_id(path))
        return cls(frozenset(pictures), sources, pages, places, icon_names())

    def has_all_of(self, before: Self) -> bool:
        """Whether every name of before is still there: what was sound by those is sound by these."""
        return all(
            name in getattr(self, field.name) for field in fields(before) for name in getattr(before, field.name)
        )

    def known(self) -> Mapping[Meaning, tuple[Collection[str], str, str]]:
        """For each kind of name: the names there are, how to call one, and where to put a new one."""
        return {
            Meaning.PICTURE: (self.pictures, "picture", "Put the file into the pictures folder, or name one of it."),
            Meaning.SOURCE: (self.sources, "source", "Add it to a file of the sources folder."),
            Meaning.PAGE: (self.pages, "page", "Write its folder and name without .yaml, for example tips/walk."),
            Meaning.ICON: (self.icons, "icon", "Name a solid icon of Font Awesome, for example person-walking."),
            Meaning.PLACE: (self.places, "place on the spine", "Name one of spine.yaml."),
        }


def review_references(path: str, reading: Reading, references: References) -> Iterator[Problem]:
    """Every name in a file that leads nowhere, and every text that pages may not hold."""
    if reading.visible is None:
        return
    known = references.known()
    for leaf in leaves(reading.visible):
        if leaf.meaning in known:
            names, called, remedy = known[leaf.meaning]
            if leaf.text not in names:
                what = f'There is no {called} "{leaf.text}".'
                yield reading.problem(path, leaf.path, what, _closest(leaf.text, names) or remedy)
        elif leaf.meaning in READ_BY_PATIENTS:
            yield from _words(path, reading, leaf, references)
    yield from _facts(path, reading)


def _words(path: str, reading: Reading, leaf: Leaf, references: References) -> Iterator[Problem]:
    if not leaf.text.strip() and leaf.text:
        yield reading.problem(path, leaf.path, "There are no words here.", "Write them, or take the line out.")
    for name in _placeholders(leaf.text):
        if name not in PLACEHOLDERS:
            what = f'"{{{name}}}" stands for nothing here.'
            yield reading.problem(path, leaf.path, what, _closest(name, PLACEHOLDERS) or "Take the brackets out.")
    if leaf.meaning is Meaning.LABEL:
        return
    document = markdown.parse(leaf.text)
    for fault in document.faults:
        yield _at(reading.problem(path, leaf.path, fault.what, fault.remedy), leaf.text, fault.offset)
    for source in document.sources:
        if source not in references.sources:
            remedy = _closest(source, references.sources) or "Add it to a file of the sources folder."
            yield reading.problem(path, leaf.path, f'There is no source "{source}".', remedy)
    if leaf.meaning is Meaning.LINE and len(document.blocks) > 1:
        yield reading.problem(path, leaf.path, "There is more than one paragraph here.", "Write one paragraph.")


def _placeholders(text: str) -> Iterator[str]:
    start = text.find("{")
    while start >= 0:
        end = text.find("}", start)
        yield text[start + 1 : end if end > 0 else None]
        start = text.find("{", start + 1)


def _at(problem: Problem, text: str, offset: int) -> Problem:
    """The same problem on the line of a block of text where it stands."""
    below = text.count("\n", 0, offset) + ("\n" in text)  # written with |, the words begin on the line below the key
    if not below:
        return problem
    return Problem(problem.path, problem.line + below, 1, problem.severity, problem.what, problem.remedy)


def _closest(name: str, names: Collection[str]) -> str:
    close = get_close_matches(name, sorted(names), n=1, cutoff=0.6)
    return f'Did you mean "{close[0]}"?' if close else ""


def _facts(path: str, reading: Reading) -> Iterator[Problem]:
    """What the types alone cannot say."""
    value = reading.value
    for where, part in parts(value):
        if isinstance(part, Picture) and not part.shows and not part.decoration:
            what = f'The picture "{part.file}" has no words.'
            yield reading.problem(path, where, what, 'Add "shows:" and what one sees, or "decoration: true".')
        if isinstance(part, Group) and not 0 <= part.count <= part.of:
            yield reading.problem(path, where, f"{part.count} of {part.of} people cannot be.", "Check both numbers.")
    if isinstance(value, Comparison):
        yield from _comparison(path, reading, value)
    if isinstance(value, Treatment):
        yield from _look_backs(path, reading, value)
    if isinstance(value, Treatment) and not any(markdown.sources(leaf.text) for leaf in leaves(value)):
        yield reading.problem(path, (), "The page names no source.", "Mark one after a sentence, like this: [^P3]")
    if isinstance(value, Glossary):
        yield from _twice(path, reading, value)
    if isinstance(value, Spine):
        yield from review_places(path, reading, value)


def _comparison(path: str, reading: Reading, value: Comparison) -> Iterator[Problem]:
    named: list[tuple[KeyPath, str]] = [(("questions", index), name) for index, name in enumerate(value.questions)]
    for number, matter in enumerate(value.matters):
        named += [(("matters", number, "lifts", index), name) for index, name in enumerate(matter.lifts)]
    for where, name in named:
        if name not in QUESTIONS:
            what = f'There is no patient question "{name}".'
            yield reading.problem(path, where, what, _closest(name, QUESTIONS) or f"One of: {', '.join(QUESTIONS)}.")
    for index, name in enumerate((*value.treatments, value.usual_care)):
        if not name.startswith("therapies/"):
            place: KeyPath = ("treatments", index) if index < len(value.treatments) else ("usual_care",)
            yield reading.problem(path, place, f'"{name}" is not a treatment.', "Write therapies/ and its name.")


def _look_backs(path: str, reading: Reading, value: Treatment) -> Iterator[Problem]:
    """Every step that a question of the last screen leads back to."""
    for number, look_back in enumerate(value.look_back):
        titles = [step.title for step in getattr(value.chapters, look_back.chapter)]
        if look_back.step and look_back.step not in titles:
            what = f'The chapter "{look_back.chapter}" has no step "{look_back.step}".'
            remedy = _closest(look_back.step, titles) or "Write the title of a step as it stands in the chapter."
            yield reading.problem(path, ("look_back", number, "step"), what, remedy)


def _twice(path: str, reading: Reading, value: Glossary) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, term in enumerate(value.terms):
        for word in (term.term, *term.also):
            if word.casefold() in seen:
                what = f'"{word}" is explained twice.'
                yield reading.problem(path, ("terms", index), what, "Keep one of the two.")
            seen.add(word.casefold())


def parts(value: object, path: KeyPath = ()) -> Iterator[tuple[KeyPath, Value]]:
    """A value and every part within it, with where they stand."""
    if isinstance(value, Value):
        yield path, value
        for name, _ in field_hints(type(value)):  # type: ignore[arg-type]  # mypy takes a class of frozen values for unhashable
            yield from parts(getattr(value, name), (*path, name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from parts(item, (*path, index))
