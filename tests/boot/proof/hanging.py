"""The screen hangs upright: picture and touch are turned, also after its cable was out; a second screen stays dark."""

import time
from typing import Final

from tests.boot.guest import wait_for
from tests.boot.machine import Machine
from tests.boot.screens import SIZE, Screens, make_turned_screens
from tests.boot.tally import Tally

_SETTINGS: Final = "/etc/clinic-kiosk/settings.yaml"
_ARRANGES: Final = "clinic-kiosk-screens.service"
_FIRST, _SECOND = 0, 1
"""Sockets of the graphics card, as QEMU counts them; Linux names them Virtual-1 and Virtual-2."""
_BEGIN: Final = (0.5, 0.88)
"""On the upright attract screen: where Home opens, as shares from the left and from above."""
_TREATMENTS: Final = (0.26, 0.55)
"""On the upright picture of Home: where the treatments open."""
_BEGIN_TURNED_BACK: Final = (0.25, 0.5)
_SOON: Final = 90.0
"""Seconds in which the guest notices a cable: two of its own, and it is slow."""


def prove(machine: Machine, tally: Tally) -> None:
    """Turn it, unplug it, plug another one in, and turn it back."""
    settings = machine.image.folder / "settings.yaml"
    turned = make_turned_screens(machine.image.folder / "turned", settings, ("home", "treatments"))
    machine.run(f"sed -i 's/^  # rotation: .*/  rotation: 90/' {_SETTINGS}")
    try:
        machine.starts_anew()
        _is_turned(machine, tally, turned)
        _is_unplugged(machine, tally, turned)
        _another_comes(machine, tally)
    finally:  # the disk outlives this proof
        machine.run(f"sed -i 's/^  rotation: .*/  # rotation: 90/' {_SETTINGS}; sync")
    machine.starts_anew()
    machine.waits_for("attract")
    machine.touch(_BEGIN_TURNED_BACK)
    machine.waits_for("home", _SOON)
    tally.note("turned back", "so are picture and touch", passed=True)
    machine.starts_anew()


def _is_turned(machine: Machine, tally: Tally, turned: Screens) -> None:
    machine.touch(_on_the_glass(*_BEGIN))
    machine.shows(turned, "home", _SOON)
    machine.touch(_on_the_glass(*_TREATMENTS))
    machine.shows(turned, "treatments-regenerative", _SOON)
    machine.shoot("turned")
    tally.note("the screen turned by 90 degrees", "the picture is, and a finger opens what it touches", passed=True)


def _is_unplugged(machine: Machine, tally: Tally, turned: Screens) -> None:
    machine.starts_anew()
    machine.guest.cable(_FIRST).pull_out()
    # Until the compositor has noticed it too: nobody is quicker with a cable.
    wait_for(lambda: _tells(machine, _FIRST, "enabled") == "disabled", _SOON, "screen that is unplugged")
    machine.guest.cable(_FIRST).put_in(SIZE)
    wait_for(lambda: _tells(machine, _FIRST, "enabled") == "enabled", _SOON, "screen that is plugged in")
    begun = time.monotonic()
    machine.touch(_on_the_glass(*_BEGIN))
    machine.shows(turned, "home", _SOON)
    took = time.monotonic() - begun
    machine.touch(_on_the_glass(*_TREATMENTS))
    machine.shows(turned, "treatments-regenerative", _SOON)
    machine.shoot("turned-and-plugged-in-again")
    seen = f"turned again after {took:.0f} s, and so is touch"
    tally.note("its cable pulled out and put in again", seen, passed=True)


def _another_comes(machine: Machine, tally: Tally) -> None:
    """Without the service that arranges the screens it shows something; with it, it is dark."""
    machine.run(f"systemctl mask --runtime {_ARRANGES}")
    machine.guest.cable(_SECOND).put_in(SIZE)
    wait_for(lambda: _tells(machine, _SECOND, "status") == "connected", _SOON, "second screen")
    wait_for(lambda: _tells(machine, _SECOND, "enabled") == "enabled", _SOON, "second screen that shows something")
    time.sleep(_SOON / 3)
    still = _tells(machine, _SECOND, "enabled")
    tally.note("a second screen plugged in, while nothing arranges them", still, passed=still == "enabled")
    machine.guest.cable(_SECOND).pull_out()
    wait_for(lambda: _tells(machine, _SECOND, "status") == "disconnected", _SOON, "second screen that is unplugged")
    machine.run(f"systemctl unmask --runtime {_ARRANGES}")
    before, begun = _arranged(machine), time.monotonic()
    machine.guest.cable(_SECOND).put_in(SIZE)
    wait_for(lambda: _arranged(machine) > before, _SOON, "screens that are arranged")
    took = time.monotonic() - begun
    status, shows = (_tells(machine, _SECOND, what) for what in ("status", "enabled"))
    other = _tells(machine, _FIRST, "enabled")
    seen = f"{status}, {shows} after {took:.0f} s; the first one {other}"
    passed = (status, shows, other) == ("connected", "disabled", "enabled")
    tally.note("a second screen plugged in", seen, passed=passed)
    machine.guest.cable(_SECOND).pull_out()


def _on_the_glass(across: float, down: float) -> tuple[float, float]:
    """Where a finger touches the panel, which was turned with its picture, for a place on the picture."""
    return down, 1 - across


def _arranged(machine: Machine) -> int:
    """How many times the screens were arranged because of a cable."""
    return int(machine.guest.try_to(f"journalctl -u {_ARRANGES} -b --no-pager -o cat | grep -c '^Finished '")[0])


def _tells(machine: Machine, output: int, what: str) -> str:
    """What the kernel tells of a socket: whether a screen is in it (status), whether it shows something (enabled)."""
    return machine.guest.try_to(f"cat /sys/class/drm/card*-Virtual-{output + 1}/{what}")[0]
