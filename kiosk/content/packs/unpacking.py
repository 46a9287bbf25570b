"""Takes a pack apart, trusting nothing in it: it may come from a stranger."""

import hashlib
import json
import os
import re
import shutil
import stat
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Final

from kiosk.content.clinic.folder import Refused
from kiosk.content.packs.format import FORMAT, INDEX, PackLimits, largest

_END: Final = b"PK\x05\x06"
_END_64: Final = b"PK\x06\x07"
_END_BYTES: Final = 22
_DIRECTORY_ENTRY: Final = 46 + 400
"""Bytes that the directory of a ZIP file needs for a file at most: its own, the name and some remarks."""
_MAX_INDEX: Final = 2_000_000
_FORBIDDEN: Final = re.compile(r'[\x00-\x1f\x7f\\:*?"<>|]')
_BROKEN: Final = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)
"""What the library raises for files that are cut off, damaged, locked or made to mislead."""


def fetch(pack: Path, target: Path, limits: PackLimits) -> None:
    """Copy a pack from its stick, so that nothing depends on the stick any more.

    Raises Refused when it is not there, too large or cannot be read to its end.
    """
    try:
        if not pack.is_file():
            raise Refused(
                f"There is no pack {pack}.", "Name a file that clinic-kiosk content pack has written.", wrong_use=True
            )
        if pack.stat().st_size > limits.pack_bytes:
            raise Refused("The pack is too large.", f"A pack has {limits.pack_bytes // 1_000_000} MB at most.")
        shutil.copyfile(pack, target)
    except OSError:
        raise Refused("The pack cannot be read to its end.", "Put the stick in again, and try once more.") from None


def unpack(pack: Path, target: Path, limits: PackLimits) -> None:
    """Unpack into a new folder; the pack was fetched before.

    Raises Refused when anything in it is not as it must be, OSError when the disk does not take it.
    """
    with _reading():
        _check_end(pack, limits)
        opened = zipfile.ZipFile(pack)
    with opened:
        with _reading():
            entries = _entries(opened, limits)
            index = _index(opened, entries)
        for name, entry in entries.items():
            with _reading():
                data = _content(opened, entry, index[name])
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            (target / name).write_bytes(data)


@contextmanager
def _reading() -> Iterator[None]:
    """Whatever a pack that is not whole makes the library raise is told as that."""
    try:
        yield
    except _BROKEN:
        raise Refused("The pack is damaged or not whole.", "Copy it to the stick again, and try once more.") from None


def _check_end(pack: Path, limits: PackLimits) -> None:
    """How long the directory is stands at the end of the file: read before all of it is."""
    with pack.open("rb") as opened:
        opened.seek(max(0, pack.stat().st_size - 65_536 - _END_BYTES))
        data = opened.read()
    at = data.rfind(_END)
    if at < 0 or len(data) < at + _END_BYTES:
        raise zipfile.BadZipFile
    length = int.from_bytes(data[at + 12 : at + 16], "little")
    if _END_64 in data[max(0, at - 20) : at] or length > limits.files * _DIRECTORY_ENTRY:
        raise _strange("There are too many files in the pack.")


def _entries(opened: zipfile.ZipFile, limits: PackLimits) -> dict[str, zipfile.ZipInfo]:
    infos = [info for info in opened.infolist() if not info.filename.endswith("/")]
    if len(infos) > limits.files:
        raise _strange("There are too many files in the pack.")
    if sum(info.file_size for info in infos) > limits.total_bytes:
        raise _strange("The pack becomes too large when it is opened.")
    entries: dict[str, zipfile.ZipInfo] = {}
    seen: set[str] = set()
    for info in infos:
        _check_entry(info, limits)
        if info.filename.lower() in seen:
            raise _strange(f'Two files in the pack are named "{info.filename}".')
        seen.add(info.filename.lower())
        if info.filename != INDEX:
            entries[info.filename] = info
    return entries


def _check_entry(info: zipfile.ZipInfo, limits: PackLimits) -> None:
    name = info.filename
    path = PurePosixPath(name)
    shown = "".join(letter if letter.isprintable() else "?" for letter in name[:60])
    if _FORBIDDEN.search(info.orig_filename) or len(os.fsencode(name)) > limits.name_bytes or path.as_posix() != name:
        raise _strange(f'A file in the pack has a strange name: "{shown}".')
    if path.is_absolute() or ".." in path.parts:
        raise _strange(f'A file in the pack wants to lie outside the folder: "{shown}".')
    if len(path.parts) > limits.depth:
        raise _strange(f'A file in the pack lies too deep in folders: "{shown}".')
    if stat.S_IFMT(info.external_attr >> 16) not in (0, stat.S_IFREG):
        raise _strange(f'This in the pack is a link or a device and no file: "{shown}".')
    most = _MAX_INDEX if name == INDEX else largest(path)
    if most is None:
        raise _strange(f'A file in the pack is no page and no picture: "{shown}".')
    if info.file_size > most:
        raise _strange(f'A file in the pack is too large: "{shown}".')
    if info.file_size > limits.free_bytes and info.file_size > limits.ratio * max(1, info.compress_size):
        raise _strange(f'A file in the pack becomes far larger than it is: "{shown}".')


def _index(opened: zipfile.ZipFile, entries: Mapping[str, zipfile.ZipInfo]) -> dict[str, str]:
    """The sha256 of each file; a pack without it was not written by us."""
    try:
        with opened.open(INDEX) as index:
            told = json.loads(index.read(_MAX_INDEX))
        is_known, files = told["format"] == FORMAT, dict(told["files"])
    except (KeyError, TypeError, RecursionError):
        raise Refused("This file is not a pack.", "Name a file that clinic-kiosk content pack has written.") from None
    if not is_known:
        raise Refused("The pack was written by a newer kiosk.", "Bring the program of this kiosk up to date first.")
    if set(files) != set(entries):
        raise zipfile.BadZipFile
    return files


def _content(opened: zipfile.ZipFile, entry: zipfile.ZipInfo, checksum: str) -> bytes:
    with opened.open(entry) as reading:
        data = reading.read(entry.file_size + 1)
    if len(data) != entry.file_size or hashlib.sha256(data).hexdigest() != checksum:
        raise zipfile.BadZipFile
    return data


def _strange(what: str) -> Refused:
    return Refused(what, "Do not use this pack. Have a new one made.")
