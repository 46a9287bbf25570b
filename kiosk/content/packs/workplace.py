"""The folder in which a pack is looked at, and the lock that keeps it there as long as somebody does."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Final

from kiosk.content.editions.lock import try_to_lock
from kiosk.content.packs.recovery import before_of

TAKING: Final = ".taking-"


@contextmanager
def workplace(folder: Path) -> Iterator[Path]:
    """A new folder within the clinic's, which nobody else takes away; it is gone afterwards.

    Within: so the pages belong to the group of people who may change them, as that folder does. Its lock lies beside
    the clinic's folder, as Windows renames none in which a file is open. Raises OSError when the disk does not take it.
    """
    clear_workplaces(folder)
    place = Path(tempfile.mkdtemp(prefix=TAKING, dir=folder))
    try:
        with ExitStack() as locked:
            with suppress(OSError):  # where no lock can be had, whoever comes next takes the folder away
                _lock(_lock_of(folder, place), locked)
            yield place
    finally:
        clear_workplaces(folder)


def clear_workplaces(folder: Path) -> None:
    """Take away what packs have left that nobody looks at any more, also in the folder that was replaced."""
    for place in (folder, before_of(folder)):
        with suppress(OSError):
            for left_over in place.glob(f"{TAKING}*"):
                if not _is_used(_lock_of(folder, left_over)):
                    shutil.rmtree(left_over, ignore_errors=True)
    with suppress(OSError):
        for lock in folder.parent.glob(f"{TAKING}*"):
            if not _is_used(lock):
                lock.unlink()


def _lock(lock: Path, until: ExitStack) -> None:
    """Make a lock and hold it until then; like what it keeps, it is taken away once nobody holds it.

    Raises OSError when the folder takes no file, or the file no lock.
    """
    handle = os.open(lock, os.O_RDONLY | os.O_CREAT, 0o644)
    until.callback(os.close, handle)
    try_to_lock(handle)


def _lock_of(folder: Path, place: Path) -> Path:
    return folder.parent / place.name


def _is_used(lock: Path) -> bool:
    """Whether somebody has it; of one that may not be opened nobody knows."""
    try:
        handle = os.open(lock, os.O_RDONLY)
    except FileNotFoundError:
        return False
    except OSError:
        return True
    try:
        try_to_lock(handle)
    except BlockingIOError:
        return True
    except OSError:
        return False
    finally:
        os.close(handle)
    return False
