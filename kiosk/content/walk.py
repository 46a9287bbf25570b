"""Walks through a page: every text in it, with where it stands and what it means."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from kiosk.content.model.meaning import Meaning
from kiosk.values import value_class

KeyPath = tuple[str | int, ...]
"""The keys and numbers in lists that lead to a value of a page: ("steps", 2, "text")."""


@value_class
class Leaf:
    """One text of a page."""

    path: KeyPath
    meaning: Meaning
    text: str


def leaves(value: object) -> tuple[Leaf, ...]:
    """Every text of a page that has a meaning, in the order of its keys."""
    found: list[Leaf] = []
    _gather(value, type(value), (), found)
    return tuple(found)


def texts(value: object) -> Iterator[str]:
    """Every text in a value, however deep, whatever it means."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from texts(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts(getattr(value, field.name))


def _gather(value: object, hint: Any, path: KeyPath, found: list[Leaf]) -> None:  # noqa: ANN401 - type hints have no type
    """Into one list: a check walks through every page several times, and generators within generators are slow."""
    if isinstance(value, str):
        meanings = (meaning for meaning in getattr(hint, "__metadata__", ()) if isinstance(meaning, Meaning))
        found.extend(Leaf(path, meaning, value) for meaning in meanings)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            _gather(item, _item_hint(hint, index), (*path, index), found)
    elif is_dataclass(value):
        for name, field_hint in field_hints(type(value)):  # type: ignore[arg-type]  # mypy takes a class of frozen values for unhashable
            _gather(getattr(value, name), field_hint, (*path, name), found)


@cache
def field_hints(model: Any) -> tuple[tuple[str, Any], ...]:  # noqa: ANN401 - a class; frozen values confuse the cache
    """The fields of a model class with their resolved types, meanings kept."""
    hints = get_type_hints(model, include_extras=True)
    return tuple((field.name, hints[field.name]) for field in fields(model))


def _item_hint(hint: Any, index: int) -> Any:  # noqa: ANN401 - type hints have no type
    """The type of an item of tuple[X, ...], tuple[X, Y] or an optional one of these."""
    items = _item_hints(hint)
    return items[0] if items[-1] is Ellipsis else items[index]


@cache
def _item_hints(hint: Any) -> tuple[Any, ...]:  # noqa: ANN401 - type hints have no type
    """The types in tuple[...] or an optional one."""
    tuples = (option for option in (hint, *get_args(hint)) if get_origin(option) is tuple)
    return get_args(next(tuples))
