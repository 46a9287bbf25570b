"""Is everything that was made also used: sources, pictures, places of the spine?"""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from kiosk.content import markdown
from kiosk.content.folders import PICTURES
from kiosk.content.model.meaning import READ_BY_PATIENTS, Meaning
from kiosk.content.model.pages import Sources, Spine, Tip, Topic
from kiosk.content.problem import Problem
from kiosk.content.review.page_text import PageText
from kiosk.content.walk import Leaf, leaves

_SERIES = re.compile(r"-\d+(?=\.\w+$)")
"""An activity shows all drawings of its series, move-1.svg and so on, though its tip names only the first."""


def review_used(pages: Sequence[PageText], pictures: Mapping[str, Path]) -> Iterator[Problem]:
    """Every source and picture that no page names; of sources, those of the folder that is checked."""
    used = [leaf for page in pages for leaf in leaves(page.value)]
    yield from _unnamed_sources(pages, used)
    yield from _unshown_pictures(pages, used, pictures)


def _unnamed_sources(pages: Sequence[PageText], used: Sequence[Leaf]) -> Iterator[Problem]:
    named = {leaf.text for leaf in used if leaf.meaning is Meaning.SOURCE}
    named |= {source for leaf in used if leaf.meaning in READ_BY_PATIENTS for source in markdown.sources(leaf.text)}
    for page in (page for page in pages if page.is_on_top):
        for index, source in enumerate(page.value.sources if isinstance(page.value, Sources) else ()):
            if source.id not in named:
                remedy = f"Mark it where it is used, like this: [^{source.id}], or take it out."
                yield page.problem(("sources", index), f'No page uses the source "{source.id}".', remedy)


def _unshown_pictures(
    pages: Sequence[PageText], used: Sequence[Leaf], pictures: Mapping[str, Path]
) -> Iterator[Problem]:
    shown = {leaf.text for leaf in used if leaf.meaning is Meaning.PICTURE}
    active = (page.value.picture.file for page in pages if isinstance(page.value, Tip) and page.value.activity)
    series = {_SERIES.sub("", name) for name in active}
    for name in sorted(set(pictures) - shown):
        if _SERIES.sub("", name) not in series:
            remedy = "Name it in a page, or take the file out."
            yield Problem(f"{PICTURES}/{name}", 1, 1, "warning", "No page shows this picture.", remedy)


def review_reached(pages: Sequence[PageText]) -> Iterator[Problem]:
    """Every place on the spine of one language that leads to no topic; lists lead to all other pages."""
    places = {place for page in pages if isinstance(page.value, Topic) for place in page.value.places}
    for page in pages:
        for index, place in enumerate(page.value.places if isinstance(page.value, Spine) else ()):
            if place.id not in places:
                remedy = f'Write "places: [{place.id}]" in a topic, or take the place out.'
                yield page.problem(("places", index), f'No topic belongs to the place "{place.id}".', remedy)
