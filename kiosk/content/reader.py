"""Reads one file: its bytes become a value of the model, or problems."""

from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from kiosk.content import tree
from kiosk.content.kinds import Kind
from kiosk.content.model.value import Value
from kiosk.content.problem import Problem

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Hidden:
    """A clinic's file that takes a bundled page away."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a file."""

    value: Value | Hidden | None
    problems: tuple[Problem, ...]
    node: tree.Node | None = None

    def problem(self, path: str, where: Path, what: str, remedy: str, *, warning: bool = False) -> Problem:
        """A problem of this file at the value that the keys lead to."""
        place = self.node.place_of(where) if self.node else tree.START
        return Problem(path, place.line, place.column, "warning" if warning else "error", what, remedy)


def read(path: str, data: bytes, kind: Kind) -> Reading:
    """The value in the file's bytes, or every problem that keeps it from being one."""
    try:
        node = tree.parse(_decode(data))
    except tree.Slip as slip:
        problem = Problem(path, slip.place.line, slip.place.column, "error", slip.what, slip.remedy)
        return Reading(None, (problem,))
    problems = [_repeated(path, key, place) for key, place in node.all_repeated()]
    plain = node.plain()
    if not plain:
        what, remedy = "The file is empty.", f"Copy a good {kind.name} file and change its words."
        return Reading(None, (Problem(path, 1, 1, "error", what, remedy),), node)
    if plain == {"hidden": "true"} and not problems:
        return Reading(Hidden(), (), node)
    try:
        value = adapter(kind.model).validate_python(plain)
    except ValidationError as invalid:
        reading = Reading(None, (), node)
        found = [reading.problem(path, *_told(error, kind)) for error in invalid.errors(include_url=False)]
        return Reading(None, tuple(sorted({*problems, *found}, key=_by_place)), node)
    return Reading(None if problems else value, tuple(problems), node)


def adapter(model: type[Value]) -> TypeAdapter[Value]:
    """Pydantic's validator for a kind of file; made once, as it takes some milliseconds."""
    if model not in _ADAPTERS:
        _ADAPTERS[model] = TypeAdapter(model)
    return _ADAPTERS[model]


_ADAPTERS: Final[dict[type[Value], TypeAdapter[Value]]] = {}
"""Not functools.cache: the type checker does not take a class of frozen values for hashable."""


def _by_place(problem: Problem) -> tuple[int, int, str]:
    return problem.line, problem.column, problem.what


def _decode(data: bytes) -> str:
    if len(data) > tree.MAX_BYTES:
        raise tree.Slip(
            tree.START,
            f"The file is larger than {tree.MAX_BYTES // 1_000_000} MB.",
            "A page is text only: put pictures in the pictures folder.",
        )
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        before = data[: error.start].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        line = before.count(b"\n") + 1
        column = len(before.rpartition(b"\n")[2].decode("utf-8-sig", "replace")) + 1
        raise tree.Slip(
            tree.Place(line, column),
            "The letters here are not saved as UTF-8.",
            'Save the file again and choose the encoding "UTF-8".',
        ) from None


def _repeated(path: str, key: str, place: tree.Place) -> Problem:
    what = f'"{key}" stands here a second time.'
    return Problem(path, place.line, place.column, "error", what, "Keep one of the two.")


def _told(error: ErrorDetails, kind: Kind) -> tuple[Path, str, str]:
    """Where pydantic found fault, what is wrong and what to write."""
    where: Path = error["loc"]
    key = str(where[-1]) if where else kind.name
    if error["type"] == "missing" and isinstance(where[-1], int):
        return where[:-1], f"Entry {where[-1] + 1} of the list is missing.", "Add it."
    if error["type"] == "missing":
        return where[:-1], f'"{key}" is missing.', f'Add a line "{key}:" and its words.'
    if error["type"] == "unexpected_keyword_argument":
        return where, f'"{key}" is not a key of {_article(kind.name)}.', _did_you_mean(where, kind)
    if error["input"] is None:
        return where, f'"{key}" is empty.', "Write its words, or take the line out if it may be left out."
    what, remedy = _SHAPES.get(error["type"], ("is not what belongs here", "Compare it with a good page"))
    if error["type"] == "literal_error":
        remedy = f"Write one of: {_choices(error)}"
    subject = f"Entry {where[-1] + 1} of the list" if where and isinstance(where[-1], int) else f'"{key}"'
    shown = f' ("{error["input"]}")' if isinstance(error["input"], str) and len(error["input"]) < _SHORT else ""
    return where, f"{subject} {what}{shown}.", f"{remedy}."


_SHORT = 40
_SHAPES: Final[dict[str, tuple[str, str]]] = {
    "string_type": ("must be words, not a list or keys", "Write the words after the colon, on the same line"),
    "int_parsing": ("is not a whole number", "Write digits only, for example 48"),
    "int_type": ("is not a whole number", "Write digits only, for example 48"),
    "int_from_float": ("is not a whole number", "Write digits only, for example 48"),
    "bool_parsing": ("is neither true nor false", "Write true or false"),
    "bool_type": ("is neither true nor false", "Write true or false"),
    "too_long": ("has more entries than belong here", "Take out those at the end"),
    "tuple_type": ("must be a list", 'Put each entry on a line of its own that begins with "- "'),
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


def _did_you_mean(where: Path, kind: Kind) -> str:
    close = get_close_matches(str(where[-1]), sorted(_keys_at(where[:-1], kind.model)), n=1, cutoff=0.6)
    return f'Did you mean "{close[0]}"?' if close else "Take the line out, or look for the right key in a good page."


def _keys_at(where: Path, model: type[Value]) -> set[str]:
    """The keys that may stand at a place of a file."""
    schema: dict[str, Any] = adapter(model).json_schema()
    here = schema
    for step in where:
        here = _resolved(here, schema)
        here = here.get("properties", {}).get(step, {}) if isinstance(step, str) else here.get("items", {})
    return set(_resolved(here, schema).get("properties", {}))


def _resolved(part: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    for option in part.get("anyOf", ()):
        if "$ref" in option:
            part = option
    if "$ref" in part:
        resolved: dict[str, Any] = schema["$defs"][part["$ref"].rpartition("/")[2]]
        return resolved
    return part
