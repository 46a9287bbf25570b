"""Unpack wheels side by side into one folder, of Qt only the parts that the kiosk needs.

usage: unpack_wheels.py SITE WHEEL...

Wheels for several Pythons may be given: their compiled modules carry the Python's name (cpython-311, cpython-313), so
they lie beside each other, and what they share is the same.
"""

import sys
import zipfile
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath
from typing import Final

PARTS: Final = Path(__file__).parent / "qt-parts.txt"
QT: Final = ("PySide6", "shiboken6")
NEVER: Final = ("RECORD", "INSTALLER", "REQUESTED", "direct_url.json")
"""Notes of an installer about files that we leave out."""


def read_parts(file: Path = PARTS) -> tuple[str, ...]:
    """The patterns of a list."""
    lines = file.read_text(encoding="ascii").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


def is_wanted(name: str, parts: Sequence[str]) -> bool:
    """Whether a member of a wheel travels."""
    path = PurePosixPath(name)
    if path.parts[0] in QT:
        return any(fnmatchcase(name, part) and name.count("/") == part.count("/") for part in parts)
    if path.parts[0].endswith(".dist-info"):
        return path.name not in NEVER
    return not path.parts[0].endswith(".data")


def unpack(wheel: Path, site: Path, parts: Sequence[str]) -> Iterator[str]:
    """Unpack what is wanted; tells the names.

    Raises ValueError when a file is there already and is another one.
    """
    with zipfile.ZipFile(wheel) as archive:
        for name in sorted(archive.namelist()):
            if name.endswith("/") or not is_wanted(name, parts):
                continue
            data, target = archive.read(name), site / name
            if target.exists() and ".dist-info/" not in name and target.read_bytes() != data:
                raise ValueError(f"{wheel.name} brings another {name}: all wheels must be of one version.")
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
            yield name


def main(arguments: Sequence[str]) -> None:
    """Unpack; fails when a pattern finds nothing any more."""
    site, wheels = Path(arguments[0]), [Path(argument) for argument in arguments[1:]]
    parts = read_parts()
    names = {name for wheel in wheels for name in unpack(wheel, site, parts)}
    stale = [part for part in parts if not any(fnmatchcase(name, part) for name in names)]
    if stale:
        raise SystemExit(f"{PARTS.name} names what no wheel holds any more: {', '.join(stale)}")


if __name__ == "__main__":
    main(sys.argv[1:])
