"""Somebody puts questions on their list, goes on in another language, and reads their list in it."""

from dataclasses import replace

import pytest

from kiosk.content.library import Library, Pages
from kiosk.content.model.treatment import Treatment
from kiosk.pages.asked import askable, asked_about, retold
from kiosk.session.visit import Origin, Picked
from tests.journeys.test_untranslated import without

PRP = "therapies/prp"
ON_PRP = Origin(PRP, "Platelet-rich plasma (PRP)")
SOBRE_PRP = Origin(PRP, "Plasma rico en plaquetas (PRP)")


@pytest.fixture
def english_pages(library: Library) -> Pages:
    return library.pages("en")


@pytest.fixture
def spanish_pages(library: Library) -> Pages:
    return library.pages("es")


def test_every_question_of_every_page_has_a_counterpart(english_pages: Pages, spanish_pages: Pages) -> None:
    for card in english_pages.all_cards():
        theirs, ours = askable(english_pages, card.id), askable(spanish_pages, card.id)
        assert [bool(words) for words in theirs] == [bool(words) for words in ours], card.id
        page = spanish_pages.page(card.id)
        assert page is not None
        for words in filter(None, theirs):
            told = retold(Picked(words, Origin(card.id, card.title)), spanish_pages, [english_pages])
            assert told.words in ours
            assert told.origin == Origin(card.id, page.title)


@pytest.mark.parametrize(
    ("asked", "preguntado"),
    [
        (
            "What if I wait, or do exercise therapy first?",
            "¿Qué pasa si espero, o si hago primero terapia con ejercicio?",
        ),
        ("PRP: how many visits, and how long is each one?", "PRP: ¿cuántas visitas son, y cuánto dura cada una?"),
        ("What is the full cost, and what would I pay myself?", "¿Cuánto cuesta todo y cuánto pagaría yo?"),
    ],
    ids=["on the page", "of a box that a comparison opens", "of every treatment"],
)
def test_there_and_back(english_pages: Pages, spanish_pages: Pages, asked: str, preguntado: str) -> None:
    there = retold(Picked(asked, ON_PRP), spanish_pages, [english_pages])
    assert there == Picked(preguntado, SOBRE_PRP)
    assert retold(there, english_pages, [spanish_pages]) == Picked(asked, ON_PRP)
    assert retold(there, spanish_pages, [english_pages]) == there


def test_words_that_stand_nowhere_stay_as_they_were_picked(english_pages: Pages, spanish_pages: Pages) -> None:
    for picked in (Picked("Does it hurt?", ON_PRP), Picked("Does it hurt?", Origin("therapies/gone", "Old"))):
        assert retold(picked, spanish_pages, [english_pages]) == picked


def test_pages_that_are_not_alike_are_not_taken_for_each_other(library: Library, english_pages: Pages) -> None:
    """A translation that is behind asks less: nobody shall take along another question than they picked."""
    spanish = library.languages["es"]
    page = spanish.pages[PRP]
    assert isinstance(page, Treatment)
    behind = replace(without(spanish, ""), pages={**spanish.pages, PRP: replace(page, ask=page.ask[1:])})
    here = replace(library, languages={**library.languages, "es": behind}).pages("es")
    picked = Picked("What if I wait, or do exercise therapy first?", ON_PRP)
    assert retold(picked, here, [english_pages]) == picked


def test_from_right_to_left_a_treatment_keeps_the_order_of_its_name(library: Library) -> None:
    english = library.languages["en"]
    mirrored = replace(without(english, ""), language=replace(english.language, direction="right-to-left"))
    pages = replace(library, languages={"en": mirrored}).pages("en")
    treatment = pages.page(PRP)
    assert isinstance(treatment, Treatment)
    assert asked_about(pages, pages.own.questions.cost, treatment).startswith("\u2068PRP\u2069: ")
