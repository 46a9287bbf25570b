"""The printer in the cage: one that works, one without paper, one whose server does not answer; and its queue."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Literal, get_args

from kiosk.services.printing import Printing
from tests.soak.monkey.beside import Fate, Program

NAME: Final = "desk"
State = Literal["ready", "out of paper", "silent"]
STATES: Final[tuple[State, ...]] = get_args(State)
ANSWERS_AFTER: Final = 0.3
"""Seconds."""
SILENT_FOR: Final = 120.0
"""Seconds until a server that hangs answers after all: long after the kiosk has lost patience."""
PRINTS_IN: Final = 4.0
"""Seconds for a sheet."""


@dataclass
class _Sheet:
    visit: int
    since: float
    is_printed: bool = False


class Cups:
    """The server and the printer behind it."""

    def __init__(self, clock: Callable[[], float], visit: Callable[[], int]) -> None:
        """visit: the number of the visit that goes on."""
        self._clock, self._visit = clock, visit
        self._sheets: dict[str, _Sheet] = {}
        self._number = 0
        self.state: State = "ready"
        self.strays: list[str] = []
        """Sheets that came out when the visit in which they were sent was over."""
        self.printed = 0

    def fate(self, program: str, arguments: Sequence[str]) -> Fate | None:
        """lp, lpstat, and the program that asks what has become of a sheet."""
        seconds = SILENT_FOR if self.state == "silent" else ANSWERS_AFTER
        if program == "lp":
            visit = self._visit()
            return Fate(seconds, lambda: self._takes(visit))
        if program == "lpstat":
            return Fate(seconds, self._tells)
        job = "-".join(arguments[-2:])
        return Fate(seconds, lambda: self._became(job))

    def starts_detached(self, program: str, arguments: Sequence[str]) -> None:
        """A sheet is taken back, even from a server that answers nobody."""
        assert program == "cancel"
        for job in arguments:
            self._sheets.pop(job, None)

    def works(self) -> None:
        """Print what has waited long enough."""
        for job, sheet in self._sheets.items():
            if self.state == "ready" and not sheet.is_printed and self._clock() - sheet.since >= PRINTS_IN:
                sheet.is_printed = True
                self.printed += 1
                if sheet.visit != self._visit():
                    self.strays.append(job)

    def hangs(self, printing: Printing | None) -> bool:
        """Whether the kiosk waits for a server that is silent."""
        waits_for: object = printing._printer._running if printing is not None else None
        return isinstance(waits_for, Program) and waits_for.lasts(SILENT_FOR)

    def _takes(self, visit: int) -> str:
        self._number += 1
        job = f"{NAME}-{self._number}"
        self._sheets = {job: sheet for job, sheet in self._sheets.items() if not sheet.is_printed}
        self._sheets[job] = _Sheet(visit, self._clock())
        return f"request id is {job} (1 file(s))\n"

    def _tells(self) -> str:
        self.works()
        alerts = "media-empty-error" if self.state == "out of paper" else "none"
        waiting = [f"{job} kiosk 1024" for job, sheet in self._sheets.items() if not sheet.is_printed]
        return "\n".join([f"printer {NAME} is idle.", f"\tAlerts: {alerts}", *waiting])

    def _became(self, job: str) -> str:
        sheet = self._sheets.get(job)
        assert re.fullmatch(rf"{NAME}-\d+", job)
        return "completed\n" if sheet is not None and sheet.is_printed else "canceled\n"
