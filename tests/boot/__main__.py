"""Build the package and a disk from it, boot it in an emulated PC, try to break it, and write down what was seen.

Needs root, a Debian mirror and the packages of the group "boot"; up to an hour for each Debian.
"""

import argparse
import random
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

from tests.boot.guest import GuestError, Image, be_patient
from tests.boot.machine import Machine
from tests.boot.proof import extras, hanging, locks, power, releases, start, trouble, use
from tests.boot.screens import make_screens
from tests.boot.tally import Tally

ROOT: Final = Path(__file__).parents[2]
DEBIANS: Final = {"trixie": "Debian 13", "bookworm": "Debian 12"}
PULLS: Final = 20


def main() -> int:
    """Do what the command line asks for; gives 1 when something was not as it must be."""
    options = _options()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that the PC ends too
    be_patient(options.patience)
    work: Path = options.work / options.suite
    work.mkdir(parents=True, exist_ok=True)
    deb = options.deb or _build_package(options.work)
    if options.image or not (work / "disk.img").exists():
        subprocess.run((str(ROOT / "tests/boot/build-image"), str(deb), str(work), options.suite), check=True)
    machine = _machine(work)
    tally = Tally()
    proofs: dict[str, Callable[[], None]] = {
        "start": lambda: start.prove(machine, tally),
        "use": lambda: use.prove(machine, tally),
        "extras": lambda: extras.prove(machine, tally),
        "hanging": lambda: hanging.prove(machine, tally),
        "trouble": lambda: trouble.prove(machine, tally),
        "releases": lambda: releases.prove(machine, tally, deb),
        "panic": lambda: power.panic(machine, tally),
        "locks": lambda: locks.prove(machine, tally),
        "systemd": lambda: power.systemd_dies(machine, tally),
        "power": lambda: power.prove(machine, tally, options.pulls, options.seed),
    }
    try:
        for name in options.only or proofs:
            try:
                _try(name, proofs[name], machine, tally)
            finally:
                if options.write:
                    tally.write(ROOT / "docs/reliability.md", f"boot-check {DEBIANS[options.suite]}")
    finally:
        machine.switch_off()
    print(f"{len(tally.rows) - tally.failed} passed, {tally.failed} failed")
    return 1 if tally.failed else 0


def _try(name: str, proof: Callable[[], None], machine: Machine, tally: Tally) -> None:
    """One proof; when it breaks off, the machine is switched off and on for the next one."""
    try:
        if name != "start" and not machine.is_on:
            machine.switch_on()
            machine.waits_for("attract")
            machine.is_ready()
        proof()
        tally.whole.append(name)
    except (GuestError, OSError) as error:
        tally.note(name, str(error), passed=False)
        if machine.is_on:
            machine.shoot(f"broken-off-{name}")
            print(machine.journal(), flush=True)
        machine.switch_off()


def _machine(work: Path) -> Machine:
    (work / "disk.qcow2").unlink(missing_ok=True)
    image = Image(work)
    settings = work / "settings.yaml"
    settings.write_text("clinic:\n  name: Your clinic\n", encoding="utf-8")
    screens = make_screens(work / "screens", settings)
    return Machine(image, image.overlay(work), screens, work / "pictures", work / "sound.wav")


def _build_package(work: Path) -> Path:
    subprocess.run((str(ROOT / "packaging/deb/build"), sys.executable, str(work)), check=True)
    return max(work.glob("clinic-kiosk_*.deb"), key=lambda file: file.stat().st_mtime)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.boot", description=__doc__)
    parser.add_argument("suite", choices=DEBIANS)
    parser.add_argument("--work", type=Path, default=ROOT / "build/boot-check", help="where disks and pictures go")
    parser.add_argument("--deb", type=Path, help="a package that is built already")
    parser.add_argument("--image", action="store_true", help="make the disk anew, even if there is one")
    parser.add_argument("--only", action="append", help="one proof by its name; may be given again")
    parser.add_argument("--write", action="store_true", help="write what was seen into docs/reliability.md")
    parser.add_argument("--patience", type=float, default=1, help="wait so many times as long, on a busy machine")
    parser.add_argument("--pulls", type=int, default=PULLS, help=f"how often the plug is pulled (default: {PULLS})")
    parser.add_argument("--seed", type=int, default=random.randrange(10**6), help="of the moments of pulling")  # noqa: S311 - nothing secret
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
