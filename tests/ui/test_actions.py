"""What assistive technology does at the kiosk, as Qt does it for it; tests/assistive does it over the bus itself."""

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.session import routes
from kiosk.session.routes import Home
from kiosk.session.visit import Go
from tests.visitor import Visitor


def acts_on(button: QAbstractButton) -> None:
    """Press it by its own action: Qt holds it down for a tenth of a second, and clicks it then."""
    action = QAccessible.queryAccessibleInterface(button).actionInterface()
    action.doAction(action.pressAction())


def is_told(screen: QWidget) -> bool:
    interface = QAccessible.queryAccessibleInterface(screen)
    return interface.childCount() > 0 and not interface.state().invisible


@pytest.mark.a11y("A11Y-71")
def test_who_answers_by_an_action_stays_though_the_next_second_comes_meanwhile(visitor: Visitor) -> None:
    visitor.stands_at(Home())
    while visitor.seconds_left() is None:
        visitor.waits(1)
    acts_on(visitor.button("I am here"))
    visitor.waits(1)
    assert visitor.seconds_left() is None
    assert visitor.place() == Home()


@pytest.mark.a11y("A11Y-89")
def test_a_screen_on_its_way_out_is_told_no_more(visitor: Visitor) -> None:
    """Its buttons do nothing any more."""
    visitor.stands_at(Home())
    before = visitor.screen
    assert is_told(before)
    visitor.window.wished.emit(Go(routes.Treatments()))
    assert before.isVisible()
    assert not is_told(before)
    visitor.settles()
    assert is_told(visitor.screen)
