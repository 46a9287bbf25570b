"""What is done on the spot, from a tip: its phases one after the other, how long each takes, and what is said."""

from collections.abc import Callable, Iterator
from typing import Final, get_args

from kiosk.content.markdown import plain
from kiosk.content.model.pages import Activity
from kiosk.content.model.words import TipWords
from kiosk.values import value_class

IN_SECONDS: Final = 4
OUT_SECONDS: Final = 6
"""A slow breath: six a minute."""
BREATHS: Final = 6
MOVE_SECONDS: Final = 10
MINUTES: Final = 5
"""Of the timer: its tip and its line name the number as well."""


@value_class
class Phase:
    """One part of an activity."""

    seconds: int
    words: str
    picture: str = ""
    """The file of its drawing."""
    position: str = ""
    """Which one it is, and of how many."""

    @property
    def told(self) -> str:
        """All of it in words, for those who do not see it."""
        return f"{self.position}. {self.words}" if self.position else self.words


@value_class
class Course:
    """An activity from its beginning to its end."""

    opening: str
    """What is to be known before it begins."""
    phases: tuple[Phase, ...]
    closing: str


def course_of(activity: Activity, words: TipWords, filled: Callable[..., str]) -> Course:
    """The course of an activity.

    filled: puts values into the {placeholders} of words.
    """
    if activity == "breathe":
        breath = (Phase(IN_SECONDS, words.breathe_in), Phase(OUT_SECONDS, words.breathe_out))
        return Course(plain(words.breathe_line), breath * BREATHS, plain(words.breathe_done))
    if activity == "movement":
        return Course(plain(words.movement_line), tuple(_moves(words, filled)), plain(words.movement_done))
    minutes = (Phase(60, filled(words.minutes_left, number=left)) for left in range(MINUTES, 0, -1))
    return Course(plain(words.timer_line), tuple(minutes), plain(words.timer_done))


def _moves(words: TipWords, filled: Callable[..., str]) -> Iterator[Phase]:
    """One for each line; the drawings are a series of as many."""
    for number, line in enumerate(words.moves, 1):
        position = filled(words.count, number=number, count=len(words.moves))
        yield Phase(MOVE_SECONDS, plain(line), f"move-{number}.svg", position)


def told_on_the_way(words: TipWords, filled: Callable[..., str]) -> Iterator[str]:
    """All that activities say after they have begun: a voice needs it as well."""
    for activity in get_args(Activity):
        course = course_of(activity, words, filled)
        yield from (phase.told for phase in course.phases)
        yield course.closing
