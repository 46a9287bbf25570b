"""Activities in every look: whatever one of them says on its way, nothing is cut off and nothing moves aside."""

from typing import Final

import pytest
from PySide6.QtCore import QRect, QTimer

from kiosk.session import routes
from kiosk.session.routes import Home
from kiosk.ui.widgets.picture import PictureBox
from tests.languages import LONGER, MIRRORED
from tests.ui.conftest import Gallery
from tests.ui.facts import facts_of
from tests.ui.rules import lost, none, too_close, too_small
from tests.ui.stops import LOOKS, Look
from tests.visitor import Visitor

TIPS: Final = ("tips/breathe", "tips/move-a-minute", "tips/change-timer")
EVERYWHERE: Final = (
    *LOOKS,
    Look("tablet"),
    Look("portrait", 200, reach=True),
    *(Look(shape, 200, language=code) for code in (LONGER, MIRRORED) for shape in ("landscape", "portrait")),
)


def begins(visitor: Visitor, tip: str) -> None:
    """Stand before the activity and press its button."""
    visitor.stands_at(Home(), routes.Tips(), routes.Activity(tip))
    visitor.button(visitor.app.scene().words.tips.start).click()


def goes_on(visitor: Visitor) -> bool:
    """Come to the next phase; tells whether anything was under way."""
    counting = [timer for timer in visitor.top.findChildren(QTimer) if timer.isActive() and timer.isSingleShot()]
    for timer in counting:
        timer.stop()
        timer.timeout.emit()
    return bool(counting)


def buttons(visitor: Visitor) -> list[QRect]:
    return [button.geometry() for button in visitor.buttons()]


@pytest.mark.a11y("A11Y-25")
@pytest.mark.a11y("A11Y-29")
@pytest.mark.parametrize("tip", TIPS)
@pytest.mark.parametrize("look", EVERYWHERE, ids=str)
def test_every_phase_has_its_room(gallery: Gallery, look: Look, tip: str) -> None:
    visitor = gallery(look)
    begins(visitor, tip)
    faults: list[str] = []
    places = buttons(visitor)
    while True:
        facts = facts_of(visitor, tip)
        faults += lost(facts)
        if look.shape != "tablet":  # held in the hand, it has its own measures
            faults += [*too_close(facts), *too_small(facts, 20)]
        assert buttons(visitor) == places
        if not goes_on(visitor):
            break
    none(faults)
    visitor.stands_at(Home())


@pytest.mark.parametrize("look", EVERYWHERE, ids=str)
def test_a_drawing_is_large_enough_to_be_followed(gallery: Gallery, look: Look) -> None:
    visitor = gallery(look)
    begins(visitor, "tips/move-a-minute")
    (drawing,) = visitor.top.findChildren(PictureBox)
    assert drawing.height() >= visitor.mm(25)
    visitor.stands_at(Home())
