"""A page as the review reads it: passages and sentences, each with the line where it stands."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Self

from kiosk.content import markdown
from kiosk.content.kinds import Kind, page_id
from kiosk.content.model.meaning import READ_BY_PATIENTS, Meaning
from kiosk.content.model.value import Value
from kiosk.content.problem import Problem
from kiosk.content.reader import ReadFile, Reading
from kiosk.content.review import sentences
from kiosk.content.walk import KeyPath, Leaf, leaves
from kiosk.values import value_class

RUNNING_TEXT = frozenset({Meaning.LINE, Meaning.PROSE})
"""The texts that are made of sentences; labels are titles, names and questions."""


@value_class
class Sentence:
    """A sentence without markup, and the ids of the sources marked in it."""

    text: str
    sources: tuple[str, ...] = ()


@value_class
class Passage:
    """A paragraph, an item of a list or a label."""

    path: KeyPath
    meaning: Meaning
    is_item: bool
    below: int
    """How many lines it stands below the line of its key."""
    sentences: tuple[Sentence, ...]

    @property
    def text(self) -> str:
        """Its words alone."""
        return " ".join(sentence.text for sentence in self.sentences)

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of its sources."""
        return tuple(source for sentence in self.sentences for source in sentence.sources)

    def is_within(self, *keys: str) -> bool:
        """Whether it stands below one of these keys."""
        return any(key in self.path for key in keys)


@value_class
class PageText:
    """A file's value with its patient text."""

    shown: str
    path: PurePosixPath
    kind: Kind
    value: Value
    reading: Reading
    passages: tuple[Passage, ...]
    is_on_top: bool
    """Whether it lies in the folder that is reviewed, and not in one below it."""

    @classmethod
    def of(cls, read: ReadFile) -> Self | None:
        """The text of a file, or None if the file has no value."""
        value = read.reading.visible
        if value is None:
            return None
        passages = tuple(passage for leaf in leaves(value) for passage in passages_of(leaf))
        file = read.file
        return cls(file.shown, file.path, read.kind, value, read.reading, passages, file.is_on_top)

    @property
    def id(self) -> str:
        """The same for every language: therapies/prp."""
        return page_id(self.path)

    @property
    def language(self) -> str:
        """The code of its language, or nothing for files that all languages share."""
        return self.path.parts[0] if self.kind.per_language else ""

    def running(self) -> Iterator[Passage]:
        """Its passages without labels."""
        return (passage for passage in self.passages if passage.meaning in RUNNING_TEXT)

    def problem(self, where: KeyPath, what: str, remedy: str) -> Problem:
        """A problem at the value that the keys lead to; a page of ours has to be copied before a clinic can mend it."""
        told = remedy if self.is_on_top else f"{to_copy(self.shown)} {remedy}"
        return self.reading.problem(self.shown, where, what, told, warning=True)

    def problem_in(self, passage: Passage, what: str, remedy: str) -> Problem:
        """A problem on the line of a passage."""
        problem = self.problem(passage.path, what, remedy)
        column = 1 if passage.below else problem.column
        return replace(problem, line=problem.line + passage.below, column=column)


def to_copy(path: str) -> str:
    """What to do before a page that lies below the clinic's folder can be changed."""
    return f'First type "clinic-kiosk content copy {path}".'


def texts_of(files: Iterable[ReadFile]) -> tuple[PageText, ...]:
    """The text of every file that has a value."""
    return tuple(text for text in map(PageText.of, files) if text is not None)


def unread(files: Iterable[ReadFile]) -> frozenset[PurePosixPath]:
    """The paths, without ending, of the files that have a mistake: each is there, though it has no text."""
    return frozenset(file.file.path.with_suffix("") for file in files if file.reading.value is None)


def in_language(pages: Iterable[PageText], code: str) -> tuple[PageText, ...]:
    """The pages of one language."""
    return tuple(page for page in pages if page.language == code)


def languages(pages: Sequence[PageText]) -> list[str]:
    """The codes of the languages, the one that others are translated from first."""
    orders = {page.language: getattr(page.value, "order", 0) for page in pages if page.kind.name == "language"}
    codes = {page.language for page in pages if page.language}
    return sorted(codes, key=lambda code: (code not in orders, orders.get(code, 0), code))


def passages_of(leaf: Leaf) -> Iterator[Passage]:
    """The passages of one text, or none if patients do not read it."""
    if leaf.meaning not in READ_BY_PATIENTS:
        return
    if leaf.meaning is Meaning.LABEL:
        if leaf.text.strip():
            said = tuple(Sentence(" ".join(sentence.split())) for sentence in sentences.split(leaf.text))
            yield Passage(leaf.path, leaf.meaning, is_item=False, below=0, sentences=said)
        return
    is_block = "\n" in leaf.text  # written with |, so the words begin on the line below the key
    for offset, part in markdown.parts(leaf.text):
        is_item = part.startswith("- ")
        said = tuple(map(_sentence, sentences.split(part[2:] if is_item else part)))
        below = leaf.text.count("\n", 0, offset) + is_block
        yield Passage(leaf.path, leaf.meaning, is_item, below, said)


def _sentence(marked: str) -> Sentence:
    return Sentence(markdown.plain(marked), markdown.sources(marked))
