"""It is locked: no key and no button does anything; with each lock off, the same key does."""

import time
from collections.abc import Callable
from typing import Final

from tests.boot.guest import GuestError, wait_for
from tests.boot.machine import APP, UNIT, Machine
from tests.boot.proof.start import glimpses_before_the_picture, is_another
from tests.boot.tally import Tally

_KEYS = (
    ("ctrl", "alt", "f2"),
    ("ctrl", "alt", "f7"),
    ("ctrl", "alt", "delete"),
    ("alt", "sysrq", "b"),
    ("alt", "f4"),
    ("ctrl", "alt", "backspace"),
    ("ctrl", "q"),
    ("meta_l",),
    ("alt", "tab"),
)
_FIRST_TERMINAL = 'import fcntl, os; fcntl.ioctl(os.open("/dev/tty0", os.O_RDWR), 0x5606, 1)'
"""VT_ACTIVATE, in Python: a bare Debian has no chvt."""
_SPEAK: Final = "loglevel=7 systemd.show_status=1"
"""For the kernel, behind what the package tells it: of two words that contradict each other the last one counts."""


def magic_key(machine: Machine, tally: Tally) -> None:
    """Without its lock it starts the machine anew."""
    unlock = "echo 1 > /proc/sys/kernel/sysrq"
    _ends(machine, tally, "magic key", unlock, lambda: machine.guest.press("alt", "sysrq", "b"))


def ctrl_alt_del(machine: Machine, tally: Tally) -> None:
    """The same; a compositor takes it in, so there is none."""
    unlock = (
        "systemctl unmask --runtime ctrl-alt-del.target; rm -f /etc/systemd/system/ctrl-alt-del.target; "
        f"systemctl daemon-reload; systemctl stop {UNIT}"
    )
    what = "Ctrl+Alt+Del with no compositor"
    _ends(machine, tally, what, unlock, lambda: machine.guest.press("ctrl", "alt", "delete"))


def power_button(machine: Machine, tally: Tally) -> None:
    """The same."""
    unlock = (
        "mkdir -p /run/systemd/logind.conf.d; printf '[Login]\\nHandlePowerKey=reboot\\n' > "
        "/run/systemd/logind.conf.d/99.conf; systemctl restart systemd-logind"
    )
    _ends(machine, tally, "power button", unlock, lambda: machine.guest.qmp("system_powerdown"))


def keys(machine: Machine, tally: Tally) -> None:
    """Locked, none does anything."""
    before = _facts(machine)
    _press_all(machine)
    names = ", ".join("+".join(together) for together in _KEYS)
    tally.note(f"{names}, power button", "nothing", passed=_facts(machine) == before)
    machine.run(f"systemctl stop {UNIT}")
    boot = _boot(machine)
    _press_all(machine)
    passed = _boot(machine) == boot and _is_dark(machine)
    tally.note("the same while the kiosk is away", "a black screen", passed=passed)
    machine.run(f"systemctl start --no-block {UNIT}")
    machine.waits_for("attract")


def _press_all(machine: Machine) -> None:
    """Every key of the list, and the power button."""
    for together in _KEYS:
        machine.guest.press(*together)
        time.sleep(0.7)
    machine.guest.qmp("system_powerdown")
    time.sleep(4)


def terminal(machine: Machine, tally: Tally) -> None:
    """Cage switches terminals when it is told to (-s), Sway unless its key map is without these keys."""
    unlocked, more = "/usr/local/bin/unlocked", f"/run/systemd/system/{UNIT}.d"  # /run itself may not hold programs
    lines = f"[Service]\\nExecStart=\\nExecStart={unlocked}\\nEnvironment=XKB_DEFAULT_OPTIONS=\\n"
    machine.run(f"sed 's/exec cage -d/exec cage -d -s/' /usr/lib/clinic-kiosk/compositor > {unlocked}")
    machine.run(f"chmod 755 {unlocked}; mkdir -p {more}; printf '{lines}' > {more}/unlocked.conf")
    machine.run(f"systemctl daemon-reload; systemctl restart {UNIT}")
    machine.waits_for("attract")
    machine.guest.press("ctrl", "alt", "f2")
    time.sleep(3)
    terminal = machine.run("cat /sys/class/tty/tty0/active")
    tally.note("Ctrl+Alt+F2 without its lock", f"goes to {terminal}", passed=terminal == "tty2")
    machine.run(f"rm -r {more}; systemctl daemon-reload; python3 -c '{_FIRST_TERMINAL}'; systemctl restart {UNIT}")
    machine.waits_for("attract")


def words(machine: Machine, tally: Tally) -> None:
    """What somebody writes to the console is seen: so the check would see it, too, before the first picture."""
    machine.run(f"systemctl stop {UNIT}")
    wait_for(lambda: _is_dark(machine), 60, "black screen")
    machine.run("echo A word on the screen > /dev/console")
    wait_for(lambda: is_another(machine, machine.guest.picture()), 60, "word on the screen")
    machine.shoot("word")
    tally.note("a word written to the console while the kiosk is away", "is seen", passed=True)


def silence(machine: Machine, tally: Tally) -> None:
    """Kernel and systemd are told to speak: so the check would see what they write while the machine starts."""
    machine.pull_the_plug()
    machine.switch_on(told=_SPEAK)
    glimpses = glimpses_before_the_picture(machine)
    what = "switched on, with kernel and systemd told to speak"
    tally.note(what, glimpses.told, passed=bool(glimpses.with_something))


def _ends(machine: Machine, tally: Tally, what: str, unlock: str, press: Callable[[], object]) -> None:
    """Take the lock off, press, and see the machine start anew."""
    before = _boot(machine)
    machine.run(unlock)
    machine.guest.forget_what_it_said()
    press()
    try:
        machine.guest.log_in(240)
    except GuestError as error:
        tally.note(f"{what} without its lock", f"nothing either: {error}", passed=False)
        return
    tally.note(f"{what} without its lock", "the machine starts anew", passed=_boot(machine) != before)


def _is_dark(machine: Machine) -> bool:
    picture = machine.guest.picture()
    return picture is None or picture.is_dark


def _facts(machine: Machine) -> tuple[str, str, str]:
    return _boot(machine), machine.run(APP), machine.run("cat /sys/class/tty/tty0/active")


def _boot(machine: Machine) -> str:
    return machine.run("cat /proc/sys/kernel/random/boot_id")
