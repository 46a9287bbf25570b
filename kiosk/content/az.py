"""Every page and every word explained, by its first letter."""

from collections.abc import Iterable, Mapping

from kiosk.content.alphabet import Alphabet, capitalised
from kiosk.content.library import Pages
from kiosk.values import value_class


@value_class
class Entry:
    """A line of the list: it opens a page or explains a word."""

    label: str
    icon: str
    page: str = ""
    term: str = ""


def entries_of(pages: Pages) -> tuple[Entry, ...]:
    """All pages, the warning signs among them, and all words of the glossary."""
    home = pages.own.home
    icons = {"tip": home.tips.icon}
    return (
        Entry(pages.own.warning_signs.title, home.help.icon, page="help"),
        *(Entry(card.title, card.icon or icons.get(card.kind, ""), page=card.id) for card in pages.all_cards()),
        *(Entry(capitalised(term.term), "font", term=term.term) for term in pages.own.terms),
    )


def by_letter(entries: Iterable[Entry], alphabet: Alphabet) -> Mapping[str, tuple[Entry, ...]]:
    """The letters that there are, in order, each with its entries in order."""
    letters: dict[str, tuple[Entry, ...]] = {}
    for entry in sorted(entries, key=lambda entry: (alphabet.key(entry.label), entry.page)):
        letter = alphabet.letter(entry.label)
        letters[letter] = (*letters.get(letter, ()), entry)
    return letters
