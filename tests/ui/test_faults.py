"""When something goes wrong, patients see kind words and a way on; the log has the rest."""

import logging
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen
from PySide6.QtWidgets import QApplication

from kiosk.app import SCREENS
from kiosk.content.folders import Folders
from kiosk.paths import assets_folder
from kiosk.running.run import Places, open_window
from kiosk.session import routes
from kiosk.session.routes import Attract, Home, Route
from kiosk.settings.settings import Clinic, Settings
from kiosk.ui.resting import RestingScreen
from kiosk.ui.scene import Scene
from kiosk.ui.screen import Screen
from tests.content.base import make_base, write
from tests.visitor import Visitor, forget_dropped_widgets


def fails(_scene: Scene, _route: Route, _size: QSize) -> Screen:
    """A screen that cannot be made."""
    raise ZeroDivisionError("the secret reason")


@pytest.fixture
def broken_tips(monkeypatch: pytest.MonkeyPatch, visitor: Visitor) -> Visitor:
    """A kiosk whose tips cannot be shown."""
    monkeypatch.setitem(SCREENS, routes.Tips, fails)
    visitor.touch("Touch the screen to begin")
    return visitor


@pytest.mark.a11y("A11Y-86")
def test_a_screen_that_throws_is_replaced_by_an_apology(broken_tips: Visitor, caplog: pytest.LogCaptureFixture) -> None:
    broken_tips.touch("Tips for every day")
    assert broken_tips.heading == "Sorry, this page is not ready"
    assert not broken_tips.sees("secret")
    assert not broken_tips.sees("Error")
    assert "the secret reason" in caplog.text
    broken_tips.touch("Go to the start")
    assert broken_tips.place() == Home()
    broken_tips.touch("Treatments explained")
    assert broken_tips.heading == "Treatments explained"


@pytest.mark.parametrize(
    "way",
    [
        (routes.Reading("therapies/no-such-treatment"),),
        (routes.Reading("tips/walk"),),
        (routes.Compare("comparisons/none"),),
        (routes.Tips("no-such-kind"),),
        (Home(), routes.Box("therapies/none", "cost")),
        (Home(), routes.Box("therapies/prp", "no_such_question")),
        (Home(), routes.Provenance("no/page")),
        (Home(), routes.Activity("tips/walk")),
    ],
    ids=str,
)
def test_a_place_that_is_not_there(visitor: Visitor, way: tuple[Route, ...], caplog: pytest.LogCaptureFixture) -> None:
    visitor.stands_at(*way)
    assert visitor.heading == "Sorry, this page is not ready"
    visitor.clock.passes(5)
    visitor.touch("Go to the start")
    assert visitor.visit.routes == (Home(),)


@pytest.mark.parametrize(
    "way",
    [
        (routes.Reading("therapies/prp", chapter=99, step=99, part=99),),
        (routes.Compare("comparisons/prp-prolotherapy-exosomes", matters=(99,), part=99),),
        (routes.Compare("comparisons/prp-prolotherapy-exosomes", ("no/treatment", "therapies/prp")),),
        (routes.Tips(position=999, part=99),),
        (routes.Help(9, 9),),
        (routes.Understand("spine", "no-such-place"),),
        (routes.Treatments(part=99),),
        (routes.Questions(99),),
        (Home(), routes.Explain(("no such word",))),
        (Home(), routes.Explain(())),
        (Home(), routes.Provenance("therapies/prp", ("no-such-source",))),
    ],
    ids=str,
)
def test_a_place_beyond_the_end_is_the_last_one(visitor: Visitor, way: tuple[Route, ...]) -> None:
    visitor.stands_at(*way)
    assert visitor.outline()
    assert not visitor.sees("Sorry")


def test_a_fault_ends_the_visit_and_not_the_program(visitor: Visitor, caplog: pytest.LogCaptureFixture) -> None:
    visitor.touch("Touch the screen to begin")
    visitor.touch("Treatments explained")
    visitor.app.failed(ValueError, ValueError("the secret reason"), None)
    visitor.settles()
    assert visitor.visit.routes == (Attract(),)
    assert [record.levelno for record in caplog.records] == [logging.CRITICAL]
    visitor.touch("Touch the screen to begin")
    assert visitor.place() == Home()


# --- with broken content ------------------------------------------------------------------------------------------


def open_with(folder: Path, cache: Path) -> str:
    """Open a kiosk on a library; what assistive technology is told of its window."""
    hook = sys.excepthook
    settings = Settings(clinic=Clinic(phone="555 0100"))
    window = open_window(settings, Places(Folders((folder,)), assets_folder(), cache, cache)).window
    sys.excepthook = hook
    window.resize(1280, 800)
    window.show()
    QApplication.processEvents()
    window.grab()
    name = window.accessibleName() if isinstance(window, RestingScreen) else type(window).__name__
    window.close()
    window.deleteLater()
    forget_dropped_widgets()
    return name


def test_without_a_library_a_calm_screen_tells_staff_what_to_do(
    qapp: QApplication, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    told = open_with(tmp_path / "none", tmp_path / "cache")
    assert "555 0100" in told
    assert "clinic-kiosk check" in told
    assert "Traceback" not in told


def test_with_a_broken_page_the_kiosk_opens(
    qapp: QApplication, tmp_path: Path, one_factory: None, caplog: pytest.LogCaptureFixture
) -> None:
    folder = make_base(tmp_path / "library")
    write(folder, "en/tips/walk.yaml", "title: [")
    assert open_with(folder, tmp_path / "cache") == "Window"
    assert "en/tips/walk.yaml:2:1: error: " in caplog.text


@pytest.mark.parametrize("name", ["home", "words", "spine", "language", "questions", "warning-signs"])
def test_with_a_broken_file_that_it_needs_the_kiosk_rests(
    qapp: QApplication, tmp_path: Path, name: str, caplog: pytest.LogCaptureFixture
) -> None:
    folder = make_base(tmp_path / "library")
    write(folder, f"en/{name}.yaml", "title: [")
    assert "clinic-kiosk check" in open_with(folder, tmp_path / "cache")


# --- the binding itself -------------------------------------------------------------------------------------------


def test_painting_takes_no_reference_from_none(qapp: QApplication) -> None:
    """PySide6 6.12.0 took one with each call on Python 3.11, and ended after some thousands (docs/decisions/0002)."""
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    pen, font = QPen(QColor("#16302F")), QFont()
    before = sys.getrefcount(None)
    for _ in range(1000):
        painter.setPen(pen)
        painter.setFont(font)
        painter.drawLine(0, 0, 40, 40)
    after = sys.getrefcount(None)
    painter.end()
    assert after > before - 100
