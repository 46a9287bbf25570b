"""Reads one file: its bytes become a value of the model, or problems."""

import re
from codecs import BOM_UTF8
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path, PurePosixPath
from typing import Final, Protocol

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from kiosk.content import tree
from kiosk.content.folders import ContentFile
from kiosk.content.kinds import Kind, kind_of
from kiosk.content.model.meaning import READ_BY_PATIENTS
from kiosk.content.model.value import Value
from kiosk.content.problem import Problem
from kiosk.content.shape import adapter, keys_at, schema_at
from kiosk.content.slips import CUT_OFF, START, Place, Slip, lacks_space, told_of_colon
from kiosk.content.untrusted import Unreadable, read_limited
from kiosk.content.walk import KeyPath, leaves
from kiosk.values import value_class


@value_class
class Hidden:
    """A clinic's file that takes a bundled page away."""


class Places(Protocol):
    """Where in a file its values stand."""

    def place_of(self, path: KeyPath) -> Place:
        """The place of the value that the keys lead to, or of the last of them that there is."""


@value_class
class Reading:
    """What came of reading a file."""

    value: Value | Hidden | None
    problems: tuple[Problem, ...]
    places: Places | None = None

    @property
    def visible(self) -> Value | None:
        """The value, unless it has a mistake or only takes a page away."""
        return None if isinstance(self.value, Hidden) else self.value

    def problem(self, path: str, where: KeyPath, what: str, remedy: str, *, warning: bool = False) -> Problem:
        """A problem of this file at the value that the keys lead to."""
        place = self.places.place_of(where) if self.places else START
        return Problem(path, place.line, place.column, "warning" if warning else "error", what, remedy)


@value_class
class ReadFile:
    """A file that was read."""

    file: ContentFile
    kind: Kind
    reading: Reading


def read(path: str, data: bytes, kind: Kind) -> Reading:
    """The value in the file's bytes, or every problem that keeps it from being one."""
    try:
        text = text_of(data)
        node = tree.parse(text)
    except Slip as slip:
        problem = Problem(path, slip.place.line, slip.place.column, "error", slip.what, slip.remedy)
        return Reading(None, (problem,))
    problems = [_repeated(path, key, place) for key, place in node.all_repeated()]
    plain = node.plain()
    if not plain:
        what, remedy = "The file is empty.", f"Copy a good {kind.name} file and change its words."
        return Reading(None, (Problem(path, 1, 1, "error", what, remedy),), node)
    if plain == {"hidden": "true"} and not problems:
        return Reading(Hidden(), (), node)
    if told := _hides_badly(plain, kind):
        return Reading(None, (Problem(path, node.place.line, node.place.column, "error", *told),), node)
    try:
        value = adapter(kind.model).validate_python(plain)
    except ValidationError as invalid:
        errors, lines = _without_misspelt(invalid.errors(include_url=False), kind), text.split("\n")
        problems += [_problem_of(error, path, kind, node, lines) for error in errors]
        return Reading(None, tuple(sorted(set(problems), key=_by_place)), node)
    cut_off = _remarks_in_words(value, node)
    problems += [Problem(path, place.line, place.column, "error", *CUT_OFF) for place in cut_off]
    return Reading(None if problems else value, tuple(sorted(problems, key=_by_place)), node)


def read_at(path: str, where: Path, kind: Kind) -> Reading:
    """The same of a file where it lies; what cannot be taken from there is a problem too."""
    try:
        data = read_limited(where, tree.MAX_BYTES)
    except Unreadable as fault:
        return Reading(None, (Problem(path, 1, 1, "error", fault.what, fault.remedy),))
    return read(path, data, kind)


def visible_at(path: str, where: Path) -> Value | None:
    """What patients can see of a page that lies somewhere; path: its place in the library, which tells its kind."""
    kind = kind_of(PurePosixPath(path))
    return read_at(path, where, kind).visible if kind is not None else None


def _problem_of(error: ErrorDetails, path: str, kind: Kind, node: tree.Node, lines: Sequence[str]) -> Problem:
    """Where pydantic found fault, told to a person."""
    where, words = error["loc"], error["input"]
    key = lacks_space(words) if error["type"].startswith("dataclass") and isinstance(words, str) else None
    if key is not None:
        place = node.at(where).place
        return Problem(path, place.line, place.column, "error", *told_of_colon(key))
    number = node.place_of(where).line
    line = lines[number - 1] if number <= len(lines) else ""  # YAML knows more ends of lines than these
    return Reading(None, (), node).problem(path, *_told(error, kind, line))


def _hides_badly(plain: object, kind: Kind) -> tuple[str, str] | None:
    """What is wrong with the one line of a file that is to take a page away."""
    if not isinstance(plain, dict) or len(plain) > 1:
        return None
    (key,) = plain
    if key == "hidden":
        return '"hidden" is not followed by the word true.', 'Write "hidden: true".'
    if get_close_matches(key.lower(), ["hidden"], cutoff=0.7):
        return f'"{key}" is not a key of {_article(kind.name)}.', 'Did you mean "hidden"?'
    return None


def _by_place(problem: Problem) -> tuple[int, int, str]:
    return problem.line, problem.column, problem.what


def text_of(data: bytes) -> str:
    """The text in a file's bytes, with the same ends of lines whatever wrote it.

    Raises Slip when it is too long, or not saved as UTF-8.
    """
    if len(data) > tree.MAX_BYTES:
        raise Slip(
            START,
            f"The file is larger than {tree.MAX_BYTES // 1_000_000} MB.",
            "A page is text only: put pictures in the pictures folder.",
        )
    data = data.removeprefix(BOM_UTF8)
    try:
        return data.decode().replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        before = data[: error.start].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        line = before.count(b"\n") + 1
        column = len(before.rpartition(b"\n")[2].decode()) + 1
        raise Slip(
            Place(line, column),
            "The letters here are not saved as UTF-8.",
            'Save the file again and choose the encoding "UTF-8".',
        ) from None


def _repeated(path: str, key: str, place: Place) -> Problem:
    what = f'"{key}" stands here a second time.'
    return Problem(path, place.line, place.column, "error", what, "Keep one of the two.")


def _remarks_in_words(value: Value, node: tree.Node) -> Iterator[Place]:
    """Every # that takes the end of what patients would read; behind a name or a number it is a remark like any."""
    remarks = dict(node.remarks())
    for leaf in leaves(value) if remarks else ():
        if leaf.meaning in READ_BY_PATIENTS and leaf.path in remarks:
            yield remarks[leaf.path]


def _without_misspelt(errors: list[ErrorDetails], kind: Kind) -> list[ErrorDetails]:
    """The errors, but no key that is missing only because it is misspelt: that is one slip, told where it is."""
    unknown = [error["loc"] for error in errors if error["type"] == "unexpected_keyword_argument"]
    meant = {(*where[:-1], close) for where in unknown for close in _close_keys(where, kind)}
    return [error for error in errors if error["type"] != "missing" or error["loc"] not in meant]


def _told(error: ErrorDetails, kind: Kind, line: str) -> tuple[KeyPath, str, str]:
    """Where pydantic found fault, what is wrong and what to write; line: as it stands in the file."""
    where: KeyPath = error["loc"]
    key = str(where[-1]) if where else kind.name
    if error["type"] == "missing" and isinstance(where[-1], int):
        return where[:-1], f"Entry {where[-1] + 1} of the list is missing.", "Add it."
    if error["type"] == "missing":
        return where[:-1], f'"{key}" is missing.', f'Add a line "{key}:" and its words.'
    if error["type"] == "unexpected_keyword_argument":
        return where, *_not_a_key(where, kind)
    if error["input"] is None:
        return where, f'"{key}" is empty.', _to_be_filled(error, kind, line)
    if not where:
        return (
            where,
            f"This is not what {_article(kind.name)} looks like.",
            f"Copy a good {kind.name} file and change its words.",
        )
    what, remedy = _SHAPES.get(error["type"], ("is not what belongs here", "Compare it with a good page"))
    if error["type"] == "literal_error":
        remedy = f"Write one of: {_choices(error)}"
    subject = f"Entry {where[-1] + 1} of the list" if where and isinstance(where[-1], int) else f'"{key}"'
    shown = f' ("{error["input"]}")' if isinstance(error["input"], str) and len(error["input"]) < _SHORT else ""
    return where, f"{subject} {what}{shown}.", f"{remedy}."


def _to_be_filled(error: ErrorDetails, kind: Kind, line: str) -> str:
    where: KeyPath = error["loc"]
    if _REMARK.search(line):
        return "What follows a # is not read: put the words in double quotes."
    if error["type"] == "literal_error":
        return f"Write one of: {_choices(error)}."
    is_needed = where[-1] in schema_at(where[:-1], kind.model).get("required", ())
    return "Write its words behind the colon." if is_needed else "Write its words, or take the line out."


_REMARK: Final = re.compile(r"^\s*(?:- )?[\w-]+:\s+#")
_SHORT = 40
_SHAPES: Final[dict[str, tuple[str, str]]] = {
    "string_type": ("must be words, not a list or keys", "Write the words after the colon, on the same line"),
    "int_parsing": ("is not a whole number", "Write digits only, for example 48"),
    "int_type": ("is not a whole number", "Write digits only, for example 48"),
    "int_from_float": ("is not a whole number", "Write digits only, for example 48"),
    "float_parsing": ("is not a number", "Write digits, for example 3.6"),
    "float_type": ("is not a number", "Write digits, for example 3.6"),
    "path_type": ("is not the path of a file or folder", "Write it like /var/lib/clinic-kiosk/content"),
    "bool_parsing": ("is neither true nor false", "Write true or false"),
    "bool_type": ("is neither true nor false", "Write true or false"),
    "too_long": ("has more entries than belong here", "Take out those at the end"),
    "tuple_type": ("must be a list", 'Put each entry on a line of its own that begins with "- "'),
    "dict_type": ("must have keys of its own", "Write them on the lines below, two spaces further in"),
    "dataclass_type": ("must have keys of its own", "Write them on the lines below, two spaces further in"),
    "dataclass_exact_type": ("must have keys of its own", "Write them on the lines below, two spaces further in"),
    "date_from_datetime_parsing": ("is not a date", "Write year, month and day like 2026-11-21"),
    "date_parsing": ("is not a date", "Write year, month and day like 2026-11-21"),
    "date_type": ("is not a date", "Write year, month and day like 2026-11-21"),
    "date_from_datetime_inexact": ("is not a date", "Write year, month and day like 2026-11-21"),
    "literal_error": ("is not one of the words that may stand here", ""),
}


def _article(name: str) -> str:
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name} file" if name != "warning signs" else "the warning signs file"


def _choices(error: ErrorDetails) -> str:
    return str(error.get("ctx", {}).get("expected", "")).replace("'", "").replace(" or ", ", ")


def _not_a_key(where: KeyPath, kind: Kind) -> tuple[str, str]:
    key = str(where[-1])
    if meant := lacks_space(key):
        return told_of_colon(meant)
    return f'"{key}" is not a key of {_article(kind.name)}.', _did_you_mean(where, kind)


def _did_you_mean(where: KeyPath, kind: Kind) -> str:
    if further_in := _further_in(where, kind):
        return f'If it belongs to "{further_in[0]}", move it in by two spaces.'
    close = _close_keys(where, kind)
    return f'Did you mean "{close[0]}"?' if close else "Take the line out, or look for the right key in a good page."


def _further_in(where: KeyPath, kind: Kind) -> list[str]:
    """The keys beside it that it could belong to."""
    key, keys = str(where[-1]), keys_at(where[:-1], kind.model)
    return [other for other in keys if key in keys_at((*where[:-1], other), kind.model)]


def _close_keys(where: KeyPath, kind: Kind) -> list[str]:
    """The key that was meant, if one is spelt much like it."""
    if _further_in(where, kind):
        return []
    key = str(where[-1]).partition(":")[0]
    return get_close_matches(key, sorted(keys_at(where[:-1], kind.model)), n=1, cutoff=0.6)
