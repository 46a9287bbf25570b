"""What was seen: one line for each question, and the table in docs/reliability.md."""

import re
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Final

_HEAD: Final = ("part", "what was done", "what was seen", "when", "passed")
_YES, _NO = "yes", "**no**"
_LONGEST: Final = 400
"""Letters of a cell; more of what went wrong lies beside the pictures."""
BROKE_OFF: Final = "it broke off"
NOT_ENDED: Final = "to its end"
"""Stands in the table while a part runs, and for good where a run was cut off."""


@dataclass(frozen=True, slots=True)
class Row:
    """The answer to one question."""

    part: str
    what: str
    seen: str
    when: str
    passed: bool

    @property
    def line(self) -> str:
        """As it stands in the table."""
        words = (self.part, self.what, self.seen, self.when, _YES if self.passed else _NO)
        return f"| {' | '.join(map(_cell, words))} |\n"


@dataclass(slots=True)
class Tally:
    """Counts, and writes each answer down at once: being cut off loses nothing."""

    parts: Sequence[str]
    """Their names, in the order of the table."""
    name: str
    """Of the table in the file: it stands between two marks with this name."""
    file: Path | None = None
    """Where the table is; none is written without."""
    has_failed: Callable[[str], None] = lambda _: None
    """Told the part of every bad answer, at the moment when it is given."""
    rows: list[Row] = field(default_factory=list)
    _part: str = ""
    _begun: float = field(default_factory=time.monotonic)

    @property
    def failed(self) -> int:
        """How many questions have a bad answer."""
        return sum(not row.passed for row in self.rows)

    def begin(self, part: str) -> None:
        """What is noted from now on is of this part; the notes of an earlier run of it go with the first one."""
        self._part = part
        self._put(NOT_ENDED, "it was cut off", passed=False)

    def end(self) -> None:
        """All questions of the part have been asked."""
        self._forget(NOT_ENDED)
        self._write()

    def note(self, what: str, seen: str, *, passed: bool) -> None:
        """Write an answer down; the same question asked again has the later one."""
        self._put(what, seen, passed=passed)
        words = "pass" if passed else "FAIL"
        print(f"[{time.monotonic() - self._begun:6.0f} s] {words}  {self._part}: {what}: {seen}", flush=True)
        self._write()
        if not passed:
            self.has_failed(self._part)

    def _put(self, what: str, seen: str, *, passed: bool) -> None:
        self._forget(what)
        when = datetime.now().astimezone().strftime("%Y-%m-%d %H:%M")
        self.rows.append(Row(self._part, what, seen, when, passed))

    def _forget(self, what: str) -> None:
        self.rows = [row for row in self.rows if (row.part, row.what) != (self._part, what)]

    def _write(self) -> None:
        if self.file is not None:
            write(self.file, self.name, self.rows, self.parts)


def write(file: Path, name: str, rows: Sequence[Row], parts: Sequence[str]) -> None:
    """Put the rows into the table between the two marks with this name; those of other parts stay as they are.

    Raises ValueError when the file has no such marks.
    """
    begin, end = f"<!-- {name} -->\n", f"<!-- end of {name} -->"
    text = file.read_text(encoding="utf-8")
    found = re.search(f"{re.escape(begin)}(.*?){re.escape(end)}", text, flags=re.DOTALL)
    if not found:
        raise ValueError(f"{file} has no place for {name}.")
    new = {row.part for row in rows}
    told = [*(row for row in _read(found[1]) if row.part not in new), *rows]
    told.sort(key=lambda row: parts.index(row.part) if row.part in parts else len(parts))
    head = f"| {' | '.join(_HEAD)} |\n|{' --- |' * len(_HEAD)}\n"
    table = f"{begin}\n{head}{''.join(row.line for row in told)}\n{end}"
    file.write_text(f"{text[: found.start()]}{table}{text[found.end() :]}", encoding="utf-8")


def _read(table: str) -> list[Row]:
    lines = (line for line in table.splitlines() if line.endswith((f"| {_YES} |", f"| {_NO} |")))
    cells = ([cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines)
    return [Row(*_told(words), words[-1] == _YES) for words in cells if len(words) == len(_HEAD)]


def _told(words: list[str]) -> tuple[str, str, str, str]:
    part, what, seen, when = (word.replace("\\|", "|") for word in words[:-1])
    return part, what, seen, when


def _cell(words: str) -> str:
    """In one line, and without what would end the cell."""
    line = " ".join(words.split())
    line = line if len(line) <= _LONGEST else f"{line[:_LONGEST]} …"
    return line.replace("|", "\\|")
