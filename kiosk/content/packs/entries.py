"""What may stand in a pack: asked of one that is written here as of one that a stranger has made."""

import os
import re
import stat
import zipfile
from pathlib import Path, PurePosixPath
from typing import Final

from kiosk.content.clinic.folder import Refused
from kiosk.content.packs.format import INDEX, PackLimits, largest

MAX_INDEX: Final = 2_000_000
"""Bytes of the index."""
_FORBIDDEN: Final = re.compile(r'[\x00-\x1f\x7f\\:*?"<>|]')
_RENAME: Final = "Give it a short name of letters, digits and hyphens."


class Strange(Refused):
    """Something in a pack that no kiosk takes; the remedy is for whoever writes it."""

    def __init__(self, what: str, remedy: str) -> None:
        """Say what and what to do before it is packed."""
        super().__init__(what, remedy)
        self.what = what


def too_many(limits: PackLimits) -> Strange:
    """What is told where a pack has more files than there may be; one of them is the index."""
    return Strange("There are too many files in the pack.", f"Take some out: {limits.files - 1} are the most.")


def check_size(pack: Path, limits: PackLimits) -> None:
    """Whether the ZIP file itself is small enough.

    Raises Strange when it is not, OSError when it cannot be asked.
    """
    if pack.stat().st_size > limits.pack_bytes:
        raise Strange("The pack is too large.", f"A pack has {limits.pack_bytes // 1_000_000} MB at most.")


def check_written(pack: Path, limits: PackLimits) -> None:
    """Look at a pack that was just written as each kiosk will that is to take it.

    Raises Strange when it would not.
    """
    check_size(pack, limits)
    with zipfile.ZipFile(pack) as opened:
        entries_of(opened, limits)


def entries_of(opened: zipfile.ZipFile, limits: PackLimits) -> dict[str, zipfile.ZipInfo]:
    """The pages and pictures in a pack by their paths.

    Raises Strange when there is anything else in it, or too much.
    """
    infos = [info for info in opened.infolist() if not info.filename.endswith("/")]
    if len(infos) > limits.files:
        raise too_many(limits)
    if sum(info.file_size for info in infos) > limits.total_bytes:
        raise Strange("The pack becomes too large when it is opened.", "Save its pictures smaller.")
    entries: dict[str, zipfile.ZipInfo] = {}
    seen: set[str] = set()
    for info in infos:
        _check_entry(info, limits)
        if info.filename.lower() in seen:
            raise Strange(f'Two files in the pack are named "{info.filename}".', "Rename one of the two.")
        seen.add(info.filename.lower())
        if info.filename != INDEX:
            entries[info.filename] = info
    return entries


def _check_entry(info: zipfile.ZipInfo, limits: PackLimits) -> None:
    name = info.filename
    path = PurePosixPath(name)
    shown = "".join(letter if letter.isprintable() else "?" for letter in name[:60])
    if _FORBIDDEN.search(info.orig_filename) or len(os.fsencode(name)) > limits.name_bytes or path.as_posix() != name:
        raise Strange(f'A file in the pack has a strange name: "{shown}".', _RENAME)
    if path.is_absolute() or ".." in path.parts:
        raise Strange(f'A file in the pack wants to lie outside the folder: "{shown}".', _RENAME)
    if len(path.parts) > limits.depth:
        raise Strange(f'A file in the pack lies too deep in folders: "{shown}".', "Put it into a folder further up.")
    if stat.S_IFMT(info.external_attr >> 16) not in (0, stat.S_IFREG):
        raise Strange(f'This in the pack is a link or a device and no file: "{shown}".', "Copy the file itself there.")
    most = MAX_INDEX if name == INDEX else largest(path)
    if most is None:
        raise Strange(f'A file in the pack is no page and no picture: "{shown}".', "Take it out.")
    if info.file_size > most:
        raise Strange(f'A file in the pack is too large: "{shown}".', "Save it smaller.")
    if info.file_size > limits.free_bytes and info.file_size > limits.ratio * max(1, info.compress_size):
        what = f'A file in the pack becomes far larger than it is: "{shown}".'
        raise Strange(what, "Take out what it says again and again.")
