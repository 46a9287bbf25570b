"""It is killed and frozen, again and again: it comes back, or rests in sight while it goes on trying."""

import time
from typing import Final

from tests.boot.guest import GuestError, wait_for
from tests.boot.machine import APP, COMPOSITOR, UNIT, Machine
from tests.boot.sandbox import beside_the_kiosk
from tests.boot.tally import Tally

_MOST_BLOWS: Final = 8
_LONGER_THAN_A_RESTART: Final = 10.0
"""Seconds."""
_WISH: Final = (
    'import sys; sys.path.insert(0, "/usr/lib/clinic-kiosk/current/site"); '
    "from kiosk.device.leaving import wish_to_leave; sys.exit(not wish_to_leave())"
)
"""What the staff screen does when staff leave the kiosk, in Python."""
_CRASH, _HANG = 5.0, 15.0
"""Seconds in which it must be back on a real machine, where a start takes _START of them."""
_START: Final = 2.0
_BLOWS: Final = (
    ("the program killed", f"kill -9 $({APP})", _CRASH),
    ("the compositor killed", f"kill -9 $({COMPOSITOR})", _CRASH),
    ("the program frozen", f"kill -STOP $({APP})", _HANG),
    ("the compositor frozen", f"kill -STOP $({COMPOSITOR})", _HANG),
)


def comes_back(machine: Machine, tally: Tally) -> None:
    """Each by itself; an emulated machine may take longer by what a start takes longer there."""
    _, start = machine.comes_back_after(f"systemctl restart --no-block {UNIT}")
    for what, command, limit in _BLOWS:
        machine.run(f"rm -f /var/lib/clinic-kiosk/starts.json; systemctl reset-failed {UNIT}")
        took, own = machine.comes_back_after(command)
        most = limit - _START + max(start, _START)
        seen = f"attract screen after {took:.0f} s, {own:.0f} s by its own clock, where a start takes {start:.0f} s"
        tally.note(what, seen, passed=own <= most)
    stacks, _ = machine.guest.try_to(f"journalctl -u {UNIT} -b --no-pager -o cat | grep -c 'most recent call first'")
    tally.note("the log after that", f"{stacks} stacks of what hung", passed=stacks != "0")


def stops(machine: Machine, tally: Tally) -> None:
    """It ends in good order when it is told to."""
    machine.run(f"systemctl stop {UNIT}")
    result = machine.run(f"systemctl show -p Result --value {UNIT}")
    tally.note("told to stop", result, passed=result == "success")


def is_left(machine: Machine, tally: Tally) -> None:
    """Staff leave it by their screen, whose wish this is: it ends, and does not begin again."""
    machine.run(beside_the_kiosk(f"python3 -I -B -c '{_WISH}'"))
    wait_for(lambda: _state(machine) == "inactive", 60, "service that has stopped")
    time.sleep(_LONGER_THAN_A_RESTART)
    state = _state(machine)
    tally.note("left by staff", f"the service is {state}", passed=state == "inactive")
    machine.run(f"systemctl start --no-block {UNIT}")
    machine.waits_for("attract")
    tally.note("and started again", "attract screen", passed=True)


def _state(machine: Machine) -> str:
    return machine.guest.try_to(f"systemctl is-active {UNIT}")[0]


def rests(machine: Machine, tally: Tally) -> None:
    """Killed as soon as it begins, five times, it shows the resting screen, and safe mode behind it."""
    blows = 0

    def rests_at_last() -> bool:
        nonlocal blows
        status, (pid, _) = _status(machine), machine.guest.try_to(APP)
        if pid and "Running." in status:
            if blows == _MOST_BLOWS:
                raise GuestError(f"It was killed {blows} times and does not rest.")
            machine.guest.try_to(f"kill -9 {pid}")
            blows += 1
        return "rests" in status

    wait_for(rests_at_last, 600, "rest")
    machine.shoot("resting")
    tally.note(f"killed {blows} times in a row", "the resting screen, and safe mode is tried", passed=True)
    status = wait_for(
        lambda: next((said for said in (_status(machine),) if "in safe mode" in said), ""), 240, "safe mode"
    )
    machine.waits_for("attract")
    machine.shoot("safe-mode")
    tally.note("a little later", f"{status}", passed=True)


def _status(machine: Machine) -> str:
    return machine.guest.try_to(f"systemctl show -p StatusText --value {UNIT}")[0]
