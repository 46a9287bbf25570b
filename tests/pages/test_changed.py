"""Somebody changes a sentence in the middle of a long page, and wants to see it there."""

import pytest

from kiosk.content.library import Library
from kiosk.pages.changed import place_of
from kiosk.session.routes import Compare, Help, Home, Reading, Route, Tips, Understand

PRP = "therapies/prp"


@pytest.mark.parametrize(
    ("page", "new", "place"),
    [
        (PRP, "A machine spins the tube for about 15 minutes.", Reading(PRP, 1, 1)),
        (PRP, "The blood is spun", Reading(PRP, 1, 1)),
        (PRP, "Plasma is the liquid part of blood.", Reading(PRP, 0, 1)),
        (PRP, "A ligament, a band that ties bones together.", Reading(PRP, 0, 3)),
        (PRP, "We do not know if any gain lasts beyond one year.", Reading(PRP, 5, 0)),
        (PRP, "nobody has ever written this", Reading(PRP)),
        (PRP, "Plasm", Reading(PRP)),
        ("tips/walk", "A slow walk counts.", Tips()),
        ("home", "anything", Home()),
        ("spine", "anything", Understand("spine")),
        ("warning-signs", "anything", Help()),
        ("words", "anything", None),
        ("comparisons/injection-exercise-or-wait", "anything", Compare("comparisons/injection-exercise-or-wait")),
        ("therapies/leeches", "anything", None),
    ],
)
def test_the_first_step_that_holds_the_sentence(english: Library, page: str, new: str, place: Route | None) -> None:
    assert place_of(english.pages("en"), page, (new,)) == place


def test_the_level_of_a_warning_sign_and_the_part_of_the_spine(english: Library) -> None:
    pages = english.pages("en")
    assert place_of(pages, "warning-signs", (pages.own.warning_signs.within_days.title,)) == Help(2)
    part = pages.own.spine.places[3]
    assert place_of(pages, "spine", (part.short,)) == Understand("spine", part.id)


def test_of_several_sentences_the_one_that_stands_first_in_the_page(english: Library) -> None:
    new = ("A flare is common.", "You wait and rest.")
    assert place_of(english.pages("en"), PRP, new) == Reading(PRP, 1, 1)


def test_a_page_with_nothing_new_begins_at_its_beginning(english: Library) -> None:
    assert place_of(english.pages("en"), PRP, ()) == Reading(PRP)
