"""What every page must say, wherever the visitor is: who has checked it, how sure it is, and both of its sides."""

from dataclasses import fields, replace
from datetime import date, timedelta

import pytest

from kiosk.content import markdown
from kiosk.content.library import LanguagePages, Library
from kiosk.content.model.pages import Comparison
from kiosk.content.model.parts import Reviewer
from kiosk.pages.chapters import Balance, Sureness, chapters_of
from kiosk.pages.opening import levels_of
from kiosk.session import routes
from kiosk.session.routes import Reading, Route
from kiosk.session.visit import Leave
from tests.conftest import Comes
from tests.visitor import PORTRAIT, Visitor

COMPARISON = "comparisons/prp-prolotherapy-exosomes"
PRP = "therapies/prp"
PLACES = (routes.Help(), routes.Tips(), routes.Compare(COMPARISON), Reading(PRP))


@pytest.fixture(params=["landscape", "portrait"])
def there(request: pytest.FixtureRequest, visitor: Visitor, comes: Comes) -> Visitor:
    """A visitor at a screen of either shape."""
    return visitor if request.param == "landscape" else comes(PORTRAIT)


def step_of(visitor: Visitor, kind: type) -> Reading:
    """Where the step of a kind stands among those of PRP."""
    scene = visitor.app.scene()
    page = scene.pages.page(PRP)
    assert page is not None
    chapters = chapters_of(page, scene.words.treatment)  # type: ignore[arg-type]  # PRP is a treatment
    found = (
        Reading(PRP, number, step)
        for number, chapter in enumerate(chapters)
        for step, shown in enumerate(chapter.steps)
        if isinstance(shown, kind)
    )
    return next(found)


@pytest.mark.parametrize("place", PLACES, ids=["help", "tips", "compare", "explainer"])
def test_each_page_says_that_it_is_general_and_not_yet_checked(there: Visitor, place: Route) -> None:
    there.stands_at(place)
    assert there.sees("This is general information. Talk with your clinician. Awaiting clinician review")


@pytest.mark.parametrize("place", PLACES, ids=["help", "tips", "compare", "explainer"])
def test_a_page_that_nobody_has_checked_again_says_so(there: Visitor, place: Route) -> None:
    being_checked = "This page is being checked again. Ask your clinician."
    there.stands_at(place)
    assert not there.sees(being_checked)
    there.today += timedelta(days=400)
    there.app.session.take(Leave())
    there.stands_at(place)
    assert there.sees(being_checked)


def test_a_word_explained_says_who_has_not_yet_checked_it(there: Visitor) -> None:
    there.stands_at(Reading(PRP), routes.Explain(("PRP", "disc", "placebo")))
    assert there.sees("Short for platelet-rich plasma.")
    assert there.reads().count("Awaiting clinician review") == 1
    there.reads_as(replace(there.visit.reader, language="es"))
    there.stands_at(Reading(PRP), routes.Explain(("disco",)))
    assert there.sees("Falta la revisión de un médico. Falta la revisión de un traductor")


def test_a_word_explained_that_nobody_has_checked_again_says_so(there: Visitor) -> None:
    there.today += timedelta(days=400)
    there.app.session.take(Leave())
    there.stands_at(Reading(PRP), routes.Explain(("disc",)))
    assert there.sees("This page is being checked again. Ask your clinician. Awaiting clinician review")


def test_a_word_explained_says_nothing_more_once_it_is_signed(there: Visitor, library: Library) -> None:
    own = library.languages["en"]
    reviewer = Reviewer(name="Dr. A", role="Physician", licence="X1", signed=date(2026, 11, 21))
    parts = {field.name: getattr(own, field.name) for field in fields(LanguagePages)}
    parts["glossaries"] = tuple(
        replace(glossary, review=replace(glossary.review, reviewer=reviewer))  # type: ignore[type-var]  # ours all have one
        for glossary in own.glossaries
    )
    there.app.take_library(replace(library, languages={**library.languages, "en": LanguagePages(**parts)}))
    there.stands_at(Reading(PRP), routes.Explain(("disc",)))
    assert there.sees("A soft cushion that lies between two bones of the spine.")
    assert not there.sees("Awaiting")


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("number", range(4))
def test_every_sign_of_a_level_stands_on_one_screen(there: Visitor, number: int, language: str) -> None:
    """A sign behind "More" may never be read."""
    there.stands_at(routes.Help(number))
    there.reads_as(replace(there.visit.reader, language=language))
    signs = levels_of(there.app.scene().pages)[number].signs
    assert [sign for sign in signs if not there.sees(markdown.plain(sign))] == []


def test_the_sources_of_the_warning_signs(there: Visitor) -> None:
    there.stands_at(routes.Help())
    there.touch("Sources")
    assert there.heading == "When to get help"
    assert there.sees("Where this comes from")


@pytest.mark.parametrize("text_size", [100, 200])
def test_a_comparison_states_the_decision(there: Visitor, text_size: int) -> None:
    there.stands_at(routes.Compare(COMPARISON))
    there.reads_as(replace(there.visit.reader, text_size=text_size))
    page = there.app.scene().pages.page(COMPARISON)
    assert isinstance(page, Comparison)
    assert there.sees(markdown.plain(page.decision))


def test_gains_never_stand_without_harms(there: Visitor) -> None:
    there.stands_at(step_of(there, Balance))
    assert there.sees("What it may do")
    assert there.sees("What can go wrong")


def test_how_sure_we_are_is_said_in_a_word(there: Visitor) -> None:
    there.stands_at(step_of(there, Sureness))
    assert there.sees("Low certainty")
    assert there.sees("The studies are small")


def test_who_pays_is_one_touch_from_the_sources(there: Visitor) -> None:
    there.stands_at(Reading(PRP))
    there.touch("Sources")
    there.touch("Who pays, and who wrote this")
    assert there.heading == "About this kiosk"
    there.touch("Sources")
    assert not there.offers("Who pays, and who wrote this")
