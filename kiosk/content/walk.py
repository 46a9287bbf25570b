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


def leaves(value: object) -> Iterator[Leaf]:
    """Every text of a page that has a meaning, in the order of its keys."""
    yield from _leaves(value, type(value), ())


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


def _leaves(value: object, hint: Any, path: KeyPath) -> Iterator[Leaf]:  # noqa: ANN401 - type hints have no type
    if is_dataclass(value):
        for name, field_hint in field_hints(type(value)):  # type: ignore[arg-type]  # mypy takes a class of frozen values for unhashable
            yield from _leaves(getattr(value, name), field_hint, (*path, name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _leaves(item, _item_hint(hint, index), (*path, index))
    elif isinstance(value, str):
        for meaning in getattr(hint, "__metadata__", ()):
            if isinstance(meaning, Meaning):
                yield Leaf(path, meaning, value)


@cache
def field_hints(model: Any) -> tuple[tuple[str, Any], ...]:  # noqa: ANN401 - a class; frozen values confuse the cache
    """The fields of a model class with their resolved types, meanings kept."""
    hints = get_type_hints(model, include_extras=True)
    return tuple((field.name, hints[field.name]) for field in fields(model))


def _item_hint(hint: Any, index: int) -> Any:  # noqa: ANN401 - type hints have no type
    """The type of an item of tuple[X, ...], tuple[X, Y] or an optional one of these."""
    for option in (hint, *get_args(hint)):
        if get_origin(option) is tuple:
            items = get_args(option)
            return items[0] if items[-1] is Ellipsis else items[index]
    return None
