"""It is used: a finger opens Home and a treatment; a clerk changes a page; staff put a stick in."""

import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

from tests.boot.guest import GuestError, wait_for
from tests.boot.machine import CONTENT, Machine
from tests.boot.picture import Picture
from tests.boot.sandbox import beside_the_kiosk, run_like_ours
from tests.boot.tally import Tally

_WELCOME: Final = (0.02, 0.28, 0.2, 0.37)
"""Where the greeting stands on the attract screen."""
_WISHES: Final = Path(__file__).parents[1] / "wish_for_stick.py"
_ON_THE_STICK: Final = "/run/clinic-kiosk-stick/files/pages.zip"
_IN_A_ROW: Final = 6
"""Wishes, more than systemd's usual limit of starts within ten seconds."""
_IN_THE_PACK: Final = "Good morning"
"""The greeting."""


def touch(machine: Machine, tally: Tally) -> None:
    """A patient begins, and opens a treatment."""
    machine.touch((0.25, 0.5))
    machine.waits_for("home", 60)
    machine.shoot("home")
    tally.note("a finger on a touchscreen plugged in while it runs", "opens Home", passed=True)
    machine.touch((0.53, 0.3))
    machine.waits_for("treatments-regenerative", 60)
    machine.shoot("treatments")
    machine.touch((0.45, 0.32))

    def opened() -> str:
        picture = machine.guest.picture()
        return machine.screens.best(picture, "therapies-") if picture else ""

    name = wait_for(opened, 60, "treatment")
    machine.shoot("treatment")
    tally.note("two more touches", f"open a treatment ({name})", passed=True)


def change(machine: Machine, tally: Tally) -> None:
    """A clerk changes a page."""
    before = machine.waits_for("attract").part(*_WELCOME)
    machine.run("clinic-kiosk content copy en/home.yaml")
    begun = time.monotonic()
    machine.run(f"sed -i 's/^greeting: .*/greeting: Hello/' {CONTENT}/en/home.yaml")

    def changed() -> Picture | None:
        picture = machine.guest.picture()
        return picture if picture and picture.part(*_WELCOME) != before and not picture.is_dark else None

    wait_for(changed, 120, "changed greeting")
    took = time.monotonic() - begun
    time.sleep(2)
    machine.shoot("changed-page")
    edition = machine.run("clinic-kiosk staff status | head -n 1")
    tally.note("a page changed in the clinic's folder", f"on the screen after {took:.0f} s; {edition}", passed=True)


def stick(machine: Machine, tally: Tally) -> None:
    """Plugged in, nothing happens; wished for, it can be read and nothing more, or one file is written."""
    image, pack = machine.disk.with_name("stick.img"), make_pack()
    make_stick(image, pack)
    machine.guest.monitor(f"drive_add 0 if=none,id=stick,format=raw,file={image}")
    machine.guest.qmp("device_add", driver="usb-storage", id="stick", drive="stick", bus="usb.0", removable=True)
    wait_for(lambda: machine.guest.try_to("ls /dev/sda")[1] == 0, 60, "stick")
    time.sleep(5)
    mounted = machine.guest.try_to("grep -c /dev/sd /proc/mounts")[0]
    tally.note("a stick is plugged in", f"{mounted} mounts", passed=mounted == "0")
    machine.guest.put("/run/wish.py", _WISHES.read_text(encoding="utf-8"))
    said = _wish(machine, "show")
    options = machine.guest.try_to("grep /dev/sd /proc/mounts | cut -d ' ' -f 4")[0]
    is_shut = {"ro", "nosuid", "nodev", "noexec"} <= set(options.split(","))
    passed = is_shut and said == f"shown pages.zip ({len(pack)} bytes)"
    tally.note("the staff screen wishes to see it", f"{said}: {options}", passed=passed)
    said = [_wish(machine, "show") for _ in range(_IN_A_ROW)][-1]
    tally.note(f"{_IN_A_ROW} times in a row", said, passed=said.startswith("shown "))
    _take(machine, tally)
    said = _wish(machine, "save")
    left = machine.guest.try_to("grep -c /dev/sd /proc/mounts")[0]
    written = subprocess.run(("mtype", "-i", str(image), "::counts.csv"), capture_output=True, check=False).stdout
    seen = f"{said}; on the stick: {written.decode().strip()!r}; {left} mounts after it"
    tally.note("the staff screen saves a table", seen, passed=written.startswith(b"day,") and left == "0")
    _wish(machine, "show")
    _wish(machine, "away")
    try:
        wait_for(lambda: machine.guest.try_to("grep -c /dev/sd /proc/mounts")[0] == "0", 60, "stick taken away")
        tally.note("it is taken away", "no mount is left", passed=True)
    except GuestError as error:
        tally.note("it is taken away", str(error), passed=False)
    machine.guest.qmp("device_del", id="stick")


def _wish(machine: Machine, what: str) -> str:
    """What the kiosk is told."""
    return machine.guest.try_to(beside_the_kiosk(f"python3 -I -B /run/wish.py {what}"))[0]


def _take(machine: Machine, tally: Tally) -> None:
    """Put the pack's pages in the place of the clinic's, with no more rights than the kiosk has."""
    told = run_like_ours(machine, f"/usr/bin/clinic-kiosk content open {_ON_THE_STICK} --yes", 600)
    greets = machine.guest.try_to(f"grep -c '^greeting: {_IN_THE_PACK}' {CONTENT}/en/home.yaml")[0] == "1"
    may = machine.run(f"stat -c '%G %a' {CONTENT}")
    said = next((line for line in told.splitlines() if line.startswith("Taken.")), told)
    seen = f"{said} The clinic's folder: {may}"
    tally.note("its pack is taken from the sandbox", seen, passed=greets and may == "clinic-staff 2775")


def make_pack() -> bytes:
    """The clinic's pages: one, with a greeting of its own."""
    with tempfile.TemporaryDirectory() as name:
        folder, out = Path(name, "pages"), Path(name, "pages.zip")
        kiosk = (sys.executable, "-m", "kiosk", "content")
        for words in (("start", folder), ("copy", "en/home.yaml", "--content", folder)):
            subprocess.run((*kiosk, *map(str, words)), check=True, stdout=subprocess.DEVNULL)
        page = folder / "en/home.yaml"
        page.write_text(re.sub(r"^greeting: .*$", f"greeting: {_IN_THE_PACK}", page.read_text(), flags=re.MULTILINE))
        subprocess.run((*kiosk, "pack", str(out), "--content", str(folder)), check=True, stdout=subprocess.DEVNULL)
        return out.read_bytes()


def make_stick(file: Path, pack: bytes) -> None:
    """A stick as it is bought, with one pack of pages on it."""
    file.unlink(missing_ok=True)
    subprocess.run(("mkfs.vfat", "-C", str(file), "8192"), check=True, stdout=subprocess.DEVNULL)
    subprocess.run(("mcopy", "-i", str(file), "-", "::pages.zip"), check=True, input=pack)
