"""The kiosk that a monkey has to itself, with everything watched that must never happen."""

import logging
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Final, Self

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPointingDevice

from kiosk.content.library import Library
from tests.soak.monkey import grumbles
from tests.soak.monkey.actions import CIRCUMSTANCES, UNTOUCHED, Action, Kind
from tests.soak.monkey.beside import work_all
from tests.soak.monkey.grumbles import Grumbles
from tests.soak.monkey.hand import Hand
from tests.soak.monkey.machine import Machine
from tests.soak.monkey.programs import Resting, Running, board_of
from tests.soak.monkey.rules import Rules, Trouble
from tests.soak.monkey.voices import silent_voice
from tests.soak.monkey.world import World
from tests.visitor import Visitor, forget_dropped_widgets

__all__ = ("Cage", "Trouble", "drop_all", "silent_voice")

LOOKS_EVERY: Final = 25
"""Actions between two looks whether the way out is within one touch."""
LATE_OF_FOUR: Final = 1
"""Of four touches, after which so many a thread answers only later."""


class Cage:
    """A kiosk, and a monkey's hand in it."""

    def __init__(self, libraries: Mapping[str, Library], glass: QPointingDevice, *, restarts: bool = True) -> None:
        """libraries: by name, the first of them is on show at first; restarts: whether a program that ends goes on."""
        self._libraries, self._glass, self._restarts = list(libraries.items()), glass, restarts
        self._open = ExitStack()
        self._done = 0
        self.told = ""
        """The last action in words."""
        self.circumstances: dict[Kind, Action] = {}
        """The last action of each kind that outlives a visit."""

    def __enter__(self) -> Self:
        folder = Path(self._open.enter_context(TemporaryDirectory()))
        self.machine = Machine(folder, self._libraries[0][1], self._glass, restarts=self._restarts)
        self._open.enter_context(self.machine.stands_in())
        self.machine.is_switched_on()
        self._open.callback(self.machine.is_switched_off)
        self._hand = Hand(self.machine)
        self.world = World(self.machine, self._hand, self._libraries)
        self._open.callback(self.world.leave)
        self.rules = Rules(self.machine, self._hand)
        self._grumbles = Grumbles(self._is_due, self._falls)
        self._grumbles.listen()
        self._open.callback(self._grumbles.leave)
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    @property
    def visitor(self) -> Visitor:
        """Whoever stands in front of it."""
        return self._program.visitor

    @property
    def sight(self) -> str:
        """What can be seen now, by the name of its class: a page of staff, a dialog, a screen, or neither."""
        program = self._program
        board = board_of(program)
        if board is not None:
            return type(board).__name__
        if isinstance(program, Resting):
            return "RestingScreen"
        asks = program.app.session.visit.seconds_left is not None
        return "the dark" if program.is_dark else "StillThere" if asks else type(self.visitor.place()).__name__

    @property
    def is_at_rest(self) -> bool:
        """Whether nobody is there and everything was wiped, after the last action."""
        return self.rules.is_at_rest

    @property
    def _program(self) -> Running | Resting:
        assert self.machine.program is not None
        return self.machine.program

    def do(self, action: Action) -> None:
        """Do it, and see that all is well.

        Raises Trouble when something happened that must never happen.
        """
        try:
            self._do(action)
        except (AssertionError, LookupError, StopIteration) as error:  # the monkey cannot go on
            raise Trouble(f"{type(error).__name__}: {error}") from error

    def _do(self, action: Action) -> None:
        self.rules.remember()
        self.visitor.today = self.machine.clockwork.today()
        if action.kind in UNTOUCHED:
            self._threads_answer()
        act: Callable[[Action], str] = getattr(self._hand, action.kind, None) or getattr(self.world, action.kind)
        self.told = act(action)
        if action.kind in CIRCUMSTANCES:
            self.circumstances[action.kind] = action
        self._comes_about(action)
        self.rules.hold(action)
        self._done += 1
        if self._done % LOOKS_EVERY == 0:
            self.home_is_near()
        self._nothing_grumbles()

    def home_is_near(self) -> None:
        """From everywhere one touch leads home, and staff out.

        Raises Trouble.
        """
        self._threads_answer()
        self.rules.home_is_near()
        self.rules.the_panel_follows()

    def comes_to_rest(self) -> None:
        """Everybody goes, and the window is as it was at first."""
        for kind in ("screen", "leap", "turn", "edition"):
            self.do(Action(kind, 0, 0, 1 if kind == "screen" else 0))
        if isinstance(self.machine.program, Resting):
            self.do(Action("end", 0, 0, 0))

    def _comes_about(self, action: Action) -> None:
        """What an action has set going: timers, threads, another edition, the end of the program."""
        self.machine.clockwork.ring()
        if action.kind in UNTOUCHED or action.number // 100 % 4 >= LATE_OF_FOUR:
            self._threads_answer()
        if self.machine.ends_if_it_wishes():
            self._hand.is_lifted()
        self.visitor.settles()

    def _threads_answer(self) -> None:
        if work_all():
            QCoreApplication.processEvents()
            self.machine.follows_editions()

    # --- what is said of trouble --------------------------------------------------------------------------------------

    def _nothing_grumbles(self) -> None:
        if self._grumbles.heard:
            told = "; ".join(self._grumbles.heard)
            self._grumbles.heard.clear()
            raise Trouble(told)

    def _is_due(self, record: logging.LogRecord) -> bool:
        """Whether a line tells of what has gone wrong on purpose."""
        program, broken = self.machine.program, self.world.broken
        match record.msg:
            case grumbles.NOT_MADE:
                return broken is not None and record.args == (broken.__name__,)
            case grumbles.ENDED_VISIT | grumbles.AGAIN_AND_AGAIN:
                return self.world.is_falling
            case grumbles.NO_PAPER:
                return self.machine.cups.state == "out of paper"
            case grumbles.NO_ANSWER:
                return isinstance(program, Running) and self.machine.cups.hangs(program.printing)
            case grumbles.SAFE_MODE_ENDED:
                return isinstance(program, Resting)
            case _:
                return False

    def _falls(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(self._program, Running):
            self._program.hooks.failed(kind, error, trace)


def drop_all() -> None:
    """Do what was put off before another kiosk begins."""
    QCoreApplication.processEvents()
    forget_dropped_widgets()
