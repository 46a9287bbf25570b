"""The mark of health: which version ran soundly. The package goes back from one that never did (decisions/0008)."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from kiosk.disk import Disk, told

FILE: Final = "healthy"


def mark_healthy(folder: Path, version: str, log: Callable[[str], None]) -> None:
    """Note that a version is sound.

    folder: where the package looks, whatever the settings say. A disk that does not take it leaves what was there.
    """
    file, mark = folder / FILE, f"{version}\n".encode("ascii")
    try:
        if not file.is_file() or file.read_bytes() != mark:
            Disk().write_whole(file, mark)
    except OSError as error:
        log(f"It could not be kept that version {version} is sound: {told(error)[0]}")
