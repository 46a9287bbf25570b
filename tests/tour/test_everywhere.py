"""The walk to every place leaves none out: whatever a button leads to is on it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPointingDevice

from kiosk.content.check import check
from kiosk.content.folders import Folders
from kiosk.content.library import Library
from kiosk.content.model.pages import Comparison
from kiosk.content.model.treatment import Treatment
from kiosk.session import routes
from kiosk.session.routes import Route
from kiosk.tour.everywhere import Way, everywhere
from kiosk.ui.widgets.wishing import WishButton
from tests.conftest import SETTINGS
from tests.visitor import LANDSCAPE, Visitor


@pytest.fixture
def goes(base: Path, glass: QPointingDevice, one_factory: None) -> Iterator[Visitor]:
    """Somebody at a kiosk with a small library, who goes everywhere."""
    library = check(Folders((base,))).library
    assert library is not None
    visitor = Visitor(library, SETTINGS, glass, LANDSCAPE)
    yield visitor
    visitor.leaves()


def leads_to(visitor: Visitor, way: Way) -> set[Route]:
    """Where the buttons lead that stand at the end of a way."""
    visitor.app.session.visit = replace(visitor.visit, routes=way)
    visitor.app.refresh()
    QCoreApplication.processEvents()
    buttons = visitor.window.findChildren(WishButton)
    found = (getattr(button.wish, "route", None) for button in buttons)
    return {route for route in found if isinstance(route, Route)}


def plainly(route: Route) -> Route:  # noqa: PLR0911 - one line for each kind of place
    """The place without what is only chosen there: its part, columns, what matters, some of its sources."""
    match route:
        case routes.Compare(page):
            return routes.Compare(page)
        case routes.Columns(compare):
            return routes.Columns(routes.Compare(compare.page), ())
        case routes.Provenance(page):
            return routes.Provenance(page)
        case routes.Contents(screen):
            return routes.Contents(in_first_chapter(screen))
        case routes.TipKinds():
            return routes.TipKinds()
        case routes.Tips(kind) if kind:
            return routes.Tips(kind)
        case _:
            route = replace(route, part=0) if hasattr(route, "part") else route  # type: ignore[call-arg]  # it has one
            return replace(route, playing=False) if isinstance(route, routes.Tips) else route


def in_first_chapter(screen: Route) -> Route:
    """A dialog lists the same parts of a screen whichever of them it was opened from."""
    match screen:
        case routes.Reading(page):
            return routes.Reading(page)
        case routes.Understand():
            return routes.Understand()
        case routes.Treatments():
            return routes.Treatments()
        case _:
            return routes.Help()


def test_whatever_a_button_leads_to_is_on_the_walk(goes: Visitor) -> None:
    ways = list(everywhere(goes.app.scene()))
    known = {plainly(way[-1]) for way in ways} | {routes.TakeAlong()}
    left_out = {route for way in ways for route in leads_to(goes, way) if plainly(route) not in known}
    assert left_out == set()


@pytest.mark.parametrize("language", ["en", "es"])
def test_of_the_bundled_library_nothing_is_a_sample(
    library: Library, glass: QPointingDevice, one_factory: None, language: str
) -> None:
    visitor = Visitor(library, replace(SETTINGS, language=language), glass, LANDSCAPE)
    scene = visitor.app.scene()
    ends = {way[-1] for way in everywhere(scene)}
    visitor.leaves()
    pages = scene.pages
    treatments = {card.id: page for card in pages.all_cards() if isinstance(page := pages.page(card.id), Treatment)}
    compared = [page for card in pages.all_cards() if isinstance(page := pages.page(card.id), Comparison)]
    assert pages.own.code == language
    assert {routes.Explain((term.term,)) for term in pages.own.terms} <= ends
    assert {routes.Understand("spine", place.id) for place in pages.own.spine.places} <= ends
    assert {routes.Provenance(card.id) for card in pages.all_cards()} <= ends
    assert {routes.Az(letter) for letter in "ABEPT"} <= ends
    assert {
        routes.LookBack(name, number) for name, page in treatments.items() for number, _ in enumerate(page.look_back)
    } <= ends
    assert {
        routes.Box(name, question) for name in treatments for page in compared for question in page.questions
    } <= ends


def test_each_place_is_visited_once(goes: Visitor) -> None:
    ways = list(everywhere(goes.app.scene()))
    assert len(set(ways)) == len(ways)
