"""Out of hours the screen is dark or switched off; a touch wakes it, and does nothing else."""

import time
from typing import Final

from tests.boot.guest import GuestError, wait_for
from tests.boot.machine import Machine
from tests.boot.tally import Tally

_SETTINGS: Final = "/etc/clinic-kiosk/settings.yaml"
_ENABLED: Final = "cat /sys/class/drm/card*-Virtual-1/enabled /sys/class/drm/card*-Virtual-1/dpms | tr '\\n' ' '"
"""Whether the first screen shows anything: "enabled On" or not."""
_MIDDLE: Final = (0.25, 0.5)
_OPEN: Final = "date -d '+2 days' +%A | tr A-Z a-z"
"""A day that is neither today nor, should midnight come, tomorrow."""
_SOON: Final = 120.0


def dark(machine: Machine, tally: Tally) -> None:
    """As it is unless the settings say otherwise: the screen shows black."""
    _close(machine, "dark")
    wait_for(lambda: _is_black(machine), _SOON, "black screen")
    tally.note("closed", "a black screen", passed=True)
    _wakes(machine, tally, "a touch on it")


def off(machine: Machine, tally: Tally) -> None:
    """By the compositor."""
    _close(machine, "off")
    wait_for(lambda: "enabled On" not in _tells(machine), _SOON, "screen that is off")
    tally.note("closed, with when_closed: off", f"the kernel says: {_tells(machine)}", passed=True)
    _wakes(machine, tally, "a touch on the screen that is off")


def _close(machine: Machine, how: str) -> None:
    day = machine.run(_OPEN)
    words = f"hours:\\n  {day}: 09:00-12:00\\n  when_closed: {how}\\n"
    machine.run(f"printf '{words}' >> {_SETTINGS}")
    machine.starts_anew()


def _wakes(machine: Machine, tally: Tally, what: str) -> None:
    machine.touch(_MIDDLE)
    try:
        machine.waits_for("attract", _SOON)
    except GuestError as error:
        tally.note(what, f"{error} The kernel says: {_tells(machine)}", passed=False)
        return
    machine.shoot("woken")
    time.sleep(5)
    stays = machine.screens.shows(machine.guest.picture(), "attract")
    tally.note(what, f"wakes it, and does nothing else; the kernel says: {_tells(machine)}", passed=stays)
    machine.touch(_MIDDLE)
    machine.waits_for("home", _SOON)
    tally.note(f"{what}, and another one", "opens Home", passed=True)


def _is_black(machine: Machine) -> bool:
    picture = machine.guest.picture()
    return picture is not None and picture.is_dark


def _tells(machine: Machine) -> str:
    return machine.guest.try_to(_ENABLED)[0].strip()
