"""Which tests run which lines, and how much work each is: learned by running them all once."""

import os
import pickle
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import coverage
import pytest

from tests.mutation.mutants import Mutant

_AT_LEAST: Final = 0.05
"""Seconds of work that every test is at least."""


@dataclass(slots=True)
class Covering:
    """The tests of every line."""

    seconds: dict[str, float] = field(default_factory=dict)
    """Of each test that passes."""
    lines: dict[str, dict[int, frozenset[str]]] = field(default_factory=dict)

    def tests_for(self, mutant: Mutant, most_seconds: float) -> list[str]:
        """The tests that run a mistake, so many that they are no more work than this.

        First those that run much of its file with little work: a line that every test passes means something to few.
        What is done when a file is imported may matter to any of them.
        """
        lines = self.lines.get(str(mutant.file), {})
        found = _at(mutant.line, lines) if mutant.in_function else {*self.seconds}
        reach = Counter(test for tests in lines.values() for test in tests)
        chosen: list[str] = []
        left = most_seconds
        worth = {test: reach[test] / (self.seconds[test] + _AT_LEAST) for test in found & self.seconds.keys()}
        for test in sorted(worth, key=worth.__getitem__, reverse=True):
            if self.seconds[test] <= left:
                left -= self.seconds[test]
                chosen.append(test)
        return chosen


def _at(line: int, lines: dict[int, frozenset[str]]) -> frozenset[str]:
    """The tests of a line; those of the last one before it where it only goes on with a statement."""
    return lines.get(max((known for known in lines if known <= line), default=0), frozenset())


def learn(tests: Sequence[str], files: Sequence[Path], folder: Path) -> Covering:
    """Run the tests once, in this process, before the files are imported.

    Raises RuntimeError when they cannot be run.
    """
    measuring = coverage.Coverage(data_file=str(folder / "coverage"), include=[str(file) for file in files])
    watching = _Watching(measuring)
    measuring.start()
    ended = pytest.main(["-q", "-p", "no:cacheprovider", f"--basetemp={folder / 'learning'}", *tests], [watching])
    measuring.stop()
    if ended not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED):
        raise RuntimeError("The tests cannot be run.")
    for test in watching.failed:
        print(f"{test} fails without any mistake in the program, and is not asked.", flush=True)
    data = measuring.get_data()
    lines = {
        file: {line: watching.tests_in(contexts) for line, contexts in data.contexts_by_lineno(file).items()}
        for file in data.measured_files()
    }
    passed = {test: took for test, took in watching.seconds.items() if test not in watching.failed}
    return Covering(passed, lines)


class _Watching:
    """Tells coverage which test runs, and how much work it is.

    What a fixture does for several tests is run by each of them, though it is done in the first one only.
    """

    def __init__(self, measuring: coverage.Coverage) -> None:
        self._measuring = measuring
        self._users: dict[str, set[str]] = {}
        self._runs = ""
        self.seconds: dict[str, float] = {}
        self.failed: set[str] = set()

    def tests_in(self, contexts: Iterable[str]) -> frozenset[str]:
        """The tests in which something was done, by what coverage knows of it."""
        return frozenset(test for context in contexts if context for test in self._users.get(context, {context}))

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self.failed.add(report.nodeid)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        self._enters(item.nodeid)
        begun = _worked()
        done = yield
        self.seconds[item.nodeid] = _worked() - begun
        self._enters("")
        return done

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: pytest.FixtureDef[object]) -> Iterator[None]:
        test, is_shared = self._runs, fixturedef.scope != "function"
        if is_shared:
            self._enters(_named(fixturedef))
        done = yield
        if is_shared:
            self._enters(test)
        return done

    def pytest_collection_modifyitems(self, items: Sequence[pytest.Item]) -> None:
        for item in items:
            if isinstance(item, pytest.Function):
                for found in item._fixtureinfo.name2fixturedefs.values():
                    for fixturedef in found:
                        self._users.setdefault(_named(fixturedef), set()).add(item.nodeid)

    def _enters(self, context: str) -> None:
        self._runs = context
        self._measuring.switch_context(context)


def _named(fixturedef: pytest.FixtureDef[object]) -> str:
    return f"fixture {fixturedef.argname} of {fixturedef.baseid}"


def _worked() -> float:
    """Seconds of a processor, programs that were waited for among them; a clock would tell how busy the machine is."""
    return sum(os.times()[:4])


def keep(covering: Covering, file: Path) -> None:
    """Write down what was learned, for the process that asks."""
    file.write_bytes(pickle.dumps(covering))


def kept(file: Path) -> Covering:
    """What another process of ours has learned."""
    covering: Covering = pickle.loads(file.read_bytes())  # noqa: S301 - written by ourselves a moment ago
    return covering
