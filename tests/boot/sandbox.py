"""Runs a program once beside the kiosk, shut in as the kiosk is, or where the kiosk itself is."""

import re
from typing import Final

from tests.boot.machine import APP, UNIT, Machine

_TRY: Final = "clinic-kiosk-try.service"
_NOT_OURS: Final = re.compile(
    r"^(?:ExecStartPre|ExecStop|Restart|WatchdogSec|TimeoutStartSec|Conflicts|RuntimeDir)\w*="
)


def run_like_ours(machine: Machine, command: str, seconds: float) -> str:
    """What a command of Python's tells that runs in a unit which differs from the kiosk's only in what it starts."""
    machine.guest.put(f"/run/systemd/system/{_TRY}", like_ours(machine.run(f"systemctl cat {UNIT}"), command))
    machine.run("systemctl daemon-reload")
    before = machine.run("date +%s")
    machine.guest.try_to(f"systemctl start {_TRY}", seconds)
    return machine.run(f"journalctl -u {_TRY} -b --since @{before} --no-pager -o cat")


def beside_the_kiosk(command: str) -> str:
    """The command line of one that is done by the kiosk's user, who sees the files as the kiosk does."""
    return f"nsenter -m -t $({APP}) setpriv --reuid kiosk --regid kiosk --clear-groups {command}"


def like_ours(unit: str, command: str) -> str:
    """Our unit with another program in it."""
    lines = [line for line in unit.splitlines() if not _NOT_OURS.match(line)]
    told = "\n".join(line for line in lines if line != "[Install]" and not line.startswith("WantedBy="))
    told = re.sub(r"^ExecStart=.*", f"ExecStart=/usr/bin/python3 -I {command}", told, flags=re.MULTILINE)
    return re.sub(r"^Type=.*", "Type=oneshot", told, flags=re.MULTILINE) + "\n"
