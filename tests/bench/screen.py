"""A virtual screen that can be touched, and looked at without disturbing what runs on it."""

import mmap
import os
import struct
import subprocess
import time
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple, Self

from Xlib import X
from Xlib.display import Display
from Xlib.ext import xtest

WIDTH, HEIGHT = 1920, 1080
LINES_BETWEEN = 20  # one line of pixels in 20 is looked at: fine enough to see a letter of body text
LOOK_EVERY = 0.0005  # seconds
LINE = 4 * WIDTH  # bytes
CELL = 128  # bytes of a line, 32 pixels, compared as one


class Point(NamedTuple):
    """A place on the screen, in pixels."""

    x: int
    y: int


class Seen(NamedTuple):
    """What the screen showed at a time, in nanoseconds."""

    at: int
    picture: bytes


class NothingHappenedError(Exception):
    """The screen did not come to show what was waited for."""


class Screen:
    """An X server of our own, whose picture lies in a file mapped into our memory."""

    def __init__(self, folder: Path, width: int = WIDTH, height: int = HEIGHT) -> None:
        """Start it; its files go into the folder. Only one of the usual size can be looked at."""
        reader, writer = os.pipe()
        size = f"{width}x{height}x24"
        command = ("Xvfb", "-displayfd", str(writer), "-screen", "0", size, "-fbdir", str(folder), "-nolisten", "tcp")
        self._server = subprocess.Popen(
            (*command, "-noreset", "-nocursor"), pass_fds=(writer,), stderr=subprocess.DEVNULL
        )
        os.close(writer)
        with os.fdopen(reader) as answer:
            self.name = f":{answer.readline().strip()}"
        with (folder / "Xvfb_screen0").open("rb") as picture:
            self._memory = mmap.mmap(picture.fileno(), 0, access=mmap.ACCESS_READ)
        self._lines = _sampled_lines(self._memory)
        self._display = Display(self.name)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._display.close()
        self._server.terminate()
        self._server.wait()

    def look(self) -> bytes:
        """What the screen shows now, a line in so many."""
        return b"".join([self._memory[line] for line in self._lines])

    def move_to(self, point: Point) -> None:
        """Put the finger over a place."""
        xtest.fake_input(self._display, X.MotionNotify, x=point.x, y=point.y)
        self._display.flush()

    def press(self, point: Point) -> None:
        """Put the finger down."""
        self.move_to(point)
        xtest.fake_input(self._display, X.ButtonPress, 1)
        self._display.flush()

    def lift(self) -> int:
        """Lift the finger; tells when, in nanoseconds."""
        xtest.fake_input(self._display, X.ButtonRelease, 1)
        lifted = time.monotonic_ns()
        self._display.flush()
        return lifted

    def wait(self, until: Callable[[bytes], bool], seconds: float) -> int:
        """Look until the picture is as wanted; tells when it was first so, in nanoseconds."""
        end = time.monotonic() + seconds
        last = None
        while time.monotonic() < end:
            seen, picture = time.monotonic_ns(), self.look()
            if picture != last and until(picture):
                return seen
            last = picture
            time.sleep(LOOK_EVERY)
        raise NothingHappenedError(f"The screen did not change as expected in {seconds} seconds")

    def watch_until_still(self, still: float, at_most: float) -> list[Seen]:
        """The picture now and every new one, until nothing has changed for so many seconds."""
        pictures = [Seen(time.monotonic_ns(), self.look())]
        changed = started = time.monotonic()
        while time.monotonic() < min(changed + still, started + at_most):
            seen = Seen(time.monotonic_ns(), self.look())
            if seen.picture != pictures[-1].picture:
                pictures.append(seen)
                changed = time.monotonic()
            time.sleep(LOOK_EVERY)
        return pictures


def _sampled_lines(memory: mmap.mmap) -> list[slice]:
    """Where in an XWD file, the form in which Xvfb keeps its picture, the lines to look at lie."""
    header = struct.unpack_from(">20I", memory)
    header_size, bytes_per_line, colours = header[0], header[12], header[19]
    first = header_size + 12 * colours
    starts = range(
        first + bytes_per_line * (LINES_BETWEEN // 2), first + bytes_per_line * HEIGHT, bytes_per_line * LINES_BETWEEN
    )
    return [slice(start, start + LINE) for start in starts]


def difference(before: bytes, after: bytes) -> float:
    """The share of the screen that differs, from 0 to 1."""
    cells = range(0, len(before), CELL)
    return sum(before[cell : cell + CELL] != after[cell : cell + CELL] for cell in cells) / len(cells)


def frames(pictures: Sequence[Seen]) -> list[int]:
    """When each frame began to appear. A frame comes in pieces; when a line changes again, it is the next frame."""
    begun: list[int] = []
    drawn: set[int] = set()
    for (_, before), (at, after) in pairwise(pictures):
        changed = {
            line for line in range(0, len(after), LINE) if before[line : line + LINE] != after[line : line + LINE]
        }
        if changed and (not begun or changed & drawn):
            begun.append(at)
            drawn = set()
        drawn |= changed
    return begun


def has_content(picture: bytes) -> bool:
    """Whether there is more on the screen than a plain ground: the edges of letters alone have dozens of colours."""
    return len(set(memoryview(picture).cast("I"))) >= 32
