from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache

import pytest
from PySide6.QtGui import QPointingDevice
from PySide6.QtWidgets import QWidget

from kiosk.content.library import Library
from kiosk.session.routes import Home
from kiosk.session.visit import Ask, Go, Picked
from kiosk.settings.settings import Screen, Settings
from tests.conftest import SETTINGS
from tests.languages import with_languages
from tests.ui.facts import Facts, facts_of
from tests.ui.stops import SHAPES, TABLET_PX_PER_MM, Look, goes_through
from tests.visitor import Visitor

Gallery = Callable[[Look], Visitor]
Measured = Callable[[Look, str], tuple[Facts, ...]]
QUESTIONS = (
    "Is PRP right for my kind of pain?",
    "What does it cost me?",
    "Who will do it, and how often have they done it?",
)


def settings_of(look: Look) -> Settings:
    """The settings of the machine: how large its pixels are, where that cannot be guessed."""
    return replace(SETTINGS, screen=Screen(px_per_mm=TABLET_PX_PER_MM)) if look.shape == "tablet" else SETTINGS


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that measure one screen stand together: whichever process takes them lays the screen out once for all."""
    places = [place for place, item in enumerate(items) if "measured" in getattr(item, "fixturenames", ())]
    measuring = sorted((items[place] for place in places), key=_screen_of)
    for place, item in zip(places, measuring, strict=True):
        items[place] = item


def _screen_of(item: pytest.Item) -> tuple[str, str]:
    """The look and the name that a test measures; those that name none measure what is usual."""
    call = getattr(item, "callspec", None)
    params = call.params if call is not None else {}
    return str(params.get("look", Look(params.get("shape", "landscape")))), str(params.get("name", ""))


@pytest.fixture(scope="session")
def gallery(
    english: Library, glass: QPointingDevice, shared_windows: set[QWidget], one_factory: None
) -> Iterator[Gallery]:
    """One visitor for each look, with three questions on the list, who may be put anywhere."""
    visitors: dict[Look, Visitor] = {}
    spoken = with_languages(english)

    def of(look: Look) -> Visitor:
        if look not in visitors:
            inside = english if look.language == "en" else spoken
            visitors[look] = Visitor(inside, settings_of(look), glass, SHAPES[look.shape])
            shared_windows.add(visitors[look].window)
            visitors[look].window.setUpdatesEnabled(False)  # measured, not looked at
            visitors[look].window.has_jack = True  # Listen then offers the most
            visitors[look].app.session.take(Go(Home()))
            for words in QUESTIONS:
                visitors[look].app.session.take(Ask(Picked(words, "Platelet-rich plasma (PRP)")))
            visitors[look].reads_as(look.reader)
        return visitors[look]

    yield of
    for visitor in visitors.values():
        visitor.leaves()


@pytest.fixture(scope="session")
def measured(gallery: Gallery) -> Measured:
    """What can be measured on all screens of a name in a look; each is laid out once for all rules.

    Tests that measure one screen stand together, so the last few hundred are enough; all of them take a gigabyte.
    """

    @lru_cache(maxsize=256)
    def of(look: Look, name: str) -> tuple[Facts, ...]:
        visitor = gallery(look)
        return tuple(facts_of(visitor, where) for where in goes_through(visitor, name))

    return of
