"""A page without its wording: how many steps, which pictures, figures, sources and levels.

It is the same in every language.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

from kiosk.content import markdown
from kiosk.content.model.meaning import READ_BY_PATIENTS
from kiosk.content.model.value import Value
from kiosk.content.walk import KeyPath, leaves
from kiosk.values import value_class

OWN = frozenset({"review", "translation", "order", "icon", "also"})
"""Keys under which each language has its own."""
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*|\{\w+\}")
"""A number, or a placeholder that stands for one."""


@value_class
class Fact:
    """One thing that languages share: a name or number itself, or what must agree in a text."""

    content: object = ""
    is_list: bool = False
    text: str = ""
    """The words of a patient text, which do not agree."""
    sources: frozenset[str] = frozenset()
    figures: frozenset[str] = frozenset()


@value_class
class Difference:
    """Where a translation is not built like its original."""

    path: KeyPath
    what: str
    remedy: str


def facts(value: Value) -> Mapping[KeyPath, Fact]:
    """Everything in a page that has content, by the keys that lead to it."""
    texts = {leaf.path for leaf in leaves(value) if leaf.meaning in READ_BY_PATIENTS}
    return dict(_facts(value, (), texts))


def differences(translation: Value, original: Value, name: str) -> Iterator[Difference]:
    """Where a translation is not built like the original of this name; what lies within a difference is not told."""
    here, there = facts(translation), facts(original)
    told: set[KeyPath] = set()
    for path in sorted({*here, *there}, key=_in_order):
        if not any(path[:length] in told for length in range(len(path))):
            for what, remedy in _compared(path, here.get(path), there.get(path), name):
                told.add(path)
                yield Difference(path, what, remedy)


def _facts(part: object, path: KeyPath, texts: set[KeyPath]) -> Iterator[tuple[KeyPath, Fact]]:
    if is_dataclass(part):
        yield path, Fact()
        for field in fields(part):
            if field.name not in OWN:
                yield from _facts(getattr(part, field.name), (*path, field.name), texts)
    elif isinstance(part, tuple) and part:
        yield path, Fact(len(part), is_list=True)
        for index, item in enumerate(part):
            yield from _facts(item, (*path, index), texts)
    elif path in texts and isinstance(part, str) and part.strip():
        words = markdown.plain(part)
        yield (
            path,
            Fact(text=words, sources=frozenset(markdown.sources(part)), figures=frozenset(_FIGURE.findall(words))),
        )
    elif path not in texts and part not in (None, "", (), False):
        yield path, Fact(part)


def _in_order(path: KeyPath) -> tuple[str, ...]:
    return tuple(f"{step:06}" if isinstance(step, int) else step for step in path)


def _compared(path: KeyPath, here: Fact | None, there: Fact | None, name: str) -> Iterator[tuple[str, str]]:
    key = _named(path)
    if here is None or there is None:
        if here is None:
            yield f"{key} is missing here; {name} has it.", "Translate it."
        else:
            yield f"{key} is here but not in {name}.", "Take it out here, or add it there."
    elif here.content != there.content:
        unit = " entries" if here.is_list else ""
        yield f"{key} has {here.content}{unit} here and {there.content}{unit} in {name}.", "Make both the same."
    else:
        yield from _agree(f"The sources of {key}", here.sources, there.sources, name)
        yield from _agree(f"The figures of {key}", here.figures, there.figures, name)


def _agree(subject: str, here: frozenset[str], there: frozenset[str], name: str) -> Iterator[tuple[str, str]]:
    if here != there:
        yield f"{subject} are {_listed(here)} here and {_listed(there)} in {name}.", "Make both the same."


def _listed(names: frozenset[str]) -> str:
    return ", ".join(sorted(names)) or "none"


def _named(path: KeyPath) -> str:
    if path and isinstance(path[-1], int):
        return f'entry {path[-1] + 1} of "{path[-2]}"'
    return f'"{path[-1]}"' if path else "the page"
