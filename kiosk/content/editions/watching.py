"""When have the folders changed, and has whoever writes into them finished?"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kiosk.content.folders import MAX_FILES

QUIET: Final = 0.3
"""Seconds without a further change after which a burst is over."""
LONGEST: Final = 10.0
"""Seconds after which it is taken for over even if something is written all the time."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What tells that a file is another one than before, without reading it."""

    size: int
    mtime_ns: int
    inode: int
    """A file saved by being replaced may keep size and time."""


Snapshot = Mapping[str, Stamp]


def take_snapshot(folder: Path) -> Snapshot | None:
    """The stamps of all files in a folder, or None while it cannot be opened: that is no change."""
    found: dict[str, Stamp] = {}
    pending = [str(folder)]
    try:
        while pending:
            with os.scandir(pending.pop()) as entries:
                for entry in entries:
                    if entry.name.startswith("."):
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        pending.append(entry.path)
                    elif len(found) <= MAX_FILES:
                        status = entry.stat(follow_symlinks=False)
                        found[entry.path] = Stamp(status.st_size, status.st_mtime_ns, status.st_ino)
    except FileNotFoundError:
        # A file or folder that went while we looked: the next look tells; the folder itself may be away.
        return found if folder.is_dir() else None
    except OSError:
        return None
    return found


class Changes:
    """Gathers the changes of a burst: an editor that writes, renames and deletes, a stick that copies fifty files."""

    def __init__(self, settled: Snapshot | None, quiet: float = QUIET, longest: float = LONGEST) -> None:
        """settled: what was published last, or None if nobody knows; the first look is then a change."""
        self._settled = settled
        self._seen = settled
        self._since: float | None = None
        self._last = 0.0
        self._quiet = quiet
        self._longest = longest

    @property
    def is_pending(self) -> bool:
        """Whether a burst has begun and is not over: look again soon."""
        return self._since is not None

    def poll(self, snapshot: Snapshot | None, now: float) -> bool:
        """Tell whether a burst is over: True once for each.

        snapshot: what is there now, None while the folder is away; now: seconds that never go back.
        """
        if snapshot is None:
            self._since = None
            self._seen = None
            return False
        if snapshot != self._seen:
            self._seen = snapshot
            self._last = now
            self._since = now if self._since is None else self._since
        if self._since is None:
            return False
        if snapshot == self._settled:  # written and taken back
            self._since = None
            return False
        if now - self._last < self._quiet and now - self._since < self._longest:
            return False
        self._settled = snapshot
        self._since = None
        return True
