"""Files that a command writes for somebody: none is ever written over."""

import sys
from collections.abc import Callable
from pathlib import Path

from kiosk.commands.arguments import PROBLEMS, SOUND
from kiosk.disk import told


def write_new(out: Path, write: Callable[[], object]) -> int:
    """Have a file written that must not be there yet, and tell how it went; gives the exit status."""
    try:
        write()
    except FileExistsError:
        print(f"There is {out} already. Choose another name.", file=sys.stderr)
        return PROBLEMS
    except OSError as error:
        print(*told(error), file=sys.stderr)
        return PROBLEMS
    print(f"Written to {out}")
    return SOUND


def is_taken(folder: Path) -> bool:
    """Whether a folder to write into cannot be one, as a file lies in its way; that is told."""
    file = next((place for place in (folder, *folder.parents) if place.exists()), folder)
    if file.is_dir() or not file.exists():
        return False
    print(f"{file} is a file. Name a folder.", file=sys.stderr)
    return True
