"""A visit from the first touch to the last."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint

from kiosk.content import markdown
from kiosk.content.library import LanguagePages, Library
from kiosk.pages.comparing import table_of
from kiosk.session import routes
from kiosk.session.routes import Attract, Home
from kiosk.session.visit import MAX_QUESTIONS, Ask, Picked, Visit
from tests import tree
from tests.asked import ON_PRP
from tests.ui.stops import PAGES, ways_of
from tests.visitor import Visitor


def fresh(visitor: Visitor) -> Visit:
    """What the next visitor must find."""
    return Visit(reader=visitor.app.scene().visit.reader.__class__(language="en"))


def test_from_the_loop_to_any_page_in_three_touches(visitor: Visitor) -> None:
    visitor.touch("Touch the screen to begin")
    visitor.touch("Treatments explained")
    visitor.touch("Platelet-rich plasma")
    assert visitor.heading.startswith("Platelet-rich plasma")


def test_a_slide_of_the_loop_opens_its_own_page(visitor: Visitor) -> None:
    visitor.touch("Back pain is common")
    assert visitor.place() == routes.Reading("topics/what-it-is")
    visitor.touch("Back")
    assert visitor.place() == Home()


def test_the_loop_goes_on_by_itself_and_comes_round(visitor: Visitor) -> None:
    first = visitor.outline()
    seen = {first}
    for _ in range(len(visitor.app.scene().pages.own.home.slides)):
        visitor.waits_for_the_screen()
        seen.add(visitor.outline())
    assert visitor.outline() == first
    assert len(seen) == len(visitor.app.scene().pages.own.home.slides)


@pytest.mark.parametrize("name", ["Back pain is common", "Touch the screen to begin"])
def test_a_finger_that_is_down_while_the_loop_goes_on_begins_the_visit(visitor: Visitor, name: str) -> None:
    place = visitor.centre(visitor.button(name))
    visitor.presses(place)
    visitor.waits_for_the_screen()
    visitor.lifts(place)
    assert visitor.place() == Home()


def test_a_touch_just_after_the_loop_has_gone_on_counts(visitor: Visitor) -> None:
    visitor.waits_for_the_screen()
    place = visitor.centre(visitor.button("Touch the screen to begin"))
    visitor.clock.passes(0.1)
    visitor.presses(place)
    visitor.clock.passes(0.1)
    visitor.lifts(place)
    assert visitor.place() == Home()


def test_prp_chapter_by_chapter_to_the_comparison(arrived: Visitor) -> None:
    arrived.touch("Treatments explained")
    arrived.touch("Platelet-rich plasma")
    titles, seen = _reads_on(arrived)
    assert isinstance(arrived.visit.route, routes.Compare)
    assert len(seen) == len(set(seen)), "a page came twice"
    words = arrived.app.scene().words.treatment
    for chapter in (words.what_it_is, words.risks, words.approval_and_cost, words.questions_people_ask):
        assert chapter in titles


@pytest.mark.parametrize("name", [name for name in PAGES if name.startswith("therapies/")])
def test_each_treatment_ends_in_a_comparison_that_holds_it(arrived: Visitor, name: str) -> None:
    *_, last = ways_of(name, arrived.app.scene().pages)
    arrived.stands_at(Home(), *last)
    arrived.touch("Compare")
    there = arrived.place()
    assert isinstance(there, routes.Compare)
    assert name in [column.id for column in table_of(arrived.app.scene().pages, there).columns]


@pytest.mark.parametrize("kind", ["comparison", "tip"])
def test_home_has_no_door_to_an_empty_room(arrived: Visitor, library: Library, kind: str) -> None:
    """A clinic may hide all pages of a kind."""
    english = library.languages["en"]
    kept = tuple(card for card in english.cards if card.kind != kind)
    pages = {card.id: english.pages[card.id] for card in kept}
    changed = LanguagePages(
        "en",
        english.language,
        english.words,
        english.home,
        english.spine,
        english.questions,
        english.warning_signs,
        kept,
        pages,
        english.glossaries,
    )
    arrived.touch("Understand back pain")
    arrived.app.take_library(replace(library, languages={"en": changed}))
    arrived.touch("Home")
    door = {"comparison": "Compare side by side", "tip": "Tips for every day"}
    assert [arrived.offers(name) for name in door.values()] == [kind != name for name in door]
    assert arrived.offers("Get help now. ")


def _reads_on(visitor: Visitor) -> tuple[set[str], list[routes.Route]]:
    """Touch the way on until the page ends; the chapters and places that were seen."""
    titles: set[str] = set()
    seen: list[routes.Route] = []
    while isinstance(visitor.visit.route, routes.Reading) and len(seen) < 100:
        seen.append(visitor.visit.route)
        titles |= {node.name for node in visitor.nodes() if node.state == "on"}
        visitor.taps(visitor.centre(visitor.way_on()))
    return titles, seen


def test_back_goes_all_the_way_back(arrived: Visitor) -> None:
    for name in ("Treatments explained", "Platelet-rich plasma", "Risks", "Sources"):
        arrived.touch(name)
    seen = []
    for _ in range(4):
        seen.append(arrived.visit.route)
        arrived.touch("Back")
    assert seen == [
        routes.Provenance("therapies/prp"),
        routes.Reading("therapies/prp", chapter=4),
        routes.Reading("therapies/prp"),
        routes.Treatments(),
    ]
    assert arrived.place() == Home()


def test_the_spine_tells_what_can_hurt_there(arrived: Visitor) -> None:
    arrived.touch("Understand back pain")
    arrived.touch("Discs")
    assert arrived.sees("Soft cushions between the bones")
    arrived.touch("Bulging disc")
    assert arrived.place() == routes.Reading("topics/disc-bulge")


# --- what matters to me -------------------------------------------------------------------------------------------


def test_what_matters_lifts_its_rows(arrived: Visitor) -> None:
    arrived.touch("Compare side by side")
    before = arrived.reads()
    arrived.touch("Cost")
    assert isinstance(arrived.visit.route, routes.Compare)
    assert arrived.visit.route.matters
    assert arrived.reads() != before
    arrived.touch("Cost")
    assert arrived.reads() == before


def test_a_box_opens_the_why_and_where_it_comes_from(arrived: Visitor) -> None:
    arrived.touch("Compare side by side")
    arrived.touch("PRP. ")
    assert isinstance(arrived.visit.dialog, routes.Box)
    arrived.touch("Ask about this")
    assert len(arrived.visit.questions) == 1
    arrived.touch("Close")
    assert isinstance(arrived.visit.route, routes.Compare)


def test_another_column(arrived: Visitor) -> None:
    arrived.touch("Compare side by side")
    arrived.touch("Compare others")
    before = arrived.visit.dialog
    arrived.finds("Stem cells")
    arrived.touch("Stem cells")
    assert isinstance(arrived.visit.dialog, routes.Columns)
    assert arrived.visit.dialog != before
    arrived.finds("Show them")
    arrived.touch("Show them")
    assert isinstance(arrived.visit.route, routes.Compare)
    assert "therapies/stem-cells" in arrived.visit.route.columns


# --- questions ----------------------------------------------------------------------------------------------------


def test_a_question_goes_on_the_list_and_off_again(arrived: Visitor) -> None:
    arrived.touch("Treatments explained")
    arrived.touch("Platelet-rich plasma")
    arrived.touch("Questions people ask")
    arrived.finds("Ask about this")
    arrived.touch("Ask about this")
    assert arrived.offers("On your list")
    (picked,) = arrived.visit.questions
    arrived.touch("My questions")
    assert arrived.sees(picked.words)
    assert arrived.sees("From “Platelet-rich plasma (PRP)”")
    arrived.touch(f"Remove: {picked.words} From “Platelet-rich plasma (PRP)”")
    assert arrived.visit.questions == ()
    assert arrived.sees("Your list is empty.")


def test_a_question_offered_on_the_list_is_added(arrived: Visitor) -> None:
    arrived.touch("My questions")
    arrived.touch("Add: ")
    assert len(arrived.visit.questions) == 1
    assert arrived.offers(f"Remove: {arrived.visit.questions[0].words}")


def test_a_question_is_taken_back_where_it_was_asked(arrived: Visitor) -> None:
    arrived.touch("Treatments explained")
    arrived.touch("Platelet-rich plasma")
    arrived.touch("Questions people ask")
    arrived.finds("Ask about this")
    arrived.touch("Ask about this")
    arrived.touch("On your list")
    assert arrived.visit.questions == ()


COST = "What is the full cost, and what would I pay myself?"
WAYS_TO_ASK = (f"Ask about this: {COST}", f"On your list: {COST}", "Your list is full.")


def comes_to_the_cost(visitor: Visitor, treatment: str) -> None:
    """Go from the five doors to what a treatment costs, and on to the button below."""
    visitor.touch("Home")
    visitor.touch("Treatments explained")
    visitor.touch(treatment)
    visitor.touch("Approval and cost")
    while "What it may cost you" not in [node.name for node in visitor.nodes() if node.role is tree.Role.Heading]:
        visitor.taps(visitor.centre(visitor.way_on()))
    while not any(visitor.offers(name) for name in WAYS_TO_ASK):
        visitor.taps(visitor.centre(visitor.way_on()))


def test_what_each_of_two_treatments_costs_is_asked_and_one_taken_back(arrived: Visitor) -> None:
    """The question has the same words on both pages; each page, and the list, knows its own."""
    for treatment in ("Platelet-rich plasma", "Stem cells"):
        comes_to_the_cost(arrived, treatment)
        arrived.touch(f"Ask about this: {COST}")
        assert arrived.offers(f"On your list: {COST}")
    first, second = arrived.visit.questions
    assert first.words == second.words == COST
    assert [first.origin.page, second.origin.page] == ["therapies/prp", "therapies/stem-cells"]
    arrived.touch("My questions")
    assert arrived.sees("From “Stem cells and bone marrow concentrate”")
    arrived.touch(f"Remove: {first.words} From “Platelet-rich plasma (PRP)”")
    assert list(arrived.visit.questions) == [second]
    arrived.touch("Back")
    arrived.touch(f"On your list: {COST}")
    assert arrived.visit.questions == ()


def test_a_full_list_still_gives_back_what_was_asked_here(arrived: Visitor) -> None:
    """On another page the same question finds no room, and the button leads to the list."""
    for number in range(MAX_QUESTIONS - 1):
        arrived.app.session.take(Ask(Picked(f"Question {number}?", ON_PRP)))
    comes_to_the_cost(arrived, "Platelet-rich plasma")
    arrived.touch(f"Ask about this: {COST}")
    comes_to_the_cost(arrived, "Stem cells")
    arrived.touch("Your list is full.")
    assert arrived.place() == routes.Questions()
    comes_to_the_cost(arrived, "Platelet-rich plasma")
    arrived.touch(f"On your list: {COST}")
    assert len(arrived.visit.questions) == MAX_QUESTIONS - 1


def test_what_is_on_the_list_is_not_offered_again_from_another_page(arrived: Visitor) -> None:
    read = [routes.Reading(page) for page in ("therapies/prp", "therapies/stem-cells")]
    arrived.stands_at(Home(), *read, routes.Questions())
    assert arrived.sees("From “Stem cells and bone marrow concentrate”")
    arrived.touch("Add: What do you think causes my pain?")
    assert [picked.origin.page for picked in arrived.visit.questions] == ["therapies/stem-cells"]
    assert arrived.offers("Add: ")
    assert not arrived.offers("Add: What do you think causes my pain?")


# --- words that explain themselves --------------------------------------------------------------------------------


def test_a_dotted_word_is_explained_in_place_and_closed(arrived: Visitor) -> None:
    arrived.touch("Treatments explained")
    arrived.touch("Platelet-rich plasma")
    place = arrived.visit.route
    arrived.touch("PRP is made from your own blood")
    assert isinstance(arrived.visit.dialog, routes.Explain)
    assert arrived.heading == "PRP"
    arrived.touch("Close")
    assert arrived.place() == place


# --- help ---------------------------------------------------------------------------------------------------------


@pytest.mark.a11y("A11Y-84")
@pytest.mark.parametrize(
    "way",
    [
        (),
        ("Touch the screen to begin",),
        ("Touch the screen to begin", "Treatments explained", "Exosomes", "Risks"),
        ("Touch the screen to begin", "Tips for every day"),
        ("Touch the screen to begin", "Compare side by side"),
        ("Touch the screen to begin", "Easier to use"),
        ("Touch the screen to begin", "Finish"),
    ],
    ids=["loop", "home", "a chapter", "tips", "compare", "easier", "finish"],
)
def test_the_warning_signs_are_one_touch_away(visitor: Visitor, way: tuple[str, ...]) -> None:
    for name in way:
        visitor.touch(name)
    visitor.touch("Get help now")
    assert visitor.place() == routes.Help()
    assert visitor.heading == "When to get help"
    assert visitor.sees("call 911")


def test_all_four_levels_of_warning_signs(arrived: Visitor) -> None:
    arrived.touch("Get help now")
    levels = arrived.app.scene().pages.own.warning_signs
    for level in (levels.same_day, levels.within_days, levels.routine, levels.emergency):
        arrived.touch(level.name)
        assert arrived.sees(markdown.plain(level.signs[-1]))
    arrived.touch("Today")
    assert arrived.sees("555 0100")


# --- how it reads -------------------------------------------------------------------------------------------------


@pytest.mark.a11y("A11Y-24")
def test_larger_words_at_once_and_on_every_screen(arrived: Visitor) -> None:
    arrived.touch("Easier to use")
    arrived.touch("150 %")
    assert arrived.visit.reader.text_size == 150
    assert isinstance(arrived.visit.dialog, routes.Easier)
    arrived.finds("Close")
    arrived.touch("Close")
    arrived.touch("Treatments explained")
    assert arrived.app.scene().theme.measure.text_size == 150


@pytest.mark.a11y("A11Y-36")
def test_other_colours_keep_the_place(arrived: Visitor) -> None:
    arrived.touch("Treatments explained")
    arrived.touch("Easier to use")
    arrived.touch("Yellow on black")
    assert arrived.visit.reader.theme == "yellow"
    assert arrived.visit.screen == routes.Treatments()


def test_another_language_keeps_the_place_and_comes_back(arrived: Visitor) -> None:
    names = arrived.app.scene().languages
    if len(names) < 2:
        pytest.skip("the library has one language")
    other = names[1][1]
    arrived.touch("Treatments explained")
    english = arrived.heading
    arrived.touch(other)
    assert arrived.visit.reader.language == names[1][0]
    assert arrived.visit.screen == routes.Treatments()
    assert arrived.heading != english
    arrived.touch("English")
    assert arrived.heading == english


# --- the end ------------------------------------------------------------------------------------------------------


@pytest.fixture
def busy(arrived: Visitor) -> Visitor:
    """A visitor who has read, asked and changed how it reads."""
    arrived.touch("Treatments explained")
    arrived.touch("Platelet-rich plasma")
    arrived.touch("My questions")
    arrived.touch("Add: ")
    arrived.touch("Easier to use")
    arrived.touch("Dark")
    arrived.touch("Less motion")
    arrived.touch("125 %")
    arrived.touch("Close")
    return arrived


@pytest.mark.a11y("A11Y-73")
def test_finish_names_what_is_wiped_and_wipes_it(busy: Visitor) -> None:
    busy.touch("Finish")
    assert busy.sees("We will wipe your questions")
    busy.touch("Yes, finish")
    assert busy.visit == fresh(busy)
    assert busy.heading.startswith("Welcome")


@pytest.mark.a11y("A11Y-73")
def test_finish_can_be_taken_back(busy: Visitor) -> None:
    before = busy.visit
    busy.touch("Finish")
    busy.touch("No, go on")
    assert busy.visit == before


@pytest.mark.a11y("A11Y-71")
def test_time_out_warns_with_the_seconds_left_and_wipes(busy: Visitor) -> None:
    for _ in range(700):
        busy.waits(1)
        if busy.visit.seconds_left == 20:
            break
    assert busy.heading == "Are you still there?"
    assert busy.sees("20 seconds")
    busy.waits(25)
    assert busy.visit == fresh(busy)
    assert busy.heading.startswith("Welcome")


@pytest.mark.a11y("A11Y-74")
def test_the_next_visitor_finds_nothing_of_the_last(visitor: Visitor) -> None:
    untouched = (visitor.outline(), visitor.window.grab().toImage())
    visitor.touch("Touch the screen to begin")
    visitor.touch("My questions")
    visitor.touch("Add: ")
    visitor.touch("Easier to use")
    visitor.touch("Yellow on black")
    visitor.touch("Finish")
    visitor.touch("Yes, finish")
    assert (visitor.outline(), visitor.window.grab().toImage()) == untouched
    visitor.touch("Touch the screen to begin")
    visitor.touch("My questions")
    assert visitor.sees("Your list is empty.")


@pytest.mark.a11y("A11Y-11")
def test_a_whole_visit_with_a_palm_on_the_glass(visitor: Visitor) -> None:
    visitor.presses(QPoint(4, 4), finger=7)
    visitor.clock.passes(2)
    for name in ("Touch the screen to begin", "Treatments explained", "Platelet-rich plasma", "Get help now", "Finish"):
        visitor.touch(name)
    visitor.touch("Yes, finish")
    assert isinstance(visitor.visit.route, Attract)
