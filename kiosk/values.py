"""Values: instances never change, and are equal when they are of one class and all their fields are.

They are dataclasses that cost less to define. `@dataclass(frozen=True, slots=True)` writes and compiles six methods for
each class, and a start defines more than a hundred classes before its first picture (docs/decisions/0009).
"""

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from operator import attrgetter
from typing import ClassVar, TypeVar, dataclass_transform, overload

T = TypeVar("T")


@overload
def value_class(cls: type[T], /) -> type[T]: ...
@overload
def value_class(*, kw_only: bool) -> Callable[[type[T]], type[T]]: ...
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def value_class(cls: type[T] | None = None, /, *, kw_only: bool = False) -> type[T] | Callable[[type[T]], type[T]]:
    """Make a class one of values. That nothing is assigned to their fields is checked by mypy, not at run time."""
    if cls is None:
        return lambda one: _made(one, kw_only=kw_only)
    return _made(cls, kw_only=kw_only)


def _made(cls: type[T], *, kw_only: bool) -> type[T]:
    own = vars(cls).keys()
    made = dataclass(eq=False, repr=False, slots=True, kw_only=kw_only)(cls)
    names = [each.name for each in fields(made) if each.compare]  # type: ignore[arg-type]  # mypy does not know that it is one
    setattr(made, "values_of", staticmethod(attrgetter(*names) if names else _nothing))  # noqa: B010 - no class declares it
    for name in ("__eq__", "__hash__", "__repr__"):
        if name not in own:
            setattr(made, name, vars(_Methods)[name])
    return made


def _nothing(_: object) -> None:
    """What is compared of values without fields."""


class _Methods:
    """The same for all values, so that nothing needs to be compiled."""

    values_of: ClassVar[Callable[[object], object]]
    """Gives all fields at once."""

    def __eq__(self, other: object) -> bool:
        return other.__class__ is self.__class__ and type(self).values_of(self) == type(self).values_of(other)

    def __hash__(self) -> int:
        return hash((self.__class__, type(self).values_of(self)))

    def __repr__(self) -> str:
        told = (f"{each.name}={getattr(self, each.name)!r}" for each in fields(self) if each.repr)  # type: ignore[arg-type]  # as above
        return f"{type(self).__qualname__}({', '.join(told)})"
