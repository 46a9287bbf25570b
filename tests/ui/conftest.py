from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Final, Protocol

import pytest
from PySide6.QtGui import QPointingDevice
from PySide6.QtWidgets import QWidget

from kiosk.content.library import Library
from kiosk.session.routes import Home
from kiosk.session.visit import Ask, Go, Picked
from kiosk.settings.settings import Screen, Settings
from tests.asked import ON_PRP
from tests.conftest import SETTINGS
from tests.languages import with_languages
from tests.ui.facts import Facts, facts_of
from tests.ui.stops import PAGE_BY_PAGE, PAGES, SAMPLE, SHAPES, Look, goes_through
from tests.visitor import TABLET_PX_PER_MM, Visitor

Gallery = Callable[[Look], Visitor]
KEPT: Final = len({*SAMPLE, *PAGES}) + len(SAMPLE)
"""Names of which the last measures are kept: all of one look, and some of another to compare with."""
QUESTIONS: Final = (
    "Is PRP right for my kind of pain?",
    "What does it cost me?",
    "Who will do it, and how often have they done it?",
)


class Measured(Protocol):
    """What can be measured on all screens of these names in a look; of no name: on the sample."""

    def __call__(self, look: Look, *names: str) -> tuple[Facts, ...]: ...


def settings_of(look: Look) -> Settings:
    """The settings of the machine: how large its pixels are, where that cannot be guessed."""
    return replace(SETTINGS, screen=Screen(px_per_mm=TABLET_PX_PER_MM)) if look.shape == "tablet" else SETTINGS


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that measure one look stand together: whichever process takes them lays its screens out once for all.

    Looks with many screens come first: another process that has nothing left to do takes tests from the end.
    """
    places = [place for place, item in enumerate(items) if "measured" in getattr(item, "fixturenames", ())]
    measuring = sorted((items[place] for place in places), key=_place_of)
    for place, item in zip(places, measuring, strict=True):
        items[place] = item


def _place_of(item: pytest.Item) -> tuple[bool, str]:
    """Where a test comes by the look in which it measures; one that names none measures in the usual one."""
    call = getattr(item, "callspec", None)
    look = call.params.get("look", Look()) if call is not None else Look()
    return look not in PAGE_BY_PAGE, str(look)


@pytest.fixture
def at_home(visitor: Visitor) -> Visitor:
    """A visitor who has looked at the first page for a while."""
    visitor.stands_at(Home())
    visitor.clock.passes(5)
    return visitor


@pytest.fixture(scope="session")
def gallery(
    library: Library, english: Library, glass: QPointingDevice, shared_windows: set[QWidget], one_factory: None
) -> Iterator[Gallery]:
    """One visitor for each look, with three questions on the list, who may be put anywhere."""
    visitors: dict[Look, Visitor] = {}
    made = with_languages(english)

    def inside(language: str) -> Library:
        return english if language == "en" else library if language in library.languages else made

    def of(look: Look) -> Visitor:
        if look not in visitors:
            visitors[look] = Visitor(inside(look.language), settings_of(look), glass, SHAPES[look.shape])
            shared_windows.add(visitors[look].window)
            visitors[look].window.setUpdatesEnabled(False)  # measured, not looked at
            visitors[look].window.has_jack = True  # Listen then offers the most
            visitors[look].app.session.take(Go(Home()))
            for words in QUESTIONS:
                visitors[look].app.session.take(Ask(Picked(words, ON_PRP)))
            visitors[look].reads_as(look.reader)
        return visitors[look]

    yield of
    for visitor in visitors.values():
        visitor.leaves()


@pytest.fixture(scope="session")
def measured(gallery: Gallery) -> Measured:
    """Measures screens in a look; each is laid out once for all rules.

    Tests of one look stand together, so that the screens of one are enough to keep; all of them take a gigabyte.
    """

    @lru_cache(maxsize=KEPT)
    def once(look: Look, name: str) -> tuple[Facts, ...]:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("kiosk.ui.theme.pictures._paint_file", lambda *_: None)  # where they stand is enough here
            visitor = gallery(look)
            return tuple(facts_of(visitor, where) for where in goes_through(visitor, name))

    def of(look: Look, *names: str) -> tuple[Facts, ...]:
        return tuple(facts for name in names or SAMPLE for facts in once(look, name))

    return of
