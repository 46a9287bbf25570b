"""The plug is pulled, the kernel panics, systemd dies: it starts anew, with a whole edition on show."""

import json
import random
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tests.boot import whole_edition
from tests.boot.machine import CONTENT, STATE, Machine
from tests.boot.tally import Tally

NEW: Final = "Hello 1"
"""The greeting in the edition that the plug is pulled on."""
_WRITES: Final = f"ls {STATE}/editions | grep -q building"
"""Whether an edition is being written at this moment."""
_SLOW: Final = 300.0
"""Seconds that a guest may take to notice a change, check all pages and write them."""


_BEGIN: Final = (0.25, 0.5)
"""Where the attract screen is touched."""
_MOMENT: Final = "writing"
_BOOTED: Final = 5
"""After every so many pulls the PC is switched on again, and not only its disk looked at: that takes minutes."""


@dataclass(slots=True)
class _Pulls:
    """How often, and what was there afterwards."""

    number: int = 0
    new: int = 0
    """Those that left the new edition; the others left the one before."""
    started: int = 0
    """Those after which the PC was switched on, and the attract screen came."""
    bad: list[str] = field(default_factory=list)


def while_it_writes(machine: Machine, tally: Tally, pulls: int, seed: int) -> None:
    """The plug is pulled so often while an edition is written."""
    chance, seen = _chance(seed), _Pulls()
    takes = _come_to_the_moment(machine)
    while seen.number < pulls:
        _pull_while_it_writes(machine, seen, chance.uniform(0, 1.5 * takes))
        if seen.number % _BOOTED == 1:
            _comes_up(machine, seen)
            machine.switch_off()
        left = f"{seen.number - seen.new} times the one before, {seen.new} times the new one"
        _tell(tally, seen, f"the plug pulled while an edition is written (seed {seed})", f": {left}")


def in_use(machine: Machine, tally: Tally, pulls: int, seed: int) -> None:
    """The plug is pulled so often: after somebody has begun to read, and at once again while the PC starts."""
    chance, seen = _chance(seed), _Pulls()
    machine.pull_the_plug()
    _look(machine, seen)
    starting = _comes_up(machine, seen)
    while seen.number < pulls:
        machine.touch(_BEGIN)
        machine.waits_for("home", 60)
        starting = _pull_twice(machine, seen, chance.uniform(0.5, starting))
        _tell(tally, seen, f"the plug pulled in use, and again while it starts (seed {seed})", "")


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


def _come_to_the_moment(machine: Machine) -> float:
    """Keep the PC as it is when it begins to write an edition; gives the seconds that it takes to write one."""
    machine.run(f"test -e {CONTENT}/en/home.yaml || clinic-kiosk content copy en/home.yaml")
    _change(machine, "Hello 0")
    takes = _rest_of_writing(machine)
    _change(machine, NEW)
    machine.guest.keep(_MOMENT)
    machine.pull_the_plug()
    return takes


def _pull_while_it_writes(machine: Machine, seen: _Pulls, after: float) -> None:
    """The pulled PC stays off; what is on its disk is looked at from outside."""
    machine.switch_on(_MOMENT)
    time.sleep(after)
    machine.pull_the_plug()
    _look(machine, seen)


def _look(machine: Machine, seen: _Pulls) -> None:
    """One more pull: what is on the disk of the PC that is off."""
    seen.number += 1
    with machine.image.mounted(machine.disk) as root:
        edition = whole_edition.look(root / STATE[1:])
    seen.new += edition["greeting"] == NEW
    seen.bad += edition["wrong"]


def _pull_twice(machine: Machine, seen: _Pulls, after: float) -> float:
    machine.pull_the_plug()
    _look(machine, seen)
    machine.switch_on()
    time.sleep(after)
    machine.pull_the_plug()
    _look(machine, seen)
    return _comes_up(machine, seen)


def _change(machine: Machine, greeting: str) -> None:
    """Change a page, and wait until its edition begins to be written."""
    machine.run(f"sed -i 's/^greeting: .*/greeting: {greeting}/' {CONTENT}/en/home.yaml")
    machine.guest.run(f"until {_WRITES}; do sleep 0.05; done", _SLOW)


def _rest_of_writing(machine: Machine) -> float:
    """Seconds."""
    begun = time.monotonic()
    machine.guest.run(f"while {_WRITES}; do sleep 0.05; done", _SLOW)
    return time.monotonic() - begun


def _chance(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 - nothing secret


def _comes_up(machine: Machine, seen: _Pulls) -> float:
    """Gives the seconds that it took until its first picture."""
    machine.switch_on()
    machine.waits_for("attract")
    took = machine.guest.age
    machine.guest.log_in(_SLOW)
    seen.started += 1
    machine.guest.put("/run/whole_edition.py", Path(whole_edition.__file__).read_text(encoding="utf-8"))
    seen.bad += json.loads(machine.run("python3 /run/whole_edition.py"))["wrong"]
    failed = machine.guest.try_to("systemctl --failed --no-legend")[0]
    seen.bad += [failed] if failed else []
    return took


def _tell(tally: Tally, seen: _Pulls, what: str, more: str) -> None:
    """What was seen so far: a run that breaks off after an hour has told it."""
    wrong = "".join(f"; NOT SO: {line}" for line in seen.bad)
    started = f"; switched on again after {seen.started} of them, each time the attract screen"
    tally.note(
        what, f"{seen.number} times, each time a whole edition on the disk{more}{started}{wrong}", passed=not seen.bad
    )
