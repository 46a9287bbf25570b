"""The list on paper: from the touch to the sheet in the tray, and what is told when the printer cannot."""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import NamedTemporaryFile, TemporaryDirectory

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QPointingDevice
from PySide6.QtPdf import QPdfDocument
from pytestqt.qtbot import QtBot

from kiosk.content.library import Library
from kiosk.device import printer as device
from kiosk.session import routes
from kiosk.session.visit import MAX_QUESTIONS, Ask, Leave, Origin, Picked, Read
from kiosk.ui.paper.pdf import Paper, write_pdf
from kiosk.ui.paper.sheet import sheet_of
from tests.asked import ON_PRP, ON_STEM_CELLS
from tests.conftest import SETTINGS
from tests.device.cups import NAME, WITH_CUPS, DeskPrinter, desk_printer
from tests.visitor import LANDSCAPE, Visitor

PRP = "Platelet-rich plasma (PRP)"
SPANISH_PRP = "Plasma rico en plaquetas (PRP)"
QUESTION = "What if I wait, or do exercise therapy first?"
MOST_MS = 300
"""From the touch to the finished sheet; docs/performance.md."""


@pytest.fixture
def with_printer(library: Library, glass: QPointingDevice, one_factory: None) -> Iterator[Visitor]:
    """A visitor with one question, at a kiosk with a printer."""
    visitor = Visitor(library, replace(SETTINGS, printer=NAME), glass, LANDSCAPE)
    visitor.touch("Touch the screen to begin")
    visitor.app.session.take(Ask(Picked(QUESTION, ON_PRP)))
    yield visitor
    visitor.app.session.take(Leave())
    visitor.leaves()


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> Iterator[DeskPrinter]:
    with TemporaryDirectory(prefix="cups") as folder:
        Path(folder).chmod(0o755)
        with desk_printer(Path(folder)) as printer:
            monkeypatch.setenv("CUPS_SERVER", printer.environment["CUPS_SERVER"])
            monkeypatch.setattr(device, "LOOKS_EVERY_MS", 50)
            yield printer


def pages_of(pdf: bytes) -> list[str]:
    """The words of each page."""
    document = _opened(pdf)
    return [document.getAllText(number).text() for number in range(document.pageCount())]


def _opened(pdf: bytes) -> QPdfDocument:
    document = QPdfDocument()
    with NamedTemporaryFile(suffix=".pdf") as file:
        file.write(pdf)
        file.flush()
        document.load(file.name)
        assert document.status() is QPdfDocument.Status.Ready
    return document


def waits(qtbot: QtBot, seen: Callable[[], bool]) -> None:
    qtbot.waitUntil(seen, timeout=15_000)


# --- at the desk --------------------------------------------------------------------------------------------------


def test_without_a_printer_paper_is_not_offered(visitor: Visitor) -> None:
    visitor.touch("Touch the screen to begin")
    visitor.app.session.take(Ask(Picked(QUESTION, ON_PRP)))
    visitor.touch("My questions")
    assert not visitor.offers("Print it on paper")


def test_an_empty_list_is_not_printed(with_printer: Visitor) -> None:
    with_printer.touch("My questions")
    with_printer.touch(f"Remove: {QUESTION}")
    assert not with_printer.offers("Print it on paper")


@WITH_CUPS
def test_a_sheet_with_the_questions_comes_out(with_printer: Visitor, desk: DeskPrinter, qtbot: QtBot) -> None:
    with_printer.touch("My questions")
    with_printer.touch("Print it on paper")
    assert with_printer.heading == "The printer gets your sheet", "at once, while the printer works"
    waits(qtbot, lambda: with_printer.heading == "Your sheet is printed")
    words = " ".join(pages_of(desk.sheet)).replace("\r\n", " ")
    for part in (
        "Riverside Spine Clinic",
        "555 0100",
        "My questions for today",
        QUESTION,
        PRP,
        "Where this comes from",
    ):
        assert part in words
    with_printer.touch("Close")
    assert with_printer.sees(QUESTION)


@WITH_CUPS
def test_out_of_paper_is_told_kindly_and_the_list_stays(
    with_printer: Visitor, desk: DeskPrinter, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    desk.is_now("out of paper")
    with_printer.touch("My questions")
    with_printer.touch("Print it on paper")
    waits(qtbot, lambda: with_printer.heading == "The printer needs help")
    assert with_printer.sees("It has no paper. Please tell the front desk. Your list is still here.")
    desk.is_now("ready")
    with_printer.touch("Try again")
    waits(qtbot, lambda: with_printer.heading == "Your sheet is printed")
    with_printer.touch("Close")
    assert with_printer.sees(QUESTION)


@WITH_CUPS
def test_trouble_is_told_to_who_went_on_reading(
    with_printer: Visitor, desk: DeskPrinter, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    desk.is_now("jam")
    with_printer.touch("My questions")
    with_printer.touch("Print it on paper")
    with_printer.touch("Close")
    with_printer.touch("Home")
    waits(qtbot, lambda: with_printer.place() == routes.Paper("jam"))
    with_printer.touch("Close")
    assert with_printer.place() == routes.Home()


@WITH_CUPS
def test_nothing_comes_out_after_the_visit(with_printer: Visitor, desk: DeskPrinter, qtbot: QtBot) -> None:
    desk.is_now("out of paper")
    with_printer.touch("My questions")
    with_printer.touch("Print it on paper")
    waits(qtbot, lambda: bool(desk.waiting()))
    printing = with_printer.app._printing
    assert printing is not None
    waits(qtbot, lambda: bool(printing._printer._job))
    with_printer.touch("Close")
    with_printer.touch("Finish")
    with_printer.touch("Yes, finish")
    waits(qtbot, lambda: not desk.waiting())
    desk.is_now("ready")
    assert desk.sheet == b""
    assert with_printer.place() == routes.Attract()


# --- the sheet ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("paper", "points"), [("letter", QSizeF(612, 792)), ("a4", QSizeF(595, 842))])
def test_the_paper_is_that_of_the_settings(with_printer: Visitor, paper: Paper, points: QSizeF) -> None:
    scene = with_printer.app.scene()
    size = _opened(write_pdf(sheet_of(scene), scene.theme, paper)).pagePointSize(0)
    assert (round(size.width()), round(size.height())) == (round(points.width()), round(points.height()))


def test_what_was_read_last_stands_on_the_sheet(with_printer: Visitor) -> None:
    with_printer.touch("Tips for every day")
    sheet = sheet_of(with_printer.app.scene())
    assert [extract.title for extract in sheet.extracts] == [PRP, "Take a short walk"]
    assert "Walk for five minutes at a pace that feels easy." in sheet.extracts[1].points
    assert all("[^" not in point for extract in sheet.extracts for point in extract.points)
    assert sheet.extracts[0].sources
    assert sheet.extracts[0].state.endswith("Awaiting clinician review.")


def test_the_sheet_says_where_each_question_was_asked(with_printer: Visitor) -> None:
    """Above the first of those that follow each other, which it never leaves; the numbers run on."""
    for question in ("What will I pay?", "Who will do it?"):
        with_printer.app.session.take(Ask(Picked(question, ON_STEM_CELLS)))
    with_printer.app.session.take(Ask(Picked("What will I pay?", ON_PRP)))
    scene = with_printer.app.scene()
    of_prp, of_stem_cells = f"From “{PRP}”", f"From “{ON_STEM_CELLS.title}”"
    words = " ".join(" ".join(pages_of(write_pdf(sheet_of(scene), scene.theme, "letter"))).split())
    parts = (
        *(of_prp, f"1. {QUESTION}"),
        *(of_stem_cells, "2. What will I pay?", "3. Who will do it?"),
        *(of_prp, "4. What will I pay?"),
    )
    places = [words.index(parts[0])]
    for part in parts[1:]:
        places.append(words.index(part, places[-1]))
    assert places == sorted(set(places))
    assert [extract.title for extract in sheet_of(scene).extracts] == [PRP, ON_STEM_CELLS.title]


def test_who_goes_on_in_another_language_gets_the_page_in_it(with_printer: Visitor) -> None:
    """And their questions too, as far as its page asks them; others stay in the words in which they were asked."""
    visitor = with_printer
    visitor.app.session.take(Ask(Picked("What will I pay?", ON_PRP)))
    visitor.app.session.take(Read(replace(visitor.visit.reader, language="es")))
    sheet = sheet_of(visitor.app.scene())
    assert [(asked.origin, asked.questions) for asked in sheet.asked] == [
        (f"De “{SPANISH_PRP}”", ("¿Qué pasa si espero, o si hago primero terapia con ejercicio?",)),
        (f"De “{PRP}”", ("What will I pay?",)),
    ]
    assert sheet.extracts[0].title == SPANISH_PRP


def test_a_page_that_is_gone_is_still_named(with_printer: Visitor) -> None:
    with_printer.app.session.take(Ask(Picked("Does it hurt?", Origin("therapies/gone", "An old treatment"))))
    sheet = sheet_of(with_printer.app.scene())
    assert [asked.origin for asked in sheet.asked] == [f"From “{PRP}”", "From “An old treatment”"]
    assert [extract.title for extract in sheet.extracts] == [PRP]


def test_a_full_list_in_spanish_is_all_there_and_quickly(with_printer: Visitor) -> None:
    """Twelve questions and three pages; every question with its number, no word lost between two pages."""
    visitor = with_printer
    visitor.touch("Español")
    visitor.app.session.take(Leave())
    visitor.touch("Touch the screen to begin")
    visitor.touch("Español")
    pages = visitor.app.scene().pages
    for card in pages.cards("treatment"):
        for question in getattr(pages.page(card.id), "ask", ())[:3]:
            visitor.app.session.take(Ask(Picked(question, Origin(card.id, card.title))))
    scene = visitor.app.scene()
    times, pdf = [], b""
    for _ in range(3):
        start = time.perf_counter()
        pdf = write_pdf(sheet_of(scene), scene.theme, "letter")
        times.append((time.perf_counter() - start) * 1000)
    assert min(times) < MOST_MS
    told = pages_of(pdf)
    words = " ".join(" ".join(told).split())
    assert len(scene.visit.questions) == MAX_QUESTIONS
    for number, picked in enumerate(scene.visit.questions, 1):
        assert f"{number}. {picked.words[:25]}" in words
    assert [f"Página {number} de {len(told)}" in page for number, page in enumerate(told, 1)] == [True] * len(told)
