"""Letters come from the words of a language: found and sorted as its people do."""

from pathlib import Path

import pytest

from kiosk.content.alphabet import Alphabet
from kiosk.content.az import Entry, by_letter, entries_of
from kiosk.content.check import check
from kiosk.content.folders import Folders
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


def test_each_line_says_what_it_opens_and_shows_its_icon(base: Path) -> None:
    library = check(Folders((base,))).library
    assert library is not None
    assert entries_of(library.pages("en")) == (
        Entry("When to get help", "phone", page="help"),
        Entry("A treatment with a needle", "syringe", page="therapies/needle"),
        Entry("Scans", "bone", page="topics/scans"),
        Entry("Side by side", "scale-balanced", page="comparisons/both"),
        Entry("Take a short walk", "person-walking", page="tips/walk"),
        Entry("Usual care", "syringe", page="therapies/usual"),
        Entry("Disc", "font", term="disc"),
    )


def test_a_word_stands_before_a_page_of_its_name() -> None:
    word, page, other = Entry("Disc", "font", term="disc"), Entry("Disc", "bone", "a"), Entry("disc", "bone", "b")
    assert by_letter([other, page, word], SPANISH) == {"D": (word, page, other)}


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_page_and_every_word_is_there_once(library: Library, language: str) -> None:
    pages = library.pages(language)
    letters = by_letter(entries_of(pages), Alphabet(pages.own.language.letters))
    entries = [entry for group in letters.values() for entry in group]
    assert {entry.page for entry in entries if entry.page} == {"help", *(card.id for card in pages.all_cards())}
    assert {entry.term for entry in entries if entry.term} == {term.term for term in pages.own.terms}
    assert len(entries) == len(set(entries)) == 1 + len(pages.all_cards()) + len(pages.own.terms)
    assert all(entry.icon for entry in entries)
