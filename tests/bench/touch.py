"""A finger on the screen, and how long the answer takes."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from tests.bench.screen import NothingHappenedError, Point, Screen, Seen, difference
from tests.bench.subjects import Subject

START_LIMIT = 30.0  # seconds
ANSWER_LIMIT = 2.0
NEW_PAGE = 0.03  # a new page changes at least this share of the screen, a pressed button less
HELD = 0.06  # seconds that a finger rests on a button
STILL = 0.15  # a screen that has not changed for so long is done
SWIPE_STEPS, SWIPE_STEP_SECONDS = 60, 0.008


@dataclass(frozen=True)
class Answer:
    """What followed the lift of a finger."""

    milliseconds: float
    """From the lift to the first picture of the new page."""
    pictures: list[Seen]
    """All that was seen from then on, until the screen was still."""


def open_first_page(screen: Screen, subject: Subject) -> int:
    """Touch the first screen again and again until it opens; tells when it did, in nanoseconds."""
    end = time.monotonic() + START_LIMIT
    while time.monotonic() < end:
        _, is_new = _tap(screen, subject.first, held=0.02)
        try:
            return screen.wait(is_new, 0.05)
        except NothingHappenedError:
            continue
    raise NothingHappenedError(f"{subject.name} did not answer to touches on its first screen")


def touch(screen: Screen, place: Point, pause: float, still: float = STILL) -> Answer:
    """Press and lift, and watch what comes of it until the screen has been still for so many seconds."""
    time.sleep(pause)
    lifted, is_new = _tap(screen, place, HELD)
    try:
        painted = screen.wait(is_new, ANSWER_LIMIT)
    except NothingHappenedError:
        raise NothingHappenedError(f"Nothing came of the touch at {place}") from None
    return Answer((painted - lifted) / 1e6, screen.watch_until_still(still, at_most=2))


def _tap(screen: Screen, place: Point, held: float) -> tuple[int, Callable[[bytes], bool]]:
    """Press and lift; tells when, and how to know a new page: it is neither the old one nor that with a button down."""
    before = screen.look()
    screen.press(place)
    time.sleep(held)
    pressed = screen.look()
    lifted = screen.lift()
    return lifted, lambda picture: all(difference(old, picture) >= NEW_PAGE for old in (before, pressed))


def swipe(screen: Screen, start: Point, end: Point) -> list[Seen]:
    """Draw the finger across the screen; what was seen meanwhile."""
    screen.press(start)
    pictures: list[Seen] = []
    for step in range(1, SWIPE_STEPS + 1):
        screen.move_to(Point(start.x + (end.x - start.x) * step // SWIPE_STEPS, start.y))
        pictures += screen.watch_until_still(SWIPE_STEP_SECONDS, at_most=SWIPE_STEP_SECONDS)
    screen.lift()
    return pictures
