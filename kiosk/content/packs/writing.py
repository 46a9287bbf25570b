"""Writes the clinic's folder into a pack."""

import hashlib
import json
import zipfile
from contextlib import suppress
from pathlib import Path
from typing import Final

from kiosk.content.check import check, is_sound
from kiosk.content.clinic.folder import Refused
from kiosk.content.folders import Folders
from kiosk.content.packs.entries import check_written
from kiosk.content.packs.format import FORMAT, INDEX, PackLimits
from kiosk.content.pictures.limits import PictureLimits
from kiosk.content.problem import has_errors
from kiosk.content.untrusted import Unreadable, read_limited
from kiosk.disk import Disk

_DATE: Final = (2026, 1, 1, 0, 0, 0)
"""The same for all, so that the same pages make the same pack."""


def write_pack(out: Path, library: Path, folder: Path, limits: PackLimits | None = None) -> int:
    """Write all pages and pictures of the clinic's folder into a pack, and give how many.

    Raises Refused when the folder is not sound, no kiosk would take the pack, or there is such a file already, OSError
    when it cannot be written.
    """
    if out.exists():
        raise Refused(f"There is {out} already.", "Choose another name, or delete that file first.")
    if not folder.is_dir():
        raise Refused(f"There is no folder {folder}.", "Name the clinic's folder with --content DIR.", wrong_use=True)
    if not is_sound(check(Folders((library, folder)))):
        raise Refused(f"There are mistakes in {folder}.", f"Mend them first: clinic-kiosk check --clinic {folder}")
    pages = _read(folder)
    beside = out.with_name(f"{out.name}.new")
    disk = Disk()
    try:
        _write(beside, pages)
        check_written(beside, limits or PackLimits())
        disk.sync(beside)
        disk.rename(beside, out)
        disk.sync(out.parent)
    except (OSError, Refused):
        with suppress(OSError):
            disk.remove(beside)
        raise
    return len(pages)


def _read(folder: Path) -> dict[str, bytes]:
    files, problems = Folders((folder,)).files()
    try:
        pages = {file.path.as_posix(): read_limited(file.where, PictureLimits().file_bytes) for file in files.values()}
    except Unreadable as fault:
        raise Refused(fault.what, fault.remedy) from None
    if not pages or has_errors(problems):
        raise Refused(f"There are no pages in {folder}.", "Put some there first.")
    return pages


def _write(file: Path, pages: dict[str, bytes]) -> None:
    index = {"format": FORMAT, "files": {path: hashlib.sha256(data).hexdigest() for path, data in pages.items()}}
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as pack:
        for path, data in {INDEX: json.dumps(index, indent=1).encode(), **pages}.items():
            pack.writestr(zipfile.ZipInfo(path, _DATE), data, zipfile.ZIP_DEFLATED)
