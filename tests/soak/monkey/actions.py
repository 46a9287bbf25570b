"""What a monkey can do, as values: the same list does the same again."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

Kind = Literal[
    "button",  # touch one of the buttons: number says which, of as many as there are
    "touch",  # touch any place
    "double",  # hit any place twice at once
    "swipe",  # draw a finger from a place to the side: number is the way, in millimetres
    "palm",  # lay a hand down, or take it away
    "cancel",  # the system takes all touches back
    "key",  # press a key of any keyboard
    "pad",  # press a key of the tactile pad, or plug headphones in or out
    "wait",  # do nothing for so many seconds
    "leap",  # the machine slept: the clock leaps
    "edition",  # another library arrives
    "turn",  # the window gets another size
    "voice",  # a sentence has been heard
]
OFTEN: Final[dict[Kind, int]] = {
    "button": 500,
    "touch": 160,
    "double": 30,
    "swipe": 50,
    "palm": 40,
    "cancel": 5,
    "key": 90,
    "pad": 50,
    "wait": 40,
    "leap": 4,
    "edition": 6,
    "turn": 3,
    "voice": 22,
}
"""How often each, of a thousand."""
LONGEST_WAIT: Final = 260
"""Seconds: longer than the longest time limit."""


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that the monkey does."""

    kind: Kind
    x: float
    """Where, from the left edge (0) to the right (1)."""
    y: float
    """Where, from the upper edge (0) to the lower (1)."""
    number: int
    """Which, or how much; what it means is the kind's affair."""


def actions(seed: int) -> Iterator[Action]:
    """Actions without end; a seed gives the same ones again."""
    chance = random.Random(seed)  # noqa: S311 - nothing secret
    kinds, weights = list(OFTEN), list(OFTEN.values())
    while True:
        kind = chance.choices(kinds, weights)[0]
        yield Action(kind, chance.random(), chance.random(), chance.randrange(10_000))
