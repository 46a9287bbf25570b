"""Habits that keep the program easy to change (design, section 4, rules 3, 4 and 7)."""

import ast
import re
from collections.abc import Iterable, Iterator
from typing import Final

import pytest

from tests.architecture.modules import Module, read_modules
from tests.architecture.staff_words import is_look_up

MODULES: Final = read_modules()
LONGEST: Final = 300
"""Lines of a file."""
LONGER: Final[dict[str, str]] = {}
"""Files that may be longer, each with its reason."""
KEPT: Final = {
    "kiosk/content/shape.py: _ADAPTERS": "a validator takes milliseconds to make, and is the same for everybody",
    "kiosk/content/shape.py: _SCHEMAS": "so does a schema, which one misspelt key asks for again and again",
}
"""What a module may keep, each with its reason."""
_MUTABLE: Final = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)
_MAKERS: Final = {"list", "dict", "set", "defaultdict", "OrderedDict", "Counter", "deque", "bytearray"}


LOOKS: Final = [module for name, module in MODULES.items() if name.startswith(("kiosk.ui", "kiosk.pages"))]
"""What is seen and touched, and what stands there."""


def saying(pattern: str, modules: Iterable[Module]) -> list[str]:
    """Which modules say what a pattern finds, and what."""
    return [f"{module.shown}: {found}" for module in modules for found in re.findall(pattern, module.text)]


def test_no_file_is_too_long() -> None:
    lines = {module.shown: len(module.text.splitlines()) for module in MODULES.values()}
    assert {file: count for file, count in lines.items() if count > LONGEST and file not in LONGER} == {}


# --- state --------------------------------------------------------------------------------------------------------


def test_modules_keep_no_state() -> None:
    kept = [f"{module.shown}: {name}" for module in MODULES.values() for name in _state(module)]
    assert [state for state in kept if state not in KEPT] == []


def _state(module: Module) -> Iterator[str]:
    """Names of a module that can change: not said to be final, or empty at first and so made to be filled."""
    for node in module.tree.body:
        if isinstance(node, ast.Assign) and _changes(node.value):
            yield from (ast.unparse(target) for target in node.targets)
        elif isinstance(node, ast.AnnAssign) and node.value is not None and _is_state(node.annotation, node.value):
            yield ast.unparse(node.target)
    for within in ast.walk(module.tree):
        if isinstance(within, ast.Global):
            yield from within.names


def _is_state(annotation: ast.expr, value: ast.expr) -> bool:
    return _changes(value) and ("Final" not in ast.unparse(annotation) or _is_empty(value))


def _changes(value: ast.expr) -> bool:
    called = isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id in _MAKERS
    return isinstance(value, _MUTABLE) or called


def _is_empty(value: ast.expr) -> bool:
    if isinstance(value, ast.Call):
        return not value.args
    return not any(getattr(value, part, ()) for part in ("elts", "keys", "generators"))


def test_nothing_is_looked_up_from_everywhere() -> None:
    """Collaborators come by constructor; the commands alone may ask for the application."""
    may_not = [module for name, module in MODULES.items() if name != "kiosk.tour.shots"]
    assert saying(r"QApplication\.instance|QGuiApplication\.instance|qApp\b|activeWindow\(\)", may_not) == []


def test_no_module_is_a_drawer_for_everything() -> None:
    drawers = {"utils", "util", "helpers", "helper", "common", "misc", "manager"}
    assert [name for name in MODULES if drawers & set(name.split("."))] == []


# --- looks --------------------------------------------------------------------------------------------------------


def test_nobody_sets_a_style_sheet_and_nothing_hovers() -> None:
    assert saying(r"setStyleSheet|:hover|WA_Hover|underMouse|enterEvent|setToolTip", MODULES.values()) == []


def test_touch_goes_through_our_own_buttons() -> None:
    plain = r"\bQ(?:PushButton|ToolButton|CheckBox|RadioButton|ScrollArea|Scroller|ListView|TableView|MessageBox)\b"
    assert saying(plain, LOOKS) == []


@pytest.mark.a11y("A11Y-72")
def test_nothing_else_ends_by_itself() -> None:
    """Timers that act once belong to what moves by itself, to what is made while a finger is down, and to an activity
    that the visitor has begun and may hold.
    """
    moving = {"kiosk.ui.slide", "kiosk.ui.screens.attract", "kiosk.ui.screens.tips"}
    allowed = {*moving, "kiosk.ui.foresight", "kiosk.ui.widgets.phase_timer"}
    assert saying("singleShot", [module for module in LOOKS if module.name not in allowed]) == []


# --- words --------------------------------------------------------------------------------------------------------

_WORDS = re.compile(r"[^\W\d_]{2,}\s+[^\W\d_]{2,}")


def test_no_sentence_stands_in_code() -> None:
    assert [f"{module.shown}: {words}" for module in LOOKS for words in sorted(_sentences(module))] == []


def _sentences(module: Module) -> set[str]:
    """Texts of two words or more that are no explanation, no message to the log and no name of a look."""
    spared = {id(part) for node in ast.walk(module.tree) if _is_not_shown(node) for part in ast.walk(node)}
    texts = (node for node in ast.walk(module.tree) if isinstance(node, ast.Constant) and isinstance(node.value, str))
    return {str(node.value) for node in texts if id(node) not in spared and _WORDS.search(str(node.value))}


def _is_not_shown(node: ast.AST) -> bool:
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Constant) or ast.unparse(node.value).startswith("log.")
    is_enum = isinstance(node, ast.ClassDef) and any(ast.unparse(base) == "Enum" for base in node.bases)
    return is_enum or isinstance(node, (ast.Raise, ast.Assert)) or _is_annotation(node)


def _is_annotation(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and " | " in node.value


def test_labels_come_from_the_words_of_the_interface() -> None:
    said = [
        f"{module.shown}: {ast.unparse(keyword)}"
        for module in LOOKS
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call)
        for keyword in node.keywords
        if keyword.arg in ("label", "spoken", "title")
        if any(_has_letters(value) for value in _values(keyword.value, module.tree))
    ]
    assert said == []


def _values(value: ast.expr, tree: ast.Module) -> Iterator[ast.expr]:
    """An expression, and what is given to the variable that it is."""
    yield value
    if isinstance(value, ast.Name):
        for node in ast.walk(tree):
            if isinstance(node, ast.Assign):
                yield from _given(node, value.id)


def _given(node: ast.Assign, name: str) -> Iterator[ast.expr]:
    for target in node.targets:
        if isinstance(target, ast.Name) and target.id == name:
            yield node.value
        elif isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
            pairs = zip(target.elts, node.value.elts, strict=False)
            yield from (given for place, given in pairs if isinstance(place, ast.Name) and place.id == name)


def _has_letters(value: ast.expr) -> bool:
    """Whether it holds words of its own; a name under which the staff's words are looked up is none."""
    looked_up = {call.args[0] for call in ast.walk(value) if isinstance(call, ast.Call) and is_look_up(call)}
    parts = [node for node in ast.walk(value) if isinstance(node, ast.Constant) and node not in looked_up]
    return any(isinstance(part.value, str) and re.search(r"[^\W\d_]{2,}", part.value) for part in parts)
