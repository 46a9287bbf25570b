"""Working days of the real kiosk at a simulated clock: visits, editions, dark nights, and a fresh start each night."""

import argparse
import json
import logging
import os
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Final
from unittest.mock import patch

from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kiosk.content.editions.publish import Publication, publish
from kiosk.content.editions.serving import serve
from kiosk.content.editions.store import KEPT, Store
from kiosk.content.folders import Folders
from kiosk.content.library import Library
from kiosk.device.counts import Counts
from kiosk.device.panel import Panel
from kiosk.disk import Disk
from kiosk.health.exits import FRESH_START
from kiosk.paths import content_folder
from kiosk.running.day_keeper import DayKeeper
from kiosk.services.counting import Counting
from kiosk.session import routes
from kiosk.session.visit import Go
from kiosk.settings.hours import DAYS, Hours
from kiosk.settings.settings import Settings
from kiosk.ui.assistive.accessible import Interfaces
from tests.content.base import write
from tests.health.week import open_on
from tests.soak.again import again
from tests.visitor import LANDSCAPE, Visitor

HOURS: Final = open_on(DAYS, "08:00-18:00", Hours(time_zone="UTC", when_closed="off"))
SETTINGS: Final = Settings(hours=HOURS)
LONG_GONE: Final = 2000.0
"""Seconds: more than the longest time limit."""
MOST_BYTES_A_DAY: Final = 4_000
"""What the counts of a day may take on the disk."""
EDITIONS_BESIDE: Final = 2
"""Room for as many beside those that are kept: for one being written, and for the small files beside them all."""
PUBLISHES_ON: Final = (0, 3)
"""Days of each week: in three months more editions are made than are kept."""
HOURS_OPEN: Final = 10
"""Of each day; every hour there is a self-test."""
MOST_LINES_A_DAY: Final = 10
"""What the kiosk may write into the log in a day on which nothing goes wrong: its start, its end and an edition."""


@dataclass
class Diary:
    """What has happened, as somebody beside the kiosk would have written it down."""

    opened: Counter[tuple[str, str]] = field(default_factory=Counter)
    """How often each page was opened, by day and page."""
    visits: int = 0
    tests: int = 0
    fresh_starts: int = 0
    editions: int = 0
    lines: list[int] = field(default_factory=list)
    """In the log, of each day."""
    screen: list[str] = field(default_factory=list)
    """What the screen was told."""


class Wall:
    """A kiosk on the wall, its disk, and its days."""

    def __init__(self, bundled: Path, folder: Path, glass: QPointingDevice, seed: int) -> None:
        self._folders = Folders((bundled, folder / "clinic"))
        self._clinic = folder / "clinic"
        self._clinic.mkdir(parents=True)
        self._state = folder / "state"
        self._cache = folder / "cache"
        self._glass = glass
        self._chance = random.Random(seed)  # noqa: S311 - nothing secret
        self.now = datetime(2026, 11, 1, 6, tzinfo=UTC)
        self.diary = Diary()

    @property
    def store(self) -> Store:
        return Store(self._state, Disk())

    def lives(self, days: int, visits: int) -> None:
        """So many days, with so many visits each; twice a week something is published at noon."""
        for day in range(days):
            with _log_lines() as lines, self._switched_on() as kiosk:
                self._one_day(kiosk, visits, publishes=day % 7 in PUBLISHES_ON)
            self.diary.lines.append(len(lines))

    def _one_day(self, kiosk: "_Kiosk", visits: int, *, publishes: bool) -> None:
        self._comes_to(kiosk, 8)
        for number in range(visits):
            if publishes and number == visits // 2:
                kiosk.visitor.app.take_library(self._publish())
            self._visit(kiosk)
            self._comes_to(kiosk, 8 + 10 * number // visits)
        kiosk.counting.save()
        self._comes_to(kiosk, 18)
        self._comes_to(kiosk, 23)
        self.now += timedelta(days=1)
        with patch("kiosk.running.day_keeper.QApplication.exit") as left:
            self._comes_to(kiosk, 4)
        self.diary.fresh_starts += left.call_args_list == [((FRESH_START,),)]

    def _comes_to(self, kiosk: "_Kiosk", hour: int) -> None:
        self.now = self.now.replace(hour=hour)
        kiosk.keeper.look()

    def _visit(self, kiosk: "_Kiosk") -> None:
        visitor = kiosk.visitor
        self.diary.visits += 1
        visitor.touch("Touch the screen to begin")
        pages = visitor.app.scene().pages
        cards = self._chance.sample((*pages.cards("treatment"), *pages.cards("topic")), self._chance.randint(1, 4))
        for card in cards:
            visitor.app.session.take(Go(routes.Reading(card.id)))
            visitor.settles()
            self.diary.opened[self.now.date().isoformat(), card.id] += 1
        if self._chance.random() < 0.5:
            visitor.app.session.noticed()
            visitor.clock.passes(LONG_GONE)
            visitor.waits(1)
        else:
            visitor.touch("Finish")
            visitor.touch("Yes")

    def _publish(self) -> Library:
        self.diary.editions += 1
        home = (self._folders.layers[0] / "en/home.yaml").read_text(encoding="utf-8").splitlines()
        greeting = f"greeting: Good morning {self.diary.editions}"
        changed = [greeting if line.startswith("greeting:") else line for line in home]
        write(self._clinic, "en/home.yaml", "\n".join(changed) + "\n")
        outcome = publish(self.store, Publication(self._folders, "Ana", self.now))
        assert outcome.is_new, outcome.problems
        return self._library()

    def _library(self) -> Library:
        library = serve(self.store, self._folders.layers[0], self._cache, _must_be_silent).library
        assert library is not None
        return library

    @contextmanager
    def _switched_on(self) -> Iterator["_Kiosk"]:
        """The kiosk from its start in the morning to the fresh start at night."""
        visitor = Visitor(self._library(), SETTINGS, self._glass, LANDSCAPE)
        counts = Counts(self._state, Disk(), self._today)
        counting = Counting(counts, visitor.app.scene, visitor.app.stage.changed, visitor.window)
        panel = Panel({"SWAYSOCK": "x"}, _found, self._switch, self._state)
        keeper = DayKeeper(
            visitor.app, SETTINGS, panel, lambda: self.now, self._is_tested, restarts=True, grown=lambda: False
        )
        yield _Kiosk(visitor, counting, keeper)
        keeper.close()
        counting.close()
        visitor.leaves()

    def _today(self) -> date:
        return self.now.date()

    def _is_tested(self) -> None:
        self.diary.tests += 1

    def _switch(self, command: object) -> str:
        self.diary.screen.append(tuple(command)[-1])  # type: ignore[arg-type]  # a sequence of words
        return ""

    # --- what must be so afterwards -----------------------------------------------------------------------------------

    def counted(self) -> Counter[tuple[str, str]]:
        """What the file of counts says."""
        days: dict[str, dict[str, int]] = json.loads((self._state / "counts.json").read_bytes())
        return Counter({(day, page): number for day, pages in days.items() for page, number in pages.items()})

    def bytes_of_counts(self) -> int:
        """Their size on the disk."""
        return (self._state / "counts.json").stat().st_size

    def bytes_of_state(self) -> int:
        """The size of everything this kiosk keeps, also what it could make again."""
        return _bytes_in(self._state) + _bytes_in(self._cache)

    def most_bytes_of_state(self, days: int) -> int:
        """What it may keep after so many days, by the largest of its editions."""
        editions = [_bytes_in(self.store.place(number)) for number in self.store.numbers()]
        return max(editions, default=0) * (len(editions) + EDITIONS_BESIDE) + days * MOST_BYTES_A_DAY


@dataclass
class _Kiosk:
    visitor: Visitor
    counting: Counting
    keeper: DayKeeper


def is_well(wall: Wall, days: int) -> None:
    """All that must be so after so many days.

    Raises AssertionError where it is not.
    """
    diary = wall.diary
    assert wall.counted() == diary.opened
    assert wall.bytes_of_counts() <= days * MOST_BYTES_A_DAY
    assert len(wall.store.numbers()) == min(KEPT, diary.editions)
    assert wall.bytes_of_state() <= wall.most_bytes_of_state(days)
    assert diary.fresh_starts == days
    assert diary.tests >= days * min(HOURS_OPEN, diary.visits // days), diary.tests  # one an hour, if somebody comes
    assert diary.screen == ["off", "on"] * 2 * days, diary.screen[:6]  # also as it ends and starts
    assert max(diary.lines) <= MOST_LINES_A_DAY, diary.lines


@contextmanager
def _log_lines() -> Iterator[list[logging.LogRecord]]:
    """Everything that is logged meanwhile, from the level that the journal keeps."""
    lines: list[logging.LogRecord] = []
    handler = logging.Handler(logging.INFO)
    handler.emit = lines.append  # type: ignore[method-assign, assignment]  # its argument has another name
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    try:
        yield lines
    finally:
        root.setLevel(level)
        root.removeHandler(handler)


def _bytes_in(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def _found(name: str) -> str | None:
    return name if name == "swaymsg" else None


def _must_be_silent(line: str) -> None:
    raise AssertionError(line)


def main() -> int:
    """Live through as many days as the command line asks for, and tell what they were like."""
    parser = argparse.ArgumentParser(prog="make days DAYS_ARGS=...", description=__doc__)
    parser.add_argument("--days", type=int, default=90, help="how many (90)")
    parser.add_argument("--visits", type=int, default=60, help="on each day (60)")
    parser.add_argument("--seed", type=int, default=random.randrange(10**6), help="else by chance")  # noqa: S311 - nothing secret
    options = parser.parse_args()
    print(f"Seed {options.seed}; again with: {again('days', options)}", flush=True)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QApplication([])
    Interfaces(app)
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        wall = Wall(content_folder(), Path(folder), QTest.createTouchDevice(), options.seed)
        wall.lives(options.days, options.visits)
        is_well(wall, options.days)
        diary = wall.diary
        print(
            f"{options.days} days and {diary.visits} visits in {time.monotonic() - begun:.0f} s. "
            f"{diary.opened.total()} pages were opened, and as many were counted. {diary.editions} editions, "
            f"{len(wall.store.numbers())} kept. {diary.tests} self-tests were due. "
            f"On the disk: {wall.bytes_of_state() / 1e6:.1f} MB of at most "
            f"{wall.most_bytes_of_state(options.days) / 1e6:.1f}, "
            f"{wall.bytes_of_counts() / 1e3:.0f} kB of it counts. Lines in the log: at most {max(diary.lines)} a day."
        )
    app.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
