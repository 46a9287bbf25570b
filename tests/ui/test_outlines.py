"""Every kind of screen as assistive technology is told of it: role, name and state of each thing, in order.

The expected outlines lie in tests/ui/outlines/. When a screen was changed on purpose, look at the difference and then
write the new ones down with `pytest tests/ui/test_outlines.py --approve`.
"""

from pathlib import Path

import pytest

from tests import tree
from tests.ui.conftest import Gallery, Measured
from tests.ui.stops import COMPARISON, SCREENS, Look

FOLDER = Path(__file__).parent / "outlines"
NAMES = [name for name in SCREENS if name != "apology"] + ["therapies/prp", COMPARISON, "tips/walk"]


@pytest.mark.parametrize("name", NAMES)
def test_outline(measured: Measured, name: str, approve: bool) -> None:
    parts = [tree.written(facts.nodes) for facts in measured(Look(), name)]
    _compare(name, "---\n".join(parts), approve=approve)


def test_outline_of_the_bar(gallery: Gallery, approve: bool) -> None:
    visitor = gallery(Look())
    visitor.stands_at(*SCREENS["treatments"])
    _compare("bar", tree.outline(visitor.bar), approve=approve)


def _compare(name: str, outline: str, *, approve: bool) -> None:
    file = FOLDER / f"{name.replace('/', '-')}.txt"
    if approve:
        file.write_text(outline, encoding="utf-8")
    assert file.is_file(), f"{file} is missing: look at the screen and write it down with --approve"
    assert outline == file.read_text(encoding="utf-8")


def test_no_outline_is_left_over() -> None:
    expected = {name.replace("/", "-") for name in (*NAMES, "bar")}
    assert {file.stem for file in FOLDER.glob("*.txt")} == expected
