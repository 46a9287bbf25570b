"""What is seen of something that moves: the milliseconds between its frames."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from kiosk.ui.slide import DURATION_MS
from tests.bench.host import watched
from tests.bench.measures import wait_until_quiet
from tests.bench.program import Program
from tests.bench.screen import HEIGHT, WIDTH, Point, Screen, difference, frames, has_content
from tests.bench.subjects import Subject
from tests.bench.touch import NEW_PAGE, START_LIMIT, STILL, open_first_page, swipe, touch

SWIPE_START, SWIPE_END = Point(WIDTH * 3 // 4, HEIGHT // 2), Point(WIDTH // 4, HEIGHT // 2)
FRAME_MS = 1000 / 60
SLIDE_MS = DURATION_MS - FRAME_MS
"""Until then after its first frame a slide is not at its end: whatever comes later is a frame of it."""
SETTLED = 2 * DURATION_MS / 1000  # seconds without a change after which even a slide that hangs is over


@dataclass
class Motion:
    """The milliseconds between frames while something moves."""

    slides: list[float] = field(default_factory=list)
    swipes: list[float] = field(default_factory=list)


def gaps_of_slide(begun: Sequence[float]) -> Iterator[float]:
    """Between the frames of one slide, by the milliseconds at which each began; however long they are."""
    return (later - earlier for earlier, later in pairwise(begun) if earlier - begun[0] < SLIDE_MS)


def gaps_of_swipe(begun: Sequence[float]) -> Iterator[float]:
    """Between the frames of one swipe, by the milliseconds at which each began; however long they are."""
    return (later - earlier for earlier, later in pairwise(begun))


def measure_motion(subject: Subject, screen: Screen, folder: Path) -> Motion:
    """Go once through the tour and try to swipe each page that it meets."""
    wait_until_quiet()
    motion = Motion()
    swiped: set[bytes] = set()
    with (folder / f"{subject.name}.log").open("a") as told, Program(subject.command, subject.environment, told):
        screen.wait(has_content, START_LIMIT)
        open_first_page(screen, subject)
        for place in subject.tour:
            with watched() as is_ours:
                slide = touch(screen, place, subject.pause, SETTLED).pictures
                if is_ours():
                    motion.slides += gaps_of_slide([at / 1e6 for at in frames(slide)])
            if screen.look() not in swiped:
                swiped.add(screen.look())
                with watched() as is_ours:
                    begun = _swipe_there_and_back(screen, subject.pause)
                    if is_ours():
                        motion.swipes += gaps_of_swipe(begun)
    return motion


def _swipe_there_and_back(screen: Screen, pause: float) -> list[float]:
    """When the frames of the way there began, in milliseconds; none where there is nothing to swipe.

    There a button is pressed and let go, and the screen is soon as it was.
    """
    time.sleep(pause)
    before = screen.look()
    pictures = swipe(screen, SWIPE_START, SWIPE_END)
    screen.watch_until_still(STILL, at_most=2)
    time.sleep(pause)
    swipe(screen, SWIPE_END, SWIPE_START)
    screen.watch_until_still(STILL, at_most=2)
    is_moved = difference(before, pictures[-1].picture) >= NEW_PAGE
    return [at / 1e6 for at in frames(pictures)] if is_moved else []
