"""The place where a page says something new, for whoever wants to see the change and not the page's beginning."""

from collections.abc import Iterable, Iterator
from typing import Final

from kiosk.content import markdown
from kiosk.content.library import Pages
from kiosk.content.model.pages import Topic
from kiosk.content.model.treatment import Treatment
from kiosk.content.walk import texts
from kiosk.pages.chapters import chapters_of, places_of
from kiosk.pages.opening import levels_of, route_to
from kiosk.session import routes
from kiosk.session.routes import Route


def place_of(pages: Pages, page_id: str, new: Iterable[str]) -> Route | None:
    """The first place of a page that holds one of the sentences, or else its beginning; None for what is no page."""
    sentences = tuple(new)
    places = (place for place, value in _places(pages, page_id) if _holds(value, sentences))
    return next(places, None) or _BEGINNINGS.get(page_id) or route_to(pages, page_id)


_BEGINNINGS: Final[dict[str, Route]] = {"spine": routes.Understand("spine"), "warning-signs": routes.Help()}
"""Of the pages that no list leads to."""


def _places(pages: Pages, page_id: str) -> Iterator[tuple[Route, object]]:
    """The places that show a page, each with what stands there."""
    page = pages.page(page_id)
    if isinstance(page, (Treatment, Topic)):
        chapters = chapters_of(page, pages.own.words.treatment)
        for place in places_of(chapters, page_id):
            yield place, chapters[place.chapter].steps[place.step]
    elif page_id == "spine":
        yield from ((routes.Understand("spine", part.id), part) for part in pages.own.spine.places)
    elif page_id == "warning-signs":
        yield from ((routes.Help(number), level) for number, level in enumerate(levels_of(pages)))


def _holds(value: object, sentences: Iterable[str]) -> bool:
    held = [_spaced(markdown.plain(text)) for text in texts(value)]
    return any(_spaced(sentence) in text for sentence in sentences for text in held)


def _spaced(words: str) -> str:
    """Whole words between single spaces, so that one sentence is not found within another's word."""
    return f" {' '.join(words.split())} "
