"""Puts the figures into docs/performance.md, between two marks, so that the words around them stay."""

import platform
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from math import ceil
from pathlib import Path
from statistics import median

from tests.bench.loading import Loading
from tests.bench.measures import PAGE_CHANGES, Motion, Start, Visit
from tests.bench.subjects import Subject

DOCUMENT = Path(__file__).parents[2] / "docs" / "performance.md"
BEGIN, END = "<!-- figures: begin, written by make bench -->", "<!-- figures: end -->"
NEW_DOCUMENT = f"# Speed and size\n\n{BEGIN}\n{END}\n"
NONE = "–"


@dataclass
class Results:
    """All runs of one program that count."""

    starts: list[Start] = field(default_factory=list)
    visits: list[Visit] = field(default_factory=list)
    motion: Motion = field(default_factory=Motion)


@dataclass(frozen=True)
class Row:
    """One line of the table: a figure of the kiosk, to be held against Chromium's or against a limit."""

    figure: str
    goal: str
    ours: Sequence[float]
    theirs: Sequence[float] = ()
    unit: str = "ms"
    spread: bool = False
    """Whether the slowest matter as well as the middle."""

    def __str__(self) -> str:
        ratio = f"{median(self.ours) / median(self.theirs):.2f}" if self.ours and self.theirs else NONE
        cells = (f"{self.figure}, {self.unit}", self.goal, self._cell(self.ours), self._cell(self.theirs), ratio)
        return f"| {' | '.join(cells)} |"

    def _cell(self, values: Sequence[float]) -> str:
        if not values:
            return NONE
        if self.spread:
            return f"{median(values):.1f} / {percentile(values, 99):.1f} / {max(values):.1f}"
        return f"{median(values):.1f} ({min(values):.1f} to {max(values):.1f})"


def percentile(values: Sequence[float], percent: int) -> float:
    """The value that so many percent of the values do not exceed."""
    return sorted(values)[ceil(len(values) * percent / 100) - 1]


def table(kiosk: Results, chromium: Results) -> str:
    """The figures of both programs."""
    rows = (
        Row("start to content", "≤ 0.75 × (touchable)", *_both(kiosk, chromium, "content")),
        Row("start to the first answer to a touch", NONE, *_both(kiosk, chromium, "touchable")),
        Row("memory on Home", NONE, *_both(kiosk, chromium, "memory_at_first"), unit="MB"),
        Row(f"memory after {PAGE_CHANGES} pages", "≤ 0.25 ×", *_both(kiosk, chromium, "memory"), unit="MB"),
        Row("lift of the finger to the new page", "p99 ≤ 16.7", *_touches(kiosk, chromium), spread=True),
        Row("processor time per touch", NONE, *_both(kiosk, chromium, "processor_per_touch")),
        Row("frame interval, slide between screens", "p99 ≤ 20, max ≤ 34", kiosk.motion.slides, spread=True),
        Row("frame interval, swipe", "p99 ≤ 20, max ≤ 34", kiosk.motion.swipes, spread=True),
        Row("idle, still screen", "≤ 0.5", *_both(kiosk, chromium, "idle"), unit="% of a core"),
    )
    head = "| figure | goal | clinic-kiosk | Chromium | ratio |\n| --- | --- | --- | --- | --- |\n"
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


def loading_table(loadings: dict[int, Loading]) -> str:
    """How loading grows with the content."""
    head = (
        "| content | files | first start after a change, s | every other start, ms | peak memory, MB |\n"
        "| --- | --- | --- | --- | --- |\n"
    )
    return head + "\n".join(
        f"| {factor} × | {cost.files} | {cost.check_seconds:.2f} | {cost.open_milliseconds:.1f} "
        f"| {cost.peak_megabytes:.0f} |"
        for factor, cost in loadings.items()
    )


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


def write(figures: str) -> None:
    """Put the figures between the marks."""
    text = DOCUMENT.read_text() if DOCUMENT.exists() else NEW_DOCUMENT
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    DOCUMENT.write_text(f"{before}{BEGIN}\n\n{figures}\n\n{END}{after}")
