"""What of a page a clinician and a translator look at, and where on their list it stands."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from kiosk.content import markdown
from kiosk.content.model.meaning import Meaning
from kiosk.content.model.parts import PeopleFigure, ScaleFigure
from kiosk.content.model.treatment import LookBack
from kiosk.content.model.words import Words
from kiosk.content.review.page_text import RUNNING_TEXT, PageText, Passage
from kiosk.content.review.references import parts
from kiosk.content.walk import KeyPath

_SAYING_LABELS: Final = ("short", "line", "badge")
"""Labels that say something about a treatment or an illness; the others are titles, questions and descriptions."""
_NOT_SHOWN: Final = ("review", "translation")
_IN_ONE_LINE: Final = "look_back"
_FIGURES: Final = ("people", "scale")
_WITH_THE_PART_THEY_SHOW: Final = ("picture", *_FIGURES)
_TITLES: Final = ("title", "term", "question", "name")


def for_translator(page: PageText) -> Iterator[Passage]:
    """Every passage that patients read, but those that in_one_line puts together."""
    for passage in page.passages:
        is_in_one_line = passage.path[0] == _IN_ONE_LINE or (
            passage.is_within(*_FIGURES) and passage.meaning is Meaning.LABEL
        )
        is_shown = passage.path[0] not in _NOT_SHOWN and "also" not in passage.path
        if is_shown and not is_in_one_line:
            yield passage


def for_clinician(page: PageText) -> Iterator[Passage]:
    """The same without headings, which stand above their box, and without the names of buttons."""
    for passage in for_translator(page):
        is_button = isinstance(page.value, Words) and not (says_something(passage) or is_ended(passage.text))
        if not (is_button or _is_heading(page, passage)):
            yield passage


def says_something(passage: Passage) -> bool:
    """Whether it may make a statement of its own: no title, no question to ask, no description of a picture."""
    return passage.meaning in RUNNING_TEXT or passage.path[-1] in _SAYING_LABELS


def is_ended(text: str) -> bool:
    """Whether a text ends as a sentence does."""
    return text.endswith((".", "?", "!", "…", ":"))


def by_place(passages: Iterable[Passage]) -> Mapping[KeyPath, list[Passage]]:
    """The passages of each place, places in the order in which they first come."""
    places: dict[KeyPath, list[Passage]] = {}
    for passage in passages:
        places.setdefault(place_of(passage), []).append(passage)
    return places


def place_of(passage: Passage) -> KeyPath:
    """The step, answer or list that a passage belongs to; the lines at the top of the page stand together."""
    keys = list(passage.path)
    while isinstance(keys[-1], int):
        keys.pop()
    is_by_itself = len(keys) == 1 and (len(passage.path) > 1 or passage.meaning is Meaning.PROSE)
    place = keys if is_by_itself else keys[:-1]
    while place and place[-1] in _WITH_THE_PART_THEY_SHOW:
        place.pop()
    return tuple(place)


def value_at(page: PageText, place: KeyPath) -> Any:  # noqa: ANN401 - any part of any page
    """What stands at a place of a page."""
    value: Any = page.value
    for key in place:
        value = value[key] if isinstance(key, int) else getattr(value, key)
    return value


def title_key(value: object) -> str:
    """The key under which a part of a page has its title, or nothing."""
    return next((key for key in _TITLES if isinstance(getattr(value, key, None), str)), "")


def _is_heading(page: PageText, passage: Passage) -> bool:
    place = place_of(passage)
    return place != () and passage.path == (*place, title_key(value_at(page, place)))


def in_one_line(page: PageText) -> Iterator[tuple[KeyPath, str, tuple[str, ...]]]:
    """Each figure and each question to look back: where it stands, its words, and the sources that it names."""
    for path, part in parts(page.value):
        if isinstance(part, LookBack):
            words = f"{part.question} “{markdown.plain(part.answer)}”, and not “{part.other}”. (question to look back)"
            yield path, words, markdown.sources(part.answer)
        if isinstance(part, PeopleFigure | ScaleFigure):
            yield path, f"{_figure(part)} (figure)", (part.source,)


def _figure(figure: PeopleFigure | ScaleFigure) -> str:
    if isinstance(figure, PeopleFigure):
        values = "; ".join(f"{group.name}: {group.count} of {group.of}" for group in figure.groups)
    else:
        values = "; ".join(f"{point.name}: {point.value}" for point in figure.points)
        values += f" (from {figure.lowest}, {figure.lowest_means}, to {figure.highest}, {figure.highest_means})"
    return f"{figure.result}: {values}."
