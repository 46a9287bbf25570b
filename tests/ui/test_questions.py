"""The list of questions as it is laid out."""

import pytest

from kiosk.session import routes
from kiosk.session.visit import MAX_QUESTIONS, Ask, Picked
from kiosk.ui.widgets.text_block import TextBlock
from tests.asked import ON_PRP
from tests.visitor import Visitor

BETWEEN_MM = 2.5


@pytest.mark.parametrize("count", [1, MAX_QUESTIONS])
def test_a_number_keeps_its_distance_from_its_question(at_home: Visitor, count: int) -> None:
    for number in range(1, count + 1):
        at_home.app.session.take(Ask(Picked(f"Question {number}?", ON_PRP)))
    at_home.stands_at(routes.Questions())
    at_home.finds(f"Remove: Question {count}?")
    blocks = {block.words: block for block in at_home.screen.findChildren(TextBlock)}
    number_ends = blocks[str(count)].words_rect.right()
    assert blocks[f"Question {count}?"].words_rect.left() - number_ends >= at_home.mm(BETWEEN_MM)
