"""The screen for times of trouble, and the tries behind it."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from socket import socketpair

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QRect, QSize
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.colours.palette import PALETTES
from kiosk.health.exits import FRESH_START
from kiosk.health.heartbeat import Systemd
from kiosk.health.roundtrip import RoundTrip
from kiosk.health.starts import Starts
from kiosk.paths import assets_folder
from kiosk.running import tries
from kiosk.running.beats import Beats
from kiosk.running.tries import Tries
from kiosk.settings.settings import Clinic
from kiosk.ui.resting import Reason, RestingScreen
from tests.clock import Clock
from tests.health.conftest import Supervisor
from tests.looks import looks
from tests.visitor import forget_dropped_widgets

LINES = {"title", "line", "phone", "unread", "failing"}


def test_the_words_are_there_in_every_language() -> None:
    """They need no library, so the check of the library does not see them."""
    words = json.loads((assets_folder() / "resting.json").read_text())
    assert set(words) == {"en", "es"}
    for language in words.values():
        assert set(language) == LINES
        assert all(line.strip() and "!" not in line for line in language.values())
        assert "{clinic}" in language["phone"]


@pytest.mark.parametrize("size", [QSize(1920, 1080), QSize(1080, 1920), QSize(1280, 800), QSize(800, 600)], ids=str)
@pytest.mark.parametrize("reason", ["", "unread", "failing"])
def test_nothing_of_it_is_cut_off(qapp: QApplication, size: QSize, reason: Reason) -> None:
    screen = RestingScreen(assets_folder(), looks().fonts, Clinic(phone="555 0100"), reason)
    screen.resize(size)
    image = screen.grab().toImage()
    paper = PALETTES["light"].paper.lower()
    edge = 8
    for strip in (
        QRect(0, 0, size.width(), edge),
        QRect(0, size.height() - edge, size.width(), edge),
        QRect(size.width() - edge, 0, edge, size.height()),
    ):
        part = image.copy(strip)
        colours = {part.pixelColor(x, y).name() for x in range(part.width()) for y in range(part.height())}
        assert colours == {paper}
    assert "555 0100" in screen.accessibleName()
    assert ("keeps stopping" in screen.accessibleName()) is (reason == "failing")
    screen.deleteLater()


def test_without_a_number_none_is_promised(qapp: QApplication) -> None:
    screen = RestingScreen(assets_folder(), looks().fonts, Clinic(), "")
    assert "{clinic}" not in screen.accessibleName()
    assert "Clinic:" not in screen.accessibleName()
    screen.deleteLater()


# --- behind it ----------------------------------------------------------------------------------------------------


@pytest.fixture
def beats(qapp: QApplication, supervisor: Supervisor) -> Iterator[Beats]:
    """The heartbeat of the resting program."""
    program = QObject()
    beats = Beats(Systemd(supervisor.address, 0.4), "resting", program)
    yield beats
    beats.pause()
    program.deleteLater()
    forget_dropped_widgets()


def test_an_answer_that_comes_while_another_process_beats_is_no_beat(
    qapp: QApplication, supervisor: Supervisor, monkeypatch: pytest.MonkeyPatch
) -> None:
    kiosk, display = socketpair()
    monkeypatch.setattr("kiosk.running.beats.to_display_server", lambda *_: RoundTrip(kiosk, b"there?"))
    program = QObject()
    beats = Beats(Systemd(supervisor.address, 60), "resting", program)
    beats.pause()
    display.send(b"yes")
    QCoreApplication.processEvents()
    assert supervisor.hears(0.0) == ""
    beats.go_on()
    QCoreApplication.processEvents()
    assert supervisor.waits_for("WATCHDOG=1")
    beats.pause()
    program.deleteLater()
    forget_dropped_widgets()
    kiosk.close()
    display.close()


@pytest.fixture
def starts(tmp_path: Path) -> Starts:
    starts = Starts(tmp_path, "this boot", Clock())
    for _ in range(6):
        starts.begin()
    return starts


def python(code: str) -> tuple[str, ...]:
    return (sys.executable, "-c", code)


def test_a_child_that_dies_is_tried_again_and_later_each_time(
    beats: Beats, starts: Starts, supervisor: Supervisor, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    trying = Tries(python("raise SystemExit(1)"), starts, beats, first_wait=0.05)
    for _ in range(3):
        with qtbot.waitSignal(trying._child.finished):
            pass
    trying.stop()
    waits = [record.getMessage() for record in caplog.records if "next try" in record.getMessage()]
    assert len(waits) >= 3
    assert trying._wait == pytest.approx(0.05 * 2 ** len(waits))
    assert supervisor.waits_for("WATCHDOG=1")  # between the tries we beat ourselves


def test_a_program_that_is_not_there_is_tried_again_too(
    beats: Beats, starts: Starts, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    trying = Tries(("/nonexistent/kiosk",), starts, beats, first_wait=0.05)
    qtbot.waitUntil(lambda: caplog.text.count("next try") >= 2)
    trying.stop()


def test_while_the_child_runs_only_the_child_beats(
    beats: Beats, starts: Starts, supervisor: Supervisor, qtbot: QtBot
) -> None:
    trying = Tries(python("import time; time.sleep(60)"), starts, beats)
    with qtbot.waitSignal(trying._child.started):
        pass
    while supervisor.hears(0.0):
        pass
    qtbot.wait(600)  # longer than the limit of the watchdog
    assert supervisor.hears(0.0) == ""
    trying.stop()


def test_a_child_that_stays_well_makes_the_failures_forgotten(
    beats: Beats, starts: Starts, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tries, "WELL_AFTER", 0.05)
    assert starts.rests()
    trying = Tries(python("import time; time.sleep(60)"), starts, beats)
    qtbot.waitUntil(lambda: not starts.rests())
    trying.stop()


def test_the_childs_fresh_start_is_ours(beats: Beats, starts: Starts, qtbot: QtBot) -> None:
    trying = Tries(python(f"raise SystemExit({FRESH_START})"), starts, beats)
    with qtbot.waitSignal(trying.over) as over:
        pass
    assert over.args == [FRESH_START]
    trying.stop()
