"""How long an edit takes from the clinic's folder to the screen, and whether touches wait for it meanwhile.

`python -m tests.bench.edit GAPS ARGUMENTS OF clinic-kiosk` is the kiosk with a metronome inside: it writes every pause
of its event loop that was longer than it should be into a file.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from kiosk.cli import main as kiosk
from kiosk.paths import content_folder
from tests.bench.program import Program
from tests.bench.screen import LINE, Screen, has_content
from tests.bench.subjects import environment

RUNS = 12
BEAT_MS = 5
LONG_MS = 12
"""A pause that somebody might see: a frame takes 16.7 ms."""
WORDS = 0.4
"""Of the screen's width, at the start of the line: there the greeting stands, and the pictures beside it change."""
LONGEST = 20.0
"""Seconds after which nothing will come any more."""


def measure(screen: Screen, folder: Path) -> tuple[list[float], list[float]]:
    """Change the greeting again and again: the seconds until it is seen, and the pauses of the event loop in ms."""
    page = folder / "clinic/en/home.yaml"
    page.parent.mkdir(parents=True)
    page.write_text((content_folder() / "en/home.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    gaps = folder / "gaps"
    command = (sys.executable, "-m", "tests.bench.edit", str(gaps), "run", "--content", str(folder / "clinic"))
    with (
        (folder / "log").open("a") as told,
        Program(command, environment(screen.name, folder / "home"), told),
    ):
        screen.wait(has_content, LONGEST)
        time.sleep(6)  # the first edition
        gaps.unlink(missing_ok=True)
        took = [edit(page, f"Good morning {number}", screen) for number in range(RUNS)]
    pauses = [float(line) for line in gaps.read_text().split()] if gaps.exists() else []
    return took, pauses


def edit(page: Path, greeting: str, screen: Screen) -> float:
    """Save another greeting as editors do; gives the seconds until the screen shows it."""
    lines = page.read_text(encoding="utf-8").splitlines()
    new = [f"greeting: {greeting}" if line.startswith("greeting:") else line for line in lines]
    beside = page.with_name(".home.yaml.tmp")
    beside.write_text("\n".join(new) + "\n", encoding="utf-8")
    before = _words(screen.look())
    saved = time.monotonic_ns()
    beside.replace(page)
    seen = screen.wait(lambda picture: _words(picture) != before, LONGEST)
    time.sleep(1)
    return (seen - saved) / 1e9


def _words(picture: bytes) -> bytes:
    wide = round(LINE * WORDS)
    return b"".join(picture[line : line + wide] for line in range(0, len(picture), LINE))


def with_metronome(gaps: Path) -> None:
    """Have the application beat as soon as its event loop runs."""
    run: Callable[[], int] = QApplication.exec

    def run_with_beat(*_: object) -> int:
        last = time.monotonic()

        def beat() -> None:
            nonlocal last
            now = time.monotonic()
            pause, last = (now - last) * 1000, now
            if pause > LONG_MS:
                with gaps.open("a") as file:
                    file.write(f"{pause:.1f}\n")

        timer = QTimer(interval=BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        timer.timeout.connect(beat)
        timer.start()
        return run()

    QApplication.exec = run_with_beat  # type: ignore[method-assign]  # to measure within


if __name__ == "__main__":
    with_metronome(Path(sys.argv[1]))
    sys.exit(kiosk(sys.argv[2:]))
