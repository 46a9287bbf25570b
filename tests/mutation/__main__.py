"""Makes small mistakes in the program, one after the other, and counts how many the tests notice.

Prints every mistake that none of them noticed, and a table. The files on the disk are never touched.
"""

import argparse
import os
import random
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from itertools import pairwise, takewhile
from math import inf
from pathlib import Path
from shutil import rmtree
from typing import Final

from tests.mutation.covering import Covering, keep, kept, learn
from tests.mutation.mutants import Mutant, mutants_of, with_mistake, without_mistake
from tests.mutation.results import HEAD, NOTICED, Results, table
from tests.mutation.trial import ROOT, Came, Form, begin, outcome

PARTS: Final = ("kiosk/content", "kiosk/session", "kiosk/device/pin.py")
"""What is asked about when nothing else is."""
TESTS: Final = ("tests/content", "tests/session", "tests/device/test_pin.py", "tests/publishing")
USED_BY_ALL: Final = ("PySide6.QtWidgets", "PySide6.QtTest", "PySide6.QtSvg", "pydantic", "yaml")
"""Imported once, and not once for each mistake."""
MOST_TEST_SECONDS: Final = 20.0
"""Of work in the tests tried on one mistake, as much as they are without it."""
LONGEST: Final = 90
"""Seconds of work after which a trial counts as hanging."""


def main() -> int:
    """Do what the command line asks for."""
    options = _options()
    files = _files(options.parts)
    everything = [mutant for file in files for mutant in mutants_of(file)]
    chosen = _sample(everything, options.sample, options.seed)
    print(f"{len(everything)} mistakes can be made in {len(files)} files; tried: {len(chosen)}.", flush=True)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    for name in USED_BY_ALL:
        import_module(name)
    begun = time.monotonic()
    results = Results(options.results)
    left = [mutant for mutant in chosen if _is_to_be_tried(results.of(mutant), again=options.again)]
    with tempfile.TemporaryDirectory() as temporary:
        os.environ["HYPOTHESIS_STORAGE_DIRECTORY"] = str(Path(temporary) / "hypothesis")
        covering = _learned(files, options.tests, Path(temporary)) if left else Covering()
        in_time = takewhile(lambda _: time.monotonic() - begun < options.minutes * 60, left)
        form = without_mistake if options.control else with_mistake
        for mutant, how in _try_all(in_time, form, covering, Path(temporary), options.jobs):
            results.add(mutant, how)
            if (how in NOTICED) is options.control:
                print(f"{mutant.file.relative_to(ROOT)}:{mutant.line}: {how}: {mutant.what}", flush=True)
    found = [(mutant, came) for mutant in chosen if (came := results.of(mutant))]
    _tell(found, time.monotonic() - begun)
    return 1 if options.control and any(came in NOTICED for _, came in found) else 0


def _is_to_be_tried(came: Came | None, *, again: bool) -> bool:
    return came is not None and came not in NOTICED if again else came is None


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    parser.add_argument("parts", nargs="*", default=PARTS, help="files and folders of the program")
    parser.add_argument("--tests", nargs="+", default=TESTS, help="the tests that are to notice")
    parser.add_argument("--sample", type=int, default=0, help="so many mistakes, drawn evenly over all; 0: each")
    parser.add_argument("--seed", type=int, default=1, help="for the draw")
    parser.add_argument("--minutes", type=float, default=inf, help="begin no new trial after this time")
    parser.add_argument("--results", type=Path, help="a file to keep what came of each; what stands in it is not tried")
    parser.add_argument("--again", action="store_true", help="try only what stands there and was not noticed")
    parser.add_argument("--control", action="store_true", help="make no mistake: nothing may be noticed then")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="how many at a time")
    options = parser.parse_args()
    if options.control and options.results:
        parser.error("A control is kept in no file of results.")
    return options


def _files(parts: Sequence[str]) -> list[Path]:
    found = (ROOT / part for part in parts)
    return [file for part in found for file in (sorted(part.rglob("*.py")) if part.is_dir() else [part])]


def _sample(everything: list[Mutant], count: int, seed: int) -> list[Mutant]:
    """As many from each stretch of the program: one drawn from each of so many equal pieces of the list."""
    if not 0 < count < len(everything):
        return everything
    draw = random.Random(seed)  # noqa: S311 - nothing secret
    edges = [len(everything) * piece // count for piece in range(count + 1)]
    chosen = [everything[draw.randrange(low, high)] for low, high in pairwise(edges)]
    draw.shuffle(chosen)  # so that a run which ends early has looked at all parts alike
    return chosen


def _learned(files: Sequence[Path], tests: Sequence[str], folder: Path) -> Covering:
    """What the tests run, learned in a process of its own: here, nothing of the program may be imported."""
    number = os.fork()
    if not number:
        keep(learn(tests, files, folder), folder / "covering")
        sys.stdout.flush()
        os._exit(0)
    os.waitpid(number, 0)
    return kept(folder / "covering")


def _try_all(
    chosen: Iterable[Mutant], form: Form, covering: Covering, folder: Path, jobs: int
) -> Iterator[tuple[Mutant, Came]]:
    """Each mistake with what came of it, some at a time."""
    running: dict[int, tuple[Mutant, Path]] = {}
    for place, mutant in enumerate(chosen):
        tests = covering.tests_for(mutant, MOST_TEST_SECONDS)
        if not tests:
            yield mutant, "untested"
            continue
        if len(running) >= jobs:
            yield _next(running)
        there = folder / f"trial-{place}"
        running[begin(mutant, form, tests, there, LONGEST)] = mutant, there
    while running:
        yield _next(running)


def _next(running: dict[int, tuple[Mutant, Path]]) -> tuple[Mutant, Came]:
    """Wait for the next trial to end."""
    number, status = os.wait()
    mutant, there = running.pop(number)
    rmtree(there, ignore_errors=True)
    return mutant, outcome(number, status)


def _tell(found: Sequence[tuple[Mutant, Came]], seconds: float) -> None:
    rows = table(found)
    share = rows[-1].noticed / max(rows[-1].tried, 1)
    print(f"{rows[-1].noticed} of {rows[-1].tried} mistakes noticed ({share:.1%}); {seconds:.0f} s this time.")
    print(HEAD, *rows, sep="\n")


if __name__ == "__main__":
    sys.exit(main())
