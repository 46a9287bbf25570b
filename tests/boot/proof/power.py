"""The plug is pulled, the kernel panics, systemd dies: it starts anew, with a whole edition on show."""

import json
import random
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tests.boot.machine import CONTENT, STATE, Machine
from tests.boot.tally import Tally

_LOOK: Final = Path(__file__).parents[1] / "whole_edition.py"
_WRITES: Final = f"ls {STATE}/editions | grep -q building"
"""Whether an edition is being written at this moment."""
_STARTING: Final = 45.0
"""Seconds from the switching-on to the first picture, about."""
_SLOW: Final = 300.0
"""Seconds that a guest may take to notice a change, check all pages and write them."""


@dataclass(slots=True)
class _Pulls:
    """How often, and what was there afterwards."""

    during: int = 0
    """While an edition was being written."""
    new: int = 0
    """Those of them that left the new edition; the others left the one before."""
    other: int = 0
    editions: list[int] = field(default_factory=list)
    bad: list[str] = field(default_factory=list)


def prove(machine: Machine, tally: Tally, pulls: int, seed: int) -> None:
    """Half of the pulls while an edition is written, the others in use and, at once again, while it starts."""
    chance = random.Random(seed)  # noqa: S311 - nothing secret
    machine.run(f"test -e {CONTENT}/en/home.yaml || clinic-kiosk content copy en/home.yaml")
    _change(machine, "Hello")
    takes = _rest_of_writing(machine)
    seen = _Pulls()
    while seen.during + seen.other < pulls:
        if seen.during <= seen.other:
            _pull_while_it_writes(machine, seen, chance.uniform(0, 1.2 * takes))
        else:
            _pull_twice(machine, seen, chance.uniform(0.5, _STARTING))
        _tell(tally, seen, seed)


def panic(machine: Machine, tally: Tally) -> None:
    """The kernel gives up."""
    begun = time.monotonic()
    machine.guest.forget_what_it_said()
    machine.guest.type("echo 1 > /proc/sys/kernel/sysrq; sync; echo c > /proc/sysrq-trigger")
    machine.guest.log_in(240)
    machine.is_up_again()
    tally.note("kernel panic", f"attract screen after {time.monotonic() - begun:.0f} s", passed=True)


def systemd_dies(machine: Machine, tally: Tally) -> None:
    """Only the watchdog of the hardware is left."""
    begun = time.monotonic()
    machine.guest.forget_what_it_said()
    machine.guest.type("sync; kill -SEGV 1")
    machine.guest.log_in(300)
    machine.is_up_again()
    machine.guest.qmp("query-status")
    seen = f"attract screen after {time.monotonic() - begun:.0f} s"
    tally.note("systemd itself dead, the hardware's watchdog left", seen, passed="WATCHDOG" in machine.guest.events)


def _pull_while_it_writes(machine: Machine, seen: _Pulls, after: float) -> None:
    greeting = f"Hello {seen.during + 1}"
    _change(machine, greeting)
    time.sleep(after)
    machine.pull_the_plug()
    seen.during += 1
    seen.new += _comes_up(machine, seen) == greeting


def _pull_twice(machine: Machine, seen: _Pulls, after: float) -> None:
    machine.pull_the_plug()
    machine.switch_on()
    time.sleep(after)
    machine.pull_the_plug()
    seen.other += 2
    _comes_up(machine, seen)


def _change(machine: Machine, greeting: str) -> None:
    """Change a page, and wait until its edition begins to be written."""
    machine.run(f"sed -i 's/^greeting: .*/greeting: {greeting}/' {CONTENT}/en/home.yaml")
    machine.guest.run(f"until {_WRITES}; do sleep 0.05; done", _SLOW)


def _rest_of_writing(machine: Machine) -> float:
    """Seconds."""
    begun = time.monotonic()
    machine.guest.run(f"while {_WRITES}; do sleep 0.05; done", _SLOW)
    return time.monotonic() - begun


def _comes_up(machine: Machine, seen: _Pulls) -> str:
    """Switch on; gives the greeting that the pull has left.

    Looked at before the first picture: soon after that, the kiosk publishes by itself what it was kept from.
    """
    machine.switch_on()
    machine.guest.log_in(_SLOW)
    machine.guest.put("/run/whole_edition.py", _LOOK.read_text(encoding="utf-8"))
    edition = json.loads(machine.run("python3 /run/whole_edition.py"))
    seen.editions.append(edition["number"])
    seen.bad += edition["wrong"]
    machine.waits_for("attract")
    failed = machine.guest.try_to("systemctl --failed --no-legend")[0]
    seen.bad += [failed] if failed else []
    return str(edition["greeting"])


def _tell(tally: Tally, seen: _Pulls, seed: int) -> None:
    """What was seen so far: a run that breaks off after an hour has told it."""
    is_sound = not seen.bad and seen.editions == sorted(seen.editions)
    came = f"each time the attract screen and a whole edition{''.join(f'; NOT SO: {what}' for what in seen.bad)}"
    left = f"{seen.during - seen.new} times the one before, {seen.new} times the new one"
    tally.note(
        "the plug pulled while an edition is written",
        f"{seen.during} times (seed {seed}), {came}: {left}",
        passed=is_sound,
    )
    if seen.other:
        tally.note("the plug pulled in use, and again while it starts", f"{seen.other} times, {came}", passed=is_sound)
