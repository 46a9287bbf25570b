"""Mistakes are made where a hand could make them, and what came of each is kept."""

import ast
from pathlib import Path

import pytest

from tests.mutation.mutants import Mutant, mutants_of, with_mistake
from tests.mutation.results import Results, table
from tests.mutation.trial import ROOT, Came

PROGRAM = '''\
"""Words that nobody runs."""

MOST = 4


def may(count: int, *, always: bool = False) -> bool:
    """Whether one more is allowed."""
    if always and not MOST:
        return True
    return count < MOST
'''


@pytest.fixture
def mutants(tmp_path: Path) -> list[Mutant]:
    file = tmp_path / "may.py"
    file.write_text(PROGRAM)
    found = mutants_of(file)
    file.write_text("# Somebody works on it meanwhile.\n")
    return found


def test_the_mistakes_of_a_file_are_told_with_their_lines(mutants: list[Mutant]) -> None:
    assert [(mutant.line, mutant.what, mutant.in_function) for mutant in mutants] == [
        (3, "4 is 5", False),
        (6, "False is True", False),
        (8, "the other way round", True),
        (8, "And is Or", True),
        (8, "no not", True),
        (9, "True is False", True),
        (10, "gives None", True),
        (10, "Lt is LtE", True),
    ]


def test_each_is_made_in_what_was_read_and_changes_one_line(mutants: list[Mutant]) -> None:
    sound = ast.unparse(ast.parse(PROGRAM)).splitlines()
    for mutant in mutants:
        spoilt = ast.unparse(with_mistake(mutant)).splitlines()
        assert sum(one != other for one, other in zip(sound, spoilt, strict=True)) == 1, mutant


def in_the_program(path: str, number: int) -> Mutant:
    return Mutant(ROOT / path, 1, "no not", number, in_function=True, source="")


def test_a_run_that_is_cut_off_goes_on_where_it_stood(tmp_path: Path) -> None:
    kept = tmp_path / "results"
    first, second, third = (in_the_program("kiosk/content/az.py", number) for number in range(3))
    before = Results(kept)
    before.add(first, "killed")
    before.add(second, "survived")
    with kept.open("a") as file:
        file.write('\n["kiosk/content/az.py')  # the plug was pulled
    after = Results(kept)
    assert [after.of(mutant) for mutant in (first, second, third)] == ["killed", "survived", None]
    after.add(third, "untested")
    assert [Results(kept).of(mutant) for mutant in (first, second, third)] == ["killed", "survived", "untested"]


def test_what_came_of_a_file_that_has_changed_since_counts_for_nothing(tmp_path: Path) -> None:
    kept = tmp_path / "results"
    Results(kept).add(in_the_program("kiosk/content/az.py", 0), "killed")
    changed = Mutant(ROOT / "kiosk/content/az.py", 1, "no not", 0, in_function=True, source="# changed")
    assert Results(kept).of(changed) is None


def test_the_table_has_a_row_for_each_part() -> None:
    came: dict[str, Came] = {
        "kiosk/content/az.py": "killed",
        "kiosk/content/editions/store.py": "survived",
        "kiosk/content/editions/edition.py": "hangs",
        "kiosk/device/pin.py": "untested",
        "kiosk/disk.py": "killed",
    }
    rows = table((in_the_program(path, 0), how) for path, how in came.items())
    assert [str(row) for row in rows] == [
        "| editions | 2 | 1 (50%) | 1 | 0 |",
        "| content | 1 | 1 (100%) | 0 | 0 |",
        "| PIN | 1 | 0 (0%) | 0 | 1 |",
        "| elsewhere | 1 | 1 (100%) | 0 | 0 |",
        "| all | 5 | 3 (60%) | 1 | 1 |",
    ]
