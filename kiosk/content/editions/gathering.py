"""Copies the files that count from all layers, each read once and never more of it than a page or picture may have."""

import hashlib
import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kiosk.content.editions.changes import State
from kiosk.content.folders import ContentFile, Folders
from kiosk.content.problem import Problem
from kiosk.content.tree import MAX_BYTES
from kiosk.disk import Disk

MAX_PICTURE_BYTES: Final = 5_000_000
"""The largest bundled picture has 10,000."""


class Unreadable(Exception):  # noqa: N818 - told as a problem of the file
    """A file that cannot be taken now."""

    def __init__(self, what: str, remedy: str) -> None:
        """Say what and what to do."""
        super().__init__(what)
        self.what = what
        self.remedy = remedy


@dataclass(frozen=True, slots=True)
class Gathered:
    """What was copied."""

    state: State
    own: tuple[str, ...]
    """Paths of what comes from a layer above the first."""
    problems: tuple[Problem, ...]


def gather(folders: Folders, target: Path, disk: Disk) -> Gathered:
    """Copy every file that counts into a folder.

    Raises OSError when the disk does not take it; what cannot be read is told as a problem.
    """
    files, found = folders.files()
    problems = [*found]
    content: dict[str, str] = {}
    made: set[Path] = set()
    for file in files.values():
        try:
            data = read_limited(file.where, MAX_PICTURE_BYTES if file.is_picture else MAX_BYTES)
        except Unreadable as fault:
            problems.append(Problem(file.shown, 1, 1, "error", fault.what, fault.remedy))
            continue
        path = target / file.path
        if path.parent not in made:
            disk.make_folder(path.parent)
            made.add(path.parent)
        disk.write(path, data)
        content[file.path.as_posix()] = hashlib.sha256(data).hexdigest()
    where = {name: target / name for name in content}
    first = folders.layers[0]
    own = tuple(
        name for file in files.values() if (name := file.path.as_posix()) in content and not _lies_in(file, first)
    )
    return Gathered(State(content, where), own, tuple(problems))


def _lies_in(file: ContentFile, layer: Path) -> bool:
    return file.where.is_relative_to(layer)


def state_of(folders: Folders) -> State:
    """The files of folders where they lie; what cannot be read is left out."""
    content: dict[str, str] = {}
    where: dict[str, Path] = {}
    for file in folders.files()[0].values():
        try:
            data = read_limited(file.where, MAX_PICTURE_BYTES if file.is_picture else MAX_BYTES)
        except Unreadable:
            continue
        content[file.path.as_posix()] = hashlib.sha256(data).hexdigest()
        where[file.path.as_posix()] = file.where
    return State(content, where)


def read_limited(file: Path, limit: int) -> bytes:
    """A file's bytes, but no more than the limit and one: what is larger is found out without being read.

    Raises Unreadable when it cannot be opened, is no file, or was changed meanwhile.
    """
    try:
        # Not to wait for ever where somebody has put a named pipe in a file's place.
        handle = os.open(file, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        with os.fdopen(handle, "rb") as opened:
            before = os.fstat(handle)
            if not stat.S_ISREG(before.st_mode):
                raise Unreadable(
                    "This is not a file that can be read.", "Take it out, or put a real file in its place."
                )
            data = opened.read(limit + 1)
            after = os.fstat(handle)
    except OSError:
        raise Unreadable("The file cannot be opened.", "Close it in other programs, or copy it anew.") from None
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise Unreadable("The file is just being saved.", "Wait a moment, then try again.")
    return data
