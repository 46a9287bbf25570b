"""What stands on the sheet of paper that a patient takes along: no name, no date of birth, nothing typed."""

from collections.abc import Iterator
from itertools import groupby, islice

from kiosk.content import markdown
from kiosk.content.library import Page
from kiosk.content.model.pages import Comparison, Tip, Topic
from kiosk.content.model.treatment import Treatment
from kiosk.pages.citing import told_source
from kiosk.pages.opening import page_of
from kiosk.ui.scene import Scene
from kiosk.values import value_class

MOST_PAGES = 3
"""Of the kiosk, with their key points: what one reads on a way home."""


@value_class
class Extract:
    """The key points of a page, where they come from, and who has checked it."""

    title: str
    points: tuple[str, ...]
    sources: tuple[str, ...]
    state: str


@value_class
class AskedOn:
    """Questions that follow each other on the list and were asked on one page."""

    origin: str
    """Says which page."""
    questions: tuple[str, ...]


@value_class
class Sheet:
    """A sheet to take along."""

    clinic: str
    title: str
    asked: tuple[AskedOn, ...]
    sources_title: str
    general: str
    page_of: str
    """{number} and {count}."""
    extracts: tuple[Extract, ...]


def sheet_of(scene: Scene) -> Sheet:
    """The visitor's questions, and the pages they come from or that were read last."""
    words, clinic = scene.words, scene.clinic
    known = [clinic.name, clinic.phone]
    return Sheet(
        clinic=" · ".join(part for part in known if part),
        title=words.questions.title,
        asked=tuple(_asked(scene)),
        sources_title=words.page.sources_title,
        general=markdown.plain(words.page.general),
        page_of=words.page.page_of,
        extracts=tuple(_extract(scene, page) for page in _pages(scene)),
    )


def _asked(scene: Scene) -> Iterator[AskedOn]:
    for origin, questions in groupby(scene.questions, key=lambda picked: picked.origin):
        told = scene.filled(scene.words.questions.from_page, page=origin.title)
        yield AskedOn(told, tuple(picked.words for picked in questions))


def _pages(scene: Scene) -> list[Page]:
    """Those of the questions first, then those read last; none that is gone."""
    asked = [picked.origin.page for picked in scene.visit.questions]
    read = [name for route in reversed(scene.visit.routes) if (name := page_of(route, scene.pages))]
    names = dict.fromkeys([*asked, *read])
    return list(islice((page for name in names if (page := scene.pages.page(name)) is not None), MOST_PAGES))


def _extract(scene: Scene, page: Page) -> Extract:
    points = _points(page)
    cited = dict.fromkeys(source for point in points for source in markdown.sources(point))
    known = [scene.pages.sources[name] for name in cited if name in scene.pages.sources]
    words = scene.words.page
    state = scene.reviewed(page.review)
    if page.review.is_overdue(scene.today):
        state.append(words.under_review)
    return Extract(
        title=page.title,
        points=tuple(markdown.plain(scene.filled(point)) for point in points),
        sources=tuple(told_source(source, words, right_to_left=scene.theme.right_to_left) for source in known),
        state=" ".join(state),
    )


def _points(page: Page) -> tuple[str, ...]:
    match page:
        case Treatment() | Topic():
            return page.key_points
        case Comparison():
            return (page.decision, page.note)
        case Tip():
            return (page.text, page.try_today)
