"""The way to every place that a visitor can come to: for whoever must leave nothing out, as the recordings."""

from collections.abc import Iterator
from typing import Final, TypeAlias, get_args

from kiosk.content.alphabet import Alphabet
from kiosk.content.az import by_letter, entries_of
from kiosk.content.library import Pages
from kiosk.content.model.pages import Comparison, Tip, Topic
from kiosk.content.model.treatment import Treatment
from kiosk.device.printer import PrintState
from kiosk.pages.chapters import chapters_of, places_of
from kiosk.pages.comparing import MOST_COLUMNS
from kiosk.pages.opening import levels_of, tips_of
from kiosk.session import routes
from kiosk.session.routes import Dialog, LookBack, Route
from kiosk.ui.pieces.contents import treatment_tabs, understand_tabs
from kiosk.ui.pieces.notes import WARNING_SIGNS
from kiosk.ui.scene import Scene

Way: TypeAlias = tuple[Route, ...]
"""A screen, and the dialog over it if there is one; each by its first part."""
_HOME: Final = routes.Home()


def everywhere(scene: Scene) -> Iterator[Way]:
    """Every place in the visitor's language, whatever is chosen there; the list of questions as it is."""
    yield from ((screen,) for screen in _screens(scene))
    yield from ((_HOME, dialog) for dialog in _dialogs_of_the_bar())
    yield from ((_HOME, routes.Explain((term.term,))) for term in scene.pages.own.terms)
    yield from _of_lists(scene)
    yield from _of_pages(scene.pages)
    yield from _of_comparisons(scene.pages)


def _screens(scene: Scene) -> Iterator[Route]:
    pages = scene.pages
    yield from (routes.Attract(slide) for slide in range(max(1, len(pages.own.home.slides))))
    yield _HOME
    yield from (tab.route for tab in (*understand_tabs(scene), *treatment_tabs(scene)))
    yield from (routes.Understand("spine", place.id) for place in pages.own.spine.places)
    yield from (routes.Help(level) for level, _ in enumerate(levels_of(pages)))
    yield routes.Az()
    yield from (routes.Az(letter) for letter in by_letter(entries_of(pages), Alphabet(pages.own.language.letters)))
    yield routes.Questions()


def _dialogs_of_the_bar() -> Iterator[Dialog]:
    """What opens on every screen."""
    yield from (routes.Easier(), routes.Languages(), routes.Finish())
    yield from (routes.Listen(), routes.Listen(in_headphones=True), routes.Listen(fell_silent=True))


def _of_lists(scene: Scene) -> Iterator[Way]:
    """The dialogs of the screens that list something."""
    for screen in (routes.Understand(), routes.Treatments(), routes.Help()):
        yield screen, routes.Contents(screen)
    yield routes.Help(), routes.Provenance(WARNING_SIGNS)
    yield from ((routes.Questions(), routes.Paper(state)) for state in get_args(PrintState))
    tips = tips_of(scene.pages)
    if tips:
        yield routes.Tips(), routes.TipKinds()
    yield from ((routes.Tips(kind),) for kind in dict.fromkeys(card.group for card in tips))


def _of_pages(pages: Pages) -> Iterator[Way]:
    """Every step of a page, then what opens over it."""
    for card in (*pages.cards("treatment"), *pages.cards("topic")):
        page, first = pages.page(card.id), routes.Reading(card.id)
        if isinstance(page, Treatment | Topic):
            yield from ((place,) for place in places_of(chapters_of(page, pages.own.words.treatment), card.id))
            yield first, routes.Contents(first)
            yield first, routes.Provenance(card.id)
        if isinstance(page, Treatment):
            yield from ((first, question) for question in _look_backs(card.id, page))
    for position, card in enumerate(tips_of(pages)):
        place, tip = routes.Tips(position=position), pages.page(card.id)
        yield (place,)
        yield place, routes.Provenance(card.id)
        if isinstance(tip, Tip) and tip.activity is not None:
            yield place, routes.Activity(card.id)


def _look_backs(name: str, page: Treatment) -> Iterator[LookBack]:
    """Each friendly question, and what is said to each of its answers."""
    for number, _ in enumerate(page.look_back):
        yield LookBack(name, number)
        yield LookBack(name, number, "answer")
        yield LookBack(name, number, "other")
        yield LookBack(name, number, "unsure")


def _of_comparisons(pages: Pages) -> Iterator[Way]:
    """Every treatment in every comparison, what may matter, and each box opened."""
    treatments = [card.id for card in pages.cards("treatment")]
    for card in pages.cards("comparison"):
        page, first = pages.page(card.id), routes.Compare(card.id)
        if not isinstance(page, Comparison):
            continue
        yield (first,)
        yield from ((routes.Compare(card.id, matters=(number,)),) for number, _ in enumerate(page.matters))
        most = MOST_COLUMNS - 1  # usual care is always among them
        chosen = (tuple(treatments[start : start + most]) for start in range(0, len(treatments), most))
        yield from ((routes.Compare(card.id, columns=columns),) for columns in chosen)
        yield first, routes.Columns(first, (*page.treatments, page.usual_care))
        yield first, routes.Provenance(card.id)
        for treatment in treatments:
            yield from ((first, routes.Box(treatment, question)) for question in page.questions)
