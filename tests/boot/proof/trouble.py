"""It is killed and frozen, again and again: it comes back, or rests in sight while it goes on trying."""

from typing import Final

from tests.boot.guest import GuestError, wait_for
from tests.boot.machine import APP, COMPOSITOR, UNIT, Machine
from tests.boot.tally import Tally

_MOST_BLOWS: Final = 8
_BLOWS: Final = (
    ("the program killed", f"kill -9 $({APP})"),
    ("the compositor killed", f"kill -9 $({COMPOSITOR})"),
    ("the program frozen", f"kill -STOP $({APP})"),
    ("the compositor frozen", f"kill -STOP $({COMPOSITOR})"),
)


def comes_back(machine: Machine, tally: Tally) -> None:
    """Each by itself."""
    for what, command in _BLOWS:
        machine.run(f"rm -f /var/lib/clinic-kiosk/starts.json; systemctl reset-failed {UNIT}")
        took, own = machine.comes_back_after(command)
        tally.note(what, f"attract screen after {took:.0f} s, {own:.0f} s by its own clock", passed=True)
    stacks, _ = machine.guest.try_to(f"journalctl -u {UNIT} -b --no-pager -o cat | grep -c 'most recent call first'")
    tally.note("the log after that", f"{stacks} stacks of what hung", passed=stacks != "0")


def stops(machine: Machine, tally: Tally) -> None:
    """It ends in good order when it is told to."""
    machine.run(f"systemctl stop {UNIT}")
    result = machine.run(f"systemctl show -p Result --value {UNIT}")
    tally.note("told to stop", result, passed=result == "success")


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
