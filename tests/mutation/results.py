"""What came of each mistake: kept line by line, so that a run which is cut off goes on where it stood."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, get_args

from tests.mutation.mutants import Mutant
from tests.mutation.trial import ROOT, Came

NOTICED: Final = frozenset[Came]({"killed", "hangs"})
AREAS: Final = {
    "editions": "kiosk/content/editions",
    "content": "kiosk/content",
    "session": "kiosk/session",
    "PIN": "kiosk/device/pin.py",
}
"""The rows of the table; a file belongs to the first that it lies in."""
ELSEWHERE: Final = "elsewhere"
HEAD: Final = """\
| part | tried | noticed | survived | run by no test |
| --- | --- | --- | --- | --- |"""


class Results:
    """By mistake, in a file to which each is added as soon as it is known."""

    def __init__(self, file: Path | None = None) -> None:
        """file: it may hold what a former run has found; without one nothing is kept."""
        self._file = file
        self._known = dict(_kept(file)) if file and file.exists() else {}

    def of(self, mutant: Mutant) -> Came | None:
        """What came of it the last time; None when it was not tried yet, or its file has changed since."""
        return self._known.get(_name(mutant))

    def add(self, mutant: Mutant, came: Came) -> None:
        """Keep what came of it."""
        name = _name(mutant)
        self._known[name] = came
        if self._file:
            with self._file.open("a", encoding="utf-8") as kept:
                kept.write("\n" + json.dumps([name, came, mutant.line], ensure_ascii=False))  # after half a line, too


def _kept(file: Path) -> Iterator[tuple[str, Came]]:
    for line in file.read_text(encoding="utf-8").splitlines():
        try:
            name, came, _ = json.loads(line)
        except ValueError:  # cut off while it was written
            continue
        if came in get_args(Came):
            yield name, came


def _name(mutant: Mutant) -> str:
    """The same as long as its file is."""
    written = hashlib.sha256(mutant.source.encode()).hexdigest()[:12]
    return f"{mutant.file.relative_to(ROOT).as_posix()} {written} {mutant.number} {mutant.what}"


@dataclass(frozen=True, slots=True)
class Row:
    """How many of the mistakes in a part came to what."""

    part: str
    tried: int
    noticed: int
    survived: int
    untested: int

    def __str__(self) -> str:
        """As a row of a table in Markdown."""
        share = f"{self.noticed} ({self.noticed / max(self.tried, 1):.0%})"
        return f"| {self.part} | {self.tried} | {share} | {self.survived} | {self.untested} |"


def table(found: Iterable[tuple[Mutant, Came]]) -> list[Row]:
    """A row for each part that mistakes were tried in, and one for all of them."""
    came: dict[str, Counter[Came]] = {part: Counter() for part in (*AREAS, ELSEWHERE)}
    for mutant, how in found:
        came[_area(mutant)][how] += 1
    rows = [_row(part, counted) for part, counted in came.items() if counted]
    return [*rows, _row("all", sum(came.values(), Counter()))]


def _row(part: str, came: Counter[Came]) -> Row:
    noticed = sum(came[how] for how in NOTICED)
    return Row(part, came.total(), noticed, came["survived"], came["untested"])


def _area(mutant: Mutant) -> str:
    file = mutant.file.relative_to(ROOT)
    return next((name for name, where in AREAS.items() if file.is_relative_to(where)), ELSEWHERE)
