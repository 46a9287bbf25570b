"""Numbers that are compared are seen together: a gain that stands alone says more than a study has found."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QSize

from kiosk.content.model.treatment import Treatment
from kiosk.pages.chapters import chapters_of
from kiosk.session.routes import Reading
from kiosk.session.visit import Go, Read
from kiosk.ui.widgets.figures import PeopleGrid
from tests.conftest import Comes
from tests.visitor import LANDSCAPE, PORTRAIT, Visitor


def figures(visitor: Visitor) -> Iterator[tuple[Reading, list[str]]]:
    """Where people are compared, and the groups there."""
    scene = visitor.app.scene()
    for name, page in scene.pages.own.pages.items():
        if not isinstance(page, Treatment):
            continue
        for number, chapter in enumerate(chapters_of(page, scene.words.treatment)):
            for position, step in enumerate(chapter.steps):
                people = getattr(step, "people", None)
                if people is not None:
                    yield Reading(name, number, position), [group.name for group in people.groups]


def groups_on(visitor: Visitor, route: Reading) -> list[str]:
    """The groups of people that a part of a step shows."""
    visitor.app.session.take(Go(route))
    visitor.settles()
    return [grid.accessibleName() for grid in visitor.screen.findChildren(PeopleGrid)]


def test_people_are_told_as_of_a_hundred_and_as_they_were_counted(arrived: Visitor) -> None:
    """One number of people on all pages, and beside it the true one: of 136 people 2 are more than 1 of 100."""
    infection = next(route for route, _ in figures(arrived) if "1 of 49" in str(groups_on(arrived, route)))
    assert groups_on(arrived, infection) == ["PRP: 2 of 100 (1 of 49)", "Salt water: 0 of 100 (0 of 49)"]
    cases = next(route for route, groups in figures(arrived) if groups == ["Published cases"])
    assert groups_on(arrived, cases) == ["Published cases: 1 of 100 (2 of 136)"]


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT], ids=["lying", "upright"])
def test_the_groups_of_a_study_are_on_one_part(comes: Comes, size: QSize, language: str) -> None:
    visitor = comes(size)
    visitor.touch("Touch the screen to begin")
    visitor.app.session.take(Read(replace(visitor.visit.reader, language=language)))
    known = list(figures(visitor))
    assert known
    for route, groups in known:
        parts = [groups_on(visitor, replace(route, part=part)) for part in range(3)]
        assert all(len(part) in (0, len(groups)) for part in parts), route
        assert any(parts), route


def test_in_the_largest_letters_their_numbers_stand_together_before_their_pictures(comes: Comes) -> None:
    visitor = comes(LANDSCAPE)
    visitor.touch("Touch the screen to begin")
    visitor.app.session.take(Read(replace(visitor.visit.reader, text_size=200)))
    for route, groups in figures(visitor):
        for part in range(8):
            shown = groups_on(visitor, replace(route, part=part))
            told = [name for name in groups if any(name in text for text in visitor.reads())]
            if shown or len(told) > 1:
                assert told == groups, replace(route, part=part)
                break
