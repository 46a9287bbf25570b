"""It is killed and frozen, again and again: it comes back, or rests in sight while it goes on trying."""

import time

from tests.boot.guest import GuestError, wait_for
from tests.boot.machine import APP, COMPOSITOR, UNIT, Machine
from tests.boot.tally import Tally

_BLOWS = (
    ("the program killed", f"kill -9 $({APP})"),
    ("the compositor killed", f"kill -9 $({COMPOSITOR})"),
    ("the program frozen", f"kill -STOP $({APP})"),
    ("the compositor frozen", f"kill -STOP $({COMPOSITOR})"),
)


def prove(machine: Machine, tally: Tally) -> None:
    """Each blow by itself, then many at once."""
    for what, command in _BLOWS:
        machine.run(f"rm -f /var/lib/clinic-kiosk/starts.json; systemctl reset-failed {UNIT}")
        took = machine.comes_back_after(command)
        tally.note(what, f"attract screen after {took:.1f} s", passed=True)
    stacks, _ = machine.guest.try_to(f"journalctl -u {UNIT} -b --no-pager -o cat | grep -c 'most recent call first'")
    tally.note("the log after that", f"{stacks} stacks of what hung", passed=stacks != "0")
    _rests(machine, tally)
    machine.run(f"systemctl stop {UNIT}")
    result = machine.run(f"systemctl show -p Result --value {UNIT}")
    tally.note("told to stop", result, passed=result == "success")
    machine.run(f"rm -f /var/lib/clinic-kiosk/starts.json; systemctl start --no-block {UNIT}")
    machine.waits_for("attract")


def _rests(machine: Machine, tally: Tally) -> None:
    """Killed as soon as it begins, five times, it shows the resting screen, and safe mode behind it."""
    begun = time.monotonic()
    blows = 0
    while "rests" not in _status(machine):
        pid = machine.guest.try_to(APP)[0]
        if pid and "Running." in _status(machine):
            machine.guest.try_to(f"kill -9 {pid}")
            blows += 1
        if time.monotonic() - begun > 600 or blows > 8:
            raise GuestError(f"It was killed {blows} times and does not rest.")
        time.sleep(1)
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
