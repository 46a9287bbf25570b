"""The place where a page says something new, for whoever wants to see the change and not the page's beginning."""

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from typing import Final

from kiosk.content import markdown
from kiosk.content.library import Pages
from kiosk.content.model.pages import Topic
from kiosk.content.model.treatment import Treatment
from kiosk.pages.chapters import chapters_of, places_of
from kiosk.pages.opening import route_to
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
    page, signs = pages.page(page_id), pages.own.warning_signs
    if isinstance(page, (Treatment, Topic)):
        chapters = chapters_of(page, pages.own.words.treatment)
        for place in places_of(chapters, page_id):
            yield place, chapters[place.chapter].steps[place.step]
    elif page_id == "spine":
        yield from ((routes.Understand("spine", part.id), part) for part in pages.own.spine.places)
    elif page_id == "warning-signs":
        levels = (signs.emergency, signs.same_day, signs.within_days, signs.routine)
        yield from ((routes.Help(number), level) for number, level in enumerate(levels))


def _holds(value: object, sentences: Iterable[str]) -> bool:
    texts = [_spaced(markdown.plain(text)) for text in _texts(value)]
    return any(_spaced(sentence) in text for sentence in sentences for text in texts)


def _spaced(words: str) -> str:
    """Whole words between single spaces, so that one sentence is not found within another's word."""
    return f" {' '.join(words.split())} "


def _texts(value: object) -> Iterator[str]:
    """Every text in a value, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))
