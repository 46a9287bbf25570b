"""Switched on, it is a kiosk: nothing but the picture, the sandbox shut, all services sound."""

import re
from typing import Final

from tests.boot.glimpses import Glimpses
from tests.boot.guest import wait_for
from tests.boot.machine import APP, UNIT, Machine
from tests.boot.picture import Picture
from tests.boot.tally import Tally

MOST_OPEN: Final = 1.5
"""The most that `systemd-analyze security` may find."""
_OWN: Final = (1280, 800)
"""The size of the screen once the kernel has it; before that QEMU shows words of its own."""
_MUCH: Final = 400
"""MiB."""


def prove(machine: Machine, tally: Tally) -> None:
    """Switch on for the first time and look."""
    machine.has_a_new_disk()
    machine.switch_on()
    _nothing_before_the_picture(machine, tally)
    machine.is_ready()
    machine.shoot("attract")
    tally.note("the attract screen", "goes from picture to picture", passed=machine.moves())
    state = machine.guest.try_to("systemctl is-system-running --wait")[0]
    failed = machine.guest.try_to("systemctl --failed --no-legend")[0]
    tally.note("all services", f"{state} {failed}".strip(), passed=state == "running")
    _sandbox(machine, tally)
    machine.keep_as_started()


def _nothing_before_the_picture(machine: Machine, tally: Tally) -> None:
    """From the firmware's screen on there is black, or another plain dark colour, and then the attract screen."""
    glimpses = glimpses_before_the_picture(machine)
    took = f"{machine.guest.age:.0f} s"
    tally.note("switched on", f"attract screen after {took}, first start of a new disk", passed=True)
    what = "from the kernel's first picture to the attract screen"
    tally.note(what, glimpses.told, passed=glimpses.are_harmless)


def glimpses_before_the_picture(machine: Machine) -> Glimpses:
    """Wait for the attract screen; gives what was seen until then and was not black."""
    glimpses = Glimpses()

    def look() -> bool:
        picture = machine.guest.picture()
        if picture is not None and _is_lit(machine, picture) and glimpses.take(picture):
            machine.shoot("before-the-picture")
        return machine.screens.shows(picture, "attract")

    wait_for(look, 240, "attract screen")
    return glimpses


def is_another(machine: Machine, picture: Picture | None) -> bool:
    """Whether the kernel's screen shows something, and it is not the attract screen; a colour alone is nothing."""
    return _is_lit(machine, picture) and picture is not None and not picture.is_plain


def _is_lit(machine: Machine, picture: Picture | None) -> bool:
    """Whether the kernel's screen shows anything but black and the attract screen."""
    if picture is None or (picture.width, picture.height) != _OWN or picture.is_dark:
        return False
    return not machine.screens.shows(picture, "attract")


def _sandbox(machine: Machine, tally: Tally) -> None:
    status = machine.run(f"grep -E 'NoNewPrivs|Seccomp:|CapBnd' /proc/$({APP})/status | tr -s '\\t\\n' ' '")
    is_shut = all(words in status for words in ("NoNewPrivs: 1", "Seccomp: 2", "CapBnd: 0000000000000000"))
    tally.note("the program's rights", status, passed=is_shut)
    said = machine.run(f"systemd-analyze security {UNIT} --no-pager | tail -n 1")
    found = re.search(r"\d+\.\d", said)
    score = float(found[0]) if found else 10.0
    tally.note("systemd-analyze security", f"{score} (at most {MOST_OPEN})", passed=score <= MOST_OPEN)
    used = int(machine.run(f"systemctl show -p MemoryCurrent --value {UNIT}")) // 2**20
    tally.note("memory of program and compositor, with the files they have read", f"{used} MiB", passed=used < _MUCH)
