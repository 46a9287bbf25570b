"""Finds every page of the kiosk by touching what can be touched, and makes a tour of them."""

import json
import socket
import sys
import time
from dataclasses import dataclass, replace
from pathlib import Path

from tests.bench.program import Program
from tests.bench.screen import HEIGHT, NothingHappenedError, Point, Screen, difference, has_content
from tests.bench.subjects import Subject
from tests.bench.touch import NEW_PAGE, START_LIMIT, open_first_page

BAR_TOP = int(HEIGHT * 0.8)  # below this line a button that is also on Home belongs to the bar


@dataclass(frozen=True)
class Shown:
    """What the scout inside the kiosk sees."""

    words: tuple[str, ...]
    buttons: tuple[Point, ...]


def with_tour(kiosk: Subject, screen: Screen, folder: Path) -> Subject:
    """The kiosk with a tour: from Home through each door to each page behind it, and Home again."""
    return replace(kiosk, tour=_Explorer(kiosk, screen, folder).tour())


class _Explorer:
    def __init__(self, kiosk: Subject, screen: Screen, folder: Path) -> None:
        self._kiosk = kiosk
        self._screen = screen
        self._socket = folder / "scout"
        self._log = folder / "scout.log"

    def tour(self) -> tuple[Point, ...]:
        """Touches that go to every page and end on Home."""
        touches: list[Point] = []
        with self._start():
            home = self._ask()
            home_button = min((place for place in home.buttons if place.y > BAR_TOP), key=lambda place: place.x)
            for door in (place for place in home.buttons if place.y <= BAR_TOP):
                behind = self._open(door, home)
                if behind is None:
                    continue
                touches += [door, home_button]
                for page in (place for place in behind.buttons if place.y <= BAR_TOP):
                    if self._leads_on([home_button, door, page], home, behind):
                        touches += [door, page, home_button]
                self._open(home_button, home)
        return tuple(touches)

    def _leads_on(self, way: list[Point], home: Shown, behind: Shown) -> bool:
        """Whether the last touch of the way opens a page; leaves the kiosk where it was."""
        home_button, door, page = way
        opened = self._open(page, behind) is not None
        self._open(home_button, home)
        if self._ask().buttons != home.buttons:
            raise NothingHappenedError(f"The touch at {page} behind the door at {door} has no way home")
        self._open(door, home)
        return opened

    def _start(self) -> Program:
        environment = self._kiosk.environment
        command = (sys.executable, "-m", "tests.bench.probe", str(self._socket), *self._kiosk.command[1:])
        with self._log.open("w") as log:
            program = Program(command, environment, log)
        self._screen.wait(has_content, START_LIMIT)
        open_first_page(self._screen, self._kiosk)
        self._screen.watch_until_still(0.3, at_most=2)
        return program

    def _open(self, place: Point, before: Shown) -> Shown | None:
        """Touch a button; what is shown then, if it is another page."""
        time.sleep(self._kiosk.pause)
        picture = self._screen.look()
        self._screen.press(place)
        time.sleep(0.05)
        self._screen.lift()
        self._screen.watch_until_still(0.3, at_most=2)
        after = self._ask()
        another = difference(picture, self._screen.look()) >= NEW_PAGE and after.words != before.words
        return after if another else None

    def _ask(self) -> Shown:
        with socket.socket(socket.AF_UNIX) as connection:
            connection.connect(str(self._socket))
            with connection.makefile() as answer:
                said = json.load(answer)
        return Shown(tuple(said["words"]), tuple(Point(x, y) for x, y in said["buttons"]))
