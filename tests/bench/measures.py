"""One run of one program, from its start to its end, and all that is measured on the way."""

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import cycle, islice, pairwise
from pathlib import Path

from tests.bench.host import undisturbed, watched
from tests.bench.program import Program
from tests.bench.screen import HEIGHT, WIDTH, Point, Screen, Seen, frames, has_content
from tests.bench.subjects import Subject
from tests.bench.touch import START_LIMIT, STILL, open_first_page, swipe, touch

PAGE_CHANGES = 200
IDLE_SECONDS = 20
ATTRACT_SECONDS = 60
"""Several of its pictures."""
AFTER_START_SECONDS = 10
"""By then what follows the first picture is done: the look at the editions, the self-test."""
QUIET = 0.05  # share of the processor that others may use
QUIET_LIMIT = 60.0  # seconds
NOT_MOVING = 100e6  # nanoseconds: a gap this long lies between two movements
SWIPE_START, SWIPE_END = Point(WIDTH * 3 // 4, HEIGHT // 2), Point(WIDTH // 4, HEIGHT // 2)


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


@dataclass
class Motion:
    """The milliseconds between frames while something moves."""

    slides: list[float] = field(default_factory=list)
    swipes: list[float] = field(default_factory=list)


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


def measure_motion(subject: Subject, screen: Screen, folder: Path) -> Motion:
    """Go once through the tour and try to swipe each page that it meets.

    A program that writes its own frames into CLINIC_KIOSK_TRACE is believed; else what the screen showed counts.
    """
    wait_until_quiet()
    trace = folder / f"{subject.name}.trace"
    trace.unlink(missing_ok=True)
    environment = {**subject.environment, "CLINIC_KIOSK_TRACE": str(trace)}
    slides: list[list[Seen]] = []
    swipes: list[list[Seen]] = []
    swiped: set[bytes] = set()
    with (folder / f"{subject.name}.log").open("a") as told, Program(subject.command, environment, told):
        screen.wait(has_content, START_LIMIT)
        open_first_page(screen, subject)
        for place in subject.tour:
            with watched() as is_ours:
                slide = touch(screen, place, subject.pause).pictures
                slides += [slide] if is_ours() else []
            if screen.look() not in swiped:
                swiped.add(screen.look())
                with watched() as is_ours:
                    swiped_there = _swipe_there_and_back(screen, subject.pause)
                    swipes += [swiped_there] if is_ours() else []
    own_frames = traced_frames(trace)
    return Motion(
        [gap for pictures in slides for gap in _gaps(pictures, own_frames)],
        [gap for pictures in swipes for gap in _gaps(pictures, own_frames)],
    )


def _swipe_there_and_back(screen: Screen, pause: float) -> list[Seen]:
    time.sleep(pause)
    pictures = swipe(screen, SWIPE_START, SWIPE_END)
    screen.watch_until_still(STILL, at_most=2)
    time.sleep(pause)
    swipe(screen, SWIPE_END, SWIPE_START)
    screen.watch_until_still(STILL, at_most=2)
    return pictures


def traced_frames(trace: Path) -> list[int]:
    """When the program itself says that it has painted a frame, in nanoseconds."""
    if not trace.exists():
        return []
    events = [json.loads(line) for line in trace.read_text().splitlines()]
    return [int(event["ns"]) for event in events if event["event"] == "frame"]


def _gaps(pictures: list[Seen], own_frames: list[int]) -> Iterator[float]:
    """Milliseconds between the frames of one movement."""
    begun, ended = pictures[0].at, pictures[-1].at
    known = [at for at in own_frames if begun <= at <= ended] or frames(pictures)
    for earlier, later in pairwise(known):
        if later - earlier < NOT_MOVING:
            yield (later - earlier) / 1e6
