"""Where a visitor is, and the way back."""

from dataclasses import MISSING, fields

import pytest

from kiosk.session import routes
from kiosk.session.routes import (
    Attract,
    Box,
    Compare,
    Dialog,
    Easier,
    Explain,
    Finish,
    Help,
    Home,
    Questions,
    Reading,
    Route,
    Tips,
    Treatments,
)
from kiosk.session.session import LONGEST_WAY
from kiosk.session.visit import (
    MAX_QUESTIONS,
    TEXT_SIZES,
    Ask,
    Back,
    Change,
    Drop,
    Go,
    GoHome,
    Leave,
    Picked,
    Read,
    ReadAloud,
    Reader,
    Stay,
    Wish,
)
from tests.asked import ON_PRP, ON_STEM_CELLS
from tests.session.conftest import USUAL, Desk

PRP = Reading("therapies/prp")
COMPARISON = Compare("comparisons/three")
PLACES = [
    kind
    for kind in vars(routes).values()
    if isinstance(kind, type) and issubclass(kind, Route) and kind not in (Route, Dialog)
]
"""Every kind of place that a visitor can come to."""


@pytest.mark.parametrize("kind", PLACES)
def test_every_place_begins_at_its_beginning(kind: type[Route]) -> None:
    counted = [field for field in fields(kind) if field.name in ("slide", "chapter", "step", "part")]
    assert all(field.default in (0, MISSING) for field in counted)


def test_nobody_is_there_at_first(desk: Desk) -> None:
    visit = desk.session.visit
    assert visit.routes == (Attract(),)
    assert visit.reader == USUAL
    assert visit.questions == ()
    assert visit.seconds_left is None


def test_the_first_touch_leads_home(desk: Desk) -> None:
    assert desk.goes(Home()) == (Home(),)


def test_a_page_opened_from_the_loop_has_home_behind_it(desk: Desk) -> None:
    assert desk.goes(PRP) == (Home(), PRP)


def test_every_step_can_be_undone(desk: Desk) -> None:
    desk.goes(Home(), Treatments(), PRP, COMPARISON)
    seen = []
    for _ in range(3):
        desk.session.take(Back())
        seen.append(desk.session.visit.route)
    assert seen == [PRP, Treatments(), Home()]


def test_back_at_the_first_page_stays_at_home(desk: Desk) -> None:
    desk.goes(Home())
    desk.session.take(Back())
    assert desk.session.visit.routes == (Home(),)


def test_back_from_the_loop_leads_home(desk: Desk) -> None:
    desk.session.take(Back())
    assert desk.session.visit.routes == (Home(),)


def test_home_is_one_touch_from_anywhere(desk: Desk) -> None:
    desk.goes(Home(), Treatments(), PRP, Explain(("platelets",)))
    desk.session.take(GoHome())
    assert desk.session.visit.routes == (Home(),)


def test_going_where_one_is_leaves_no_step_behind(desk: Desk) -> None:
    assert desk.goes(Home(), Help(), Help()) == (Home(), Help())


def test_a_dialog_lies_over_its_screen(desk: Desk) -> None:
    desk.goes(Home(), PRP, Explain(("platelets",)))
    visit = desk.session.visit
    assert visit.screen == PRP
    assert visit.dialog == Explain(("platelets",))
    desk.session.take(Back())
    assert desk.session.visit.route == PRP
    assert desk.session.visit.dialog is None


def test_a_screen_closes_the_dialog_before_it(desk: Desk) -> None:
    assert desk.goes(Home(), COMPARISON, Box("therapies/prp", "cost"), Help()) == (Home(), COMPARISON, Help())


def test_a_screen_closes_several_dialogs(desk: Desk) -> None:
    opened = desk.goes(Home(), PRP, Box("therapies/prp", "cost"), Explain(("disc",)), Questions())
    assert opened == (Home(), PRP, Questions())


def test_the_screen_beneath_a_dialog_opened_again_only_closes_the_dialog(desk: Desk) -> None:
    assert desk.goes(Home(), PRP, Easier(), PRP) == (Home(), PRP)


def test_a_dialog_opened_from_the_loop_has_home_beneath_it(desk: Desk) -> None:
    assert desk.goes(Finish()) == (Home(), Finish())


def test_choosing_anew_lengthens_no_way(desk: Desk) -> None:
    desk.goes(Home(), Tips())
    for position in range(1, 6):
        desk.session.take(Change(Tips(position=position)))
    assert desk.session.visit.routes == (Home(), Tips(position=5))


def test_a_screen_that_plays_beneath_a_dialog_leaves_it_open(desk: Desk) -> None:
    desk.goes(Home(), Tips(playing=True), Explain(("sleep",)))
    desk.session.take(Change(Tips(position=1, playing=True)))
    assert desk.session.visit.routes == (Home(), Tips(position=1, playing=True), Explain(("sleep",)))


def test_a_screen_that_is_left_changes_nothing_any_more(desk: Desk) -> None:
    before = desk.goes(Home(), Tips(playing=True), PRP)
    desk.session.take(Change(Tips(position=1, playing=True)))
    assert desk.session.visit.routes == before


def test_a_very_long_way_forgets_its_middle_and_not_home(desk: Desk) -> None:
    desk.goes(Home(), *(Reading("therapies/prp", step=step) for step in range(LONGEST_WAY + 50)))
    routes = desk.session.visit.routes
    assert len(routes) <= LONGEST_WAY
    assert routes[0] == Home()
    assert routes[-1] == Reading("therapies/prp", step=LONGEST_WAY + 49)


def test_a_question_is_put_on_the_list_once(desk: Desk) -> None:
    question = Picked("Is PRP right for my kind of pain?", ON_PRP)
    desk.session.take(Ask(question))
    desk.session.take(Ask(question))
    assert desk.session.visit.questions == (question,)


def test_a_question_is_taken_off_the_list(desk: Desk) -> None:
    for words in ("How much is it?", "Does it hurt?"):
        desk.session.take(Ask(Picked(words, ON_PRP)))
    desk.session.take(Drop(Picked("How much is it?", ON_PRP)))
    assert [picked.words for picked in desk.session.visit.questions] == ["Does it hurt?"]


def test_a_question_belongs_to_the_page_it_was_asked_on(desk: Desk) -> None:
    """The same words on two pages are two questions, and each is taken off alone."""
    of_prp, of_stem_cells = Picked("What will I pay?", ON_PRP), Picked("What will I pay?", ON_STEM_CELLS)
    desk.session.take(Ask(of_prp))
    desk.session.take(Ask(of_stem_cells))
    assert list(desk.session.visit.questions) == [of_prp, of_stem_cells]
    desk.session.take(Drop(of_prp))
    assert list(desk.session.visit.questions) == [of_stem_cells]


def test_a_full_list_takes_no_more(desk: Desk) -> None:
    for number in range(MAX_QUESTIONS + 3):
        desk.session.take(Ask(Picked(f"Question {number}?", ON_PRP)))
    assert len(desk.session.visit.questions) == MAX_QUESTIONS


def test_reading_in_another_way_keeps_the_place(desk: Desk) -> None:
    desk.goes(Home(), PRP)
    desk.session.take(Read(Reader(language="es", text_size=200)))
    assert desk.session.visit.route == PRP
    assert desk.session.visit.reader.language == "es"


def test_finish_wipes_everything(desk: Desk) -> None:
    desk.goes(Home(), PRP)
    desk.session.take(Ask(Picked("Does it hurt?", ON_PRP)))
    desk.session.take(Read(Reader(language="es", text_size=200, theme="yellow", large_buttons=True, reach=True)))
    fresh = Desk().session.visit
    desk.session.take(Leave())
    assert desk.session.visit == fresh


@pytest.mark.parametrize("wish", [Stay(), Go(Attract()), Leave(), Drop(Picked("What is not there?", ON_PRP))])
def test_a_wish_that_changes_nothing_is_not_told(desk: Desk, wish: Stay | Go | Leave | Drop) -> None:
    desk.session.take(wish)
    assert desk.turns == []


def test_each_change_is_told_with_its_direction(desk: Desk) -> None:
    desk.goes(Home(), PRP)
    desk.session.take(Ask(Picked("Does it hurt?", ON_PRP)))
    desk.session.take(Back())
    assert [turn.move for turn in desk.turns] == ["forward", "forward", "stay", "back"]
    assert all(before.after == after.before for before, after in zip(desk.turns, desk.turns[1:], strict=False))


@pytest.mark.parametrize("place", PLACES, ids=[kind.__name__ for kind in PLACES])
def test_whoever_comes_to_a_place_stands_at_its_beginning(place: type[Route]) -> None:
    """On its first part, with nothing chosen, nothing playing and nothing wrong."""
    beginnings = {field.name: field.default for field in fields(place) if field.default is not MISSING}
    words = {"tab": "spine", "group": "regenerative"}
    for name, default in beginnings.items():
        assert default == words.get(name, 0 if isinstance(default, int) else type(default)()), name
    assert "part" in beginnings or place is Attract


@pytest.mark.parametrize(
    ("wish", "move"),
    [
        (Go(Help()), "forward"),
        (Change(Reading("therapies/prp", step=1)), "stay"),
        (Drop(Picked("Does it hurt?", ON_PRP)), "stay"),
        (Ask(Picked("How much is it?", ON_PRP)), "stay"),
        (Read(Reader(language="es")), "stay"),
        (Back(), "back"),
        (GoHome(), "back"),
        (Leave(), "back"),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Wish) else value,
)
def test_screens_slide_onwards_backwards_or_not_at_all(desk: Desk, wish: Wish, move: str) -> None:
    desk.goes(Home(), PRP)
    desk.session.take(Ask(Picked("Does it hurt?", ON_PRP)))
    assert desk.session.foresee(wish).move == move
    desk.session.take(wish)
    assert desk.turns[-1].move == move


def test_after_the_time_is_over_the_screen_slides_back(desk: Desk) -> None:
    desk.goes(Home())
    desk.clock.passes(3600)
    desk.session.tick()
    assert desk.turns[-1].move == "back"


def test_the_first_screen_is_chosen_anew_as_well(desk: Desk) -> None:
    desk.goes(Home())
    desk.session.take(Change(Home(part=1)))
    assert desk.session.visit.routes == (Home(part=1),)


def test_what_lies_beneath_another_screen_is_not_chosen_anew(desk: Desk) -> None:
    before = desk.goes(Home(), Help(), PRP)
    desk.session.take(Change(Help(2)))
    assert desk.session.visit.routes == before


# --- how the visitor reads ----------------------------------------------------------------------------------------


def test_everybody_reads_in_the_plain_way_at_first() -> None:
    plain = Reader(language="en", text_size=100, theme="light", less_motion=False, large_buttons=False, reach=False)
    assert Reader(language="en") == plain
    assert ReadAloud() == ReadAloud(anew=True)
    assert (TEXT_SIZES, MAX_QUESTIONS, LONGEST_WAY) == ((100, 125, 150, 200), 12, 200)


@pytest.mark.parametrize(
    ("reader", "still", "needs_time"),
    [
        (Reader(language="en"), False, False),
        (Reader(language="en", text_size=125), False, False),
        (Reader(language="en", text_size=150), True, True),
        (Reader(language="en", less_motion=True), True, False),
        (Reader(language="en", reach=True), False, True),
    ],
)
def test_large_letters_hold_still_and_leave_time(reader: Reader, still: bool, needs_time: bool) -> None:
    assert (reader.still, reader.needs_time) == (still, needs_time)
