"""What patients see, touch and hear, and what prints."""

import os
import re
from typing import Final

from kiosk.device.jack import SW_HEADPHONE_INSERT
from kiosk.device.keypad import FIVE, read_pad
from kiosk.health.finding import Finding
from kiosk.health.machine import Machine

_DIRECT: Final = 1 << 1
"""INPUT_PROP_DIRECT of linux/input.h: fingers touch what they see."""
_SCAN_CODES_FROM: Final = 8
"""X and Wayland number keys from 8 on; the kernel from 0."""
_WORD_BITS: Final = 64
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


def check_keypad(machine: Machine) -> Finding:
    """Is the tactile pad there whose keys staff have taught?"""
    pad = read_pad(machine.state)
    codes = {code - _SCAN_CODES_FROM for code, key in pad.items() if key in FIVE}
    if not codes:
        return Finding("keypad", "well", "None is known: clinic-kiosk staff learn-keys teaches the keys of one.")
    told = machine.read("proc/bus/input/devices")
    if not told:
        return Finding("keypad", "unknown", "This machine does not tell which input devices it has.")
    if not any(codes <= _bits(device, "KEY") for device in told.split("\n\n")):
        remedy = "Connect its USB cable, both ends. If it is another pad, type: clinic-kiosk staff learn-keys"
        return Finding("keypad", "fault", "The tactile pad is not connected.", remedy)
    return Finding("keypad", "well", "The tactile pad is connected.")


def check_headphones(machine: Machine) -> Finding:
    """Does a jack tell when headphones are plugged in?"""
    told = machine.read("proc/bus/input/devices")
    jacks = [device for device in told.split("\n\n") if SW_HEADPHONE_INSERT in _bits(device, "SW")]
    if any(_can_be_read(machine, device) for device in jacks):
        return Finding("headphones", "well", "The jack tells when they are plugged in.")
    if "plugged" in read_pad(machine.state).values():
        return Finding("headphones", "well", "The tactile pad tells when they are plugged in.")
    if jacks:
        what = "The jack tells when they are plugged in, but this user may not read it: Listen is heard aloud."
        return Finding("headphones", "warning", what, "Add the user who runs the kiosk to the group input.")
    return Finding("headphones", "unknown", "No jack tells when they are plugged in: Listen is heard aloud.")


def _can_be_read(machine: Machine, device: str) -> bool:
    """Whether whoever asks may open an input device."""
    event = re.search(r"^H: Handlers=.*\b(event\d+)", device, re.MULTILINE)
    return event is not None and os.access(machine.root / "dev/input" / event[1], os.R_OK)


def _bits(device: str, kind: str) -> set[int]:
    """Which bits of a bitmap a device has set; the kernel prints the highest word first."""
    told = re.search(rf"^B: {kind}=([0-9a-f ]+)", device, re.MULTILINE)
    words = reversed(told[1].split()) if told is not None else ()
    return {
        number * _WORD_BITS + bit
        for number, word in enumerate(words)
        for bit in range(_WORD_BITS)
        if int(word, 16) >> bit & 1
    }


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
