"""Taking the list along on a phone: whatever the screen looks like, a reader of codes finds the very words."""

from collections.abc import Iterable

import pytest
import zxingcpp
from PySide6.QtGui import QImage

from kiosk.content.library import Library
from kiosk.content.model.treatment import Treatment
from kiosk.session.visit import MAX_QUESTIONS, Ask, Origin, Picked, Reader, ThemeName
from kiosk.ui.widgets.qr import LEAST_MODULE_MM, QrCode
from tests.asked import ON_PRP, ON_STEM_CELLS
from tests.conftest import Comes
from tests.ui.stops import SHAPES
from tests.visitor import Visitor

FEW = ("What do you think causes my pain?", "Is this use FDA approved, or is it off-label?")
LEAST_SIDE_MM = 30  # with its quiet zone (A11Y-87)


def decoded(visitor: Visitor) -> list[str]:
    """The words of every code on the glass, read off its pixels."""
    image = visitor.window.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    pixels = memoryview(image.constBits()).cast("B", shape=[image.height(), image.bytesPerLine()])
    return [found.text for found in zxingcpp.read_barcodes(pixels)]


def asks(visitor: Visitor, questions: Iterable[Picked]) -> None:
    for question in questions:
        visitor.app.session.take(Ask(question))


def code_on(visitor: Visitor) -> QrCode:
    code = visitor.top.findChild(QrCode)
    assert isinstance(code, QrCode)
    return code


@pytest.mark.a11y("A11Y-87")
@pytest.mark.parametrize("theme", ["light", "dark", "contrast-dark", "yellow"])
@pytest.mark.parametrize("text_size", [100, 200])
@pytest.mark.parametrize("shape", ["landscape", "portrait"])
def test_a_phone_reads_the_list_off_the_screen(comes: Comes, shape: str, text_size: int, theme: ThemeName) -> None:
    visitor = comes(SHAPES[shape])
    visitor.touch("Touch the screen to begin")
    visitor.reads_as(Reader(language="en", text_size=text_size, theme=theme))
    asks(visitor, (Picked(words, ON_PRP) for words in FEW))
    visitor.touch("My questions")
    if not decoded(visitor):
        visitor.touch("Take it with you")
    assert decoded(visitor) == [f"My questions for today\n\n{ON_PRP.title}\n1. {FEW[0]}\n2. {FEW[1]}"]
    code = code_on(visitor)
    assert code.module_mm >= LEAST_MODULE_MM
    assert code.width() >= visitor.mm(LEAST_SIDE_MM)


def test_the_same_question_about_two_treatments_goes_along_as_two(arrived: Visitor) -> None:
    asked = [Picked("What will I pay?", origin) for origin in (ON_STEM_CELLS, ON_PRP)]
    asks(arrived, [*asked, Picked("Does it hurt?", ON_PRP)])
    arrived.touch("My questions")
    lines = [
        *("My questions for today", ""),
        *("Stem cells and bone marrow concentrate", "1. What will I pay?", ""),
        *("Platelet-rich plasma (PRP)", "2. What will I pay?", "3. Does it hurt?"),
    ]
    assert decoded(arrived) == ["\n".join(lines)]


def longest(library: Library, language: str) -> tuple[Picked, ...]:
    """The longest questions that a list can hold, from many pages: what several ask is asked on the last of them."""
    pages = library.pages(language)
    found: dict[str, Origin] = {}
    for card in pages.cards("treatment"):
        page = pages.page(card.id)
        if isinstance(page, Treatment):
            found |= {question: Origin(card.id, card.title) for question in page.ask}
    return tuple(Picked(words, found[words]) for words in sorted(found, key=len)[-MAX_QUESTIONS:])


def listed(code: str) -> list[tuple[str, str]]:
    """The lines of a code behind its title, each with the page that stands above it."""
    _, *groups = code.split("\n\n")
    return [(page, line) for page, *lines in (group.splitlines() for group in groups) for line in lines]


def codes_of_all_parts(visitor: Visitor, more: str) -> list[str]:
    """The codes from here to the last part, one after the other."""
    read: list[str] = []
    for _ in range(MAX_QUESTIONS):
        codes = decoded(visitor)
        assert len(codes) <= 1, "a camera must not have to choose"
        assert not codes or code_on(visitor).module_mm >= LEAST_MODULE_MM
        read += codes
        if visitor.visit.dialog is None or more not in [button.text() for button in visitor.buttons()]:
            break
        visitor.touch(more)
    return read


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("shape", ["landscape", "portrait", "tablet"])
@pytest.mark.parametrize("text_size", [100, 200])
def test_a_long_list_goes_along_whole(
    comes: Comes, library: Library, shape: str, text_size: int, language: str
) -> None:
    """In one code, or in several, one on each screen; accents and all, in order."""
    visitor = comes(SHAPES[shape])
    visitor.touch("Touch the screen to begin")
    visitor.reads_as(Reader(language=language, text_size=text_size))
    questions = longest(library, language)
    asks(visitor, questions)
    words = visitor.app.scene().words
    visitor.touch(words.bar.questions)
    if not decoded(visitor):
        visitor.touch(words.questions.take)
    read = codes_of_all_parts(visitor, words.page.more)
    title = words.questions.title
    assert all(code.startswith(f"{title}\n") for code in read)
    lines = [line for code in read for line in listed(code)]
    assert lines == [(asked.origin.title, f"{number}. {asked.words}") for number, asked in enumerate(questions, 1)]


def test_several_codes_say_so(comes: Comes, library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a phone needs coarser codes, each holds less: the patient is told which one it is, and of how many."""
    monkeypatch.setattr("kiosk.ui.widgets.qr.LEAST_MODULE_MM", 1.5)
    visitor = comes(SHAPES["landscape"])
    visitor.touch("Touch the screen to begin")
    asks(visitor, longest(library, "en"))
    visitor.touch("My questions")
    assert visitor.sees("The list is long.")
    visitor.touch("Take it with you")
    assert visitor.sees("Code 1 of 6")
    first = decoded(visitor)
    visitor.touch("More")
    assert visitor.sees("Code 2 of 6")
    second = decoded(visitor)
    assert [len(first), len(second)] == [1, 1]
    assert first != second
