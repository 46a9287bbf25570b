"""Sound and paper get through the sandbox: a sentence to a sound card, a sheet to a printer."""

import array
import re
import sys
from pathlib import Path
from typing import Final

from tests.boot.guest import wait_for
from tests.boot.machine import Machine
from tests.boot.sandbox import run_like_ours
from tests.boot.tally import Tally

_SCRIPT: Final = Path(__file__).parents[1] / "speak_and_print.py"
_PRINTER: Final = "desk"
_BACKEND: Final = f"/usr/lib/cups/backend/{_PRINTER}"
_SHEET: Final = "/var/spool/cups/sheet.pdf"
_WAV_HEADER: Final = 44
"""Bytes."""
_LOUD: Final = 1000
"""Of 32767: speech at the usual loudness is many times louder, and silence is 0."""


def prove(machine: Machine, tally: Tally) -> None:
    """Both from a unit that differs from the kiosk's own only in the program it starts."""
    _set_a_printer_up(machine)
    machine.guest.put("/run/speak_and_print.py", _SCRIPT.read_text(encoding="utf-8"))
    said = run_like_ours(machine, f"/run/speak_and_print.py {_PRINTER}", 240)
    heard = loudest(machine.sound.read_bytes())
    told = next((line for line in said.splitlines() if line.startswith("said for")), said)
    tally.note("a sentence said from the sandbox", f"{told}; at the sound card {heard} of 32767", passed=heard > _LOUD)
    states = ", ".join(re.findall(r"^sheet: (\w+)", said, re.MULTILINE)) or said
    sheet = machine.guest.try_to(f"head -c 5 {_SHEET}")[0]
    passed = (states, sheet) == ("printed", "%PDF-")
    told = "" if passed else machine.guest.try_to("tail -n 5 /var/log/cups/error_log")[0]
    tally.note("a sheet printed from the sandbox", f"{states}; at the printer: {sheet} {told}", passed=passed)
    kept = machine.guest.try_to("ls /var/spool/cups | grep ^d")[0]
    tally.note("what was printed, in the spool afterwards", kept or "nothing", passed=not kept)


def loudest(wav: bytes) -> int:
    """The largest sample of a recording with 16 bits."""
    data = wav[_WAV_HEADER:]
    samples = array.array("h", data[: len(data) // 2 * 2])
    if sys.byteorder == "big":
        samples.byteswap()
    return max(map(abs, samples), default=0)


def _set_a_printer_up(machine: Machine) -> None:
    """One whose backend keeps the sheet; only root may read it, so CUPS runs it as root. As docs/install.md says."""
    machine.guest.put(_BACKEND, f'#!/bin/sh\n[ $# = 0 ] || cat "${{6:--}}" > {_SHEET}\n')
    machine.run(f"chmod 700 {_BACKEND}; systemctl restart cups.service")
    machine.run(f"/usr/sbin/lpadmin -p {_PRINTER} -E -v {_PRINTER}:/")
    machine.run("/usr/sbin/cupsctl PreserveJobFiles=No")
    wait_for(lambda: machine.guest.try_to(f"lpstat -p {_PRINTER}")[1] == 0, 60, "printer")
