"""Before leaving a treatment: three friendly questions, and one touch back to the place where the answer stands."""

from dataclasses import replace

import pytest

from kiosk.content.library import Library
from kiosk.content.model.treatment import LookBack, Treatment
from kiosk.pages.chapters import chapters_of, place_to_look, places_of
from kiosk.session import routes
from kiosk.session.routes import Reading
from tests.conftest import Comes
from tests.visitor import PORTRAIT, Visitor

PRP = "therapies/prp"


def treatment(visitor: Visitor, name: str = PRP) -> Treatment:
    page = visitor.app.scene().pages.page(name)
    assert isinstance(page, Treatment)
    return page


@pytest.fixture(params=["landscape", "portrait"])
def at_the_end(request: pytest.FixtureRequest, visitor: Visitor, comes: Comes) -> Visitor:
    """A visitor who has read PRP to its last step."""
    there = visitor if request.param == "landscape" else comes(PORTRAIT)
    chapters = chapters_of(treatment(there), there.app.scene().words.treatment)
    there.stands_at(places_of(chapters, PRP)[-1])
    assert there.sees("Nobody keeps score.")
    return there


def test_the_answer_that_stands_on_the_page(at_the_end: Visitor) -> None:
    at_the_end.touch("What is still not known?")
    at_the_end.touch("Whom it helps")
    assert at_the_end.sees("That’s it.")
    at_the_end.touch("Next question")
    assert at_the_end.heading == treatment(at_the_end).look_back[1].question


def test_another_answer_leads_back_to_the_place_in_one_touch(at_the_end: Visitor) -> None:
    end = at_the_end.place()
    at_the_end.touch("What is still not known?")
    at_the_end.touch("What it is made from")
    assert at_the_end.sees("Have another look.")
    assert not at_the_end.sees("That’s it.")
    at_the_end.touch("Look here: In short")
    assert at_the_end.place() == Reading(PRP)
    assert at_the_end.sees("We do not know whom it helps.")
    at_the_end.touch("Back")
    assert at_the_end.place() == end, "back at the questions, to choose again"
    at_the_end.touch("What is still not known?")
    at_the_end.touch("Whom it helps")
    assert at_the_end.sees("That’s it.")
    at_the_end.touch("Close")
    assert at_the_end.place() == end


def test_nobody_has_to_know(at_the_end: Visitor) -> None:
    at_the_end.touch("How often does a disc get infected after PRP?")
    at_the_end.touch("I am not sure")
    assert at_the_end.sees("Have another look.")
    at_the_end.touch("Look here: A disc infection")
    assert at_the_end.sees("We do not know the true rate.")


@pytest.mark.a11y("A11Y-35")
def test_no_answer_is_marked_as_right_or_wrong(at_the_end: Visitor) -> None:
    """What was chosen looks the same whether the page says it or not."""
    looks = []
    for chosen in ("answer", "other", "unsure"):
        at_the_end.stands_at(Reading(PRP), routes.LookBack(PRP, 0, chosen))
        buttons = [button for button in at_the_end.buttons() if button.isCheckable()]
        looks.append(sorted((button.isChecked(), button.spec.section, button.spec.style) for button in buttons))  # type: ignore[attr-defined]  # our own buttons
    assert looks[0] == looks[1] == looks[2]


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_question_leads_to_words_that_answer_it(library: Library, language: str) -> None:
    """In both languages to the same step of the same chapter; there the answer stands, word for word."""
    pages, english = library.pages(language), library.pages("en")
    treatments = [card.id for card in pages.cards("treatment")]
    assert len(treatments) >= 11
    for name in treatments:
        page, original = pages.page(name), english.page(name)
        assert isinstance(page, Treatment)
        assert isinstance(original, Treatment)
        assert len(page.look_back) == 3, name
        for here, there in zip(page.look_back, original.look_back, strict=True):
            assert _place(name, page, here, language, library) == _place(name, original, there, "en", library)


def _place(name: str, page: Treatment, look_back: LookBack, language: str, library: Library) -> Reading:
    return place_to_look(name, page, look_back, library.pages(language).own.words.treatment)[1]


def test_a_page_without_questions_ends_as_before(library: Library) -> None:
    """A clinic's own treatment may have none."""
    page = library.pages("en").page(PRP)
    assert isinstance(page, Treatment)
    words = library.pages("en").own.words.treatment
    ends = [chapters_of(each, words)[-1].steps[-1].title for each in (page, replace(page, look_back=()))]
    assert ends == [words.look_back, words.to_ask]
