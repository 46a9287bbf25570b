"""From a list of actions that ends in trouble to the shortest that still does, told as a story."""

from collections.abc import Callable, Sequence
from typing import Final

from tests.soak.monkey.actions import Action

MOST_TRIES: Final = 400

Trial = Callable[[Sequence[Action]], str]
"""Does the actions in a fresh kiosk and tells the trouble, or nothing when all was well."""


def shrink(actions: Sequence[Action], trial: Trial) -> list[Action]:
    """Leave out more and more of the actions in halves, quarters and so on, for as long as some trouble is left."""
    left, size, tries = list(actions), len(actions) // 2, 0
    while size > 0 and tries < MOST_TRIES:
        start = 0
        while start < len(left) and tries < MOST_TRIES:
            fewer = left[:start] + left[start + size :]
            tries += 1
            if fewer and trial(fewer):
                left = fewer
            else:
                start += size
        size //= 2
    return left


def told(steps: Sequence[str], trouble: str) -> str:
    """The story, a line for each action."""
    lines = [f"{number}. The monkey {step}." for number, step in enumerate(steps, 1)]
    return "\n".join([*lines, trouble])
