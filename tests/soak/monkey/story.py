"""From a list of actions that ends in trouble to a shorter one that still does, told as a story."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from tests.soak.monkey.actions import Action

MOST_TRIES: Final = 400

Trial = Callable[[Sequence[Action]], str]
"""Does the actions in a fresh kiosk and tells the trouble, or nothing when all was well."""


@dataclass(frozen=True)
class Shrunk:
    """What is left of a list of actions."""

    actions: list[Action]
    needs_each: bool
    """Whether each by itself was seen to be needed; else the tries were used up before."""

    @property
    def told(self) -> str:
        """How short it is, in words: to leave out two that are needed by each other alone was not tried."""
        if self.needs_each:
            return "Without any one of these steps there is no trouble."
        return f"Fewer steps may do: {MOST_TRIES} tries were not enough to see whether each is needed."


class _Tries:
    """The trials that are left."""

    def __init__(self, trial: Trial) -> None:
        self._trial, self._left = trial, MOST_TRIES
        self.were_enough = True

    def ends_in_trouble(self, actions: Sequence[Action]) -> bool:
        """Try it; once no try is left, everything counts as needed."""
        if self._left == 0:
            self.were_enough = False
            return False
        self._left -= 1
        return bool(self._trial(actions))


def shrink(actions: Sequence[Action], trial: Trial) -> Shrunk:
    """Leave out halves, quarters and so on for as long as some trouble is left, then one action after the other.

    One that can be left out may make another needless that was tried before: so single ones are gone through again
    until none of them can be left out, or the tries are used up.
    """
    left, size, tries = list(actions), len(actions) // 2, _Tries(trial)
    while size > 1:
        left = _without_parts(left, size, tries)
        size //= 2
    before = len(left) + 1
    while len(left) < before:
        before, left = len(left), _without_parts(left, 1, tries)
    return Shrunk(left, tries.were_enough)


def _without_parts(actions: list[Action], size: int, tries: _Tries) -> list[Action]:
    """Go through the actions once and leave out each part of this size that can be."""
    left, start = actions, 0
    while start < len(left):
        fewer = left[:start] + left[start + size :]
        if fewer and tries.ends_in_trouble(fewer):
            left = fewer
        else:
            start += size
    return left


def told(steps: Sequence[str], trouble: str) -> str:
    """The story, a line for each action."""
    lines = [f"{number}. The monkey {step}." for number, step in enumerate(steps, 1)]
    return "\n".join([*lines, trouble])
