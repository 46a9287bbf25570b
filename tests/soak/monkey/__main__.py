"""Lets a monkey play with the kiosk; ends with 1, and a short story, when it gets it into trouble."""

import argparse
import gc
import os
import random
import sys
import tempfile
import time
from collections import Counter, deque
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from statistics import median
from unittest.mock import patch

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtGui import QPixmap, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kiosk.content.folders import Folders
from kiosk.content.library import Library
from kiosk.content.live import open_library
from kiosk.health.memory import give_back_freed_memory
from kiosk.paths import content_folder
from kiosk.ui.assistive.accessible import Interfaces
from tests.languages import with_languages
from tests.soak.again import again
from tests.soak.monkey.actions import Action, actions
from tests.soak.monkey.cage import Cage, Trouble, drop_all, silent_voice
from tests.soak.monkey.story import shrink, told

TELLS_EVERY = 5_000
STORIES = (300, 1_000, 3_000)
"""How many of the latest actions are tried for a story where those since nobody was there do not do."""
HEAD = """\
| seed | actions | seconds | MB in the second third | MB in the last third | trouble |
| --- | --- | --- | --- | --- | --- |"""
MAY_GROW = 1.1
"""Caches fill at their own pace; a leak of a kilobyte an action would be ten times as much in a million."""


def main() -> int:
    """Do what the command line asks for."""
    options = _options()
    print(f"Seed {options.seed}; again with: {again('monkey', options)}", flush=True)
    app = QApplication([])
    glass = QTest.createTouchDevice()
    Interfaces(app)
    give_back_freed_memory()
    with tempfile.TemporaryDirectory() as cache:
        libraries = _libraries(Path(cache))
        with (
            patch("kiosk.services.listening.Voice", silent_voice),  # no sound for days
            patch("kiosk.ui.screens.listen.has_voice", lambda _language: True),
        ):
            done = Play(libraries, glass, options).play()
    app.quit()
    return done


class Play:
    """One monkey's time with a kiosk."""

    def __init__(self, libraries: Mapping[str, Library], glass: QPointingDevice, options: argparse.Namespace) -> None:
        """options: those of the command line."""
        self._libraries, self._glass = libraries, glass
        self._count, self._seed, self._restarts = options.actions, options.seed, not options.one_start
        self._before: list[Action] = []
        """What brings a fresh kiosk to where the one was when last nobody was there."""
        self._since: list[Action] = []
        self._seen: Counter[str] = Counter()
        """After how many actions each screen, dialog or page of staff was on top."""
        self._latest: deque[Action] = deque(maxlen=max(STORIES))

    def play(self) -> int:
        """Play, and tell every so often how large the program is."""
        sizes: list[float] = []
        begun = time.monotonic()
        with self._cage() as cage:
            for number, action in enumerate(islice(actions(self._seed), self._count), 1):
                self._since.append(action)
                self._latest.append(action)
                try:
                    cage.do(action)
                except Trouble as trouble:
                    print(f"Trouble at action {number}, seed {self._seed}: {trouble}", file=sys.stderr, flush=True)
                    break
                self._seen[cage.sight] += 1
                if cage.is_at_rest:
                    self._before, self._since = list(cage.circumstances.values()), []
                if number % TELLS_EVERY == 0:
                    sizes.append(_at_rest(cage))
                    print(f"{number} actions, {time.monotonic() - begun:.0f} s, {sizes[-1]:.1f} MB", flush=True)
            else:
                if self._count % TELLS_EVERY:
                    sizes.append(_at_rest(cage))
                return self._ended_well(sizes, time.monotonic() - begun)
        drop_all()
        print(self._story(), file=sys.stderr)
        return 1

    def _ended_well(self, sizes: Sequence[float], took: float) -> int:
        """Tell what the monkey has met, and whether the program has grown meanwhile."""
        print("Seen:", ", ".join(f"{name} {times:,}" for name, times in self._seen.most_common()))
        thirds = _thirds(sizes)
        told = "not compared | not compared" if thirds is None else f"{thirds[0]:.1f} | {thirds[1]:.1f}"
        print(f"{HEAD}\n| {self._seed} | {self._count:,} | {took:,.0f} | {told} | none |")
        return _memory_is_flat(thirds)

    def _cage(self) -> Cage:
        return Cage(self._libraries, self._glass, restarts=self._restarts)

    def _story(self) -> str:
        """A short one: of what was done since nobody was there, or of more where that leads to no trouble."""
        latest = list(self._latest)
        for tried in ([*self._before, *self._since], *(latest[-number:] for number in STORIES)):
            if self._trial(tried)[1]:
                shrunk = shrink(tried, lambda fewer: self._trial(fewer)[1])
                return f"{told(*self._trial(shrunk.actions))}\n{shrunk.told}"
        return f"It does not happen again within {max(STORIES)} actions: play all of it again."

    def _trial(self, tried: Sequence[Action]) -> tuple[list[str], str]:
        """The steps that were done in a fresh kiosk, and the trouble they ended in."""
        steps: list[str] = []
        trouble = ""
        with self._cage() as cage:
            try:
                for action in tried:
                    cage.do(action)
                    steps.append(cage.told)
            except Trouble as found:
                steps.append(cage.told)
                trouble = str(found)
        drop_all()
        return steps, trouble


def _libraries(cache: Path) -> dict[str, Library]:
    """The bundled library, less of it, and it in test languages: longer words, and right to left."""
    folders = Folders((content_folder(),))
    open_library(folders, cache, print)
    library = open_library(folders, cache, print).library
    if library is None:
        raise SystemExit("There is no library.")
    english = replace(library, languages={"en": library.languages["en"]})
    return {"all pages": library, "English alone": english, "words of other lengths": with_languages(library)}


def _thirds(sizes: Sequence[float]) -> tuple[float, float] | None:
    """The medians of the second third and of the last: in the first one all that is read once is read.

    None where there are too few sizes for thirds.
    """
    third = len(sizes) // 3
    return (median(sizes[-2 * third : -third]), median(sizes[-third:])) if third else None


def _memory_is_flat(thirds: tuple[float, float] | None) -> int:
    if thirds is None:
        print(f"The run was too short to compare its memory: that takes more than {2 * TELLS_EVERY:,} actions.")
        return 0
    earlier, last = thirds
    if last > earlier * MAY_GROW:
        print("The program has grown.", file=sys.stderr)
        return 1
    return 0


def _at_rest(cage: Cage) -> float:
    """Megabytes of its own while nobody is there, without the pictures that are kept to be shown again.

    What it shares with other programs comes and goes with them; pictures are kept up to limits of their own, and 13 to
    29 MB of them are there, as it happens.
    """
    cage.comes_to_rest()
    gc.collect()
    return _megabytes() - _pictures()


def _pictures() -> float:
    kept = [each for each in gc.get_objects() if isinstance(each, QPixmap)]
    return sum(each.width() * each.height() * each.depth() / 8 for each in kept) / 1_048_576


def _megabytes() -> float:
    lines = Path("/proc/self/smaps_rollup").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("Private_Dirty:")).split()[1]) / 1024


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make monkey MONKEY_ARGS=...", description=__doc__)
    parser.add_argument("--actions", type=int, default=1_000_000, help="how many (1,000,000)")
    parser.add_argument("--seed", type=int, default=random.randrange(10**6), help="else by chance")  # noqa: S311 - nothing secret
    parser.add_argument(
        "--one-start", action="store_true", help="nothing ends the program: its memory has all the time to grow"
    )
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
