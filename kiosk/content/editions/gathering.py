"""Copies the files that count from all layers, each read once and never more of it than a page or picture may have."""

import hashlib
from pathlib import Path
from typing import Final

from kiosk.content.editions.changes import State
from kiosk.content.folders import ContentFile, Folders
from kiosk.content.pictures.limits import PictureLimits
from kiosk.content.problem import Problem
from kiosk.content.tree import MAX_BYTES
from kiosk.content.untrusted import Unreadable, read_limited
from kiosk.disk import Disk
from kiosk.values import value_class

_AWAY: Final = b"hidden: true\n"
"""Stands for a page that cannot be read, so that pages that name it are not told as problems too."""


@value_class
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
            data = _read(file)
        except Unreadable as fault:
            problems.append(Problem(file.shown, 1, 1, "error", fault.what, fault.remedy))
            if file.is_picture:
                continue
            data = _AWAY
        path = target / file.path
        if path.parent not in made:
            disk.make_folder(path.parent)
            made.add(path.parent)
        disk.write(path, data)
        content[file.path.as_posix()] = hashlib.sha256(data).hexdigest()
    where = {name: target / name for name in content}
    own = tuple(
        name
        for file in files.values()
        if (name := file.path.as_posix()) in content and not file.where.is_relative_to(folders.bundled)
    )
    return Gathered(State(content, where), own, tuple(problems))


def _read(file: ContentFile) -> bytes:
    return read_limited(file.where, PictureLimits().file_bytes if file.is_picture else MAX_BYTES)


def state_of(folders: Folders) -> State:
    """The files of folders where they lie; what cannot be read is left out."""
    content: dict[str, str] = {}
    where: dict[str, Path] = {}
    for file in folders.files()[0].values():
        try:
            data = _read(file)
        except Unreadable:
            continue
        content[file.path.as_posix()] = hashlib.sha256(data).hexdigest()
        where[file.path.as_posix()] = file.where
    return State(content, where)
