"""Is somebody still there? The limits of A11Y-68 to A11Y-70, with a clock in hand."""

import pytest

from kiosk.session.idle import DOUBTED, WARNING_SECONDS, Idle
from kiosk.session.routes import Attract, Explain, Home, Reading
from kiosk.session.visit import Ask, Change, Picked, Read, Reader, Stay
from tests.asked import ON_PRP
from tests.session.conftest import USUAL, Desk

LEAST_WARNING_SECONDS = 20
"""What the law asks for."""


def test_the_seconds_are_those_agreed_on() -> None:
    """A finger that slips here would cut somebody short, or leave their list on the screen."""
    assert (DOUBTED, WARNING_SECONDS) == (30, 30)


@pytest.mark.a11y("A11Y-68")
@pytest.mark.parametrize(
    ("words", "seconds"), [(0, 120), (100, 120), (101, 120.6), (200, 180), (500, 360), (900, 600), (5000, 600)]
)
def test_the_limit_goes_by_the_words_on_the_screen(words: int, seconds: float) -> None:
    idle = Idle(0)
    idle.shows(words)
    assert idle.limit(USUAL) == pytest.approx(seconds)


@pytest.mark.a11y("A11Y-68")
def test_who_listens_has_double_and_nobody_four_times() -> None:
    idle = Idle(0)
    assert idle.limit(USUAL) == 120
    assert idle.limit(USUAL, listens=True) == 240
    assert idle.limit(Reader(language="en", reach=True), listens=True) == 240
    assert idle.seconds_left(119, USUAL) is None
    assert idle.seconds_left(120, USUAL) == WARNING_SECONDS
    assert idle.seconds_left(239, USUAL, listens=True) is None


@pytest.mark.a11y("A11Y-68")
@pytest.mark.parametrize(
    ("reader", "times"),
    [
        (Reader(language="en", text_size=125), 1),
        (Reader(language="en", text_size=150), 2),
        (Reader(language="en", text_size=200), 2),
        (Reader(language="en", reach=True), 2),
        (Reader(language="en", theme="yellow", large_buttons=True, less_motion=True), 1),
    ],
)
def test_who_needs_more_time_has_double(reader: Reader, times: int) -> None:
    idle = Idle(0)
    assert idle.limit(reader) == 120 * times


@pytest.mark.a11y("A11Y-69")
def test_a_warning_counts_down_before_the_visit_is_wiped(desk: Desk) -> None:
    desk.goes(Home())
    desk.waits(119)
    assert desk.seconds_left() is None
    desk.waits(1)
    assert desk.seconds_left() == WARNING_SECONDS
    assert WARNING_SECONDS >= LEAST_WARNING_SECONDS
    counted = []
    for _ in range(WARNING_SECONDS - 1):
        desk.waits(1)
        counted.append(desk.seconds_left())
    assert counted == list(range(WARNING_SECONDS - 1, 0, -1))
    desk.waits(1)
    assert desk.session.visit.routes == (Attract(),)


def test_a_long_page_leaves_more_time(desk: Desk) -> None:
    desk.goes(Reading("therapies/prp"))
    desk.session.shows(500)
    desk.waits(359)
    assert desk.seconds_left() is None
    desk.waits(2)
    assert desk.seconds_left() is not None


def test_time_out_wipes_everything(desk: Desk) -> None:
    desk.goes(Reading("therapies/prp"))
    desk.goes(Explain(("disc",)))
    desk.session.take(Ask(Picked("Does it hurt?", ON_PRP)))
    desk.session.take(Read(Reader(language="es", text_size=200, theme="dark", less_motion=True)))
    desk.waits(240 + WARNING_SECONDS)
    assert desk.session.visit == Desk().session.visit


@pytest.mark.a11y("A11Y-70")
def test_a_visitor_may_stay_fifty_times_and_longer(desk: Desk) -> None:
    desk.goes(Home())
    for _ in range(50):
        desk.waits(145)
        assert desk.seconds_left() == 5
        desk.session.noticed()
        assert desk.seconds_left() is None
        assert desk.session.visit.routes == (Home(),)


def test_to_stay_keeps_everything(desk: Desk) -> None:
    desk.goes(Reading("therapies/prp"))
    desk.session.take(Ask(Picked("Does it hurt?", ON_PRP)))
    before = desk.session.visit
    desk.waits(140)
    desk.session.take(Stay())
    assert desk.session.visit == before


def test_nobody_there_is_never_asked(desk: Desk) -> None:
    desk.waits(3600)
    assert desk.turns == []


def test_a_new_visitor_has_the_whole_limit(desk: Desk) -> None:
    desk.waits(3600)
    desk.goes(Home())
    desk.waits(119)
    assert desk.seconds_left() is None


def test_the_words_of_the_last_screen_do_not_count_for_the_next(desk: Desk) -> None:
    desk.goes(Reading("therapies/prp"))
    desk.session.shows(900)
    desk.goes(Home())
    desk.session.shows(20)
    desk.waits(121)
    assert desk.seconds_left() is not None


def test_a_kiosk_that_slept_ends_the_visit_at_once(desk: Desk) -> None:
    desk.goes(Home())
    desk.clock.passes(8 * 3600)
    desk.session.tick()
    assert desk.session.visit.routes == (Attract(),)


def test_a_clock_set_back_ends_no_visit_early_and_keeps_none_for_ever(desk: Desk) -> None:
    desk.goes(Home())
    desk.clock.passes(-5000)
    desk.waits(60)
    assert desk.seconds_left() is None
    desk.waits(80)
    assert desk.seconds_left() is not None


@pytest.mark.a11y("A11Y-74")
def test_a_language_chosen_on_the_loop_does_not_wait_for_the_next_visitor(desk: Desk) -> None:
    desk.session.take(Read(Reader(language="es")))
    for slide in range(1, 13):
        desk.waits(10)
        desk.session.take(Change(Attract(slide)))
    assert desk.session.visit.reader == USUAL
    assert all(turn.after.seconds_left is None for turn in desk.turns)
