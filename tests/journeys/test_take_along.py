"""Taking the list along on a phone: whatever the screen looks like, a reader of codes finds the very words."""

import pytest
import zxingcpp
from PySide6.QtGui import QImage

from kiosk.content.library import Library
from kiosk.content.model.treatment import Treatment
from kiosk.session.visit import MAX_QUESTIONS, Ask, Picked, Reader, ThemeName
from kiosk.ui.widgets.qr import LEAST_MODULE_MM, QrCode
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


def asks(visitor: Visitor, questions: tuple[str, ...]) -> None:
    for words in questions:
        visitor.app.session.take(Ask(Picked(words, "Platelet-rich plasma (PRP)")))


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
    asks(visitor, FEW)
    visitor.touch("My questions")
    if not decoded(visitor):
        visitor.touch("Take it with you")
    assert decoded(visitor) == [f"My questions for today\n1. {FEW[0]}\n2. {FEW[1]}"]
    code = code_on(visitor)
    assert code.module_mm >= LEAST_MODULE_MM
    assert code.width() >= visitor.mm(LEAST_SIDE_MM)


def longest(library: Library, language: str) -> tuple[str, ...]:
    """The longest questions that a list can hold."""
    pages = library.pages(language)
    treatments = [pages.page(card.id) for card in pages.cards("treatment")]
    found = {question for page in treatments if isinstance(page, Treatment) for question in page.ask}
    return tuple(sorted(found, key=len)[-MAX_QUESTIONS:])


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
    lines = [line for code in read for line in code.splitlines()[1:]]
    assert lines == [f"{number}. {question}" for number, question in enumerate(questions, 1)]


def test_several_codes_say_so(comes: Comes, library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a phone needs coarser codes, each holds less: the patient is told which one it is, and of how many."""
    monkeypatch.setattr("kiosk.ui.widgets.qr.LEAST_MODULE_MM", 1.5)
    visitor = comes(SHAPES["landscape"])
    visitor.touch("Touch the screen to begin")
    asks(visitor, longest(library, "en"))
    visitor.touch("My questions")
    assert visitor.sees("The list is long.")
    visitor.touch("Take it with you")
    assert visitor.sees("Code 1 of 4")
    first = decoded(visitor)
    visitor.touch("More")
    assert visitor.sees("Code 2 of 4")
    second = decoded(visitor)
    assert [len(first), len(second)] == [1, 1]
    assert first != second
