"""Reading aloud is part of the visit: it goes on from page to page, gives more time, and is wiped with the rest."""

from kiosk.session.idle import DOUBTED, WARNING_SECONDS
from kiosk.session.routes import Attract, Home, Listen, Reading
from kiosk.session.visit import DrawCurtain, Hear, Hearing, Hush, Leave, ReadAloud
from kiosk.speech.hearing import USUAL_LOUDNESS, USUAL_PACE
from tests.session.conftest import Desk

PRP = Reading("therapies/prp")


def test_nobody_is_read_to_at_first_and_everything_is_seen() -> None:
    assert Hearing() == Hearing(on=False, pace=USUAL_PACE, loudness=USUAL_LOUDNESS, curtain=False)


def test_the_page_is_read_and_its_dialog_closes(desk: Desk) -> None:
    desk.goes(Home(), PRP, Listen())
    desk.session.take(ReadAloud())
    assert desk.session.visit.routes == (Home(), PRP)
    assert desk.session.visit.hearing == Hearing(on=True, pace=USUAL_PACE, loudness=USUAL_LOUDNESS)


def test_slower_and_louder_leaves_the_dialog_open(desk: Desk) -> None:
    desk.goes(Home(), PRP, Listen())
    slower = Hearing(on=True, pace=USUAL_PACE - 1, loudness=USUAL_LOUDNESS + 1)
    desk.session.take(Hear(slower))
    assert desk.session.visit.routes == (Home(), PRP, Listen())
    assert desk.session.visit.hearing == slower


def test_silence_keeps_pace_and_loudness_for_the_next_time(desk: Desk) -> None:
    desk.goes(Home(), PRP)
    desk.session.take(Hear(Hearing(on=True, pace=USUAL_PACE - 1)))
    desk.session.take(Hush())
    assert desk.session.visit.hearing == Hearing(on=False, pace=USUAL_PACE - 1)
    desk.session.take(ReadAloud())
    assert desk.session.visit.hearing == Hearing(on=True, pace=USUAL_PACE - 1)


def test_silence_closes_only_its_own_dialog(desk: Desk) -> None:
    desk.goes(Home(), PRP)
    desk.session.take(ReadAloud())
    desk.session.take(Hush())
    assert desk.session.visit.routes == (Home(), PRP)


def test_to_begin_and_end_is_no_step_of_the_way(desk: Desk) -> None:
    desk.goes(Home(), PRP)
    desk.session.take(ReadAloud())
    desk.session.take(Hush())
    assert [turn.move for turn in desk.turns[-2:]] == ["stay", "stay"]


def test_who_listens_has_double_the_time(desk: Desk) -> None:
    desk.goes(Home())
    desk.session.take(ReadAloud())
    desk.waits(239)
    assert desk.seconds_left() is None
    desk.waits(1)
    assert desk.seconds_left() == WARNING_SECONDS


def test_the_next_visitor_is_not_read_to(desk: Desk) -> None:
    desk.goes(Home())
    desk.session.take(ReadAloud())
    desk.session.take(Leave())
    assert desk.session.visit.hearing == Hearing()
    assert desk.session.visit.route == Attract()


# --- headphones and the curtain -----------------------------------------------------------------------------------


def test_the_curtain_closes_the_dialog_it_was_wished_in_and_is_no_step_of_the_way(desk: Desk) -> None:
    desk.goes(Home(), PRP, Listen())
    desk.session.take(DrawCurtain(drawn=True))
    assert desk.session.visit.routes == (Home(), PRP)
    assert desk.session.visit.hearing == Hearing(curtain=True)
    assert desk.turns[-1].move == "stay"
    desk.session.take(DrawCurtain(drawn=False))
    assert desk.session.visit.hearing == Hearing()


def test_headphones_out_is_silence_and_the_screen_is_seen_again(desk: Desk) -> None:
    desk.goes(Home(), PRP)
    desk.session.take(ReadAloud())
    desk.session.take(DrawCurtain(drawn=True))
    desk.session.unplugged()
    assert desk.session.visit.hearing == Hearing(on=False, curtain=False)
    assert desk.session.visit.routes == (Home(), PRP)


def test_headphones_out_while_one_still_chooses_leaves_the_choice_open(desk: Desk) -> None:
    desk.goes(Home(), PRP, Listen())
    desk.session.unplugged()
    assert desk.session.visit.routes == (Home(), PRP, Listen())


def test_who_pulls_the_headphones_out_is_asked_soon(desk: Desk) -> None:
    desk.goes(Home())
    desk.session.take(ReadAloud())
    desk.session.unplugged()
    desk.waits(DOUBTED - 1)
    assert desk.seconds_left() is None
    desk.waits(1)
    assert desk.seconds_left() == WARNING_SECONDS


def test_who_then_touches_anything_has_the_usual_time_again(desk: Desk) -> None:
    desk.goes(Home())
    desk.session.unplugged()
    desk.waits(DOUBTED - 1)
    desk.session.noticed()
    desk.waits(119)
    assert desk.seconds_left() is None
