"""When have the folders changed, and has whoever writes into them finished?"""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from kiosk.content.folders import MAX_FILES, entries_in, is_folder
from kiosk.values import value_class

QUIET: Final = 0.3
"""Seconds without a further change after which a burst is over."""
LONGEST: Final = 10.0
"""Seconds after which it is taken for over even if something is written all the time."""


@value_class
class Stamp:
    """What tells that a file is another one than before, without reading it."""

    size: int
    mtime_ns: int
    inode: int
    """A file saved by being replaced may keep size and time."""
    ctime_ns: int
    """A file that nobody could read keeps all of these when somebody allows it."""


Snapshot = Mapping[str, Stamp]


def take_snapshot(folder: Path) -> Snapshot | None:
    """The stamps of all files that people have put into a folder, or None while it cannot be opened: that is no change.

    A folder within that cannot be opened is as an empty one: its pages are told by the check.
    """
    found: dict[str, Stamp] = {}
    is_open = False
    for _, entries in looked_through(folder):
        is_open = True
        for entry in entries:
            stamp = _stamp(entry) if len(found) <= MAX_FILES else None
            if stamp is not None:
                found[entry.path] = stamp
    # A folder within that went while we looked is told by the next look; the folder itself may be away.
    return found if is_open and os.access(folder, os.R_OK) else None


def looked_through(folder: Path) -> "Iterator[tuple[str, list[os.DirEntry[str]]]]":
    """A folder and those within it, as far as they can be opened, each with the files in it; no link is followed."""
    pending = [""]
    while pending:
        below = pending.pop()
        try:
            there = entries_in(folder, below)
        except OSError:
            continue
        within = {entry for entry in there if is_folder(entry) and not entry.is_symlink()}
        pending += [f"{below}{entry.name}/" for entry in within]
        yield str(folder / below), [entry for entry in there if entry not in within]


def _stamp(entry: "os.DirEntry[str]") -> Stamp | None:
    """What tells of a file, or None for one that went while we looked."""
    try:
        status = entry.stat(follow_symlinks=False)
    except OSError:
        return None
    return Stamp(status.st_size, status.st_mtime_ns, status.st_ino, status.st_ctime_ns)


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
