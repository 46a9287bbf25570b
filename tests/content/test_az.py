"""Letters come from the words of a language: found and sorted as its people do."""

import pytest

from kiosk.content.alphabet import Alphabet
from kiosk.content.az import Entry, by_letter, entries_of
from kiosk.content.library import Library

SPANISH = Alphabet(("Ñ",))


@pytest.mark.parametrize(
    ("words", "letter"),
    [
        ("Árbol", "A"),
        ("¿Qué es?", "Q"),
        ("ñame", "Ñ"),
        ("n\u0303ame", "Ñ"),
        ("Nuez", "N"),
        ("“Disco”", "D"),
        ("3 movimientos", "3"),
        ("أشعة", "ا"),
        ("ظهر", "ظ"),
        ("…", ""),
    ],
)
def test_the_letter_under_which_one_looks(words: str, letter: str) -> None:
    assert SPANISH.letter(words) == letter


def test_in_another_language_the_mark_does_not_count() -> None:
    assert Alphabet().letter("ñame") == "N"


def test_words_are_sorted_as_in_a_dictionary() -> None:
    words = ["ñu", "nube", "Ñandú", "nácar", "Oso", "nadar", "óleo", "número"]
    assert sorted(words, key=SPANISH.key) == ["nácar", "nadar", "nube", "número", "Ñandú", "ñu", "óleo", "Oso"]


def test_letters_stand_in_order_and_empty_ones_are_left_out() -> None:
    entries = [Entry(words, "font", term=words) for words in ("ñu", "oso", "nube", "Árbol")]
    assert list(by_letter(entries, SPANISH)) == ["A", "N", "Ñ", "O"]


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_page_and_every_word_is_there_once(library: Library, language: str) -> None:
    pages = library.pages(language)
    letters = by_letter(entries_of(pages), Alphabet(pages.own.language.letters))
    entries = [entry for group in letters.values() for entry in group]
    assert {entry.page for entry in entries if entry.page} == {"help", *(card.id for card in pages.all_cards())}
    assert {entry.term for entry in entries if entry.term} == {term.term for term in pages.own.terms}
    assert len(entries) == len(set(entries)) == 1 + len(pages.all_cards()) + len(pages.own.terms)
    assert all(entry.icon for entry in entries)
