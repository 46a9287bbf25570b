"""Every screen in every text size and shape: sizes, gaps, letters, and nothing cut off.

One test asks one rule of all screens in one look, and tells each screen that breaks it.
"""

from itertools import zip_longest
from typing import Final

import pytest

from kiosk.content.markdown import plain
from kiosk.content.model.treatment import Treatment
from kiosk.session.routes import Reading
from tests.languages import LONGER, MIRRORED
from tests.ui.conftest import Gallery, Measured
from tests.ui.facts import Facts
from tests.ui.rules import (
    crowded,
    cut,
    lost,
    near_the_edge,
    none,
    outside,
    overlapping,
    small_letters,
    too_close,
    too_small,
)
from tests.ui.stops import (
    COMPARISON,
    IN_SPANISH,
    LOOKS,
    PAGE_BY_PAGE,
    PAGES,
    SAMPLE,
    Look,
    goes_through,
    has_more,
    next_part,
)

LOWERED: Final = tuple(Look("portrait", size, reach=True) for size in (100, 125, 150, 200))
OTHER_WORDS: Final = tuple(
    Look(shape, size, language=code)
    for code in (LONGER, MIRRORED)
    for size in (100, 200)
    for shape in ("landscape", "portrait")
)
WALLS: Final = ("landscape", "portrait")
AS_WRITTEN = pytest.mark.parametrize("look", [*LOOKS, *LOWERED, *IN_SPANISH], ids=str)
EVERYWHERE = pytest.mark.parametrize("look", [*LOOKS, *LOWERED, *IN_SPANISH, *OTHER_WORDS], ids=str)


def on_all_screens(measured: Measured, look: Look) -> tuple[Facts, ...]:
    """What was measured wherever one can come to in a look."""
    return measured(look, *SAMPLE, *(name for name in PAGES if look in PAGE_BY_PAGE and name not in SAMPLE))


# --- targets ------------------------------------------------------------------------------------------------------


@pytest.mark.a11y("A11Y-01")
@pytest.mark.a11y("A11Y-02")
@AS_WRITTEN
def test_targets_are_large_enough(measured: Measured, look: Look) -> None:
    none(fault for facts in measured(look) for fault in too_small(facts, 20, least_of_main=25))


LARGE: Final = (
    Look("landscape", 200),
    Look("portrait", 200),
    Look(large_buttons=True),
    Look("portrait", large_buttons=True),
)


@pytest.mark.a11y("A11Y-03")
@pytest.mark.parametrize("look", LARGE, ids=str)
def test_larger_buttons_come_with_the_largest_text_and_by_choice(measured: Measured, look: Look) -> None:
    none(fault for facts in measured(look) for fault in too_small(facts, 30))


@pytest.mark.a11y("A11Y-04")
@EVERYWHERE
def test_targets_keep_apart_and_finish_twice_as_far(measured: Measured, look: Look) -> None:
    none(fault for facts in on_all_screens(measured, look) for fault in too_close(facts))


@pytest.mark.a11y("A11Y-05")
@AS_WRITTEN
def test_targets_keep_clear_of_the_edge(measured: Measured, look: Look) -> None:
    none(fault for facts in measured(look) for fault in near_the_edge(facts))


@pytest.mark.a11y("A11Y-15")
@AS_WRITTEN
def test_there_are_few_choices_at_once(measured: Measured, look: Look) -> None:
    none(fault for facts in measured(look) for fault in crowded(facts))


# --- letters ------------------------------------------------------------------------------------------------------


@pytest.mark.a11y("A11Y-22")
@AS_WRITTEN
def test_no_letters_are_too_small(measured: Measured, look: Look) -> None:
    none(fault for facts in measured(look) for fault in small_letters(facts, 4.8 * look.text_size / 100))


@pytest.mark.a11y("A11Y-23")
@pytest.mark.parametrize("look", [Look(), Look("portrait")], ids=str)
def test_words_to_read_have_letters_for_reading(measured: Measured, look: Look) -> None:
    """Sentences of a page, at 100 %: all that is long enough to be read and not looked up."""
    pages = measured(look, "therapies/prp", "topics/disc-wear", "tips/walk", "help")
    none(fault for facts in pages for fault in small_letters(facts, 6.2, to_be_read=True))


# --- nothing is lost ----------------------------------------------------------------------------------------------


@pytest.mark.a11y("A11Y-24")
@pytest.mark.a11y("A11Y-25")
@pytest.mark.a11y("A11Y-29")
@EVERYWHERE
def test_no_words_are_cut(measured: Measured, look: Look) -> None:
    none(fault for facts in on_all_screens(measured, look) for fault in cut(facts))


@pytest.mark.a11y("A11Y-25")
@pytest.mark.a11y("A11Y-29")
@EVERYWHERE
def test_nothing_stands_outside_its_room(measured: Measured, look: Look) -> None:
    none(fault for facts in on_all_screens(measured, look) for fault in outside(facts))


@pytest.mark.a11y("A11Y-06")
@pytest.mark.a11y("A11Y-25")
@pytest.mark.a11y("A11Y-29")
@EVERYWHERE
def test_nothing_lies_over_anything_else(measured: Measured, look: Look) -> None:
    none(fault for facts in on_all_screens(measured, look) for fault in overlapping(facts))


@pytest.mark.a11y("A11Y-25")
@pytest.mark.parametrize("name", [name for name in SAMPLE if name != "dialog-still-there"])
def test_no_words_are_on_a_part_that_nobody_is_led_to(gallery: Gallery, name: str) -> None:
    """Beyond the last part that a screen offers there is nothing but that part again."""
    visitor = gallery(Look("portrait", 200))
    for _ in goes_through(visitor, name):
        beyond = next_part(visitor.visit.routes)
        if beyond is not None and not has_more(visitor):
            last = visitor.reads()
            visitor.stands_at(*beyond)
            assert visitor.reads() == last


@pytest.mark.a11y("A11Y-25")
@pytest.mark.parametrize("look", [look for look in LOOKS if look != Look()], ids=str)
def test_large_letters_say_the_same(measured: Measured, look: Look) -> None:
    """Every paragraph of a page at 100 % is there in every look, on one screen or cut over several."""
    for name in ("help", "therapies/prp", "topics/disc-wear", COMPARISON):
        pieces = _paragraphs(measured(look, name), longer_than=0)
        said = _paragraphs(measured(Look(), name), longer_than=4)
        none(f"{name}: {words}" for words in said if _missing(words, pieces))


def _paragraphs(all_facts: tuple[Facts, ...], longer_than: int) -> set[str]:
    words = {letters.words.strip() for facts in all_facts for letters in facts.letters}
    return {paragraph for paragraph in words if len(paragraph.split()) > longer_than}


def _missing(paragraph: str, pieces: set[str]) -> str:
    """What is left of a paragraph when all pieces that stand on the screens are taken out of it."""
    if any(paragraph in piece for piece in pieces):
        return ""
    for piece in sorted(pieces, key=len, reverse=True):
        paragraph = paragraph.replace(piece, "", 1)
    return paragraph.strip()


@pytest.mark.parametrize("name", [name for name in PAGES if name.startswith("therapies/")])
@pytest.mark.parametrize("look", [Look(shape, language=code) for code in ("en", "es") for shape in WALLS], ids=str)
def test_gains_and_harms_in_short_stand_on_one_sheet(gallery: Gallery, look: Look, name: str) -> None:
    """Whoever does not go on has seen both."""
    visitor = gallery(look)
    visitor.stands_at(Reading(name))
    page = visitor.app.scene().pages.page(name)
    assert isinstance(page, Treatment)
    assert not has_more(visitor)
    assert all(visitor.sees(plain(point)[:30]) for point in page.key_points)


# --- a tablet -----------------------------------------------------------------------------------------------------

ON_A_TABLET = pytest.mark.parametrize("look", [Look("tablet")], ids=str)


@ON_A_TABLET
def test_targets_on_a_tablet(measured: Measured, look: Look) -> None:
    none(fault for facts in measured(look) for fault in too_small(facts, 15))


@ON_A_TABLET
def test_nothing_is_lost_on_a_tablet(measured: Measured, look: Look) -> None:
    none(fault for facts in measured(look) for fault in lost(facts))


# --- the bar ------------------------------------------------------------------------------------------------------


@pytest.mark.a11y("A11Y-83")
@pytest.mark.parametrize("look", [*LOOKS, *IN_SPANISH], ids=str)
def test_the_bar_stands_the_same_everywhere(measured: Measured, look: Look) -> None:
    at_home = measured(look, "home")[0].bar
    bars = [(facts.where, list(zip_longest(facts.bar, at_home))) for facts in measured(look)]
    none(f"{where}: {here} instead of {there}" for where, bar in bars for here, there in bar if here != there)
