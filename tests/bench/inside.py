"""What is measured inside the program, as its own window shows it: too short or too many for a finger from outside.

`python -m tests.bench.inside QUESTION WIDTH HEIGHT` answers one question in a process of its own, as JSON.
"""

import gc
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QPoint, QSize, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from kiosk.content.folders import Folders
from kiosk.content.live import open_library
from kiosk.health.memory import give_back_freed_memory, spare_what_lasts
from kiosk.paths import content_folder
from kiosk.running.application import make_application
from kiosk.session import routes
from kiosk.session.routes import Route
from kiosk.session.visit import TEXT_SIZES, THEMES, Ask, Go, Leave, Origin, Picked, Read
from kiosk.settings.settings import Clinic, Settings
from kiosk.ui.paper.pdf import write_pdf
from kiosk.ui.paper.sheet import sheet_of
from tests.bench import silence
from tests.bench.host import watched
from tests.bench.motion import gaps_of_slide, gaps_of_swipe
from tests.bench.screen import Screen
from tests.visitor import Visitor

FULLEST = "therapies/prp"
"""The treatment with the most words on its page of studies."""
STUDIES = 3
"""Its chapter."""
OPENED = 10_000
SETTLED = 1_000
"""How often a page is opened before growth is measured: caches are full by then."""
SHEETS = 9
LARGE = (3840, 2160)
SLIDE_SECONDS = 0.3
"""A slide and a little more."""
SWIPES, STEPS, STEP_SECONDS = 8, 40, 0.008


def ask(question: str, display: str, size: tuple[int, int] = (1920, 1080)) -> list[float]:
    """Start a process that answers the question on a display."""
    command = (sys.executable, "-m", "tests.bench.inside", question, *map(str, size))
    with tempfile.TemporaryDirectory() as home:
        environment = {"DISPLAY": display, "HOME": home, "LANG": "C.UTF-8", "XDG_RUNTIME_DIR": home, "PATH": os.defpath}
        answer = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    numbers: list[float] = json.loads(answer.stdout)
    print(f"{question}, {size[0]}×{size[1]}: {numbers}", flush=True)  # an hour is not lost with the next question
    return numbers


def ask_all(display: str, folder: Path) -> dict[str, list[float]]:
    """The answers to all questions, slides and swipes at two sizes."""
    answers = {question: ask(question, display) for question in QUESTIONS}
    large = folder / "large"
    large.mkdir()
    with Screen(large, *LARGE) as screen:
        return answers | {f"{question}, large": ask(question, screen.name, LARGE) for question in ("slides", "swipes")}


def switches(visitor: Visitor) -> Iterator[float]:
    """Milliseconds from the wish for another language, theme or text size to its picture, on the fullest page."""
    visitor.app.session.take(Go(routes.Reading(FULLEST, STUDIES)))
    _live(0.5)
    usual = visitor.visit.reader
    others = [replace(usual, language=code) for code in ("es", "en")]
    others += [replace(usual, theme=theme) for theme in THEMES[1:]]
    others += [replace(usual, text_size=size) for size in TEXT_SIZES[1:]]
    for reader in [*others, usual] * 7:
        with watched() as is_ours:
            begun = time.perf_counter()
            visitor.app.session.take(Read(reader))
            _paint(visitor)
            took = (time.perf_counter() - begun) * 1000
            _live(0.05)
            if is_ours():
                yield took


def papers(visitor: Visitor) -> Iterator[float]:
    """Milliseconds to make the sheet to take along, with the key points of three pages."""
    pages = visitor.app.scene().pages
    for card in pages.cards("treatment")[:3]:
        visitor.app.session.take(Ask(Picked(f"What about {card.name}?", Origin(card.id, card.title))))
    for _ in range(SHEETS):
        begun = time.perf_counter()
        scene = visitor.app.scene()
        write_pdf(sheet_of(scene), scene.theme, "a4")
        yield (time.perf_counter() - begun) * 1000


def growth(visitor: Visitor) -> Iterator[float]:
    """Memory in MB after opening the same page a thousand times, and again at the end."""
    for number in range(1, OPENED + 1):
        visitor.app.session.take(Go(routes.Reading(FULLEST, STUDIES)))
        _paint(visitor)
        visitor.app.session.take(Leave())
        _paint(visitor)
        if number in (SETTLED, OPENED):
            gc.collect()
            _live(0.1)
            yield _memory()


def slides(visitor: Visitor) -> Iterator[float]:
    """Milliseconds between the frames while screens slide in."""
    frames = _Frames(visitor.window)
    for route in _tour(visitor):
        visitor.window.foreseen.emit(Go(route))
        _live(0.05)
        with watched() as is_ours:
            frames.times.clear()
            visitor.app.session.take(Go(route))
            _live(SLIDE_SECONDS)
            if is_ours():
                yield from gaps_of_slide(frames.times)


def swipes(visitor: Visitor) -> Iterator[float]:
    """Milliseconds between the frames while a finger draws the carousel of tips to and fro."""
    visitor.app.session.take(Go(routes.Tips()))
    _live(0.5)
    frames = _Frames(visitor.window)
    middle = visitor.window.rect().center()
    for number in range(SWIPES):
        way = visitor.mm(140) * (-1 if number % 2 == 0 else 1)
        with watched() as is_ours:
            frames.times.clear()
            _draw(visitor, middle, way)
            if is_ours():
                yield from gaps_of_swipe(frames.times)
        visitor.presses(middle)
        visitor.lifts(middle)
        _live(0.5)


def _draw(visitor: Visitor, middle: QPoint, way: int) -> None:
    """Draw a finger over the screen, to the right by so many pixels."""
    visitor.clock.passes(1)
    visitor.presses(middle - QPoint(way // 2, 0))
    for step in range(STEPS):
        visitor.clock.passes(STEP_SECONDS)
        visitor.slides(middle + QPoint(-way // 2 + way * step // STEPS, 0))
        _live(STEP_SECONDS)


class _Frames(QObject):
    """When the window has begun each of its frames."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.times: list[float] = []
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.UpdateRequest:
            self.times.append(time.perf_counter() * 1000)
        return False


def _tour(visitor: Visitor) -> Iterator[Route]:
    pages = visitor.app.scene().pages
    for card in (*pages.cards("treatment"), *pages.cards("topic")):
        yield routes.Home()
        yield routes.Reading(card.id)
    for card in pages.cards("comparison"):
        yield routes.Help()
        yield routes.Compare(card.id)


def _paint(visitor: Visitor) -> None:
    """Until all that was asked for has been painted."""
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(visitor.window, QEvent.Type.UpdateRequest)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _live(seconds: float) -> None:
    """Let the event loop run for so long."""
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _memory() -> float:
    lines = Path("/proc/self/smaps_rollup").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("Pss:")).split()[1]) / 1024


QUESTIONS: Mapping[str, Callable[[Visitor], Iterator[float]]] = {
    "switches": switches,
    "papers": papers,
    "growth": growth,
    "slides": slides,
    "swipes": swipes,
    "silence": silence.after_a_touch,
    "silence, headphones": silence.after_the_plug,
}


def main() -> None:
    """Answer one question."""
    question, width, height = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    app = make_application()
    with tempfile.TemporaryDirectory() as cache:
        folders = Folders((content_folder(),))
        open_library(
            folders, Path(cache), lambda _problem: None
        )  # the first time checks, the second reads what was checked
        library = open_library(folders, Path(cache), lambda _problem: None).library
    if library is None:
        raise SystemExit("There is no library.")
    settings = Settings(clinic=Clinic(name="Riverside Spine Clinic", phone="555 0100"))
    visitor = Visitor(library, settings, QTest.createTouchDevice(), QSize(width, height))
    give_back_freed_memory()
    spare_what_lasts()
    _live(1)
    print(json.dumps([round(number, 2) for number in QUESTIONS[question](visitor)]))
    visitor.leaves()
    app.quit()


if __name__ == "__main__":
    main()
