"""Syllables are counted as people say the words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.content.review.syllables_english import syllables as english
from kiosk.content.review.syllables_spanish import syllables as spanish


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("pain", 1), ("Walking", 2), ("every", 2), ("prolotherapy", 5), ("exosomes", 3), ("scoliosis", 4),
        ("sciatica", 4), ("sacroiliac", 5), ("low-impact", 3), ("clinician's", 3), ("don’t", 1), ("isn’t", 2),
        ("PRP", 3), ("MRIs", 3), ("48", 1), ("1,700", 1), ("X-ray", 2),
    ],
)  # a list to look over, not a column  # fmt: skip
def test_english(word: str, count: int) -> None:
    assert english(word) == count


@pytest.mark.parametrize(
    ("word", "count"), [("zorble", 2), ("zorbed", 1), ("zorted", 2), ("zorbes", 1), ("zorches", 2)]
)
def test_words_that_no_dictionary_knows_are_counted_by_their_vowels(word: str, count: int) -> None:
    assert english(word) == count


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("dolor", 2), ("espalda", 3), ("bien", 1), ("cuidado", 3), ("ciudad", 2), ("día", 2), ("país", 2), ("caer", 2),
        ("aéreo", 4), ("ahora", 3), ("ahí", 2), ("prohíbe", 3), ("vehículo", 4), ("rehusar", 2), ("búho", 2),
        ("que", 1), ("guitarra", 3), ("pingüino", 3), ("vergüenza", 3), ("averiguáis", 4), ("limpiáis", 2), ("buey", 1),
        ("muy", 1), ("y", 1), ("ayer", 2), ("rey", 1), ("reyes", 2), ("Uruguay", 3), ("construí", 2), ("huía", 2),
        ("leíais", 3), ("oía", 3), ("inyección", 3), ("células", 3), ("médula", 3), ("ósea", 3), ("exosomas", 4),
        ("proloterapia", 5), ("plaquetas", 3), ("columna", 3), ("médico-paciente", 6), ("FDA", 4), ("PRP", 4),
        ("48", 1), ("XZ", 4), ("WY", 4), ("ÑU", 3),
    ],
)  # a list to look over, not a column  # fmt: skip
def test_spanish(word: str, count: int) -> None:
    assert spanish(word) == count


LETTERS = st.text(alphabet="abcdefghijklmnñopqrstuvwxyzáéíóúü", min_size=1, max_size=20)


@given(LETTERS)
def test_every_word_has_a_syllable_and_none_has_more_than_its_letters_have(word: str) -> None:
    assert 1 <= spanish(word) <= len(word)
    assert 1 <= english(word) <= 3 * len(word)  # w


@given(st.lists(st.sampled_from(["ca", "sol", "tren", "pie", "lú", "rió", "ma", "bue", "pla"]), min_size=1, max_size=8))
def test_spanish_syllables_that_begin_with_a_consonant_add_up(parts: list[str]) -> None:
    assert spanish("".join(parts)) == len(parts)


@given(LETTERS, LETTERS)
def test_the_parts_of_a_hyphenated_word_add_up(first: str, second: str) -> None:
    assert spanish(f"{first}-{second}") >= max(spanish(first), spanish(second))
