"""A story is as short as it says."""

from collections.abc import Sequence
from itertools import islice

import pytest

from tests.soak.monkey import story
from tests.soak.monkey.actions import Action, actions
from tests.soak.monkey.story import shrink

PLAYED = list(islice(actions(5), 60))


def test_steps_that_need_each_other_are_left_out_in_several_rounds() -> None:
    """Each of the chain is needed by the next: one round leaves out the last of them alone."""
    *chain, core = PLAYED[:5]

    def trial(tried: Sequence[Action]) -> str:
        is_there = [step in tried for step in chain]
        return "trouble" if core in tried and is_there == sorted(is_there, reverse=True) else ""

    shrunk = shrink([chain[0], core, *chain[1:]], trial)
    assert shrunk.actions == [core]
    assert shrunk.needs_each


def test_steps_that_are_each_needed_stay() -> None:
    shrunk = shrink(PLAYED, lambda tried: "trouble" if len(tried) == len(PLAYED) else "")
    assert shrunk.actions == PLAYED
    assert shrunk.told == "Without any one of these steps there is no trouble."


def test_when_the_tries_are_used_up_the_story_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(story, "MOST_TRIES", 20)
    tried: list[int] = []

    def trial(fewer: Sequence[Action]) -> str:
        tried.append(len(fewer))
        return "trouble" if PLAYED[17] in fewer and PLAYED[44] in fewer else ""

    shrunk = shrink(PLAYED, trial)
    assert len(tried) == 20
    assert len(shrunk.actions) < len(PLAYED)
    assert not shrunk.needs_each
    assert shrunk.told.startswith("Fewer steps may do: 20 tries")


def test_the_last_step_is_never_left_out() -> None:
    assert shrink(PLAYED[:1], lambda _tried: "trouble").actions == PLAYED[:1]
    assert shrink(PLAYED, lambda _tried: "trouble").actions == PLAYED[-1:]
