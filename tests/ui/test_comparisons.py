"""Comparisons in every shape and text size: nothing that is compared is left out, and it begins on the first page."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QPointingDevice
from PySide6.QtWidgets import QWidget

from kiosk.content.check import check
from kiosk.content.folders import Folders
from kiosk.content.library import Library
from kiosk.content.model.pages import Comparison
from kiosk.content.model.treatment import Treatment
from kiosk.content.review.references import QUESTIONS
from kiosk.session import routes
from kiosk.session.visit import Reader
from kiosk.ui.assistive.accessible import as_sentence
from kiosk.ui.screens.compare import CompareScreen
from kiosk.ui.widgets.box import BoxButton
from tests.conftest import SETTINGS, Comes
from tests.content.base import make_base
from tests.ui.stops import LOOKS, PAGES, SHAPES, Look, goes_through, has_more
from tests.visitor import Visitor, buttons_of

COMPARISONS: Final = [name for name in PAGES if name.startswith("comparisons/")]
FOUR: Final = "comparisons/four-regenerative"
CHOSEN: Final = ("therapies/prp", "therapies/prolotherapy", "therapies/exosomes", "therapies/stem-cells")
EXERCISE: Final = "therapies/exercise"


@pytest.fixture(scope="module")
def readers(
    library: Library, glass: QPointingDevice, shared_windows: set[QWidget], one_factory: None
) -> Iterator[dict[str, Visitor]]:
    """A visitor for each shape, who may read in either language."""
    visitors = {shape: Visitor(library, SETTINGS, glass, SHAPES[shape]) for shape in ("landscape", "portrait")}
    for visitor in visitors.values():
        shared_windows.add(visitor.window)
        visitor.window.setUpdatesEnabled(False)  # measured, not looked at
    yield visitors
    for visitor in visitors.values():
        visitor.leaves()


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What assistive technology is told at once."""
    said: list[str] = []
    monkeypatch.setattr("kiosk.app.QAccessible.isActive", lambda: True)
    monkeypatch.setattr("kiosk.ui.assistive.announcing.announce", lambda _window, words, **_urgent: said.append(words))
    return said


def boxes_of(visitor: Visitor) -> list[BoxButton]:
    return [button for button in buttons_of(visitor.top) if isinstance(button, BoxButton)]


def compared(visitor: Visitor, page: str) -> set[tuple[str, str]]:
    """Each treatment of a comparison with each of its questions, in the reader's words."""
    pages = visitor.app.scene().pages
    comparison = pages.page(page)
    assert isinstance(comparison, Comparison)
    treatments = [pages.page(name) for name in (*comparison.treatments, comparison.usual_care)]
    asks = [getattr(pages.own.questions, question).ask for question in comparison.questions]
    return {(as_sentence(one.name), ask) for one in treatments if isinstance(one, Treatment) for ask in asks}


def is_of(box: BoxButton, name: str, ask: str) -> bool:
    """Whether a box holds a treatment's answer to a question."""
    return box.words.startswith(f"{name} ") and f" {ask} " in box.words


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_every_treatment_answers_every_question(readers: dict[str, Visitor], look: Look, language: str) -> None:
    visitor = readers[look.shape]
    visitor.reads_as(Reader(language=language, text_size=look.text_size))
    for page in COMPARISONS:
        missing = compared(visitor, page)
        for number, _ in enumerate(goes_through(visitor, page)):
            boxes = boxes_of(visitor)
            assert boxes or number, f"{page}: the first page compares nothing"
            assert not any(box.clipped for box in boxes)
            assert_clear_of_the_way_on(visitor, boxes)
            missing -= {pair for pair in missing for box in boxes if is_of(box, *pair)}
        assert not missing, page


def assert_clear_of_the_way_on(visitor: Visitor, boxes: list[BoxButton]) -> None:
    """No box reaches down to the row beneath."""
    if has_more(visitor):
        more = visitor.app.scene().words.page.more
        row = next(button.geometry() for button in buttons_of(visitor.top) if button.text() == more)
        lowest: QRect = max((box.geometry() for box in boxes), key=QRect.bottom, default=QRect())
        assert lowest.bottom() < row.top()


def test_four_injections_and_usual_care_stand_beside_each_other(visitor: Visitor) -> None:
    visitor.stands_at(routes.Compare(FOUR))
    for name in ("PRP", "Prolotherapy", "Exosomes", "Stem cells", "Exercise and usual care"):
        assert visitor.sees(name)
    first_row = boxes_of(visitor)[:5]
    assert len({box.y() for box in first_row}) == 1


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("page", COMPARISONS)
def test_a_table_begins_with_more_than_one_question(readers: dict[str, Visitor], page: str, language: str) -> None:
    """Whatever matters to the visitor: half an empty table looks as if there were no more."""
    visitor = readers["landscape"]
    visitor.reads_as(Reader(language=language))
    comparison = visitor.app.scene().pages.page(page)
    assert isinstance(comparison, Comparison)
    for matters in ((), *((number,) for number in range(len(comparison.matters)))):
        visitor.stands_at(routes.Compare(page, matters=matters))
        assert len({box.y() for box in boxes_of(visitor)}) > 1, matters


def test_what_matters_comes_first_in_large_letters_too(visitor: Visitor) -> None:
    visitor.reads_as(Reader(language="en", text_size=200))
    visitor.stands_at(routes.Compare(FOUR, matters=(2,)))
    assert boxes_of(visitor)
    assert all(" Is this use approved? " in box.words for box in boxes_of(visitor))


def asked_first(visitor: Visitor) -> str:
    """The question of the first box in view."""
    asks: list[str] = [getattr(visitor.app.scene().pages.own.questions, name).ask for name in QUESTIONS]
    return next(ask for ask in asks if f" {ask} " in boxes_of(visitor)[0].words)


@pytest.mark.parametrize("shape", ["landscape", "portrait"])
def test_letters_of_another_size_leave_the_reader_at_the_question(comes: Comes, shape: str) -> None:
    visitor = comes(SHAPES[shape])
    visitor.reads_as(Reader(language="en"))
    visitor.stands_at(routes.Compare(FOUR))
    visitor.touch("More")
    question = asked_first(visitor)
    for text_size in (125, 150, 200):
        visitor.reads_as(Reader(language="en", text_size=text_size))
        assert any(f" {question} " in box.words for box in boxes_of(visitor)), text_size
    visitor.reads_as(Reader(language="en"))
    assert asked_first(visitor) == question


def test_on_and_back_lead_through_every_part_of_large_letters(visitor: Visitor) -> None:
    """A question whose boxes need two parts leads to its second one, and not to its first again."""
    visitor.reads_as(Reader(language="en", text_size=200))
    visitor.stands_at(routes.Compare(FOUR))
    seen = [visitor.outline()]
    while has_more(visitor):
        visitor.touch("More")
        assert visitor.outline() not in seen
        seen.append(visitor.outline())
    for outline in reversed(seen[:-1]):
        visitor.touch("Previous")
        assert visitor.outline() == outline


def test_four_treatments_can_be_chosen_beside_usual_care(visitor: Visitor) -> None:
    there = routes.Compare(FOUR)
    visitor.stands_at(there, routes.Columns(there, (*CHOSEN[:3], EXERCISE)))
    assert visitor.sees("Or choose up to four treatments")
    while not visitor.offers("Stem cells"):
        visitor.touch("More")
    visitor.touch("Stem cells")
    place = visitor.place()
    assert isinstance(place, routes.Columns)
    assert set(place.columns) == {*CHOSEN, EXERCISE}


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("text_size", [100, 200])
@pytest.mark.parametrize("shape", ["landscape", "portrait"])
def test_a_fifth_is_not_taken_and_it_is_said_what_to_do_first(
    comes: Comes, shape: str, text_size: int, language: str, told: list[str]
) -> None:
    visitor = comes(SHAPES[shape])
    visitor.reads_as(Reader(language=language, text_size=text_size))
    there, scene = routes.Compare(FOUR), visitor.app.scene()
    words = scene.words.compare
    fifth = next(card.name for card in scene.pages.cards("treatment") if card.id == "therapies/surgery")
    visitor.stands_at(there, routes.Columns(there, (*CHOSEN, EXERCISE)))
    visitor.finds(fifth)
    assert visitor.sees(words.full), "on the very part where they look for a fifth"
    assert not visitor.sees(words.choose)
    visitor.touch(fifth)
    place = visitor.place()
    assert isinstance(place, routes.Columns)
    assert place.columns == (*CHOSEN, EXERCISE)
    assert told == [words.full]
    visitor.stands_at(there, routes.Columns(there, (*CHOSEN[1:], EXERCISE)))
    visitor.finds(fifth)
    assert not visitor.sees(words.full)
    visitor.touch(fifth)
    place = visitor.place()
    assert isinstance(place, routes.Columns)
    assert place.columns == (*CHOSEN[1:], "therapies/surgery", EXERCISE)


def test_where_usual_care_has_a_mistake_no_ground_is_laid_for_it(
    tmp_path: Path, glass: QPointingDevice, one_factory: None
) -> None:
    """Somebody tries out a whole library; in it nothing lies below that page that could stand in for it."""
    base = make_base(tmp_path / "library")
    usual = base / "en/therapies/usual.yaml"
    usual.write_text(usual.read_text(encoding="utf-8").replace("group: usual-care", "group: usual"), encoding="utf-8")
    library = check(Folders((base,))).library
    assert library is not None
    visitor = Visitor(library, SETTINGS, glass, SHAPES["landscape"])
    visitor.stands_at(routes.Compare("comparisons/both"))
    assert visitor.sees("Needle")
    screen = visitor.screen
    assert isinstance(screen, CompareScreen)
    assert [rect for rect, _ in screen._grounds if not screen.rect().contains(rect)] == []
    visitor.leaves()
