"""A printer that the self-test does not find is offered to nobody; they are sent to the front desk instead."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QPointingDevice

from kiosk.content.library import Library
from kiosk.session import routes
from kiosk.session.visit import Ask, Leave, Picked
from tests.asked import ON_PRP
from tests.conftest import SETTINGS
from tests.device.cups import NAME
from tests.visitor import LANDSCAPE, PORTRAIT, Visitor

ASK_THE_DESK = "The printer needs help. It does not answer. Please tell the front desk. Your list is still here."
QUESTION = "What if I wait, or do exercise therapy first?"


@pytest.fixture
def brings(library: Library, glass: QPointingDevice, one_factory: None) -> Iterator[Callable[[QSize], Visitor]]:
    """Brings a visitor to a kiosk with a printer, whose window has a size."""
    visitors: list[Visitor] = []

    def bring(size: QSize) -> Visitor:
        visitors.append(Visitor(library, replace(SETTINGS, printer=NAME), glass, size))
        return visitors[-1]

    yield bring
    for visitor in visitors:
        visitor.app.session.take(Leave())
        visitor.leaves()


@pytest.mark.a11y("A11Y-92")
@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT], ids=["lying", "upright"])
def test_while_the_printer_is_missing_the_front_desk_is_named_instead(
    brings: Callable[[QSize], Visitor], size: QSize
) -> None:
    """What it finds again is offered again."""
    visitor = brings(size)
    visitor.touch("Touch the screen to begin")
    visitor.app.session.take(Ask(Picked(QUESTION, ON_PRP)))
    visitor.touch("My questions")
    assert visitor.offers("Print it on paper")
    assert not visitor.sees(ASK_THE_DESK)
    visitor.app._scenes.printer_found = False
    visitor.touch("Home")
    visitor.touch("My questions")
    assert not visitor.offers("Print it on paper")
    assert visitor.sees(ASK_THE_DESK)
    visitor.stands_at(routes.Questions(), routes.TakeAlong())
    assert not visitor.offers("Print it on paper")
    assert visitor.sees(ASK_THE_DESK)
    visitor.app._scenes.printer_found = True
    visitor.touch("Close")
    assert visitor.offers("Print it on paper")
    assert not visitor.sees(ASK_THE_DESK)


@pytest.mark.a11y("A11Y-92")
def test_where_no_printer_is_wanted_nobody_is_sent_to_the_desk_for_paper(arrived: Visitor) -> None:
    arrived.app._scenes.printer_found = False
    arrived.app.session.take(Ask(Picked(QUESTION, ON_PRP)))
    arrived.touch("My questions")
    assert not arrived.sees(ASK_THE_DESK)
