"""USB sticks: the packs on them, and room for a file. On a desk the system shows them below /media."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final, Literal, Protocol

from kiosk.disk import Disk
from kiosk.values import value_class

State = Literal["shown", "none", "unreadable", "full", "silent"]
"""What there is: a stick, none, one that cannot be read, one without room, nobody who answers."""
ROOTS: Final = (Path("/media"), Path("/run/media"))
_MOST_PACKS: Final = 20


@value_class
class Found:
    """What a look at the sticks has found."""

    state: State
    packs: tuple[Path, ...] = ()


class Sticks(Protocol):
    """How this machine comes to what is on a stick."""

    @property
    def waits_to_be_asked(self) -> bool:
        """Whether a stick is only looked at when staff wish it."""

    def look(self) -> Found:
        """The packs at the top of all sticks; what else they hold is left alone."""

    def takes_files(self) -> bool:
        """Whether saving can be offered."""

    def save(self, name: str, data: bytes) -> State:
        """Write a file: "shown" when it is there. Raises OSError when a disk does not take it."""

    def let_go(self) -> None:
        """Staff are done: the stick may be pulled out."""

    def close(self) -> None:
        """The program ends: nobody waits for a stick any more."""


class MountedSticks:
    """Sticks that the system mounts by itself: /media/STICK, or /media/USER/STICK."""

    waits_to_be_asked = False

    def __init__(self, disk: Disk, roots: tuple[Path, ...] = ROOTS) -> None:
        """roots: below which sticks are mounted."""
        self._disk, self._roots = disk, roots

    def look(self) -> Found:
        """The packs at the top of all sticks; what else they hold is left alone."""
        there = self._sticks()
        return Found("shown" if there else "none", packs_in(there))

    def takes_files(self) -> bool:
        """Whether there is a stick that may be written to."""
        return self._writable() is not None

    def save(self, name: str, data: bytes) -> State:
        """Write a file whole, and flush it."""
        stick = self._writable()
        if stick is None:
            return "none"
        self._disk.write_whole(stick / name, data)
        return "shown"

    def let_go(self) -> None:
        """The system's own way to take it out stays."""

    def close(self) -> None:
        """Nothing is waited for."""

    def _writable(self) -> Path | None:
        return next((stick for stick in self._sticks() if os.access(stick, os.W_OK)), None)

    def _sticks(self) -> tuple[Path, ...]:
        found = [folder for root in self._roots for folder in (*_folders(root), *_below(root))]
        return tuple(sorted(folder for folder in found if _is_mounted(folder)))


def packs_in(folders: tuple[Path, ...]) -> tuple[Path, ...]:
    """The packs at the top of folders."""
    found: list[Path] = []
    for folder in folders:
        with suppress(OSError):  # pulled out meanwhile
            found += (file for file in folder.iterdir() if file.suffix.lower() == ".zip" and file.is_file())
    return tuple(sorted(found)[:_MOST_PACKS])


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
