"""Takes a pack apart, trusting nothing in it: it may come from a stranger."""

import hashlib
import json
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from kiosk.content.clinic.folder import Refused
from kiosk.content.packs.entries import MAX_INDEX, Strange, check_size, entries_of, too_many
from kiosk.content.packs.format import FORMAT, INDEX, PackLimits

_END: Final = b"PK\x05\x06"
_END_64: Final = b"PK\x06\x07"
_END_BYTES: Final = 22
_DIRECTORY_ENTRY: Final = 46 + 400
"""Bytes that the directory of a ZIP file needs for a file at most: its own, the name and some remarks."""
_AT_ONCE: Final = 1_000_000
"""Bytes that are read from a stick at a time."""
_BROKEN: Final = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)
"""What the library raises for files that are cut off, damaged, locked or made to mislead."""


def fetch(pack: Path, target: Path, limits: PackLimits) -> None:
    """Copy a pack from its stick, so that nothing depends on the stick any more.

    Raises Refused when it is not there, too large or cannot be read to its end, OSError when the disk does not take it.
    """
    with target.open("wb") as copy:
        for part in _parts(pack, limits):
            copy.write(part)


def _parts(pack: Path, limits: PackLimits) -> Iterator[bytes]:
    """What stands on the stick; only what the stick does wrong is told as that."""
    try:
        if not pack.is_file():
            raise Refused(
                f"There is no pack {pack}.", "Name a file that clinic-kiosk content pack has written.", wrong_use=True
            )
        check_size(pack, limits)
        with pack.open("rb") as opened:
            while part := opened.read(_AT_ONCE):
                yield part
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
            entries = entries_of(opened, limits)
            index = _index(opened, entries)
        for name, entry in entries.items():
            with _reading():
                data = _content(opened, entry, index[name])
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            (target / name).write_bytes(data)


@contextmanager
def _reading() -> Iterator[None]:
    """Whatever a pack that is not whole makes the library raise is told as that.

    What is strange in one is told to who takes it, and can mend nothing in it.
    """
    try:
        yield
    except Strange as strange:
        raise Refused(strange.what, "Do not use this pack. Have a new one made.") from None
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
        raise too_many(limits)


def _index(opened: zipfile.ZipFile, entries: Mapping[str, zipfile.ZipInfo]) -> dict[str, str]:
    """The sha256 of each file; a pack without it was not written by us."""
    try:
        with opened.open(INDEX) as index:
            told = json.loads(index.read(MAX_INDEX))
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
