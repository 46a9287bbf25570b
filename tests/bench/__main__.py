"""Measure the kiosk and Chromium in turn and write the figures down."""

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from tests.bench import report, subjects
from tests.bench.explore import with_tour
from tests.bench.loading import FACTORS, measure_loading
from tests.bench.measures import PAGE_CHANGES, measure_motion, measure_start, measure_visit
from tests.bench.report import Results
from tests.bench.screen import NothingHappenedError, Screen
from tests.bench.subjects import Subject

PARTS = ("start", "visit", "motion", "loading")
T = TypeVar("T")


def main() -> int:
    """Measure what the command line asks for; all of it goes into the documentation, a part only onto the terminal."""
    options = _options()
    with tempfile.TemporaryDirectory() as temporary, Screen(Path(temporary)) as screen:
        try:
            figures = measure(options.parts, options.runs, screen, Path(temporary))
        except NothingHappenedError as error:
            return _give_up(error, Path(temporary))
    print(figures)
    if set(options.parts) == set(PARTS):
        report.write(figures)
    return 0


def _give_up(error: NothingHappenedError, folder: Path) -> int:
    print(error, file=sys.stderr)
    for log in sorted(folder.glob("*.log")):
        print(f"--- {log.name}", *log.read_text().splitlines()[-10:], sep="\n", file=sys.stderr)
    return 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench BENCH_ARGS=...", description=__doc__)
    parser.add_argument("parts", nargs="*", default=PARTS, help=f"what to measure: {', '.join(PARTS)}; else all")
    parser.add_argument("--runs", type=int, default=7, help="runs that count, after one that does not (7)")
    options = parser.parse_args()
    if unknown := set(options.parts) - set(PARTS):
        parser.error(f"there is no part {', '.join(sorted(unknown))}")
    return options


def measure(parts: list[str], runs: int, screen: Screen, folder: Path) -> str:
    """Everything asked for, as Markdown."""
    kiosk, chromium = subjects.kiosk(screen.name, folder), subjects.chromium(screen.name, folder)
    ours, theirs = Results(), Results()
    if "visit" in parts or "motion" in parts:
        kiosk = with_tour(kiosk, screen, folder)
        print(f"The tour of the kiosk has {len(kiosk.tour)} touches.")
    if "start" in parts:
        ours.starts, theirs.starts = in_turn(measure_start, (kiosk, chromium), runs, screen, folder)
    if "visit" in parts:
        ours.visits, theirs.visits = in_turn(measure_visit, (kiosk, chromium), runs, screen, folder)
    if "motion" in parts:
        ours.motion = measure_motion(kiosk, screen, folder)
    text = [report.machine(chromium), _method(runs), report.table(ours, theirs)]
    if "loading" in parts:
        text.append(report.loading_table({factor: measure_loading(factor) for factor in FACTORS}))
    return "\n\n".join(text)


def in_turn(
    measurement: Callable[[Subject, Screen, Path], T],
    both: tuple[Subject, Subject],
    runs: int,
    screen: Screen,
    folder: Path,
) -> list[list[T]]:
    """The measurements of each subject: one after the other, again and again, the first time for warming up."""
    results: list[list[T]] = [[], []]
    for run in range(runs + 1):
        for subject, found in zip(both, results, strict=True):
            result = measurement(subject, screen, folder / f"{subject.name}.log")
            print(f"{measurement.__name__} {run} of {runs}, {subject.name}", flush=True)
            if run > 0:
                found.append(result)
    return results


def _method(runs: int) -> str:
    return (
        f"Medians of {runs} runs after one for warming up, both programs in turn; in brackets the smallest and the "
        f"largest; where three figures stand: median / p99 / largest of all. {PAGE_CHANGES} touches a run through the "
        "X server. The screen is watched from outside, every 0.6 ms. Chromium shows one static page with the same "
        "words and pictures, from a warm profile."
    )


if __name__ == "__main__":
    sys.exit(main())
