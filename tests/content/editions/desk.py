"""A clinic's desk: the bundled library, the clinic's folder over it, the editions, and a disk that can fail."""

import errno
import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from kiosk.content.editions.edition import Edition
from kiosk.content.editions.publish import Outcome, Publication, publish, roll_back
from kiosk.content.editions.serving import Serving, serve
from kiosk.content.editions.store import Store
from kiosk.content.folders import Folders
from kiosk.disk import Disk
from tests.content.base import write

NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
TIP = """\
title: {title}
kind: move
text: A slow walk counts.
try_today: Walk for five minutes.
picture: {{file: walk.svg, decoration: true}}
review: {{version: 1, written: 2026-11-21, due: 2027-11-21}}
"""


class FailingDisk(Disk):
    """Takes some changes and then no more, as a disk that runs full does."""

    def __init__(self, takes: int, number: int = errno.ENOSPC) -> None:
        self.left = takes
        self.number = number

    def _takes(self) -> None:
        self.left -= 1
        if self.left < 0:
            raise OSError(self.number, os.strerror(self.number))

    def make_folder(self, folder: Path) -> None:
        self._takes()
        super().make_folder(folder)

    def write(self, file: Path, data: bytes) -> None:
        if self.left == 0:
            file.write_bytes(data[: len(data) // 2])  # what a full disk does
        self._takes()
        super().write(file, data)

    def sync(self, path: Path) -> None:
        self._takes()
        super().sync(path)

    def rename(self, old: Path, new: Path) -> None:
        self._takes()
        super().rename(old, new)


class Desk:
    """What a receptionist has to do with."""

    def __init__(self, folder: Path, base: Path) -> None:
        self.base = base
        self.clinic = folder / "clinic"
        self.clinic.mkdir()
        self.state = folder / "state"
        self.cache = folder / "cache"
        self.log: list[str] = []
        self.store = Store(self.state, Disk())
        self.now = NOW

    @property
    def folders(self) -> Folders:
        return Folders((self.base, self.clinic))

    def tip(self, title: str, path: str = "en/tips/walk.yaml") -> None:
        write(self.clinic, path, TIP.format(title=title))

    def publish(self, who: str = "Ana", *, page_by_page: bool = False, disk: Disk | None = None) -> Outcome:
        store = Store(self.state, disk) if disk else self.store
        return publish(store, Publication(self.folders, who, self.now, page_by_page=page_by_page))

    def published(self) -> Edition:
        outcome = self.publish()
        assert outcome.edition is not None, outcome.problems
        return outcome.edition

    def editions(self, count: int) -> None:
        """Publish that many, each with a title of its own."""
        for number in range(1, count + 1):
            self.tip(f"Walk {number}")
            assert self.publish().is_new

    def roll_back(self, number: int) -> Outcome:
        return roll_back(self.store, number)

    def start(self) -> Serving:
        return serve(Store(self.state, Disk()), self.base, self.cache, self.log.append)

    def title(self) -> str:
        """What patients read after a start."""
        library = self.start().library
        assert library is not None
        page = library.pages("en").page("tips/walk")
        assert page is not None
        return page.title

    def left_over(self) -> list[str]:
        """What lies in the folder of editions and is none."""
        return sorted(path.name for path in (self.state / "editions").glob("*") if not path.name.isdecimal())


def first_failing(act: Callable[[int], bool], most: int = 500) -> int:
    """Call with 0, 1, 2 … until it succeeds; gives how many times it failed."""
    for count in range(most):
        if act(count):
            return count
    raise AssertionError("It never succeeds.")
