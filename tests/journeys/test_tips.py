"""Leafing through tips: by swiping and by buttons."""

import pytest
from PySide6.QtCore import QPoint

from kiosk.session import routes
from kiosk.ui.widgets.carousel import Carousel
from tests.conftest import Comes
from tests.visitor import PORTRAIT, Visitor


@pytest.fixture(params=["landscape", "portrait"])
def leafing(request: pytest.FixtureRequest, visitor: Visitor, comes: Comes) -> Visitor:
    """A visitor at the first tip."""
    there = visitor if request.param == "landscape" else comes(PORTRAIT)
    there.touch("Touch the screen to begin")
    there.touch("Tips for every day")
    return there


def position(visitor: Visitor) -> int:
    route = visitor.visit.route
    assert isinstance(route, routes.Tips)
    return route.position


def place(visitor: Visitor) -> tuple[int, int]:
    """The tip, and the part of it where its words need several."""
    route = visitor.visit.route
    assert isinstance(route, routes.Tips)
    return route.position, route.part


def onward(visitor: Visitor) -> str:
    """The button that goes on: to more of this tip or to the next one; none at the last."""
    return next((name for name in ("More", "Next tip") if visitor.offers(name)), "")


def test_a_swipe_turns_to_the_next_tip_and_back(leafing: Visitor) -> None:
    first = leafing.reads()
    leafing.swipes(-120)
    assert position(leafing) == 1
    assert leafing.reads() != first
    leafing.swipes(120)
    assert position(leafing) == 0
    assert leafing.reads() == first


def test_a_short_slow_swipe_snaps_back(leafing: Visitor) -> None:
    leafing.swipes(-25, seconds=3)
    assert position(leafing) == 0


def test_a_short_quick_swipe_turns(leafing: Visitor) -> None:
    leafing.swipes(-40, seconds=0.06)
    assert position(leafing) == 1


@pytest.mark.a11y("A11Y-42")
def test_the_first_tip_has_none_before_it(leafing: Visitor) -> None:
    leafing.swipes(150)
    assert position(leafing) == 0
    assert not leafing.offers("Previous")


@pytest.mark.a11y("A11Y-42")
def test_the_last_tip_has_none_after_it(leafing: Visitor) -> None:
    count = len(leafing.app.scene().pages.cards("tip"))
    leafing.stands_at(routes.Home(), routes.Tips(position=count - 1))
    leafing.swipes(-150)
    assert position(leafing) == count - 1
    for _ in range(20):
        if leafing.offers("Next tip"):
            leafing.touch("Next tip")
    assert position(leafing) == count - 1
    assert not leafing.offers("Next tip")


@pytest.mark.a11y("A11Y-12")
def test_every_tip_is_reached_by_touches_alone(leafing: Visitor) -> None:
    count = len(leafing.app.scene().pages.cards("tip"))
    seen = [position(leafing)]
    while on := onward(leafing):
        leafing.touch(on)
        seen.append(position(leafing))
    assert sorted(set(seen)) == list(range(count))
    assert leafing.sees(f"{count} of {count}")
    leafing.touch("Previous")
    assert position(leafing) in {count - 1, count - 2}


def test_leafing_lengthens_no_way_back(leafing: Visitor) -> None:
    for _ in range(5):
        leafing.touch(onward(leafing))
    leafing.touch("Back")
    assert leafing.place() == routes.Home()


def test_a_kind_of_tip(leafing: Visitor) -> None:
    if not leafing.offers("Sleep"):
        leafing.touch("Kind of tip")
    leafing.touch("Sleep")
    assert leafing.place() == routes.Tips("sleep")
    sleep = [card for card in leafing.app.scene().pages.cards("tip") if card.group == "sleep"]
    assert leafing.sees(sleep[0].title)
    assert leafing.sees(f"1 of {len(sleep)}")


@pytest.mark.a11y("A11Y-39")
def test_nothing_moves_unless_the_visitor_moves_it(leafing: Visitor) -> None:
    leafing.waits_for_the_screen()
    leafing.waits(60)
    leafing.waits_for_the_screen()
    assert position(leafing) == 0


@pytest.mark.a11y("A11Y-40")
def test_play_goes_on_and_pause_stops(leafing: Visitor) -> None:
    leafing.touch("Play")
    leafing.waits_for_the_screen()
    there = place(leafing)
    assert there > (0, 0)
    assert leafing.offers("Pause")
    leafing.touch("Pause")
    leafing.waits_for_the_screen()
    assert place(leafing) == there


def test_play_ends_at_the_last_tip(leafing: Visitor) -> None:
    count = len(leafing.app.scene().pages.cards("tip"))
    leafing.stands_at(routes.Home(), routes.Tips(position=count - 2, playing=True))
    for _ in range(12):
        leafing.waits_for_the_screen()
    assert position(leafing) == count - 1
    assert leafing.offers("Play")


def test_a_swipe_that_begins_on_a_button_of_the_card_presses_nothing(leafing: Visitor) -> None:
    leafing.finds("Ask about this")
    before = position(leafing)
    leafing.swipes_from("Ask about this", -120)
    assert leafing.visit.questions == ()
    assert position(leafing) == before + 1


def test_a_palm_does_not_swipe(leafing: Visitor) -> None:
    palm = leafing.centre(leafing.screen)
    leafing.presses(palm, finger=3)
    leafing.clock.passes(1.5)
    leafing.touch("Next tip")
    there = place(leafing)
    assert there > (0, 0)
    leafing.slides(palm, finger=3)
    leafing.lifts(palm, finger=3)
    assert place(leafing) == there


def holds_a_tip(visitor: Visitor) -> QPoint:
    """Begin to swipe and keep the finger on the glass; gives where it is."""
    start = visitor.centre(visitor.screen)
    visitor.clock.passes(1)
    visitor.presses(start)
    visitor.clock.passes(0.2)
    there = start - QPoint(visitor.mm(30), 0)
    visitor.slides(there)
    return there


def test_a_tip_that_a_finger_holds_does_not_play_on(leafing: Visitor) -> None:
    leafing.touch("Play")
    finger = holds_a_tip(leafing)
    leafing.waits_for_the_screen()
    assert position(leafing) == 0
    leafing.clock.passes(3)
    leafing.lifts(finger + QPoint(leafing.mm(25), 0))
    assert position(leafing) == 0
    for _ in range(4):
        leafing.waits_for_the_screen()
    assert position(leafing) > 0


@pytest.mark.a11y("A11Y-11")
def test_another_finger_leads_away_while_one_holds_a_tip(leafing: Visitor) -> None:
    finger = holds_a_tip(leafing)
    home = leafing.centre(leafing.button("Home"))
    leafing.presses(home, finger=1)
    leafing.lifts(home, finger=1)
    assert leafing.place() == routes.Home()
    leafing.slides(finger - QPoint(20, 0))
    leafing.lifts(finger - QPoint(40, 0))
    assert leafing.place() == routes.Home()


@pytest.mark.parametrize("ends", ["dialog", "cancelled"])
def test_a_tip_that_is_let_go_by_force_goes_back_to_its_place(leafing: Visitor, ends: str) -> None:
    finger = holds_a_tip(leafing)
    if ends == "dialog":
        finish = leafing.centre(leafing.button("Finish"))
        leafing.presses(finish, finger=1)
        leafing.lifts(finish, finger=1)
        assert leafing.place() == routes.Finish()
        leafing.lifts(finger)
        leafing.touch("No, go on")
    else:
        leafing.cancels_touches()
    carousel = leafing.window.findChild(Carousel)
    assert isinstance(carousel, Carousel)
    assert carousel.card.isVisible()
    assert position(leafing) == 0


def test_each_tip_tells_where_it_comes_from(leafing: Visitor) -> None:
    pages = leafing.app.scene().pages
    tips = [card.id for card in pages.cards("tip")]
    leafing.stands_at(routes.Home(), routes.Tips(position=tips.index("tips/walk")))
    leafing.touch("Sources")
    assert leafing.place() == routes.Provenance("tips/walk")
    assert leafing.sees("Where this comes from")
