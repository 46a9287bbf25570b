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
    "staff",  # hold the clinic's name; once the keypad is there, or at once, type a PIN, right or wrong
    "paper",  # ask a question, and wish the list on paper
    "wait",  # do nothing for so many seconds
    "leap",  # the machine slept: the clock leaps
    "clock",  # the clock on the wall is set: back a year, forward ten, to another hour
    "edition",  # another library arrives
    "write",  # somebody in the office changes the clinic's folder
    "stick",  # a USB stick is plugged in or pulled out
    "printer",  # it works, has no paper, or does not answer
    "turn",  # the window gets another size
    "voice",  # a sentence has been heard
    "screen",  # one kind of screen cannot be made any more, or all can again
    "fault",  # a slot fails
    "end",  # the program ends, in one way or another, and is started again
]
OFTEN: Final[dict[Kind, int]] = {
    "button": 482,
    "touch": 132,
    "double": 28,
    "swipe": 48,
    "palm": 38,
    "cancel": 5,
    "key": 88,
    "pad": 48,
    "staff": 30,
    "paper": 3,
    "wait": 40,
    "leap": 4,
    "clock": 4,
    "edition": 6,
    "write": 4,
    "stick": 2,
    "printer": 4,
    "turn": 3,
    "voice": 25,
    "screen": 3,
    "fault": 2,
    "end": 1,
}
"""How often each, of a thousand."""
UNTOUCHED: Final[frozenset[Kind]] = frozenset({
    "wait", "leap", "clock", "edition", "write", "stick", "printer", "turn", "voice", "screen", "fault", "end",
})  # fmt: skip
"""What happens without a hand on the glass or on a key."""
CIRCUMSTANCES: Final[frozenset[Kind]] = frozenset({"clock", "edition", "write", "stick", "printer", "turn", "screen"})
"""What stays as it is when a visit ends: the last of each belongs to the beginning of a story."""
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
