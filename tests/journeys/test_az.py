"""A to Z: any page and any word in three touches, without typing."""

from dataclasses import replace

import pytest

from kiosk.session import routes
from kiosk.session.visit import Go, Reader
from tests.conftest import Comes
from tests.ui.stops import SHAPES
from tests.visitor import Visitor, buttons_of


@pytest.fixture(params=["landscape", "portrait", "tablet"])
def at_home(request: pytest.FixtureRequest, comes: Comes) -> Visitor:
    visitor = comes(SHAPES[request.param])
    visitor.touch("Touch the screen to begin")
    return visitor


def test_a_page_in_three_touches(at_home: Visitor) -> None:
    at_home.touch("A to Z")
    at_home.touch("P. Begins with P")
    at_home.touch("Platelet-rich plasma (PRP)")
    assert at_home.place() == routes.Reading("therapies/prp")
    at_home.touch("Back")
    assert at_home.place() == routes.Az("P")
    at_home.touch("All letters")
    assert at_home.place() == routes.Az()


def test_a_word_explained_in_three_touches(at_home: Visitor) -> None:
    at_home.touch("A to Z")
    at_home.touch("P. Begins with P")
    at_home.touch("Platelets")
    assert isinstance(at_home.place(), routes.Explain)
    assert at_home.heading == "Platelets"
    at_home.touch("Close")
    assert at_home.place() == routes.Az("P")


def test_the_warning_signs_are_found_too(at_home: Visitor) -> None:
    at_home.touch("A to Z")
    at_home.touch("W. Begins with W")
    at_home.touch("When to get help")
    assert at_home.place() == routes.Help()


@pytest.mark.a11y("A11Y-13")
@pytest.mark.parametrize("text_size", [150, 200])
def test_large_letters_leaf_and_never_scroll(at_home: Visitor, text_size: int) -> None:
    at_home.reads_as(Reader(language="es", text_size=text_size))
    at_home.finds("De la A a la Z")
    at_home.touch("De la A a la Z")
    at_home.finds("S. Empieza con S")
    at_home.touch("S. Empieza con S")
    assert at_home.heading == "Empieza con S"


@pytest.mark.parametrize("language", ["en", "es"])
def test_three_touches_lead_to_anything(visitor: Visitor, language: str) -> None:
    """From the first page over every letter, and no further than its entries."""
    visitor.touch("Touch the screen to begin")
    visitor.reads_as(Reader(language=language))
    pages = visitor.app.scene().pages
    reached: set[str] = set()
    for letter in wishes(visitor, routes.Az()):
        assert isinstance(letter, routes.Az)
        for part in range(4):
            reached |= {name_of(route, visitor) for route in wishes(visitor, replace(letter, part=part))}
    wanted = {"help", *(card.id for card in pages.all_cards()), *(term.term for term in pages.own.terms)}
    assert wanted - reached == set()


def wishes(visitor: Visitor, route: routes.Route) -> list[routes.Route]:
    """Where the buttons of a screen lead."""
    visitor.stands_at(routes.Home(), route)
    told = [getattr(button, "wish", None) for button in buttons_of(visitor.top)]
    return [wish.route for wish in told if isinstance(wish, Go)]


def name_of(route: routes.Route, visitor: Visitor) -> str:
    """The page or the word that a route shows."""
    match route:
        case routes.Reading(name) | routes.Compare(name) | routes.Explain((name,)):
            return name
        case routes.Tips(_, position):
            return visitor.app.scene().pages.cards("tip")[position].id
        case _:
            return "help" if isinstance(route, routes.Help) else ""


def test_a_language_switched_under_a_letter_it_does_not_have_shows_all_letters(at_home: Visitor) -> None:
    at_home.stands_at(routes.Az("W"))
    at_home.touch("Español")
    assert at_home.heading == "De la A a la Z"
