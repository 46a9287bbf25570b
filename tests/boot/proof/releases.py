"""A new version that does not get healthy: after three starts the one before is back by itself."""

import subprocess
import tempfile
import time
from pathlib import Path

from tests.boot.guest import wait_for
from tests.boot.machine import UNIT, Machine
from tests.boot.tally import Tally

BAD = "9.9.9"


def prove(machine: Machine, tally: Tally, deb: Path) -> None:
    """Install it, wait, and look what runs."""
    good = machine.run("cat /usr/lib/clinic-kiosk/current/VERSION")
    wait_for(lambda: machine.guest.try_to("cat /var/lib/clinic-kiosk/healthy")[0] == good, 240, "healthy version")
    disk = machine.disk.with_name("bad.img")
    make_bad(deb, disk)
    machine.guest.monitor(f"drive_add 0 if=none,id=bad,format=raw,file={disk},readonly=on")
    machine.guest.qmp("device_add", driver="usb-storage", id="bad", drive="bad", bus="usb.0")
    wait_for(lambda: machine.guest.try_to("ls /dev/disk/by-label/BAD")[1] == 0, 60, "disk with the bad version")
    machine.run("mkdir -p /run/bad; mount -o ro /dev/disk/by-label/BAD /run/bad")
    begun = time.monotonic()
    machine.guest.run("dpkg -i /run/bad/bad.deb", 600)
    installed = time.monotonic()
    tally.note("a bad version installed while it runs", f"in {installed - begun:.0f} s", passed=True)
    wait_for(lambda: _current(machine) == "release-before", 240, "the version before")
    machine.waits_for("attract")
    took = time.monotonic() - installed
    runs = machine.run("cat /usr/lib/clinic-kiosk/current/VERSION")
    said = machine.guest.try_to(f"journalctl -u {UNIT} -b --no-pager -o cat | grep 'did not get healthy'")[0]
    machine.shoot("version-before")
    tally.note("left to itself", f"attract screen after {took:.0f} s: {said}", passed=runs == good and BAD in said)


def make_bad(deb: Path, disk: Path) -> None:
    """The same package under a higher version, with a program that falls over; on a disk to plug in."""
    with tempfile.TemporaryDirectory() as temporary:
        tree = Path(temporary, "tree")
        subprocess.run(("dpkg-deb", "-R", str(deb), str(tree)), check=True)
        release = tree / "usr/lib/clinic-kiosk/release"
        (release / "VERSION").write_text(f"{BAD}\n")
        (release / "site/kiosk/__init__.py").write_text(f'__version__ = "{BAD}"\n')
        (release / "site/kiosk/running/run.py").write_text('raise RuntimeError("a bad version")\n')
        control = tree / "DEBIAN/control"
        lines = control.read_text().splitlines(keepends=True)
        control.write_text("".join(f"Version: {BAD}\n" if line.startswith("Version:") else line for line in lines))
        bad = Path(temporary, "disk/bad.deb")
        bad.parent.mkdir()
        subprocess.run(
            ("dpkg-deb", "--root-owner-group", "-Zgzip", "-z1", "-b", str(tree), str(bad)),
            check=True,
            stdout=subprocess.DEVNULL,
        )
        disk.unlink(missing_ok=True)
        mke2fs = ("mke2fs", "-q", "-t", "ext4", "-L", "BAD", "-d", str(bad.parent), str(disk), "120M")
        subprocess.run(mke2fs, check=True, stdout=subprocess.DEVNULL)


def _current(machine: Machine) -> str:
    return machine.guest.try_to("readlink /usr/lib/clinic-kiosk/current")[0]
