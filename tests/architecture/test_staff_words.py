"""The staff's words stand in assets/staff.json alone: what is looked up is there, and what is there is used."""

import ast
import json
import re
from collections.abc import Iterator
from typing import Final

from kiosk.paths import assets_folder
from kiosk.staff.acts import TABS
from kiosk.staff.words import FILE
from tests.architecture.modules import Module, read_modules
from tests.architecture.staff_words import is_look_up

WORDS: Final[dict[str, dict[str, str]]] = json.loads((assets_folder() / FILE).read_text(encoding="utf-8"))
MODULES: Final = [
    module
    for name, module in read_modules().items()
    if name.startswith(("kiosk.staff.", "kiosk.services.staffing", "kiosk.ui.staff"))
]
_TELLING: Final = {"Row": 3, "Page": 3, "Side": 1, "Choice": 1}
"""What is made of words to be read, and how many arguments from the first on may be words."""


def _look_ups(module: Module) -> Iterator[ast.Call]:
    yield from (node for node in ast.walk(module.tree) if isinstance(node, ast.Call) and is_look_up(node))


def _pattern(name: ast.expr) -> str:
    """The names that an expression can come to, as a pattern."""
    if isinstance(name, ast.Constant):
        return re.escape(str(name.value))
    if isinstance(name, ast.JoinedStr):
        return "".join(re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".+" for part in name.values)
    if isinstance(name, ast.IfExp):
        return f"{_pattern(name.body)}|{_pattern(name.orelse)}"
    return ""


def _strings(module: Module) -> Iterator[str]:
    yield from (
        node.value for node in ast.walk(module.tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


def test_every_name_is_there_in_every_language() -> None:
    names = [(module, call.args[0]) for module in MODULES for call in _look_ups(module)]
    named = {(module.name, str(name.value)) for module, name in names if isinstance(name, ast.Constant)}
    missing = [(*place, language) for place in named for language, words in WORDS.items() if place[1] not in words]
    assert missing == []


def test_no_sentence_stands_in_the_code() -> None:
    said = [
        f"{module.name}: {ast.unparse(node)}"
        for module in MODULES
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call)
        for value in node.args[: _TELLING.get(getattr(node.func, "id", ""), 0)]
        if isinstance(value, ast.Constant) and isinstance(value.value, str) and re.search(r"[^\W\d_]{2,}", value.value)
    ]
    assert said == []


def test_every_word_is_used() -> None:
    patterns = {_pattern(call.args[0]) for module in MODULES for call in _look_ups(module)} - {""}
    patterns |= {f"(?:{pattern})_one" for pattern in patterns}
    strings = {string for module in MODULES for string in _strings(module)} | set(TABS)
    used = re.compile("|".join(patterns))
    assert [name for name in WORDS["en"] if not used.fullmatch(name) and name not in strings] == []


def test_every_language_has_the_same_words_with_the_same_places() -> None:
    places = {
        language: {name: sorted(re.findall(r"{\w+}", words)) for name, words in told.items()}
        for language, told in WORDS.items()
    }
    assert all(told == places["en"] for told in places.values())
