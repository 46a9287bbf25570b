"""The same things that are kept, with numbers that rise without end; as a program it writes them until it is killed.

Nothing is ever taken away here: what is not there after a power cut was lost.
"""

import json
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path
from typing import Final
from unittest.mock import patch

from kiosk.device import pin
from tests.faults.kept import KEPT, Kept, _pins, _starts


@dataclass(frozen=True, slots=True)
class Rising:
    """One of the things that are kept."""

    write: Callable[[Path, int], None]
    """Write the number that follows the one before."""
    holds: Callable[[Path, int], bool]
    """Whether a kiosk that starts now finds this number."""


def _reads(kept: Kept, state: Path, number: int) -> bool:
    return kept.read(state) == number


def _digits(number: int) -> str:
    return f"{number:07}"


def _set_pin(state: Path, number: int) -> None:
    _pins(state).set("Ana", _digits(number))


def _has_pin(state: Path, number: int) -> bool:
    """What the PIN is cannot be read back, only whether it is this one."""
    return pin._is_right(_digits(number), _pins(state)._read().get("Ana", {}))


def _end_by_plan(state: Path, _number: int) -> None:
    """Failures are counted up to a few only, ends by plan without end; both stand in the same file."""
    _starts(state).ended(by_plan=True)


def _ended_by_plan(state: Path, number: int) -> bool:
    return _starts(state).planned() == number


RISING: Final[Mapping[str, Rising]] = {
    **{name: Rising(kept.write, partial(_reads, kept)) for name, kept in KEPT.items()},
    "PIN": Rising(_set_pin, _has_pin),
    "starts": Rising(_end_by_plan, _ended_by_plan),
}


def state_of(folder: Path, name: str) -> Path:
    """Each has a state folder of its own: a new PIN, for one, forgives the wrong tries."""
    return folder / name / "state"


def begin(folder: Path, name: str, number: int) -> None:
    """Tell that a number is about to be written, then write it: whoever tells of the next has written this one."""
    state = state_of(folder, name)
    state.mkdir(parents=True, exist_ok=True)
    with (folder / "told").open("ab", buffering=0) as told:
        told.write(f"{json.dumps([name, number])}\n".encode())
    RISING[name].write(state, number)


def held_after(folder: Path) -> dict[str, int]:
    """What is held of each after a power cut: what was told last; of the very last perhaps the one before.

    Raises AssertionError when it is anything else.
    """
    told = [json.loads(line) for line in (folder / "told").read_text(encoding="utf-8").splitlines()]
    cut, _ = told[-1]
    return {name: _held(folder, name, number, may_be_before=name == cut) for name, number in dict(told).items()}


def _held(folder: Path, name: str, number: int, *, may_be_before: bool) -> int:
    state = state_of(folder, name)
    may_be = (number, number - 1) if may_be_before else (number,)
    found = [one for one in may_be if RISING[name].holds(state, one)]
    there = {file.name: file.read_bytes() for file in state.glob("*")}
    assert found, f"{name} should hold one of {may_be}: {there}"
    assert not any(file.endswith(".damaged") for file in there), there
    return found[0]


def _write_without_end(folder: Path, held: Mapping[str, int], over: str) -> None:
    """Each once, and then one over and over: a cut that comes at random would seldom hit it among slower ones.

    held: the numbers to go on from.
    """
    for name in RISING:
        begin(folder, name, held[name] + 1)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    for number in count(held[over] + 2):
        begin(folder, over, number)


if __name__ == "__main__":
    with patch.object(pin, "_COST", {"n": 2, "r": 1, "p": 1}):
        _write_without_end(Path(sys.argv[1]), json.loads(sys.argv[2]), over=sys.argv[3])
