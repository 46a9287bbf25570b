"""The bar along the bottom: what it says in little room."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QSize

from kiosk.session.routes import Home
from kiosk.session.visit import Ask, Go, Picked
from tests.asked import ON_PRP
from tests.conftest import Comes
from tests.visitor import LANDSCAPE, PORTRAIT


@pytest.mark.parametrize("text_size", [100, 150, 200])
@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT], ids=["lying", "upright"])
def test_how_many_questions_there_are_is_seen_in_letters_of_any_size(comes: Comes, size: QSize, text_size: int) -> None:
    at_home = comes(size)
    at_home.app.session.take(Go(Home()))
    at_home.reads_as(replace(at_home.visit.reader, text_size=text_size))
    name = "My questions"
    before = at_home.button(name).grab().toImage()
    at_home.app.session.take(Ask(Picked("Does it hurt?", ON_PRP)))
    at_home.settles()
    after = at_home.button(name).grab().toImage()
    wide, high = after.width(), after.height()
    changed = [x for x in range(wide) for y in range(0, high, 2) if before.pixel(x, y) != after.pixel(x, y)]
    assert changed
    edge = at_home.mm(2)
    assert max(changed) < wide - edge, "the count lies on the edge of its button"
