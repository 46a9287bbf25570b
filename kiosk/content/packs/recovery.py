"""Brings the clinic's folder back where the power was lost while a pack took its place."""

from pathlib import Path
from typing import Final

_BEFORE: Final = ".before"


def before_of(folder: Path) -> Path:
    """Where the clinic's folder lies that the last pack has replaced."""
    return folder.with_name(f"{folder.name}{_BEFORE}")


def recover(folder: Path) -> bool:
    """Bring the former folder back where the power was lost between two renames; gives whether it was needed.

    For every start, before the folder is read. Raises OSError when the disk does not take it.
    """
    before = before_of(folder)
    if folder.exists() or not before.is_dir():
        return False
    before.replace(folder)
    return True
