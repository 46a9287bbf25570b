"""The printer at the desk, by way of a real CUPS: a sheet comes out, or somebody is told why and none comes later."""

import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from pytestqt.qtbot import QtBot

from kiosk.device import printer as device
from kiosk.device.printer import Printer, trouble_in
from tests.device.cups import NAME, WITH_CUPS, DeskPrinter, desk_printer

SHEET = b"%PDF-1.4 a sheet"


@pytest.fixture(scope="module")
def cups() -> Iterator[DeskPrinter]:
    with TemporaryDirectory(prefix="cups") as folder:
        Path(folder).chmod(0o755)
        with desk_printer(Path(folder)) as printer:
            yield printer


@pytest.fixture
def desk(cups: DeskPrinter, monkeypatch: pytest.MonkeyPatch) -> DeskPrinter:
    """The printer, ready, and looked at often."""
    monkeypatch.setenv("CUPS_SERVER", cups.environment["CUPS_SERVER"])
    monkeypatch.setattr(device, "LOOKS_EVERY_MS", 50)
    (cups.root / "desk" / "sheet.pdf").unlink(missing_ok=True)
    cups.is_now("ready")
    cups.asks("cupsenable", NAME)
    return cups


def goes(qtbot: QtBot, name: str) -> list[str]:
    """Print the sheet and wait until it is over."""
    printer = Printer(name)
    states: list[str] = []
    printer.told.connect(states.append)
    printer.print_sheet(SHEET)
    qtbot.waitUntil(lambda: states[-1] != "sending", timeout=15_000)
    printer.take_back()
    return states


@WITH_CUPS
def test_a_sheet_comes_out(qtbot: QtBot, desk: DeskPrinter) -> None:
    assert goes(qtbot, NAME) == ["sending", "printed"]
    assert desk.sheet == SHEET


@WITH_CUPS
@pytest.mark.parametrize(
    ("state", "told"), [("out of paper", "out_of_paper"), ("jam", "jam"), ("unplugged", "gone"), ("kept", "gone")]
)
def test_trouble_is_told_and_no_sheet_comes_out_later(
    qtbot: QtBot, desk: DeskPrinter, caplog: pytest.LogCaptureFixture, state: str, told: str
) -> None:
    desk.is_now(state)
    assert goes(qtbot, NAME) == ["sending", told]
    qtbot.waitUntil(lambda: not desk.waiting(), timeout=5000)
    desk.is_now("ready")
    desk.asks("cupsenable", NAME)
    assert goes(qtbot, NAME) == ["sending", "printed"], "and it prints again when it is mended"
    assert f"is in trouble: {told}" in caplog.text


@WITH_CUPS
@pytest.mark.parametrize(
    ("state", "policy", "ended"),
    [("unplugged", "abort-job", "aborted"), ("taken back", "stop-printer", "canceled")],
)
def test_what_ends_without_a_sheet_is_not_told_as_printed(
    qtbot: QtBot, desk: DeskPrinter, caplog: pytest.LogCaptureFixture, state: str, policy: str, ended: str
) -> None:
    desk.has_policy(policy)
    desk.is_now(state)
    try:
        assert goes(qtbot, NAME) == ["sending", "gone"]
    finally:
        desk.has_policy("stop-printer")
    assert f"has not printed the sheet: {ended}" in caplog.text
    assert desk.sheet == b""


@WITH_CUPS
def test_cups_goes_away_with_the_sheet(
    qtbot: QtBot, desk: DeskPrinter, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    desk.is_now("out of paper")
    printer = Printer(NAME)
    states: list[str] = []
    printer.told.connect(states.append)
    printer.print_sheet(SHEET)
    qtbot.waitUntil(lambda: bool(printer._job), timeout=5000)
    with monkeypatch.context() as patched:
        patched.setenv("CUPS_SERVER", str(tmp_path / "gone.sock"))
        qtbot.waitUntil(lambda: states == ["sending", "gone"], timeout=5000)
    assert "CUPS does not know it" in caplog.text
    desk.asks("cancel", "-a", NAME)


@WITH_CUPS
def test_a_sheet_is_taken_back_when_the_visit_ends(qtbot: QtBot, desk: DeskPrinter) -> None:
    desk.is_now("out of paper")
    printer = Printer(NAME)
    printer.print_sheet(SHEET)
    qtbot.waitUntil(lambda: bool(desk.waiting()), timeout=5000)
    qtbot.waitUntil(lambda: bool(printer._job), timeout=5000)
    printer.take_back()
    qtbot.waitUntil(lambda: not desk.waiting(), timeout=5000)
    desk.is_now("ready")
    assert desk.sheet == b""


@WITH_CUPS
def test_a_sheet_is_taken_back_while_it_is_handed_over(
    qtbot: QtBot, desk: DeskPrinter, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    slow = tmp_path / "lp"
    slow.write_text('#!/bin/sh\nsleep 0.3\nexec /usr/bin/lp "$@"\n')
    slow.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    desk.is_now("out of paper")
    printer = Printer(NAME)
    printer.print_sheet(SHEET)
    printer.take_back()
    before = desk.asks("lpstat", "-W", "completed", "-o", NAME)
    qtbot.waitUntil(lambda: desk.asks("lpstat", "-W", "completed", "-o", NAME) != before, timeout=5000)
    assert desk.waiting() == []
    desk.is_now("ready")
    assert desk.sheet == b""


@WITH_CUPS
def test_a_printer_that_is_not_there(qtbot: QtBot, desk: DeskPrinter, caplog: pytest.LogCaptureFixture) -> None:
    assert goes(qtbot, "no-such-printer") == ["sending", "gone"]
    assert "took no sheet" in caplog.text


def test_a_machine_without_cups(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert goes(qtbot, NAME) == ["sending", "gone"]
    assert "lp cannot be started" in caplog.text


def test_a_server_that_does_not_answer(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    lp = tmp_path / "lp"
    lp.write_text("#!/bin/sh\nexec sleep 60\n")
    lp.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setattr(device, "ANSWERS_WITHIN_MS", 100)
    assert goes(qtbot, NAME) == ["sending", "gone"]
    assert "has not answered" in caplog.text


@pytest.mark.parametrize(
    ("alerts", "trouble"),
    [
        ("none", None),
        ("media-low-warning toner-low-report", None),
        ("media-empty-warning", None),
        ("media-empty", "out_of_paper"),
        ("media-needed-error", "out_of_paper"),
        ("cover-open-error", "open"),
        ("media-empty-error media-jam-error", "jam"),
        ("offline-report offline-error", "gone"),
    ],
)
def test_what_a_printer_says_of_itself(alerts: str, trouble: str | None) -> None:
    said = f"printer desk now printing desk-3.  enabled since today\n\tDescription: desk\n\tAlerts: {alerts}\n"
    assert trouble_in(said) == trouble


def test_a_printer_that_somebody_switched_off() -> None:
    assert trouble_in("printer desk disabled since today -\n\treason unknown\n") == "gone"
