"""USB sticks: where they are, the packs on them, and room for a file."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

ROOTS: Final = (Path("/media"), Path("/run/media"))
_MOST_PACKS: Final = 20


def sticks(roots: tuple[Path, ...] = ROOTS) -> tuple[Path, ...]:
    """The folders at which sticks are mounted: /media/STICK, or /media/USER/STICK."""
    found = [folder for root in roots for folder in (*_folders(root), *_below(root))]
    return tuple(sorted(folder for folder in found if _is_mounted(folder)))


def packs(roots: tuple[Path, ...] = ROOTS) -> tuple[Path, ...]:
    """The packs at the top of all sticks; what else they hold is left alone."""
    found: list[Path] = []
    for stick in sticks(roots):
        with suppress(OSError):  # pulled out meanwhile
            found += (file for file in stick.iterdir() if file.suffix.lower() == ".zip" and file.is_file())
    return tuple(sorted(found)[:_MOST_PACKS])


def writable(roots: tuple[Path, ...] = ROOTS) -> Path | None:
    """A stick that takes files; None if there is none."""
    return next((stick for stick in sticks(roots) if os.access(stick, os.W_OK)), None)


def _below(root: Path) -> Iterator[Path]:
    for folder in _folders(root):
        yield from _folders(folder)


def _folders(folder: Path) -> list[Path]:
    try:
        return [path for path in folder.iterdir() if path.is_dir() and not path.is_symlink()]
    except OSError:
        return []


def _is_mounted(folder: Path) -> bool:
    """Whether another disk begins here: an empty folder that a stick has left behind is none."""
    return folder.is_mount()
