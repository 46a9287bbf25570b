"""Puts the figures into docs/performance.md, between two marks, so that the words around them stay."""

import platform
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from math import ceil
from pathlib import Path
from statistics import median

from tests.bench.edit import LONG_MS
from tests.bench.loading import Loading
from tests.bench.measures import PAGE_CHANGES, Start, Visit
from tests.bench.motion import Motion
from tests.bench.subjects import Subject

DOCUMENT = Path(__file__).parents[2] / "docs" / "performance.md"
NONE = "–"
MISSED = "no"
EDIT_MISSED = "missed"
MOST_EDIT_SECONDS = 1.0
MOST_GROWN = 1.02
"""The share of its memory to which a program may grow."""


@dataclass
class Results:
    """All runs of one program that count."""

    starts: list[Start] = field(default_factory=list)
    visits: list[Visit] = field(default_factory=list)


@dataclass(frozen=True)
class Goal:
    """What a figure may be at most: its median, its p99, its largest, or its median as a share of Chromium's."""

    middle: float | None = None
    p99: float | None = None
    most: float | None = None
    share: float | None = None

    def __str__(self) -> str:
        told = (
            f"≤ {self.middle:g}" if self.middle is not None else "",
            f"p99 ≤ {self.p99:g}" if self.p99 is not None else "",
            f"max ≤ {self.most:g}" if self.most is not None else "",
            f"≤ {self.share:.2f} ×" if self.share is not None else "",
        )
        return ", ".join(filter(None, told)) or NONE

    def verdict(self, ours: Sequence[float], theirs: Sequence[float]) -> str:
        """Whether the figures hold, in a word; where there is no goal or no figure, none."""
        if str(self) == NONE or not ours:
            return NONE
        share = median(ours) / median(theirs) if theirs else 0.0
        found = ((median(ours), self.middle), (percentile(ours, 99), self.p99), (max(ours), self.most))
        held = all(limit is None or value <= limit for value, limit in (*found, (share, self.share)))
        return "yes" if held else MISSED


SMOOTH = Goal(p99=20, most=34)
"""Milliseconds: one frame of a screen of 60 Hz may be dropped, not two."""


@dataclass(frozen=True)
class Row:
    """One line of the table: a figure of the kiosk, to be held against Chromium's or against a limit."""

    figure: str
    goal: Goal
    ours: Sequence[float]
    theirs: Sequence[float] = ()
    unit: str = "ms"
    spread: bool = False
    """Whether the slowest matter as well as the middle."""

    def __str__(self) -> str:
        ratio = f"{median(self.ours) / median(self.theirs):.2f}" if self.ours and self.theirs else NONE
        figures = (self._cell(self.ours), self._cell(self.theirs), ratio)
        cells = (f"{self.figure}, {self.unit}", str(self.goal), *figures, self.goal.verdict(self.ours, self.theirs))
        return f"| {' | '.join(cells)} |"

    def alone(self) -> str:
        """The line without Chromium."""
        verdict = self.goal.verdict(self.ours, ())
        return f"| {self.figure}, {self.unit} | {self.goal} | {self._cell(self.ours)} | {verdict} |"

    def _cell(self, values: Sequence[float]) -> str:
        if not values:
            return NONE
        if self.spread:
            return f"{median(values):.1f} / {percentile(values, 99):.2f} / {max(values):.1f}"
        return f"{median(values):.1f} ({min(values):.1f} to {max(values):.1f})"


def method(runs: int, kiosk: Results, chromium: Results) -> str:
    """How the figures beside Chromium came about."""
    ours, theirs = (sum(visit.disturbed for visit in results.visits) for results in (kiosk, chromium))
    return (
        f"Medians of {runs} runs after one for warming up, both programs in turn; in brackets the smallest and the "
        f"largest; where three figures stand: median / p99 / largest of all. {PAGE_CHANGES} touches a run through the "
        "X server. The screen is watched from outside, every 0.6 ms. Chromium shows one static page with the same "
        "words and pictures, from a warm profile. What was measured while the host of a virtual machine had taken "
        f"its processor away does not count: {ours} touches of the kiosk and {theirs} of Chromium."
    )


def percentile(values: Sequence[float], percent: int) -> float:
    """The value that so many percent of the values do not exceed."""
    return sorted(values)[ceil(len(values) * percent / 100) - 1]


def table(kiosk: Results, chromium: Results) -> str:
    """The figures of both programs."""
    rows = (
        Row("start to content, touchable", Goal(share=0.5), *_both(kiosk, chromium, "content")),
        Row("start to the first answer to a touch", Goal(), *_both(kiosk, chromium, "touchable")),
        Row("memory on Home", Goal(), *_both(kiosk, chromium, "memory_at_first"), unit="MB"),
        Row(f"memory after {PAGE_CHANGES} pages", Goal(share=0.22), *_both(kiosk, chromium, "memory"), unit="MB"),
        Row("lift of the finger to the new page", Goal(p99=11), *_touches(kiosk, chromium), spread=True),
        Row("processor time per touch", Goal(), *_both(kiosk, chromium, "processor_per_touch")),
        Row("idle, still screen", Goal(middle=0.5), *_both(kiosk, chromium, "idle"), unit="% of a core"),
    )
    head = "| figure | goal | clinic-kiosk | Chromium | ratio | held |\n| --- | --- | --- | --- | --- | --- |\n"
    return head + "\n".join(str(row) for row in rows)


def _both(kiosk: Results, chromium: Results, name: str) -> tuple[list[float], list[float]]:
    """One figure of every run of both."""
    ours, theirs = (
        [getattr(run, name) for run in (*results.starts, *results.visits) if hasattr(run, name)]
        for results in (kiosk, chromium)
    )
    return ours, theirs


def _touches(kiosk: Results, chromium: Results) -> tuple[list[float], list[float]]:
    ours, theirs = ([touch for visit in results.visits for touch in visit.touches] for results in (kiosk, chromium))
    return ours, theirs


def inside_table(answers: Mapping[str, Sequence[float]], seen: Motion) -> str:
    """What was measured inside the program, and what was seen of its motion from outside."""
    first, last = answers["growth"]
    rows = (
        Row("nobody there, pictures changing", Goal(middle=5), answers["attract"], unit="% of a core"),
        Row("another language, theme or text size to painted", Goal(p99=100), answers["switches"], spread=True),
        Row("the sheet to take along as PDF", Goal(most=300), answers["papers"]),
        Row("a touch to the silence of the voice", Goal(most=250), answers["silence"], spread=True),
        Row("headphones out to silence", Goal(most=200), answers["silence, headphones"], spread=True),
        Row("time without a change, slide, seen from outside", Goal(most=34), seen.slides, spread=True),
        Row("time without a change, swipe, seen from outside", Goal(most=34), seen.swipes, spread=True),
        Row("frame interval, slide, inside", SMOOTH, answers["slides"], spread=True),
        Row("frame interval, swipe, inside", SMOOTH, answers["swipes"], spread=True),
        Row("frame interval, slide at 3840×2160", SMOOTH, answers["slides, large"], spread=True),
        Row("frame interval, swipe at 3840×2160", SMOOTH, answers["swipes, large"], spread=True),
    )
    head = "| figure | goal | clinic-kiosk | held |\n| --- | --- | --- | --- |\n"
    held = "yes" if last <= first * MOST_GROWN else MISSED
    grown = f"| memory from 1,000 to 10,000 times the same page, MB | ≤ + 2 % | {first:.1f} to {last:.1f} | {held} |"
    return head + "\n".join([*(row.alone() for row in rows), grown])


def growing_table(starts: Mapping[str, Sequence[Start]]) -> str:
    """How a start grows with the pages of the edition on show."""
    head = "| pages of the edition | runs | start to content, ms | beside the smallest |\n| --- | --- | --- | --- |\n"
    usual = median(start.content for start in next(iter(starts.values())))
    rows = []
    for name, found in starts.items():
        times = [start.content for start in found]
        rows.append(
            f"| {name} | {len(times)} | {median(times):.0f} ({min(times):.0f} to {max(times):.0f}) "
            f"| {median(times) / usual:.2f} |"
        )
    return head + "\n".join(rows)


def edits(seconds: Sequence[float], pauses: Sequence[float]) -> str:
    """How long an edit takes to the screen."""
    held = "held" if max(seconds) <= MOST_EDIT_SECONDS else EDIT_MISSED
    return (
        f"An edit in the clinic's folder is on the screen after {median(seconds):.2f} s ({min(seconds):.2f} to "
        f"{max(seconds):.2f}, {len(seconds)} edits; goal: 1 s, {held}). "
        f"Pauses of the event loop above {LONG_MS} ms meanwhile: {len(pauses)}, the longest "
        f"{max(pauses, default=0):.0f} ms."
    )


def loading_table(loadings: dict[int, Loading]) -> str:
    """How loading grows with the content."""
    head = (
        "| content | files | checked from nothing, s | found again in the cache, ms | peak memory, MB |\n"
        "| --- | --- | --- | --- | --- |\n"
    )
    return head + "\n".join(
        f"| {factor} × | {cost.files} | {cost.check_seconds:.2f} | {cost.open_milliseconds:.1f} "
        f"| {cost.peak_megabytes:.0f} |"
        for factor, cost in loadings.items()
    )


def missed(figures: str) -> list[str]:
    """The figures whose goal was missed."""
    rows = (line.strip("| ").split(" | ") for line in figures.splitlines() if line.startswith("|"))
    edit = ["an edit to the screen"] if f"goal: 1 s, {EDIT_MISSED}" in figures else []
    return [row[0] for row in rows if row[-1] == MISSED] + edit


def machine(chromium: Subject) -> str:
    """What the figures were measured on."""
    system = platform.freedesktop_os_release()["PRETTY_NAME"]
    processor = _after("model name", Path("/proc/cpuinfo"))
    cores = Path("/proc/cpuinfo").read_text().count("processor\t")
    memory = int(_after("MemTotal", Path("/proc/meminfo")).split()[0]) / 1024**2
    browser = subprocess.run((chromium.command[0], "--version"), check=True, capture_output=True, text=True).stdout
    return (
        f"{system}, {processor}, {cores} cores, {memory:.0f} GB, no graphics card; virtual screen 1920×1080; "
        f"Python {platform.python_version()}, PySide6 {version('PySide6-Essentials')}, {' '.join(browser.split()[:2])}."
    )


def _after(name: str, path: Path) -> str:
    line = next((line for line in path.read_text().splitlines() if line.startswith(name)), ": unknown")
    return line.split(":", 1)[1].strip()


def write(part: str, figures: str) -> None:
    """Put the figures between the marks of their part."""
    begin, end = f"<!-- {part}: begin, written by make bench -->", f"<!-- {part}: end -->"
    before, _, rest = DOCUMENT.read_text().partition(begin)
    if not rest:
        raise SystemExit(
            f"{DOCUMENT} has no place for {part}: put the line {begin} and the line {end} where it belongs."
        )
    _, _, after = rest.partition(end)
    DOCUMENT.write_text(f"{before}{begin}\n\n{figures}\n\n{end}{after}")
