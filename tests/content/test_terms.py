"""Words of the glossary in a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.content.model.pages import Term
from kiosk.content.terms import Found, TermFinder

DISC = Term(term="disc", also=("discs", "spinal disc"), meaning="A soft cushion.")
HERNIATED = Term(term="herniated disc", meaning="A disc with a center that has pushed out.")
PRP = Term(term="PRP", meaning="Platelet-rich plasma.")
FINDER = TermFinder(lambda: (DISC, HERNIATED, PRP))


def found(text: str, known: set[str] | None = None) -> list[tuple[str, str]]:
    return [(text[part.start : part.end], part.term) for part in FINDER.find(text, set() if known is None else known)]


def test_a_term_is_found_in_all_its_forms() -> None:
    assert found("Your discs wear.") == [("discs", "disc")]
    assert found("A spinal disc") == [("spinal disc", "disc")]
    assert found("DISC") == [("DISC", "disc")]


def test_the_longest_term_wins() -> None:
    assert found("A herniated disc hurts.") == [("herniated disc", "herniated disc")]


def test_a_part_of_a_word_is_not_the_word() -> None:
    assert found("The discussion of discord, a disco and PRPs") == []


def test_a_word_in_brackets_or_before_a_stop_is_the_word() -> None:
    assert found("Plasma (PRP). A disc, too.") == [("PRP", "PRP"), ("disc", "disc")]


def test_each_term_is_explained_once_a_screen() -> None:
    known: set[str] = set()
    assert found("A disc and a disc.", known) == [("disc", "disc")]
    assert found("And another disc, and PRP.", known) == [("PRP", "PRP")]
    assert known == {"disc", "PRP"}


@pytest.mark.parametrize("text", ["dİsc", "dısc", "diſc", "ﬁ DİSC"])
def test_letters_that_other_languages_fold_otherwise_raise_nothing(text: str) -> None:
    assert len(found(text)) <= 1


def test_without_terms_nothing_is_found() -> None:
    assert TermFinder(tuple).find("A disc", set()) == ()


@given(st.lists(st.text(max_size=8), max_size=6), st.text(max_size=60))
def test_no_term_and_no_text_raise(terms: list[str], text: str) -> None:
    made = tuple(Term(term=term, meaning="A meaning.") for term in terms)
    parts = TermFinder(lambda: made).find(text, set())
    assert all(0 <= part.start < part.end <= len(text) for part in parts)
    assert list(parts) == sorted(parts, key=lambda part: part.start)
    assert all(isinstance(part, Found) for part in parts)
