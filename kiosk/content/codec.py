"""Values of the model as compact JSON and back, without the cost of checking them again.

Only for what the kiosk itself has checked and written: clerks' files go through the reader.
"""

from collections.abc import Callable
from dataclasses import is_dataclass
from datetime import date
from functools import cache
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

from kiosk.content.walk import field_hints

Json = Any
Decoder = Callable[[Json], Any]
T = TypeVar("T")


def encode(value: object) -> Json:
    """A value as lists, words and numbers; a part of the model is the list of its fields, a mapping one of words."""
    if isinstance(value, str):  # most are
        return value
    if isinstance(value, tuple):
        return [encode(item) for item in value]
    if is_dataclass(value):
        return [encode(getattr(value, name)) for name, _ in field_hints(type(value))]  # type: ignore[arg-type]  # mypy takes a class of frozen values for unhashable
    if isinstance(value, Path):
        return str(value)
    return value.isoformat() if isinstance(value, date) else value


def decode(model: type[T], json: Json) -> T:
    """The value of the model in what encode gave."""
    value: T = _decoder(model)(json)  # type: ignore[arg-type]  # mypy takes a class of frozen values for unhashable
    return value


@cache
def _decoder(hint: Any) -> Decoder:  # noqa: ANN401 - type hints have no type
    origin, args = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _decoder(args[0])
    if origin in (Union, UnionType):
        return _optional(next(arg for arg in args if arg is not NoneType))
    if origin is tuple:
        return _sequence([_decoder(arg) for arg in args if arg is not Ellipsis], endless=args[-1] is Ellipsis)
    if hint in (date, Path):
        return date.fromisoformat if hint is date else Path
    if origin in (Literal, dict) or hint in (str, int, float, bool):
        return _same
    return _part(hint, [_decoder(field_hint) for _, field_hint in field_hints(hint)])


def _same(json: Json) -> Json:
    return json


def _optional(hint: Any) -> Decoder:  # noqa: ANN401 - type hints have no type
    """What is often left out: its decoder is made when it is first there, and no start waits for it."""
    return lambda json: None if json is None else _decoder(hint)(json)


def _sequence(inner: list[Decoder], *, endless: bool) -> Decoder:
    if endless:
        return lambda json: tuple(map(inner[0], json))
    return lambda json: tuple(decoder(item) for decoder, item in zip(inner, json, strict=True))


def _part(model: type, inner: list[Decoder]) -> Decoder:
    names = [name for name, _ in field_hints(model)]
    return lambda json: model(**{
        name: decoder(item) for name, decoder, item in zip(names, inner, json, strict=True)
    })  # fmt: skip
