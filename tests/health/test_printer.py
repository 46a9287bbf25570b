"""The hourly self-test tells the kiosk whether its printer is there."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from PySide6.QtGui import QPointingDevice

from kiosk.content.library import Library
from kiosk.running.keeping import _tester
from tests.conftest import SETTINGS
from tests.device.cups import NAME, WITH_CUPS, desk_printer
from tests.visitor import LANDSCAPE, Visitor

WITH_PRINTER = replace(SETTINGS, printer=NAME)


@pytest.fixture
def visitor(library: Library, glass: QPointingDevice, one_factory: None) -> Iterator[Visitor]:
    visitor = Visitor(library, WITH_PRINTER, glass, LANDSCAPE)
    yield visitor
    visitor.leaves()


@WITH_CUPS
@pytest.mark.a11y("A11Y-92")
def test_a_printer_that_is_gone_is_not_offered_until_it_is_found_again(
    visitor: Visitor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    look = _tester(visitor.app, WITH_PRINTER, tmp_path / "state")
    assert visitor.app.scene().prints
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "nobody-listens"))
    look()
    assert not visitor.app.scene().prints
    assert visitor.app.scene().misses_printer
    with TemporaryDirectory(prefix="cups") as folder:
        Path(folder).chmod(0o755)
        with desk_printer(Path(folder)) as printer:
            monkeypatch.setenv("CUPS_SERVER", printer.environment["CUPS_SERVER"])
            look()
    assert visitor.app.scene().prints
    assert not visitor.app.scene().misses_printer
