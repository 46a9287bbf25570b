"""The tab Show to a patient: every page, on shelves with the headings that patients know."""

from kiosk.content.library import CardKind, Pages
from kiosk.staff.acts import Open, ShowPage, ShowShelf
from kiosk.staff.page import Choice, Page, Row
from kiosk.staff.this_kiosk import Shelf, ThisKiosk


def shelves_of(pages: Pages) -> tuple[Shelf, ...]:
    """The shelves that hold pages, treatments first."""
    words, doors = pages.own.words, pages.own.home
    treatments, topics = doors.treatments.title, doors.understand.title
    shelves = (
        _shelf(pages, treatments, words.treatment.regenerative, "treatment", "regenerative"),
        _shelf(pages, treatments, words.treatment.usual_care, "treatment", "usual-care"),
        _shelf(pages, "", doors.compare.title, "comparison"),
        _shelf(pages, topics, words.understand.basics, "topic", "basics"),
        _shelf(pages, topics, words.understand.causes, "topic", "causes"),
        _shelf(pages, topics, words.understand.care, "topic", "care", "about"),
        _shelf(pages, "", doors.tips.title, "tip"),
    )
    return tuple(shelf for shelf in shelves if shelf.pages)


def _shelf(pages: Pages, above: str, heading: str, kind: CardKind, *groups: str) -> Shelf:
    """The pages of some groups of a kind, or of all, in the order in which patients see them."""
    cards = (card for card in pages.cards(kind) if not groups or card.group in groups)
    return Shelf(above, heading, tuple((card.id, card.title) for card in cards))


def show(kiosk: ThisKiosk) -> Page:
    """The shelves."""
    words = kiosk.words
    rows = tuple(
        Row(shelf.heading, place=shelf.above, choice=Choice(words("show_shelf"), ShowShelf(number), "arrow-right"))
        for number, shelf in enumerate(kiosk.shelves)
    )
    return Page(words("show"), rows or (Row(words("show_none")),))


def show_shelf(kiosk: ThisKiosk, number: int) -> Page:
    """The pages on one, and the way back to the others."""
    words, shelf = kiosk.words, kiosk.shelves[number]
    rows = tuple(
        Row(title, choice=Choice(words("show_more"), ShowPage(page), "hand-pointer")) for page, title in shelf.pages
    )
    back = Row(words("show_others"), choice=Choice(words("show_shelves"), Open("show"), "arrow-left"))
    return Page(shelf.heading, (*rows, back))
