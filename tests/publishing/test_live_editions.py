"""An edit in the clinic's folder comes to the screen by itself; a mistake never does."""

import fcntl
import os
import shutil
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QFileSystemWatcher
from pytestqt.qtbot import QtBot

from kiosk.content.editions.publish import Outcome, roll_back
from kiosk.content.editions.waiting import held_name
from kiosk.publishing import folder_watch, live_editions
from kiosk.publishing.publisher import Publisher
from kiosk.session import routes
from kiosk.session.routes import Attract, Home
from kiosk.session.visit import Go
from tests.content.base import write
from tests.publishing.conftest import Room
from tests.visitor import Visitor

HOME = "en/home.yaml"
LONGEST_MS = 20_000
"""Nobody waits so long: a test that does has failed."""


@pytest.fixture
def greets(room: Room) -> Callable[[str], None]:
    """Staff write another greeting, as an editor does: beside the file, then in its place."""

    def write_greeting(words: str) -> None:
        text = (room.desk.base / HOME).read_text(encoding="utf-8")
        lines = [f"greeting: {words}" if line.startswith("greeting:") else line for line in text.splitlines()]
        beside = write(room.desk.clinic, f"{HOME}.tmp", "\n".join(lines))
        beside.replace(room.desk.clinic / HOME)

    return write_greeting


@pytest.fixture
def sees(qtbot: QtBot) -> Callable[[Visitor, str], None]:
    """Wait until words stand on the screen."""
    return lambda visitor, words: qtbot.waitUntil(lambda: visitor.sees(words), timeout=LONGEST_MS)


Greets = Callable[[str], None]
Sees = Callable[[Visitor, str], None]


# --- an edit ------------------------------------------------------------------------------------------------------


def test_an_edit_comes_to_the_screen(room: Room, greets: Greets, sees: Sees) -> None:
    visitor = room.opens()
    greets("Good morning from the desk")
    sees(visitor, "Good morning from the desk")
    assert visitor.place() == Attract()


def test_an_edit_in_the_same_file_is_seen_too(room: Room, greets: Greets, sees: Sees) -> None:
    greets("One")
    visitor = room.opens()
    sees(visitor, "One")
    page = room.desk.clinic / HOME
    page.write_text(page.read_text(encoding="utf-8").replace("greeting: One", "greeting: Two"), encoding="utf-8")
    sees(visitor, "Two")


def test_a_new_page_in_a_new_folder_is_seen(room: Room, qtbot: QtBot) -> None:
    shutil.rmtree(room.desk.clinic)
    room.desk.clinic.mkdir()
    write(room.desk.clinic, "README.txt", "ours")
    room.opens()
    qtbot.waitUntil(lambda: room.desk.store.numbers() == (1,), timeout=LONGEST_MS)
    room.desk.tip("Have a rest", "en/tips/rest.yaml")
    qtbot.waitUntil(lambda: room.desk.store.numbers() == (2, 1), timeout=LONGEST_MS)


def test_a_mistake_does_not_show_and_mended_it_does(
    room: Room, greets: Greets, sees: Sees, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    greets("Good morning")
    visitor = room.opens()
    sees(visitor, "Good morning")
    greets("[")
    qtbot.waitUntil(lambda: f"{HOME}:" in caplog.text, timeout=LONGEST_MS)
    assert visitor.sees("Good morning")
    greets("Good evening")
    sees(visitor, "Good evening")


def test_where_the_system_tells_nothing_the_folder_is_looked_at(
    room: Room, greets: Greets, sees: Sees, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileSystemWatcher, "addPaths", lambda _self, _paths: [])
    monkeypatch.setattr(folder_watch, "LOOK_MS", 100)
    monkeypatch.setattr(live_editions, "LOOK_MS", 100)
    visitor = room.opens()
    greets("Over the network")
    sees(visitor, "Over the network")


def test_a_folder_that_a_pack_has_replaced_is_watched_too(
    room: Room, greets: Greets, sees: Sees, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder_watch, "LOOK_MS", 60 * LONGEST_MS)  # so that only the system tells
    greets("Good morning")
    visitor = room.opens()
    sees(visitor, "Good morning")
    taken = shutil.copytree(room.desk.clinic, room.desk.clinic.with_name("taken"))
    page = taken / HOME
    page.write_text(page.read_text(encoding="utf-8").replace("Good morning", "From the pack"), encoding="utf-8")
    room.desk.clinic.rename(room.desk.clinic.with_name("clinic.before"))
    taken.rename(room.desk.clinic)
    sees(visitor, "From the pack")
    greets("After the pack")
    sees(visitor, "After the pack")


def test_a_page_that_another_program_has_open_is_published_when_it_is_closed(
    room: Room,
    greets: Greets,
    sees: Sees,
    qtbot: QtBot,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As a text processor keeps a file on a network disk; that it is closed changes neither its time nor its size."""
    monkeypatch.setattr(folder_watch, "LOOK_MS", 100)
    greets("Good morning")
    visitor = room.opens()
    sees(visitor, "Good morning")
    text = (room.desk.clinic / HOME).read_text(encoding="utf-8")
    beside = write(room.desk.clinic, f"{HOME}.tmp", text.replace("Good morning", "Good evening"))
    with held_open(beside):
        beside.replace(room.desk.clinic / HOME)
        qtbot.waitUntil(lambda: f"{HOME}:1:1: error: The file cannot be opened." in caplog.text, timeout=LONGEST_MS)
        assert visitor.sees("Good morning")
    sees(visitor, "Good evening")


@contextmanager
def held_open(file: Path) -> Iterator[None]:
    """Nobody else opens it meanwhile, not even root: a lease, as a file server takes one for whoever writes."""
    before = signal.signal(signal.SIGIO, signal.SIG_IGN)  # by it the system asks for the file
    try:
        with file.open("r+b") as opened:
            fcntl.fcntl(opened, fcntl.F_SETLEASE, fcntl.F_WRLCK)
            yield
    finally:
        signal.signal(signal.SIGIO, before)


def test_the_folder_goes_and_comes_back(
    room: Room,
    greets: Greets,
    sees: Sees,
    qtbot: QtBot,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(folder_watch, "LOOK_MS", 100)
    greets("Good morning")
    visitor = room.opens()
    sees(visitor, "Good morning")
    away = room.desk.clinic.rename(room.desk.clinic.with_name("unplugged"))
    qtbot.waitUntil(lambda: "cannot be opened" in caplog.text, timeout=LONGEST_MS)
    assert visitor.sees("Good morning")
    away.rename(room.desk.clinic)
    greets("Back again")
    sees(visitor, "Back again")
    assert room.desk.store.numbers() == (2, 1)


def test_a_power_cut_while_a_pack_was_taken_is_mended_first(room: Room, greets: Greets, sees: Sees) -> None:
    greets("From before the pack")
    room.desk.clinic.rename(room.desk.clinic.with_name("clinic.before"))
    visitor = room.opens()
    sees(visitor, "From before the pack")
    assert (room.desk.clinic / HOME).is_file()


# --- the settings' choice -----------------------------------------------------------------------------------------


def test_by_hand_nothing_is_published_until_somebody_does(
    room: Room, greets: Greets, sees: Sees, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    reports = overheard(monkeypatch)
    greets("When I say so")
    visitor = room.opens("by-hand")
    qtbot.waitUntil(lambda: len(reports) > 0, timeout=LONGEST_MS)
    assert room.desk.store.numbers() == ()
    assert room.desk.publish().is_new
    sees(visitor, "When I say so")


def test_by_hand_a_mistake_is_told_while_it_is_made(
    room: Room, greets: Greets, sees: Sees, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    greets("Good morning")
    room.desk.published()
    visitor = room.opens("by-hand")
    assert visitor.sees("Good morning")
    greets("[")
    qtbot.waitUntil(lambda: f"{HOME}:" in caplog.text, timeout=LONGEST_MS)
    assert room.desk.store.numbers() == (1,)
    assert visitor.sees("Good morning")


def test_by_hand_too_a_power_cut_while_a_pack_was_taken_is_mended(room: Room, greets: Greets, qtbot: QtBot) -> None:
    greets("From before the pack")
    room.desk.clinic.rename(room.desk.clinic.with_name("clinic.before"))
    room.opens("by-hand")
    qtbot.waitUntil((room.desk.clinic / HOME).is_file, timeout=LONGEST_MS)


def test_page_by_page_the_sound_ones_go_ahead(
    room: Room, greets: Greets, sees: Sees, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    visitor = room.opens("page-by-page")
    write(room.desk.clinic, "en/tips/walk.yaml", "title: [")
    greets("Sound all the same")
    sees(visitor, "Sound all the same")
    qtbot.waitUntil(lambda: "en/tips/walk.yaml" in caplog.text, timeout=LONGEST_MS)


# --- somebody else ------------------------------------------------------------------------------------------------


def overheard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the process that publishes says each time, also that nothing was to be done."""
    reports: list[str] = []
    tell = Publisher._tell

    def hear(publisher: Publisher, line: str) -> None:
        reports.append(line)
        tell(publisher, line)

    monkeypatch.setattr(Publisher, "_tell", hear)
    return reports


def test_a_step_back_by_anybody_comes_to_the_screen_and_stays(
    room: Room, greets: Greets, sees: Sees, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    reports = overheard(monkeypatch)
    greets("One")
    room.desk.published()
    greets("Two")
    room.desk.published()
    visitor = room.opens()
    assert visitor.sees("Two")
    outcome: Outcome = roll_back(room.desk.store, 1, held_name(room.desk.folders))
    assert outcome.edition is not None
    sees(visitor, "One")
    for times in (1, 2):
        qtbot.waitUntil(lambda times=times: len(reports) >= times, timeout=LONGEST_MS)  # type: ignore[misc]  # bound here
        os.utime(room.desk.clinic / HOME)  # saved again without a change
    assert visitor.sees("One")
    greets("Three")
    sees(visitor, "Three")


def test_two_who_publish_at_once_the_second_waits_its_turn(
    room: Room,
    greets: Greets,
    sees: Sees,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    qtbot: QtBot,
) -> None:
    monkeypatch.setattr(folder_watch, "LOOK_MS", 100)
    greets("After you")
    with room.desk.store.alone():
        visitor = room.opens()
        qtbot.waitUntil(lambda: "Somebody else is publishing" in caplog.text, timeout=LONGEST_MS)
    sees(visitor, "After you")


@pytest.mark.parametrize(
    "trouble",
    [("_JOB", "no.such.job", "ended without a report"), ("sys.executable", "/no/such/python", "could not be started")],
)
def test_publishing_that_fails_by_itself_is_tried_again(
    room: Room,
    greets: Greets,
    sees: Sees,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    qtbot: QtBot,
    trouble: tuple[str, str, str],
) -> None:
    broken, what, told = trouble
    monkeypatch.setattr(live_editions, "AGAIN_MS", 100)
    greets("In spite of all")
    with monkeypatch.context() as for_now:
        for_now.setattr(f"kiosk.publishing.publisher.{broken}", what)
        visitor = room.opens()
        qtbot.waitUntil(lambda: caplog.text.count(told) > 1, timeout=LONGEST_MS)
        assert room.desk.store.numbers() == ()
    sees(visitor, "In spite of all")


def test_damage_on_the_disk_is_noticed_within_the_hour(
    room: Room, greets: Greets, sees: Sees, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    greets("One")
    room.desk.published()
    greets("Two")
    room.desk.published()
    monkeypatch.setattr(live_editions, "HOUR_MS", 200)
    visitor = room.opens("by-hand")
    assert visitor.sees("Two")
    (room.desk.store.place(2) / "files/pictures/walk.svg").write_bytes(b"rust")
    sees(visitor, "One")
    assert "Edition 2 was damaged on the disk (1 file) and is set aside." in caplog.text


def test_with_all_editions_damaged_the_bundled_pages_serve(
    room: Room, greets: Greets, sees: Sees, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    greets("One")
    room.desk.published()
    monkeypatch.setattr(live_editions, "HOUR_MS", 200)
    visitor = room.opens("by-hand")
    shutil.rmtree(room.desk.store.place(1) / "files")
    sees(visitor, "Welcome")


def test_a_kiosk_that_ends_while_it_publishes_leaves_nothing_half(room: Room, greets: Greets, qtbot: QtBot) -> None:
    greets("Half")
    room.opens()
    qtbot.waitUntil(lambda: any((room.desk.state / "editions").glob("building-*")), timeout=LONGEST_MS)
    room.closes()
    assert room.desk.start().problems == ()
    assert room.desk.left_over() == []


# --- somebody reads -----------------------------------------------------------------------------------------------


def test_a_page_that_is_being_read_is_not_pulled_away(room: Room, greets: Greets, sees: Sees, qtbot: QtBot) -> None:
    visitor = room.opens()
    visitor.app.session.take(Go(Home()))
    visitor.app.session.take(Go(routes.Tips()))
    visitor.settles()
    assert visitor.sees("Take a short walk")
    room.desk.tip("Walk in our garden")
    greets("Welcome anew")
    qtbot.waitUntil(lambda: visitor.app._coming is not None, timeout=LONGEST_MS)
    assert visitor.sees("Take a short walk")
    visitor.app.session.take(Go(routes.Help()))
    visitor.settles()
    visitor.app.session.take(Go(routes.Tips()))
    visitor.settles()
    assert visitor.sees("Walk in our garden")


def test_a_way_back_to_a_page_that_has_gone_leads_past_it(room: Room, qtbot: QtBot) -> None:
    visitor = room.opens()
    visitor.app.session.take(Go(Home()))
    visitor.app.session.take(Go(routes.Tips()))
    for page in sorted((room.desk.base / "en/tips").glob("*.yaml")):
        write(room.desk.clinic, f"en/tips/{page.name}", "hidden: true\n")
    text = (room.desk.base / HOME).read_text(encoding="utf-8")
    write(room.desk.clinic, HOME, text.replace("tips/walk", "topics/scans"))
    qtbot.waitUntil(lambda: visitor.app._coming is not None, timeout=LONGEST_MS)
    visitor.app.session.take(Go(routes.Help()))
    visitor.settles()
    assert visitor.visit.routes == (Home(), routes.Help())
