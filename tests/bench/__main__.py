"""Measure the kiosk, beside Chromium where that is fair, and write the figures down."""

import argparse
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from tests.bench import edit, report, subjects
from tests.bench.explore import with_tour
from tests.bench.growing import kiosks
from tests.bench.host import watched
from tests.bench.inside import ask_all
from tests.bench.loading import FACTORS, measure_loading
from tests.bench.measures import measure_attract, measure_start, measure_visit
from tests.bench.motion import measure_motion
from tests.bench.report import Results
from tests.bench.screen import NothingHappenedError, Screen
from tests.bench.subjects import Subject

T = TypeVar("T")


def main() -> int:
    """Measure the parts that the command line asks for, and write each down as soon as it is known.

    Ends with 1 when a goal was missed, or nothing could be measured.
    """
    options, missed = _options(), list[str]()
    for part in options.parts:
        with tempfile.TemporaryDirectory() as temporary, Screen(Path(temporary)) as screen:
            try:
                figures = PARTS[part](screen, Path(temporary), options.runs)
            except NothingHappenedError as error:
                return _give_up(error, Path(temporary))
        print(figures, flush=True)
        if not options.dry:
            report.write(part, figures)
        missed += report.missed(figures)
    print(*(f"Goal missed: {figure}" for figure in missed), sep="\n", file=sys.stderr)
    return 1 if missed else 0


def _give_up(error: NothingHappenedError, folder: Path) -> int:
    print(error, file=sys.stderr)
    for log in sorted(folder.glob("*.log")):
        print(f"--- {log.name}", *log.read_text().splitlines()[-10:], sep="\n", file=sys.stderr)
    return 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench BENCH_ARGS=...", description=__doc__)
    parser.add_argument("parts", nargs="*", default=list(PARTS), help=f"what to measure: {', '.join(PARTS)}; else all")
    parser.add_argument("--runs", type=int, default=7, help="runs that count, after one that does not (7)")
    parser.add_argument("--dry", action="store_true", help="print the figures and leave the documentation as it is")
    options = parser.parse_args()
    if unknown := set(options.parts) - set(PARTS):
        parser.error(f"there is no part {', '.join(sorted(unknown))}")
    return options


def beside_chromium(screen: Screen, folder: Path, runs: int) -> str:
    """Start and a visit of many pages, both programs in turn."""
    kiosk, chromium = subjects.kiosk(screen.name, folder), subjects.chromium(screen.name, folder)
    kiosk = answered(partial(with_tour, kiosk, screen, folder))
    print(f"The tour of the kiosk has {len(kiosk.tour)} touches.", flush=True)
    ours, theirs = Results(), Results()
    ours.starts, theirs.starts = in_turn(measure_start, (kiosk, chromium), runs, screen, folder)
    ours.visits, theirs.visits = in_turn(measure_visit, (kiosk, chromium), runs, screen, folder, warm_ups=0)
    return "\n\n".join([report.machine(chromium), report.method(runs, ours, theirs), report.table(ours, theirs)])


def inside(screen: Screen, folder: Path, _runs: int) -> str:
    """What only the program itself can tell, and what it takes while nobody is there."""
    kiosk = answered(partial(with_tour, subjects.kiosk(screen.name, folder), screen, folder))
    motion = measure_motion(kiosk, screen, folder)
    attract = [measure_attract(kiosk, screen, folder / f"{kiosk.name}.log")]
    return report.inside_table({"attract": attract, **ask_all(screen.name, folder)}, motion)


def growing(screen: Screen, folder: Path, runs: int) -> str:
    """Starts with more and more pages."""
    sizes = kiosks(screen.name, folder)
    starts = in_turn(measure_start, sizes, runs, screen, folder)
    return report.growing_table({size.name: found for size, found in zip(sizes, starts, strict=True)})


def loading(_screen: Screen, _folder: Path, _runs: int) -> str:
    """Reading and checking more and more pages."""
    return report.loading_table({factor: measure_loading(factor) for factor in FACTORS})


def editing(screen: Screen, folder: Path, _runs: int) -> str:
    """From the clinic's folder to the screen."""
    return report.edits(*edit.measure(screen, folder))


PARTS: Mapping[str, Callable[[Screen, Path, int], str]] = {
    "chromium": beside_chromium,
    "inside": inside,
    "growing": growing,
    "loading": loading,
    "edit": editing,
}


def answered(measure: Callable[[], T]) -> T:
    """Measure again where a touch came to nothing because the host had taken the processor away."""
    with watched() as is_ours:
        try:
            return measure()
        except NothingHappenedError:
            if is_ours():
                raise
    return answered(measure)


def in_turn(
    measurement: Callable[[Subject, Screen, Path], T],
    programs: Sequence[Subject],
    runs: int,
    screen: Screen,
    folder: Path,
    warm_ups: int = 1,
) -> list[list[T]]:
    """The measurements of each program: one after the other, again and again; warm-ups do not count."""
    results: list[list[T]] = [[] for _ in programs]
    for run in range(1 - warm_ups, runs + 1):
        for subject, found in zip(programs, results, strict=True):
            result = answered(partial(measurement, subject, screen, folder / f"{subject.name}.log"))
            print(f"{measurement.__name__} {run} of {runs}, {subject.name}", flush=True)
            if run > 0:
                found.append(result)
    return results


if __name__ == "__main__":
    sys.exit(main())
