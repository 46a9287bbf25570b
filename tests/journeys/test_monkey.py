"""A monkey has the kiosk for a while; `make monkey` gives it to it for a million touches."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from unittest.mock import patch

import pytest
from PySide6.QtGui import QPointingDevice

from kiosk.content.library import Library
from kiosk.session.routes import Attract, Help
from kiosk.session.session import Session
from tests.languages import with_languages
from tests.soak.monkey.actions import Action, actions
from tests.soak.monkey.cage import Cage, Trouble, silent_voice
from tests.soak.monkey.story import shrink, told

PLAYS = 150
FIRST_BUTTON = Action("button", 0, 0, 0)


@pytest.mark.parametrize("seed", [1, 2])
def test_a_monkey_does_not_get_the_kiosk_into_trouble(
    seed: int,
    library: Library,
    glass: QPointingDevice,
    one_factory: None,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr("kiosk.services.listening.Voice", silent_voice)
    libraries = {"all pages": library, "words of other lengths": with_languages(library)}
    with Cage(libraries, glass) as cage:
        for action in islice(actions(seed), PLAYS):
            cage.do(action)


def test_the_cage_sees_what_is_left_of_a_visit(library: Library, glass: QPointingDevice, one_factory: None) -> None:
    with Cage({"all pages": library}, glass) as cage:
        cage.do(FIRST_BUTTON)
        visitor = cage.visitor
        visitor.reads_as(replace(visitor.visit.reader, theme="dark"))
        with (
            patch.object(Session, "_leave", _forgets_to_wipe),
            pytest.raises(Trouble, match="Of the visit there is left"),
        ):
            cage.do(Action("leap", 0, 0, 0))


def _forgets_to_wipe(session: Session) -> None:
    session.visit = replace(session.visit, routes=(Attract(),))


def test_the_cage_sees_a_dead_end(library: Library, glass: QPointingDevice, one_factory: None) -> None:
    with Cage({"all pages": library}, glass) as cage:
        cage.do(FIRST_BUTTON)
        cage.visitor.stands_at(Help())
        cage.visitor.window.wished.disconnect(cage.visitor.app.session.take)
        with pytest.raises(Trouble, match="Home is not within one touch"):
            cage.home_is_near()


def test_a_story_is_shrunk_to_what_matters() -> None:
    played = list(islice(actions(5), 60))
    first, second = played[17], played[44]

    def trial(tried: Sequence[Action]) -> str:
        return "trouble" if first in tried and second in tried else ""

    assert shrink(played, trial).actions == [first, second]


def test_a_story_is_told_step_by_step() -> None:
    assert told(['touches "Tips"', "waits for 3 seconds"], "It fell.") == (
        '1. The monkey touches "Tips".\n2. The monkey waits for 3 seconds.\nIt fell.'
    )
