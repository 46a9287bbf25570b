"""Gathers what the tests said that carry the number of a requirement: pytest -p this --a11y FILE."""

from collections import defaultdict
from pathlib import Path
from typing import Final

import pytest

from tests.accessibility.table import Proof, requirements, state_of, table_of

_A11Y: Final = "a11y"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--a11y", type=Path, metavar="FILE", help="write the table of accessibility requirements to a file"
    )


def pytest_configure(config: pytest.Config) -> None:
    file = config.getoption("--a11y")
    if file is not None:
        config.pluginmanager.register(Gathering(file), "a11y-gathering")


class Gathering:
    """What each test said, by the numbers it carries."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._files: dict[str, set[str]] = defaultdict(set)
        self._failed: dict[str, set[str]] = defaultdict(set)

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """The numbers travel with the reports, from whichever process runs a test."""
        for item in items:
            item.user_properties += [(_A11Y, str(marker.args[0])) for marker in item.iter_markers("a11y")]

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        for name, number in report.user_properties:
            if name == _A11Y and report.when == "call" and report.passed:
                self._files[str(number)].add(report.nodeid.partition("::")[0])
            if name == _A11Y and report.failed:
                self._failed[str(number)].add(report.nodeid)

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        numbers = {*self._files, *self._failed}
        proofs = {one: Proof(tuple(sorted(self._files[one])), len(self._failed[one])) for one in numbers}
        self._file.write_text(table_of(proofs), encoding="utf-8")
        terminalreporter.section("accessibility")
        for requirement in requirements():
            state = state_of(requirement, proofs.get(requirement.number))
            terminalreporter.write_line(f"{requirement.number}  {state:12} {requirement.asks}")
