"""How soon the voice is silent: after a touch, and once the headphones are out."""

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtTest import QTest

from kiosk.session import routes
from kiosk.session.visit import Go, ReadAloud
from tests.bench.host import watched
from tests.device.sound import sound_server, sounds
from tests.visitor import Visitor

READ = routes.Reading("therapies/prp", 3)
"""A page of long sentences."""
TIMES = 20
HEARD_MS = 400
"""For how long the voice is heard before it is to be silent."""
PATIENCE_SECONDS = 5.0
PLAYERS = ("paplay", "aplay")
BLANK = QPoint(1900, 20)
"""Where nothing can be touched."""


def after_a_touch(visitor: Visitor) -> Iterator[float]:
    """Milliseconds from a finger that lands beside everything until nothing plays."""

    def end() -> None:
        visitor.presses(BLANK)

    for took in _silences(visitor, lambda: visitor.window.wished.emit(ReadAloud(anew=True)), end):
        visitor.lifts(BLANK)
        yield took


def after_the_plug(visitor: Visitor) -> Iterator[float]:
    """Milliseconds from the headphones' plug until nothing plays."""
    yield from _silences(visitor, lambda: visitor.window.plug(True), lambda: visitor.window.plug(False))


def _silences(visitor: Visitor, begin: Callable[[], None], end: Callable[[], None]) -> Iterator[float]:
    """Let the voice begin and end again and again, played by a real sound server; TimeoutError if it says nothing."""
    with TemporaryDirectory(prefix="sound") as folder, sound_server(Path(folder)) as address:
        os.environ["PULSE_SERVER"] = address
        visitor.app.session.take(Go(READ))
        for _ in range(TIMES):
            visitor.clock.passes(1)
            begin()
            _wait_for_the_voice()
            QTest.qWait(HEARD_MS)
            with watched() as is_ours:
                began = time.perf_counter()
                end()
                while _plays():
                    QCoreApplication.processEvents()
                took = (time.perf_counter() - began) * 1000
                if is_ours():
                    yield took
            if sounds(address):
                raise AssertionError("The player is gone, but the sound server still plays.")


def _wait_for_the_voice() -> None:
    end = time.monotonic() + PATIENCE_SECONDS
    while not _plays():
        if time.monotonic() > end:
            raise TimeoutError("The voice says nothing.")
        QTest.qWait(5)


def _plays() -> bool:
    """Whether a player of this program runs: see proc_pid_stat(5)."""
    children = [child for task in Path("/proc/self/task").iterdir() for child in _words(task / "children")]
    return any(_is_player(_words(Path("/proc", child, "stat"))) for child in children)


def _is_player(stat: list[str]) -> bool:
    return len(stat) > 2 and stat[1].strip("()") in PLAYERS and stat[2] != "Z"


def _words(file: Path) -> list[str]:
    """What a file of the kernel says; nothing if its process has ended meanwhile."""
    try:
        return file.read_text(encoding="ascii").split()
    except OSError:
        return []
