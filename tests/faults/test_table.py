"""The table of faults names tests that there are, and the document has the table."""

import ast
from pathlib import Path

import pytest

from tests.faults.table import BEGIN, DOCUMENT, END, ROWS, Row, table

TESTS = Path(__file__).parents[1]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.fault[:40])
def test_every_row_names_tests_that_there_are(row: Row) -> None:
    assert row.tests
    for test in row.tests:
        file, _, name = test.partition("::")
        tree = ast.parse((TESTS / file).read_text(encoding="utf-8"))
        assert name in {part.name for part in tree.body if isinstance(part, ast.FunctionDef)}, test


def test_every_test_of_a_fault_stands_in_the_table() -> None:
    named = {test for row in ROWS for test in row.tests}
    for file in sorted(Path(__file__).parent.glob("test_*.py")):
        if file == Path(__file__):
            continue
        tree = ast.parse(file.read_text(encoding="utf-8"))
        there = {part.name for part in tree.body if isinstance(part, ast.FunctionDef) and part.name.startswith("test_")}
        asides = {"test_there_is_a_way_to_every_screen"}
        assert {f"faults/{file.name}::{name}" for name in there - asides} <= named


def test_the_document_has_the_table() -> None:
    document = DOCUMENT.read_text(encoding="utf-8")
    assert document.partition(BEGIN)[2].partition(END)[0] == table(), "python -m tests.faults.table writes it"
