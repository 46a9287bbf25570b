"""One ZIP file that tells who supports the kiosk all they need; nothing in it is about patients: none of it is kept."""

import io
import json
import platform
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import asdict
from importlib import metadata
from pathlib import Path
from typing import Final

from kiosk import __version__
from kiosk.content.editions.store import Store
from kiosk.device.panel import Run
from kiosk.disk import Disk
from kiosk.health.checks.system import UNIT
from kiosk.health.doctor import examine, lines
from kiosk.health.machine import Machine
from kiosk.health.selftest import FILE as SELF_TEST
from kiosk.health.starts import FILE as STARTS

LOG_LINES: Final = 3000
_NOT_READABLE: Final = "Not readable.\n"
_LIBRARIES: Final = ("PySide6-Essentials", "PySide6-Addons", "shiboken6", "PyYAML", "pydantic", "QtAwesome", "segno")
_SECRET: Final = re.compile(r"^(\s*[\w-]*(?:pin|password|secret|token|key)[\w-]*\s*:).*$", re.IGNORECASE | re.MULTILINE)
_README: Final = """What clinic-kiosk report wrote, for whoever supports this kiosk.

doctor.txt, doctor.json   what is wrong with this machine
content.txt               every problem in the content
versions.json             the program and what it stands on
settings.yaml             this machine's settings, without secrets
editions.json             what was published, and what patients see
self-test.json            the last self-test
starts.json               the last failures
hardware.txt              processor, memory, screens, input devices
log.txt                   the last lines of the service's log

Nothing here is about patients: the kiosk keeps nothing of them.
"""


def service_log(run: Run) -> str:
    """The last lines that the service has told; only some users may read them."""
    try:
        return run(("journalctl", "-u", UNIT, "-n", str(LOG_LINES), "--no-pager")) or _NOT_READABLE
    except (OSError, subprocess.SubprocessError):
        return _NOT_READABLE


def report(machine: Machine, settings_file: Path | None, log: str, content_problems: Callable[[], str]) -> bytes:
    """The file.

    log: the service's; content_problems: what clinic-kiosk check tells.
    """
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as pack:
        for name, text in _parts(machine, settings_file, content_problems):
            pack.writestr(name, text)
        pack.writestr("log.txt", log)
    return data.getvalue()


def _parts(
    machine: Machine, settings_file: Path | None, content_problems: Callable[[], str]
) -> Iterator[tuple[str, str]]:
    yield "README.txt", _README
    findings = examine(machine)
    yield "doctor.txt", "\n".join(lines(findings)) + "\n"
    yield "doctor.json", _json([asdict(finding) for finding in findings])
    yield "content.txt", content_problems()
    yield "versions.json", _json(_versions(machine))
    if settings_file is not None:
        yield "settings.yaml", without_secrets(machine.read(str(settings_file)))
    yield "editions.json", _json(_editions(machine.state))
    for name in (SELF_TEST, STARTS):
        yield name, machine.read(str(machine.state / name)) or "{}\n"
    yield "hardware.txt", _hardware(machine)


def without_secrets(settings: str) -> str:
    """The settings with the value of every key that sounds secret taken out."""
    return _SECRET.sub(r"\1 (left out)", settings)


def _versions(machine: Machine) -> dict[str, object]:
    release = dict(line.partition("=")[::2] for line in machine.read("etc/os-release").splitlines())
    told: dict[str, object] = {
        "clinic-kiosk": __version__,
        "python": sys.version,
        "system": release.get("PRETTY_NAME", platform.system()).strip('"'),
        "kernel": platform.release(),
        "architecture": platform.machine(),
        "written": machine.now.isoformat(),
    }
    return told | {name: _version(name) for name in _LIBRARIES}


def _version(library: str) -> str:
    try:
        return metadata.version(library)
    except metadata.PackageNotFoundError:
        return "not told"


def _editions(state: Path) -> dict[str, object]:
    store = Store(state, Disk())
    pointer = store.pointer()
    return {
        "shown": pointer.edition if pointer else None,
        "kept": [
            {"number": edition.number, "date": edition.date.isoformat(), "summary": edition.summary}
            for edition in store.editions()
        ],
    }


def _hardware(machine: Machine) -> str:
    processor = re.search(r"^model name\s*: (.*)", machine.read("proc/cpuinfo"), re.MULTILINE)
    screens = [
        f"{folder.name}: {machine.read(f'{folder}/status').strip()} {machine.read(f'{folder}/modes').split()[:1]}"
        for folder in sorted((machine.root / "sys/class/drm").glob("card*-*"))
    ]
    parts = {
        "Machine": machine.read("sys/class/dmi/id/product_name").strip(),
        "Processor": processor[1] if processor else platform.processor(),
        "Memory": "\n".join(machine.read("proc/meminfo").splitlines()[:3]),
        "Screens": "\n".join(screens),
        "Input devices": machine.read("proc/bus/input/devices"),
        "Disks": machine.ask("df", "-h", "-x", "tmpfs") or "",
    }
    return "\n\n".join(f"{name}\n{text.strip() or 'not told'}" for name, text in parts.items()) + "\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
