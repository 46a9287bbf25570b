"""What patients see, touch and hear, and what prints."""

import re
from typing import Final

from kiosk.health.finding import Finding
from kiosk.health.machine import Machine

_DIRECT: Final = 1 << 1
"""INPUT_PROP_DIRECT of linux/input.h: fingers touch what they see."""
_PEN: Final = re.compile(r"\b(stylus|pen)\b", re.IGNORECASE)


def check_screen(machine: Machine) -> Finding:
    """Is a screen connected?"""
    folders = sorted((machine.root / "sys/class/drm").glob("card*-*"))
    if not folders:
        return Finding("screen", "unknown", "This machine does not tell which screens are connected.")
    names = [
        folder.name.partition("-")[2] for folder in folders if (machine.read(f"{folder}/status")).strip() == "connected"
    ]
    if not names:
        return Finding("screen", "fault", "No screen is connected.", "Check the screen's cable, power and input.")
    return Finding("screen", "well", f"Connected: {', '.join(names)}.")


def check_touch(machine: Machine) -> Finding:
    """Is there glass that feels fingers?"""
    told = machine.read("proc/bus/input/devices")
    if not told:
        return Finding("touch", "unknown", "This machine does not tell which input devices it has.")
    names = [name for name in map(_touchscreen, told.split("\n\n")) if name]
    if not names:
        remedy = "Connect the USB cable of the touch panel, both ends, and try another socket."
        return Finding("touch", "fault", "There is no touchscreen.", remedy)
    return Finding("touch", "well", f"There: {', '.join(names)}.")


def _touchscreen(device: str) -> str:
    """The name of an input device if it is one."""
    name = re.search(r'^N: Name="(.*)"', device, re.MULTILINE)
    properties = re.search(r"^B: PROP=([0-9a-f]+)", device, re.MULTILINE)
    is_direct = properties is not None and bool(int(properties[1], 16) & _DIRECT)
    return name[1] if name is not None and is_direct and not _PEN.search(name[1]) else ""


def check_voices(machine: Machine) -> Finding:
    """Is there a voice for each language, and a way to the loudspeaker?"""
    if not machine.settings.reads_aloud:
        return Finding("voices", "well", "None is wanted: the settings say reads_aloud: false.")
    if machine.which("espeak-ng") is None:
        remedy = "Install the Debian package espeak-ng."
        return Finding("voices", "warning", "There is no voice: Listen stays silent.", remedy)
    if machine.which("paplay") is None and machine.which("aplay") is None:
        remedy = "Install the Debian package alsa-utils."
        return Finding("voices", "warning", "Nothing plays the voice: Listen stays silent.", remedy)
    silent = [code for code in languages(machine) if _voices(machine, code) == 0]
    if silent:
        what = f"There is no voice for: {', '.join(silent)}."
        return Finding("voices", "warning", what, "Install the Debian package espeak-ng-data, or another voice.")
    return Finding("voices", "well", f"A voice for each language: {', '.join(languages(machine))}.")


def languages(machine: Machine) -> tuple[str, ...]:
    """The languages that the kiosk offers."""
    found = sorted(file.parent.name for file in machine.content.glob("*/language.yaml"))
    return machine.settings.languages or tuple(found)


def _voices(machine: Machine, code: str) -> int:
    """How many voices a language has: lines of a table with one line of headings."""
    told = machine.ask("espeak-ng", f"--voices={code}") or ""
    return max(0, len(told.strip().splitlines()) - 1)


def check_printer(machine: Machine) -> Finding:
    """Can the printer of the settings print?"""
    wanted = machine.settings.printer
    if not wanted:
        return Finding("printer", "well", "None is wanted: the settings name none.")
    if machine.which("lpstat") is None:
        what = f"There is no printing system for {wanted}."
        return Finding("printer", "fault", what, "Install the Debian package cups and set the printer up there.")
    printers = (machine.ask("lpstat", "-e") or "").split()
    if wanted not in printers:
        known = ", ".join(printers) or "none"
        return Finding(
            "printer", "fault", f"There is no printer {wanted}. There are: {known}.", "Correct the settings."
        )
    state = machine.ask("lpstat", "-p", wanted) or ""
    if " disabled " in f"{state} ":
        remedy = f"Look at its paper and cable, then type: cupsenable {wanted}"
        return Finding("printer", "fault", f"{wanted} is stopped.", remedy)
    return Finding("printer", "well", f"{wanted} is ready.")
