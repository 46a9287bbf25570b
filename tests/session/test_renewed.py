"""Looking ahead changes nothing, and a library that changes beneath a visit takes nobody's list away."""

from collections.abc import Callable

import pytest

from kiosk.session.routes import Attract, Finish, Home, Reading, Route, Treatments
from kiosk.session.visit import Ask, Go, GoHome, Leave, Picked, Read, Reader, Turn
from tests.asked import ON_PRP
from tests.session.conftest import USUAL, Desk

PRP = Reading("therapies/prp")
EXOSOMES = Reading("therapies/exosomes")
BOTH = ("en", "es")


def all_remain(_route: Route, _language: str) -> bool:
    return True


def gone(*names: str) -> Callable[[Route, str], bool]:
    """Tells of the places that these pages have gone."""

    def remains(route: Route, _language: str) -> bool:
        return not (isinstance(route, Reading) and route.page in names)

    return remains


# --- looking ahead ------------------------------------------------------------------------------------------------


def test_looking_ahead_tells_what_would_come_and_changes_nothing(desk: Desk) -> None:
    desk.goes(Home())
    before, told = desk.session.visit, list(desk.turns)
    turn = desk.session.foresee(Go(PRP))
    assert turn == Turn(before, turn.after, "forward")
    assert turn.after.routes == (Home(), PRP)
    assert desk.session.visit is before
    assert desk.turns == told


def test_what_comes_after_a_touch_has_no_warning_on_it(desk: Desk) -> None:
    """Whoever touches is there."""
    desk.goes(Home())
    desk.waits(125)
    assert desk.seconds_left() is not None
    assert desk.session.foresee(Go(PRP)).after.seconds_left is None
    assert desk.seconds_left() is not None


# --- is anybody there? --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "wish", [Go(Home()), Read(Reader(language="es")), Ask(Picked("Does it hurt?", ON_PRP))], ids=["page", "es", "list"]
)
def test_whoever_has_left_anything_is_there(desk: Desk, wish: Go | Read | Ask) -> None:
    seen = [desk.session.is_empty]
    for step in (wish, Leave()):
        desk.session.take(step)
        seen.append(desk.session.is_empty)
    assert seen == [True, False, True]


# --- another library ----------------------------------------------------------------------------------------------


def test_a_page_that_remains_stays_on_the_screen_with_its_way_back(desk: Desk) -> None:
    desk.goes(Home(), Treatments(), PRP)
    before, told = desk.session.visit, list(desk.turns)
    desk.session.renew(USUAL, BOTH, all_remain)
    assert desk.session.visit == before
    assert desk.turns == told


def test_a_page_on_the_way_back_that_has_gone_is_left_out(desk: Desk) -> None:
    desk.goes(Home(), EXOSOMES, PRP)
    desk.session.renew(USUAL, BOTH, gone("therapies/exosomes"))
    assert desk.session.visit.routes == (Home(), PRP)


def test_whose_page_has_gone_stands_at_the_five_doors_with_the_list(desk: Desk) -> None:
    desk.goes(Home(), PRP, EXOSOMES)
    desk.session.take(Ask(Picked("Does it hurt?", ON_PRP)))
    desk.session.renew(USUAL, BOTH, gone("therapies/exosomes"))
    assert desk.session.visit.routes == (Home(),)
    assert desk.session.visit.questions == (Picked("Does it hurt?", ON_PRP),)


def test_the_clinic_s_new_first_language_is_everybody_s_who_has_chosen_none(desk: Desk) -> None:
    desk.goes(Home())
    desk.session.renew(Reader(language="es"), BOTH, all_remain)
    assert desk.session.visit.reader == Reader(language="es")
    desk.session.take(Leave())
    assert desk.session.visit.reader == Reader(language="es")
    assert desk.session.is_empty


def test_who_has_chosen_how_to_read_keeps_it(desk: Desk) -> None:
    desk.goes(Home())
    desk.session.take(Read(Reader(language="en", text_size=200)))
    desk.session.renew(Reader(language="es"), BOTH, all_remain)
    assert desk.session.visit.reader == Reader(language="en", text_size=200)


def test_who_reads_a_language_that_has_gone_reads_the_usual_one_as_large(desk: Desk) -> None:
    desk.goes(Home())
    desk.session.take(Read(Reader(language="es", text_size=200, theme="dark")))
    desk.session.renew(USUAL, ("en",), lambda _route, language: language == "en")
    assert desk.session.visit.reader == Reader(language="en", text_size=200, theme="dark")
    assert desk.session.visit.routes == (Home(),)


def test_with_nobody_there_the_loop_goes_on(desk: Desk) -> None:
    desk.session.renew(Reader(language="es"), BOTH, all_remain)
    assert desk.session.visit.routes == (Attract(),)
    assert desk.session.is_empty


# --- small steps --------------------------------------------------------------------------------------------------


def test_from_a_dialog_home_wipes_the_way(desk: Desk) -> None:
    desk.goes(Home(), PRP, Finish())
    desk.session.take(GoHome())
    assert desk.session.visit.routes == (Home(),)
    assert desk.turns[-1].move == "back"
