"""Somebody pastes from an article."""

from hypothesis import given
from hypothesis import strategies as st

from kiosk.content.review.borrowed import hashed, kept, packed, phrases, review_borrowed
from kiosk.content.review.english import ENGLISH
from kiosk.content.review.page_text import texts_of
from tests.content.review.library import Desk

ARTICLE = "Out of the many who go for a walk in the sun each day, few come back with more pain."


def test_eight_words_in_a_row_are_a_copy(clerk: Desk) -> None:
    clerk.replace("en/tips/walk.yaml", "A slow walk counts.", "Many who go for a walk in the sun smile.")
    known = frozenset(hashed(phrase) for phrase in phrases(ARTICLE))
    assert [str(told) for told in review_borrowed(texts_of(clerk.checked().files), ENGLISH, known)] == [
        (
            'en/tips/walk.yaml:4:1: warning: The words "many who go for a walk in the" stand in an article that '
            "this kiosk was written after. Say it in your own words."
        )
    ]


def test_what_every_page_must_say_is_no_copy(clerk: Desk) -> None:
    clerk.replace("en/tips/walk.yaml", "A slow walk counts.", "No exosome product is approved by the FDA.")
    known = frozenset(hashed(phrase) for phrase in phrases(ENGLISH.exosome_notice))
    assert known
    assert not list(review_borrowed(texts_of(clerk.checked().files), ENGLISH, known))


def test_the_kept_hashes_are_all_there() -> None:
    assert len(kept()) > 10_000
    assert next(hashed(phrase) for phrase in phrases(ENGLISH.exosome_notice)) in kept()


@given(st.lists(st.sampled_from(["walk", "the", "sun", "Back", "pain,", "é"]), max_size=20))
def test_every_eight_words_are_hashed_once(words: list[str]) -> None:
    text = " ".join(words)
    assert len(packed([text])) == 8 * len(set(phrases(text)))
