"""A file to be filled in: every key of a kind of page, with what belongs there, made from the model itself.

What must be written is left empty, so that the check tells of each line that was forgotten and no patient ever reads
a line that was meant to be replaced.
"""

import textwrap
from collections.abc import Iterator
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from types import NoneType
from typing import Annotated, Any, Final, Literal, get_args, get_origin

from kiosk.content.kinds import Kind
from kiosk.content.model.meaning import Meaning
from kiosk.content.model.parts import Picture, Review
from kiosk.content.review.dates import add_months
from kiosk.content.review.limits import Limits
from kiosk.content.shape import adapter
from kiosk.content.walk import field_hints

_WIDTH: Final = 110
_HOW: Final = """\
Fill in every line that has nothing after its colon, unless the lines below it stand further in.
Lines that begin with # are for you to read. To use one that holds a key, take the # and the space after it away.
Patients see the page when all is filled in. What is missing: clinic-kiosk check
"""
_LATER: Final = frozenset({"translation", "rules_due"})
"""Keys that the check asks for where they are needed, with the value to write."""
_MEANINGS: Final = {
    Meaning.PROSE: "Several lines: write | after the colon, and the words below it, two spaces further in.",
    Meaning.PICTURE: "The name of a file in the pictures folder.",
    Meaning.SOURCE: "The id of an entry in the sources folder.",
    Meaning.PAGE: "A page by its path without .yaml, for example tips/walk.",
    Meaning.ICON: "The name of an icon, for example person-walking.",
    Meaning.PLACE: "The id of a place in spine.yaml.",
}


def template(kind: Kind, schema_line: str, today: date) -> str:
    """The text of a file of this kind, with the line that tells editors its schema."""
    filling = _Filling(adapter(kind.model).json_schema(), today)
    about = (kind.model.__doc__ or "").partition("\n")[0]
    head = [schema_line, f"{kind.name[0].upper()}{kind.name[1:]}: {about}", *_HOW.splitlines()]
    lines = [*(f"# {line}" for line in head), "", *filling.keys(kind.model)]
    return "\n".join(lines) + "\n"


class _Filling:
    """Writes the lines of one file; what a part's keys mean is said where the part first stands."""

    def __init__(self, schema: dict[str, Any], today: date) -> None:
        self.schema = schema
        self.today = today
        self.told: set[type] = set()

    def keys(self, model: Any) -> list[str]:  # noqa: ANN401 - a class of the model
        """The lines of a part, not moved in."""
        if model is Review:
            due = add_months(self.today, Limits().review_months)
            return ["version: 1", f"written: {self.today}", f"due: {due}"]
        first = model not in self.told
        self.told.add(model)
        hints = dict(field_hints(model))
        lines: list[str] = []
        for field in fields(model):
            if field.name in _LATER:
                continue
            required = field.default is MISSING and field.default_factory is MISSING
            required = required or (model is Picture and field.name == "shows")  # every picture but a decoration has it
            required = required or field.name == "review"  # only files from before may do without
            if required or first:
                remarks = self._remarks(model, field.name, hints[field.name]) if first else []
                block = [*remarks, *self._block(field, _needed(hints[field.name]))]
                lines += block if required else _as_remarks(block)
        return lines

    def _block(self, field: "Field[Any]", hint: Any) -> list[str]:  # noqa: ANN401 - type hints have no type
        key, inner = field.name, _plain(hint)
        if is_dataclass(inner):
            return [f"{key}:", *_moved_in(self.keys(inner))]
        if get_origin(inner) is tuple and get_args(inner)[-1] is Ellipsis:
            item = _plain(get_args(inner)[0])
            entry = _as_entry(self.keys(item)) if is_dataclass(item) else ["-"]
            return [f"{key}:", *_moved_in(entry)]
        is_told = isinstance(field.default, (str, int)) and field.default != ""
        return [f"{key}: {str(field.default).lower()}" if is_told else f"{key}:"]

    def _remarks(self, model: type, name: str, hint: Any) -> list[str]:  # noqa: ANN401 - type hints have no type
        part = self.schema.get("$defs", {}).get(model.__name__, self.schema)
        told = str(part.get("properties", {}).get(name, {}).get("description", "")).split("\n")
        words = [line.strip() for line in told if line.strip()]
        words += _shape(_needed(hint), told=bool(words))
        return [f"# {line}" for word in words for line in textwrap.wrap(word, _WIDTH)]


def _shape(hint: Any, *, told: bool) -> Iterator[str]:  # noqa: ANN401 - type hints have no type
    """What may stand there, where the key does not say it."""
    inner = _plain(hint)
    for meaning in getattr(hint, "__metadata__", ()):
        if meaning in _MEANINGS and (meaning is Meaning.PROSE or not told):
            yield _MEANINGS[meaning]
    if get_origin(inner) is Literal:
        yield f"One of: {', '.join(get_args(inner))}."
    elif inner is bool:
        yield "Write true or false."
    elif inner is date:
        yield "A day, for example 2026-11-21."
    elif get_origin(inner) is tuple and get_args(inner)[-1] is not Ellipsis:
        yield "Two numbers in brackets, for example [240, 200]."
    elif get_origin(inner) is tuple:
        yield from _shape(get_args(inner)[0], told=told)


def _needed(hint: Any) -> Any:  # noqa: ANN401 - type hints have no type
    """The type without None."""
    options = [option for option in get_args(hint) if option is not NoneType]
    return options[0] if NoneType in get_args(hint) else hint


def _plain(hint: Any) -> Any:  # noqa: ANN401 - type hints have no type
    return get_args(hint)[0] if get_origin(hint) is Annotated else hint


def _moved_in(lines: list[str]) -> list[str]:
    return [f"  {line}" for line in lines]


def _as_entry(lines: list[str]) -> list[str]:
    """The lines of a part as the first entry of a list."""
    first = next(number for number, line in enumerate(lines) if not line.startswith("#"))
    return [f"- {line}" if number == first else f"  {line}" for number, line in enumerate(lines)]


def _as_remarks(lines: list[str]) -> list[str]:
    """A part that may be left out: its remarks stay as they are, its keys become remarks."""
    return [line if line.startswith("#") else f"# {line}" for line in lines]
