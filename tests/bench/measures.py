"""One run of one program, from its start to its end, and all that is measured on the way."""

import time
from dataclasses import dataclass, field
from itertools import cycle, islice
from pathlib import Path

from tests.bench.host import undisturbed, watched
from tests.bench.program import Program
from tests.bench.screen import Screen, has_content
from tests.bench.subjects import Subject
from tests.bench.touch import START_LIMIT, open_first_page, touch

PAGE_CHANGES = 200
IDLE_SECONDS = 20
ATTRACT_SECONDS = 60
"""Several of its pictures."""
AFTER_START_SECONDS = 10
"""By then what follows the first picture is done: the look at the editions, the self-test."""
QUIET = 0.05  # share of the processor that others may use
QUIET_LIMIT = 60.0  # seconds


@dataclass(frozen=True)
class Start:
    """How quickly a program is there; milliseconds from the start of its process."""

    content: float
    touchable: float


@dataclass
class Visit:
    """What a long visit costs."""

    memory_at_first: float
    memory: float = 0.0
    touches: list[float] = field(default_factory=list)
    disturbed: int = 0
    """Touches that do not count."""
    processor_per_touch: float = 0.0
    idle: float = 0.0


def wait_until_quiet() -> None:
    """Until the rest of this machine has been idle for half a second; after a minute, go on with a word."""
    end = time.monotonic() + QUIET_LIMIT
    while time.monotonic() < end:
        busy, total = _processor_time()
        time.sleep(0.5)
        busy_after, total_after = _processor_time()
        if (busy_after - busy) <= QUIET * (total_after - total):
            return
    print("This machine does not come to rest; the figures will be too high.")


def _processor_time() -> tuple[int, int]:
    ticks = [int(word) for word in Path("/proc/stat").read_text().split("\n", 1)[0].split()[1:9]]
    idle = ticks[3] + ticks[4]
    return sum(ticks) - idle, sum(ticks)


def measure_start(subject: Subject, screen: Screen, log: Path) -> Start:
    """Start the program, wait for its first content, touch it until it answers."""
    return undisturbed(lambda: _start(subject, screen, log))


def _start(subject: Subject, screen: Screen, log: Path) -> Start:
    wait_until_quiet()
    with log.open("a") as told, Program(subject.command, subject.environment, told) as program:
        painted = screen.wait(has_content, START_LIMIT)
        opened = open_first_page(screen, subject)
        return Start((painted - program.started) / 1e6, (opened - program.started) / 1e6)


def measure_visit(subject: Subject, screen: Screen, log: Path) -> Visit:
    """Leaf through many pages by touch, then leave the screen alone."""
    wait_until_quiet()
    with log.open("a") as told, Program(subject.command, subject.environment, told) as program:
        screen.wait(has_content, START_LIMIT)
        open_first_page(screen, subject)
        visit = Visit(program.memory())
        used = program.processor_seconds()
        for place in islice(cycle(subject.tour), PAGE_CHANGES):
            with watched() as is_ours:
                answer = touch(screen, place, subject.pause)
                if is_ours():
                    visit.touches.append(answer.milliseconds)
                else:
                    visit.disturbed += 1
        visit.processor_per_touch = (program.processor_seconds() - used) / PAGE_CHANGES * 1000
        visit.memory = program.memory()
        used = program.processor_seconds()
        time.sleep(IDLE_SECONDS)
        visit.idle = (program.processor_seconds() - used) / IDLE_SECONDS * 100
        return visit


def measure_attract(subject: Subject, screen: Screen, log: Path) -> float:
    """The share of a core, in per cent, that a program takes that nobody touches."""
    wait_until_quiet()
    with log.open("a") as told, Program(subject.command, subject.environment, told) as program:
        screen.wait(has_content, START_LIMIT)
        time.sleep(AFTER_START_SECONDS)
        used = program.processor_seconds()
        time.sleep(ATTRACT_SECONDS)
        return (program.processor_seconds() - used) / ATTRACT_SECONDS * 100
