"""The clock, the Debian packages, the service."""

import importlib.util
import re
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from kiosk.health.finding import Finding
from kiosk.health.machine import Machine
from kiosk.health.starts import starts_of_this_machine

UNIT: Final = "clinic-kiosk.service"
_SET_THE_CLOCK: Final = (
    'Type: timedatectl set-ntp false, then timedatectl set-time "YEAR-MONTH-DAY HOUR:MINUTE", then timedatectl set-ntp '
    "true. If it comes back, replace the battery."
)
"""While the time is to be fetched from a network, systemd lets nobody set it, also where there is no network."""
_PACKAGES: Final = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libpulse.so.0": "libpulse0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
"""The Debian package of each library that Qt loads for a window."""


def check_clock(machine: Machine) -> Finding:
    """Can the time be right?"""
    built = datetime.fromtimestamp(Path(__file__).stat().st_mtime, UTC)
    if machine.now < built:
        what = f"The clock says {machine.now:%Y-%m-%d}, which is before this program was installed."
        return Finding("clock", "fault", what, _SET_THE_CLOCK)
    if not any((machine.root / "sys/class/rtc").glob("rtc*")):
        what = "This machine has no clock that runs on without power."
        return Finding("clock", "warning", what, "Let it fetch the time from a network, or add a clock with a battery.")
    local = machine.settings.hours.local(machine.now)
    return Finding("clock", "well", f"{local:%Y-%m-%d %H:%M}, {local.tzname() or time.tzname[0]}.")


def check_packages(machine: Machine) -> Finding:
    """Is everything there that Qt loads?"""
    plugin = _platform_plugin(machine)
    told = machine.ask("ldd", str(plugin)) if plugin is not None else None
    if told is None:
        return Finding("packages", "unknown", "What Qt needs cannot be seen from here.")
    missing = re.findall(r"^\s*(\S+) => not found", told, re.MULTILINE)
    if not missing:
        return Finding("packages", "well", "All that Qt needs is there.")
    packages = sorted({_PACKAGES[name] for name in missing if name in _PACKAGES})
    remedy = f"Type: apt install {' '.join(packages)}" if packages else "Install the Debian packages that hold them."
    return Finding("packages", "fault", f"Missing: {', '.join(sorted(missing))}.", remedy)


def _platform_plugin(machine: Machine) -> Path | None:
    """What Qt shows windows with: Wayland, unless this is an X desktop."""
    spec = importlib.util.find_spec("PySide6")
    if spec is None or spec.origin is None:
        return None
    on_x = bool(machine.environ.get("DISPLAY")) and not machine.environ.get("WAYLAND_DISPLAY")
    plugin = Path(spec.origin).parent / "Qt/plugins/platforms" / ("libqxcb.so" if on_x else "libqwayland.so")
    return plugin if plugin.is_file() else None


def check_unit(machine: Machine) -> Finding:
    """Does the service run, and how has it fared?"""
    told = machine.ask("systemctl", "show", UNIT, "--property=LoadState,ActiveState,NRestarts,StatusText")
    state = dict(line.partition("=")[::2] for line in (told or "").splitlines())
    if state.get("LoadState") != "loaded":
        remedy = "On a desk that is right; clinic-kiosk autostart enable opens it when somebody logs in."
        return Finding("service", "unknown", "The kiosk is not installed as a service.", remedy)
    if state.get("ActiveState") != "active":
        what = f"The service is {state.get('ActiveState')}."
        return Finding("service", "fault", what, f"Type: systemctl start {UNIT}; why: journalctl -u {UNIT} -b")
    restarts = int(state.get("NRestarts") or 0) - starts_of_this_machine(machine.state).planned()
    if restarts > 0:
        what = f"The service runs, and was started again {restarts} times without a plan."
        return Finding("service", "warning", what, f"Why: journalctl -u {UNIT} -b -p warning")
    return Finding("service", "well", f"The service runs. {state.get('StatusText', '')}".strip())


def check_starts(machine: Machine) -> Finding:
    """Does the kiosk rest because it failed too often?"""
    starts = starts_of_this_machine(machine.state)
    if starts.rests():
        what = "The kiosk failed too often. It shows the resting screen and tries safe mode."
        remedy = "Send the file that clinic-kiosk report writes to whoever supports it; a restart tries all anew."
        return Finding("starts", "fault", what, remedy)
    return Finding("starts", "well", f"Failures in the last two minutes: {starts.failures()}.")
