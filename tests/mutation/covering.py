"""Which tests run which lines, and how long each takes: learned by running them all once."""

import pickle
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import coverage
import pytest

from tests.mutation.mutants import Mutant


@dataclass(slots=True)
class Covering:
    """The tests of every line."""

    seconds: dict[str, float] = field(default_factory=dict)
    """Of each test that passes."""
    lines: dict[str, dict[int, frozenset[str]]] = field(default_factory=dict)

    def tests_for(self, mutant: Mutant, most_seconds: float) -> list[str]:
        """The tests that run a mistake, the quickest first; so many that they take no longer than this.

        What is done when a file is imported may matter to any of them.
        """
        found = _at(mutant.line, self.lines.get(str(mutant.file), {})) if mutant.in_function else {*self.seconds}
        chosen: list[str] = []
        left = most_seconds
        for test in sorted(found & self.seconds.keys(), key=self.seconds.__getitem__):
            left -= self.seconds[test]
            if left < 0:
                break
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
        file: {line: frozenset(tests) - {""} for line, tests in data.contexts_by_lineno(file).items()}
        for file in data.measured_files()
    }
    passed = {test: took for test, took in watching.seconds.items() if test not in watching.failed}
    return Covering(passed, lines)


class _Watching:
    """Tells coverage which test runs, and takes its time."""

    def __init__(self, measuring: coverage.Coverage) -> None:
        self._measuring = measuring
        self.seconds: dict[str, float] = {}
        self.failed: set[str] = set()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self.failed.add(report.nodeid)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        self._measuring.switch_context(item.nodeid)
        begun = time.perf_counter()
        done = yield
        self.seconds[item.nodeid] = time.perf_counter() - begun
        self._measuring.switch_context("")
        return done


def keep(covering: Covering, file: Path) -> None:
    """Write down what was learned, for the process that asks."""
    file.write_bytes(pickle.dumps(covering))


def kept(file: Path) -> Covering:
    """What another process of ours has learned."""
    covering: Covering = pickle.loads(file.read_bytes())  # noqa: S301 - written by ourselves a moment ago
    return covering
