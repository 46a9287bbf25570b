"""Build the package and a disk from it, boot it in an emulated PC, try to break it, and write down what was seen.

Needs root, a Debian mirror and the packages of the group "boot"; two hours for each Debian. Each part is a run by
itself, too: it begins with the PC as it is a minute after its first start, and what it sees is written down at once.
"""

import argparse
import random
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from tests.boot.guest import GuestError, be_patient
from tests.boot.image import Image
from tests.boot.machine import Machine
from tests.boot.proof import extras, hanging, hours, locks, power, releases, start, trouble, use
from tests.boot.screens import Screens, make_screens
from tests.boot.tally import BROKE_OFF, Tally

ROOT: Final = Path(__file__).parents[2]
DEBIANS: Final = {"trixie": "Debian 13", "bookworm": "Debian 12"}
PULLS: Final = 20
SWITCHES_ON: Final = "start"
"""The part that begins with a new disk."""


def main() -> int:
    """Do what the command line asks for; gives 1 when something was not as it must be."""
    options = _options()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that the PC ends too
    be_patient(options.patience)
    work: Path = options.work / options.suite
    work.mkdir(parents=True, exist_ok=True)
    deb = options.deb or _package(options.work, anew=options.image)
    if options.image or not (work / "disk.img").exists():
        subprocess.run((str(ROOT / "tests/boot/build-image"), str(deb), str(work), options.suite), check=True)
    parts = _parts(deb, options.pulls, options.seed)
    chosen = [name for name in parts if not options.only or any(_is(name, wanted) for wanted in options.only)]
    if not chosen:
        print(f"There is no such part. Parts: {', '.join(parts)}", file=sys.stderr)
        return 2
    machine = _machine(work)
    file = options.into if options.write else None
    evidence = machine.keep_evidence
    tally = Tally(tuple(parts), f"boot-check {DEBIANS[options.suite]}", file, lambda _: evidence())
    try:
        for name in chosen:
            _try(name, parts[name], machine, tally)
    finally:
        machine.switch_off()
    print(f"{len(tally.rows) - tally.failed} passed, {tally.failed} failed")
    return 1 if tally.failed else 0


def _parts(deb: Path, pulls: int, seed: int) -> dict[str, Callable[[Machine, Tally], None]]:
    """All parts by name, in their order; what stands before a dot is the name of several."""
    return {
        SWITCHES_ON: start.prove,
        "use.touch": use.touch,
        "use.change": use.change,
        "use.stick": use.stick,
        "extras": extras.prove,
        "hanging": hanging.prove,
        "hours.dark": hours.dark,
        "hours.off": hours.off,
        "trouble.comes-back": trouble.comes_back,
        "trouble.rests": trouble.rests,
        "trouble.stops": trouble.stops,
        "trouble.left": trouble.is_left,
        "releases": partial(releases.prove, deb=deb),
        "panic": power.panic,
        "systemd": power.systemd_dies,
        "power.writing": partial(power.while_it_writes, pulls=pulls - pulls // 2, seed=seed),
        "power.use": partial(power.in_use, pulls=pulls // 2, seed=seed),
        "locks.keys": locks.keys,
        "locks.words": locks.words,
        "locks.silence": locks.silence,
        "locks.terminal": locks.terminal,
        "locks.magic-key": locks.magic_key,
        "locks.ctrl-alt-del": locks.ctrl_alt_del,
        "locks.power-button": locks.power_button,
    }


def _is(name: str, wanted: str) -> bool:
    return name == wanted or name.startswith(f"{wanted}.")


def _try(name: str, part: Callable[[Machine, Tally], None], machine: Machine, tally: Tally) -> None:
    """One part; when it breaks off, that is noted, and the next one begins."""
    tally.begin(name)
    machine.begin(name)
    try:
        if name != SWITCHES_ON:
            machine.is_as_started()
        part(machine, tally)
    except (GuestError, OSError, ValueError, subprocess.SubprocessError) as error:
        tally.note(BROKE_OFF, str(error) or repr(error), passed=False)
        machine.switch_off()
    tally.end()


def _machine(work: Path) -> Machine:
    return Machine(Image(work), work / "disk.qcow2", _screens(work), work / "pictures", work / "sound.wav")


def _screens(work: Path) -> Screens:
    """How they look: taken once for each disk."""
    folder, settings = work / "screens", work / "settings.yaml"
    settings.write_text("clinic:\n  name: Your clinic\n", encoding="utf-8")
    if not folder.exists() or folder.stat().st_mtime < (work / "disk.img").stat().st_mtime:
        shutil.rmtree(folder, ignore_errors=True)
        make_screens(work / "screens.new", settings).folder.rename(folder)
    return Screens(folder)


def _package(work: Path, *, anew: bool) -> Path:
    """The package that was built last in the work folder, or a new one."""
    if anew or not any(work.glob("clinic-kiosk_*.deb")):
        subprocess.run((str(ROOT / "packaging/deb/build"), sys.executable, str(work)), check=True)
    return max(work.glob("clinic-kiosk_*.deb"), key=lambda file: file.stat().st_mtime)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.boot", description=__doc__)
    parser.add_argument("suite", choices=DEBIANS)
    parser.add_argument("--work", type=Path, default=ROOT / "build/boot-check", help="where disks and pictures go")
    parser.add_argument("--deb", type=Path, help="a package that is built already")
    parser.add_argument("--image", action="store_true", help="make the disk anew, even if there is one")
    parser.add_argument("--only", action="append", metavar="PART", help="one part, or several by the same first word")
    parser.add_argument("--write", action="store_true", help="write what was seen into docs/reliability.md")
    parser.add_argument("--into", type=Path, default=ROOT / "docs/reliability.md", help="or into another file like it")
    parser.add_argument("--patience", type=float, default=1, help="wait so many times as long, on a busy machine")
    parser.add_argument("--pulls", type=int, default=PULLS, help=f"how often the plug is pulled (default: {PULLS})")
    parser.add_argument("--seed", type=int, default=random.randrange(10**6), help="of the moments of pulling")  # noqa: S311 - nothing secret
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
