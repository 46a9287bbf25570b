"""Another library arrives while somebody is there: nothing is pulled away, and no way leads into the void."""

from dataclasses import replace
from typing import Any

import pytest

from kiosk.content.check import check
from kiosk.content.folders import Folders
from kiosk.content.library import Library
from kiosk.pages.remaining import is_elsewhere, remains
from kiosk.session import routes
from kiosk.session.routes import Attract, Help, Home, Reading, Route, Tips
from kiosk.session.visit import Ask, Back, Go, Leave, Picked, Read
from tests.asked import ON_PRP
from tests.content.base import make_base
from tests.visitor import Visitor

COMPARE = routes.Compare("comparisons/prp-prolotherapy-exosomes")
PLACES: tuple[Route, ...] = (
    Home(),
    Reading("therapies/prp", 3, 1),
    Reading("topics/sciatica", 1),
    COMPARE,
    Tips("sleep", 3),
    Tips(position=20),
    routes.Understand("spine", "disc"),
    routes.Treatments("usual-care"),
    Help(3),
    routes.Questions(),
)


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """A library in English alone, with hardly a page that the bundled one has."""
    library = check(Folders((make_base(tmp_path_factory.mktemp("small") / "library"),))).library
    assert library is not None
    return library


@pytest.mark.parametrize("place", PLACES, ids=str)
def test_no_way_back_leads_into_the_void(visitor: Visitor, small: Library, place: Route) -> None:
    visitor.stands_at(Home(), place)
    visitor.app.take_library(small)
    visitor.app.session.take(Go(routes.Treatments() if isinstance(place, Help) else Help()))
    for _ in range(4):
        visitor.settles()
        assert visitor.outline()
        assert not visitor.sees("Sorry")
        visitor.app.session.take(Back())


def test_while_nobody_is_there_it_is_shown_at_once(visitor: Visitor, small: Library) -> None:
    visitor.app.take_library(small)
    visitor.settles()
    assert visitor.place() == Attract()
    assert visitor.sees("Touch to begin")


def test_the_end_of_a_visit_brings_it(visitor: Visitor, small: Library) -> None:
    visitor.stands_at(Home(), Reading("therapies/prp"))
    visitor.app.take_library(small)
    assert not visitor.sees("Touch to begin")
    visitor.app.session.take(Leave())
    visitor.settles()
    assert visitor.sees("Touch to begin")


def test_the_question_of_one_visit_does_not_lie_over_the_next(visitor: Visitor, small: Library) -> None:
    visitor.stands_at(Home(), Reading("therapies/prp"))
    visitor.app.take_library(small)
    visitor.waits(400)
    assert visitor.place() == Attract()
    assert visitor.app.stage.dialog_now is None
    visitor.touch("Touch to begin")
    assert visitor.place() == Home()
    assert visitor.app.stage.dialog_now is None


def test_a_dialog_that_leads_elsewhere_goes_with_the_old_library(visitor: Visitor, english: Library) -> None:
    visitor.stands_at(Home(), Reading("therapies/prp"), routes.Finish())
    visitor.app.take_library(english)
    visitor.touch("Yes, finish")
    assert visitor.place() == Attract()
    assert visitor.app.stage.dialog_now is None


def test_the_next_step_of_a_page_is_still_of_the_same_page(visitor: Visitor, small: Library) -> None:
    visitor.stands_at(Home(), Reading("therapies/prp"))
    visitor.app.take_library(small)
    visitor.taps(visitor.centre(visitor.way_on()))
    assert isinstance(visitor.place(), Reading)
    assert not visitor.sees("Sorry")


def test_of_two_that_arrive_the_last_one_counts(visitor: Visitor, small: Library, english: Library) -> None:
    visitor.stands_at(Home(), Reading("therapies/prp"))
    visitor.app.take_library(small)
    visitor.app.take_library(english)
    visitor.app.session.take(Leave())
    visitor.settles()
    assert visitor.sees("Touch the screen to begin")


def test_the_visitors_choices_and_questions_stay(visitor: Visitor, library: Library) -> None:
    visitor.stands_at(Home(), Reading("therapies/prp"))
    reader = replace(visitor.visit.reader, text_size=150, language="es")
    visitor.app.session.take(Read(reader))
    visitor.app.session.take(Ask(Picked("How long?", ON_PRP)))
    visitor.app.take_library(replace(library))
    visitor.app.session.take(Go(Help()))
    assert visitor.visit.reader == reader
    assert visitor.visit.questions == (Picked("How long?", ON_PRP),)
    assert visitor.visit.routes == (Home(), Reading("therapies/prp"), Help())


def test_a_language_that_has_gone_gives_way_to_the_first(visitor: Visitor, small: Library) -> None:
    visitor.stands_at(Home(), Reading("therapies/prp"))
    visitor.app.session.take(Read(replace(visitor.visit.reader, text_size=125, language="es")))
    visitor.app.take_library(small)
    visitor.app.session.take(Go(Help()))
    assert visitor.visit.reader.language == "en"
    assert visitor.visit.reader.text_size == 125


@pytest.mark.parametrize(
    ("before", "after", "elsewhere"),
    [
        (Reading("a", 1), Reading("a", 2), False),
        (Reading("a"), Reading("b"), True),
        (Tips(position=1), Tips(position=2), False),
        (Tips(), Home(), True),
    ],
)
def test_what_it_is_to_go_elsewhere(before: Route, after: Route, elsewhere: bool) -> None:
    assert is_elsewhere(before, after) is elsewhere


@pytest.mark.parametrize("kind", [kind for kind in vars(routes).values() if isinstance(kind, type)], ids=str)
def test_every_place_is_known_to_stay_or_go(kind: type, small: Library) -> None:
    """A place that names a page must say so in remains."""
    if not issubclass(kind, Route) or kind in (Route, routes.Dialog):
        return
    names = set(getattr(kind, "__dataclass_fields__", {}))
    if names & {"page", "treatment"}:
        values: dict[str, Any] = {**dict.fromkeys(names & {"page", "treatment", "question"}, "no/such"), "number": 0}
        values = {name: value for name, value in values.items() if name in names}
        assert not remains(kind(**values), small.pages("en")), kind
