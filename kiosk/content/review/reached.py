"""Is everything that was made also used: sources, pictures, places of the spine, treatments?"""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from kiosk.content import markdown
from kiosk.content.kinds import PICTURES
from kiosk.content.model.meaning import READ_BY_PATIENTS, Meaning
from kiosk.content.model.pages import Comparison, Sources, Spine, Tip, Topic
from kiosk.content.model.treatment import Treatment
from kiosk.content.problem import Problem
from kiosk.content.review.page_text import PageText
from kiosk.content.walk import leaves

_SERIES = re.compile(r"-\d+(?=\.\w+$)")
"""An activity shows all drawings of its series, move-1.svg and so on, though its tip names only the first."""


def review_used(pages: Sequence[PageText], pictures: Mapping[str, Path]) -> Iterator[Problem]:
    """Every source and picture of the library that no page names."""
    used = [leaf for page in pages for leaf in leaves(page.value)]
    named = {leaf.text for leaf in used if leaf.meaning is Meaning.SOURCE}
    named |= {source for leaf in used if leaf.meaning in READ_BY_PATIENTS for source in markdown.sources(leaf.text)}
    for page in pages:
        for index, source in enumerate(page.value.sources if isinstance(page.value, Sources) else ()):
            if source.id not in named:
                remedy = f"Mark it where it is used, like this: [^{source.id}], or take it out."
                yield page.problem(("sources", index), f'No page uses the source "{source.id}".', remedy)
    shown = {leaf.text for leaf in used if leaf.meaning is Meaning.PICTURE}
    series = {
        _SERIES.sub("", page.value.picture.file)
        for page in pages
        if isinstance(page.value, Tip) and page.value.activity
    }
    for name in sorted(set(pictures) - shown):
        if _SERIES.sub("", name) in series:
            continue
        path = f"{PICTURES}/{name}"
        yield Problem(path, 1, 1, "warning", "No page shows this picture.", "Name it in a page, or take the file out.")


def review_reached(pages: Sequence[PageText]) -> Iterator[Problem]:
    """Every page and place of one language that patients cannot get to, or that leads nowhere."""
    places = {place for page in pages if isinstance(page.value, Topic) for place in page.value.places}
    columns = {
        name
        for page in pages
        if isinstance(page.value, Comparison)
        for name in (*page.value.treatments, page.value.usual_care)
    }
    for page in pages:
        if isinstance(page.value, Spine):
            for index, place in enumerate(page.value.places):
                if place.id not in places:
                    what = f'No topic belongs to the place "{place.id}".'
                    remedy = f'Write "places: [{place.id}]" in a topic, or take the place out.'
                    yield page.problem(("places", index), what, remedy)
        if isinstance(page.value, Treatment) and columns and page.id not in columns:
            what = "No comparison shows this treatment."
            yield page.problem((), what, f'Write "- {page.id}" under "treatments" of a comparison.')
