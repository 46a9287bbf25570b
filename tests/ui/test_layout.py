"""Every screen in every text size and shape: sizes, gaps, letters, and nothing cut off."""

from collections.abc import Iterable, Iterator
from itertools import combinations

import pytest
from PySide6.QtCore import QRect

from tests.languages import LONGER, MIRRORED
from tests.ui.conftest import Measured
from tests.ui.facts import Facts, Target, gap
from tests.ui.stops import LOOKS, PAGES, SAMPLE, Look

MOST_TOLD = 6
SHAVED = 1.0
"""A pixel that rounding may take."""
LOWERED = tuple(Look("portrait", size, reach=True) for size in (100, 125, 150, 200))
OTHER_WORDS = tuple(
    Look(shape, size, language=code)
    for code, sizes in ((LONGER, (100, 200)), (MIRRORED, (100, 200)))
    for size in sizes
    for shape in ("landscape", "portrait")
)
KINDS = [(look, name) for look in (*LOOKS, *LOWERED) for name in SAMPLE]
IN_OTHER_WORDS = [(look, name) for look in OTHER_WORDS for name in SAMPLE]
PAGE_BY_PAGE = [(look, name) for look in (Look(), Look("portrait", 200)) for name in PAGES if name not in SAMPLE]
EVERY_KIND = pytest.mark.parametrize(("look", "name"), KINDS, ids=[f"{look}-{name}" for look, name in KINDS])
ALL = [*KINDS, *PAGE_BY_PAGE, *IN_OTHER_WORDS]
EVERY_SCREEN = pytest.mark.parametrize(("look", "name"), ALL, ids=[f"{look}-{name}" for look, name in ALL])


def none(faults: Iterable[str]) -> None:
    """There are no faults; else the first few are shown, one on a line."""
    found = sorted(faults)
    more = [f"and {len(found) - MOST_TOLD} more"] if len(found) > MOST_TOLD else []
    assert not found, "\n".join(["", *found[:MOST_TOLD], *more])


def told(facts: Facts, thing: str, millimetres: float) -> str:
    return f"{facts.where}: {thing}: {millimetres:.1f} mm"


# --- targets ------------------------------------------------------------------------------------------------------


@pytest.mark.a11y("A11Y-01")
@pytest.mark.a11y("A11Y-02")
@EVERY_KIND
def test_targets_are_large_enough(measured: Measured, look: Look, name: str) -> None:
    small = [fault for facts in measured(look, name) for fault in _too_small(facts)]
    none(small)


def _too_small(facts: Facts) -> Iterator[str]:
    for target in facts.targets:
        side = min(target.rect.width(), target.rect.height())
        if side + SHAVED < (25 if target.is_main else 20) * facts.px_per_mm:
            yield told(facts, target.name, side / facts.px_per_mm)


LARGE = [Look("landscape", 200), Look("portrait", 200), Look(large_buttons=True), Look("portrait", large_buttons=True)]


@pytest.mark.a11y("A11Y-03")
@pytest.mark.parametrize("name", SAMPLE)
@pytest.mark.parametrize("look", LARGE, ids=str)
def test_larger_buttons_come_with_the_largest_text_and_by_choice(measured: Measured, look: Look, name: str) -> None:
    none(
        told(facts, target.name, min(target.rect.width(), target.rect.height()) / facts.px_per_mm)
        for facts in measured(look, name)
        for target in facts.targets
        if min(target.rect.width(), target.rect.height()) + SHAVED < 30 * facts.px_per_mm
    )


@pytest.mark.a11y("A11Y-04")
@EVERY_SCREEN
def test_targets_keep_apart_and_finish_twice_as_far(measured: Measured, look: Look, name: str) -> None:
    close = [fault for facts in measured(look, name) for fault in _too_close(facts)]
    none(close)


def _too_close(facts: Facts) -> Iterator[str]:
    for one, other in combinations(facts.targets, 2):
        room, least = gap(one.rect, other.rect), 10 if one.ends_visit or other.ends_visit else 5
        if room + SHAVED < least * facts.px_per_mm:
            yield told(facts, f"{one.name[:40]} / {other.name[:40]}", room / facts.px_per_mm)


@pytest.mark.a11y("A11Y-05")
@EVERY_KIND
def test_targets_keep_clear_of_the_edge(measured: Measured, look: Look, name: str) -> None:
    near = [
        told(facts, target.name, _from_edge(target, facts.window) / facts.px_per_mm)
        for facts in measured(look, name)
        for target in facts.targets
        if 0 != _from_edge(target, facts.window) < 8 * facts.px_per_mm - SHAVED
    ]
    none(near)


def _from_edge(target: Target, window: QRect) -> int:
    rect = target.rect
    sides = (rect.left(), rect.top(), window.right() - rect.right(), window.bottom() - rect.bottom())
    return min(sides)


@pytest.mark.a11y("A11Y-15")
@EVERY_KIND
def test_there_are_few_choices_at_once(measured: Measured, look: Look, name: str) -> None:
    for facts in measured(look, name):
        assert len([target for target in facts.targets if target.kind == "DoorButton"]) <= 6, facts.where


# --- letters ------------------------------------------------------------------------------------------------------


@pytest.mark.a11y("A11Y-22")
@EVERY_KIND
def test_no_letters_are_too_small(measured: Measured, look: Look, name: str) -> None:
    small = {
        told(facts, letters.words[:40], letters.capital / facts.px_per_mm)
        for facts in measured(look, name)
        for letters in facts.letters
        if letters.capital + 0.5 < 4.8 * facts.px_per_mm * look.text_size / 100
    }
    none(small)


@pytest.mark.a11y("A11Y-23")
@pytest.mark.parametrize("shape", ["landscape", "portrait"])
@pytest.mark.parametrize("name", ["therapies/prp", "topics/disc-wear", "tips/walk", "help"])
def test_words_to_read_have_letters_for_reading(measured: Measured, shape: str, name: str) -> None:
    """Sentences of a page, at 100 %: all that is long enough to be read and not looked up."""
    small = {
        told(facts, letters.words[:40], letters.capital / facts.px_per_mm)
        for facts in measured(Look(shape), name)
        for letters in facts.letters
        if letters.is_body and len(letters.words.split()) > 12 and letters.capital + 0.5 < 6.2 * facts.px_per_mm
    }
    none(words for words in small if "general information" not in words)


# --- nothing is lost ----------------------------------------------------------------------------------------------


@pytest.mark.a11y("A11Y-24")
@pytest.mark.a11y("A11Y-25")
@pytest.mark.a11y("A11Y-29")
@EVERY_SCREEN
def test_no_words_are_cut(measured: Measured, look: Look, name: str) -> None:
    cut = [f"{facts.where}: {words}" for facts in measured(look, name) for words in facts.clipped]
    none(cut)


@pytest.mark.a11y("A11Y-25")
@pytest.mark.a11y("A11Y-29")
@EVERY_SCREEN
def test_nothing_stands_outside_its_room(measured: Measured, look: Look, name: str) -> None:
    none(fault for facts in measured(look, name) for fault in _outside(facts))


def _outside(facts: Facts) -> Iterator[str]:
    for shown in facts.shown:
        if _beyond(shown.rect, facts.room) > SHAVED:
            yield f"{facts.where}: {shown.name}: {_beyond(shown.rect, facts.room)} px beyond"


def _beyond(rect: QRect, room: QRect) -> int:
    return max(
        room.left() - rect.left(), room.top() - rect.top(), rect.right() - room.right(), rect.bottom() - room.bottom()
    )


@pytest.mark.a11y("A11Y-06")
@pytest.mark.a11y("A11Y-25")
@pytest.mark.a11y("A11Y-29")
@EVERY_SCREEN
def test_nothing_lies_over_anything_else(measured: Measured, look: Look, name: str) -> None:
    over = [fault for facts in measured(look, name) for fault in _overlapping(facts)]
    none(over)


def _overlapping(facts: Facts) -> Iterator[str]:
    for one, other in combinations(facts.shown, 2):
        common = one.rect.intersected(other.rect)
        if min(common.width(), common.height()) > 2 * SHAVED:
            yield f"{facts.where}: {one.name} / {other.name}: {common.width()} × {common.height()} px"


@pytest.mark.a11y("A11Y-25")
@pytest.mark.parametrize("name", ["help", "therapies/prp", "topics/disc-wear", "comparisons/prp-prolotherapy-exosomes"])
@pytest.mark.parametrize("look", [look for look in LOOKS if look != Look()], ids=str)
def test_large_letters_say_the_same(measured: Measured, look: Look, name: str) -> None:
    """Every paragraph of a page at 100 % is there in every look, on one screen or cut over several."""
    pieces = _paragraphs(measured(look, name), longer_than=0)
    none(words for words in _paragraphs(measured(Look(), name), longer_than=4) if _missing(words, pieces))


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


# --- a tablet -----------------------------------------------------------------------------------------------------

ON_A_TABLET = pytest.mark.parametrize("look", [Look("tablet")], ids=str)


@pytest.mark.parametrize("name", SAMPLE)
@ON_A_TABLET
def test_targets_on_a_tablet(measured: Measured, look: Look, name: str) -> None:
    none(
        told(facts, target.name, min(target.rect.width(), target.rect.height()) / facts.px_per_mm)
        for facts in measured(look, name)
        for target in facts.targets
        if min(target.rect.width(), target.rect.height()) + SHAVED < 15 * facts.px_per_mm
    )


@pytest.mark.parametrize("name", SAMPLE)
@ON_A_TABLET
def test_nothing_is_lost_on_a_tablet(measured: Measured, look: Look, name: str) -> None:
    none(f"{facts.where}: cut: {words}" for facts in measured(look, name) for words in facts.clipped)
    none(fault for facts in measured(look, name) for fault in (*_overlapping(facts), *_outside(facts)))


# --- the bar ------------------------------------------------------------------------------------------------------


@pytest.mark.a11y("A11Y-83")
@pytest.mark.parametrize("name", SAMPLE)
@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_the_bar_stands_the_same_everywhere(measured: Measured, look: Look, name: str) -> None:
    home = measured(look, "home")[0].bar
    for facts in measured(look, name):
        assert facts.bar == home, facts.where
