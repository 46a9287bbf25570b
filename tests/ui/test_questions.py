"""The list of questions as it is laid out."""

import pytest

from kiosk.pages.changed import place_of
from kiosk.session import routes
from kiosk.session.visit import MAX_QUESTIONS, Ask, Picked, Reader
from kiosk.ui.widgets.text_block import TextBlock
from tests.asked import ON_PRP
from tests.visitor import Visitor

BETWEEN_MM = 2.5
CAUSE = "What do you think causes my pain?"
CAUSE_IN_SPANISH = "¿Cuál cree que es la causa de mi dolor?"
OTHER = "Does it hurt?"


@pytest.mark.parametrize("count", [1, MAX_QUESTIONS])
def test_a_number_keeps_its_distance_from_its_question(at_home: Visitor, count: int) -> None:
    for number in range(1, count + 1):
        at_home.app.session.take(Ask(Picked(f"Question {number}?", ON_PRP)))
    at_home.stands_at(routes.Questions())
    at_home.finds(f"Remove: Question {count}?")
    blocks = {block.words: block for block in at_home.screen.findChildren(TextBlock)}
    number_ends = blocks[str(count)].words_rect.right()
    assert blocks[f"Question {count}?"].words_rect.left() - number_ends >= at_home.mm(BETWEEN_MM)


def test_who_goes_on_in_another_language_reads_their_list_in_it(at_home: Visitor) -> None:
    for words in (CAUSE, OTHER):
        at_home.app.session.take(Ask(Picked(words, ON_PRP)))
    at_home.reads_as(Reader(language="es"))
    at_home.stands_at(routes.Questions())
    assert at_home.sees(CAUSE_IN_SPANISH)
    assert at_home.sees("De “Plasma rico en plaquetas (PRP)”")
    assert not at_home.sees(CAUSE)
    assert at_home.sees(OTHER), "its page does not ask it: it stays as it was picked"
    at_home.reads_as(Reader(language="en"))
    assert at_home.sees(CAUSE)
    assert not at_home.sees(CAUSE_IN_SPANISH)


def test_what_was_picked_in_another_language_is_taken_off_in_this_one(at_home: Visitor) -> None:
    at_home.app.session.take(Ask(Picked(CAUSE, ON_PRP)))
    at_home.reads_as(Reader(language="es"))
    at_home.stands_at(routes.Questions())
    at_home.touch(f"Quitar: {CAUSE_IN_SPANISH}")
    assert at_home.visit.questions == ()


def test_the_page_that_asks_it_knows_that_it_is_on_the_list_in_either_language(at_home: Visitor) -> None:
    at_home.app.session.take(Ask(Picked(CAUSE, ON_PRP)))
    at_home.reads_as(Reader(language="es"))
    at_home.stands_at(place_of(at_home.app.scene().pages, "therapies/prp", [CAUSE_IN_SPANISH]) or routes.Home())
    at_home.finds(CAUSE_IN_SPANISH)
    assert at_home.button(CAUSE_IN_SPANISH).isChecked()
    at_home.touch(CAUSE_IN_SPANISH)
    assert at_home.visit.questions == ()
