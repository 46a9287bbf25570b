"""The table of docs/accessibility.md says no more than the tests do."""

import re
from pathlib import Path
from typing import Final

import pytest

from tests.accessibility.table import DOCUMENT, ROOT, STATES, Proof, Requirement, requirements, state_of, table_of

NUMBERS: Final = [f"A11Y-{number:02}" for number in range(1, 93)]
_MARKER: Final = re.compile(r'pytest\.mark\.a11y\("(A11Y-\d\d)"\)')
_ROW: Final = re.compile(r"^\| (A11Y-\d\d) \| .* \| ([a-z ]+) \| .* \|$", re.MULTILINE)


@pytest.fixture(scope="module")
def carried() -> dict[str, set[str]]:
    """The numbers that tests carry, and in which files."""
    found: dict[str, set[str]] = {}
    for file in Path(ROOT / "tests").rglob("test_*.py"):
        for number in _MARKER.findall(file.read_text(encoding="utf-8")):
            found.setdefault(number, set()).add(file.relative_to(ROOT).as_posix())
    return found


def test_every_requirement_stands_once() -> None:
    assert [requirement.number for requirement in requirements()] == NUMBERS


def test_every_automatic_requirement_has_a_test_that_carries_its_number(carried: dict[str, set[str]]) -> None:
    automatic = {requirement.number for requirement in requirements() if requirement.by in ("tests", "partly")}
    assert automatic - set(carried) == set(), "no test carries these numbers"
    assert set(carried) - automatic == set(), "these are proved by a test: say so in requirements.yaml"


def test_what_is_not_met_says_why() -> None:
    assert [one.number for one in requirements() if one.by != "tests" and not one.note] == []


def test_the_document_says_the_same() -> None:
    shown = dict(_ROW.findall(DOCUMENT.read_text(encoding="utf-8")))
    assert shown == {requirement.number: STATES[requirement.by] for requirement in requirements()}


def test_a_test_that_fails_makes_it_not_met() -> None:
    requirement = Requirement("A11Y-01", "Large", "tests")
    assert state_of(requirement, Proof(("tests/ui/test_layout.py",), 0)) == "met"
    assert state_of(requirement, Proof(("tests/ui/test_layout.py",), 1)) == "not met"
    assert state_of(requirement, None) == "not met"
    assert "met" not in table_of({}).partition("| A11Y-01 |")[2].partition("\n")[0].replace("not met", "")
