"""Sees changes of the clinic's folder: told by the system where it can, and looked for where it cannot."""

import time
from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import Final

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from kiosk.content.editions.watching import Changes, looked_through, take_snapshot
from kiosk.content.folders import MAX_FILES
from kiosk.content.untrusted import Unreadable, read_limited

LOOK_MS: Final = 15_000
"""Between two looks where nothing is told, as on a network share."""
AWAY_MS: Final = 1_000
"""Between two looks for a folder that is away: while a pack takes its place that is for a moment only."""
PENDING_MS: Final = 50
"""Between two looks while somebody writes."""


class FolderWatch(QObject):
    """Lives in a thread of its own: a network that hangs holds up nobody else."""

    began = Signal()
    """Somebody has begun to write."""
    over = Signal()
    """Whoever wrote has finished."""
    away = Signal(bool)
    """The folder cannot be opened any more, or can again."""

    def __init__(self, folder: Path, parent: QObject) -> None:
        """Nothing is watched yet; the first look is taken for a change, as nobody knows what was before."""
        super().__init__(parent)
        self._folder = folder
        self._changes = Changes(None)
        self._shut: tuple[Path, ...] = ()
        self._is_pending = self._is_away = self._was_missed = False
        self._system = QFileSystemWatcher(self)
        self._system.fileChanged.connect(self._hurry)
        self._system.directoryChanged.connect(self._hurry)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Look now, and from now on."""
        self.look()

    def again(self) -> None:
        """Take the next look for a change: what was there could not be taken."""
        self._changes = Changes(None)

    def wait_for(self, files: Iterable[Path]) -> None:
        """The same as soon as one of these can be opened: that another program has closed it shows in nothing else."""
        self._shut = tuple(files)

    def look(self) -> None:
        """See what is there now."""
        if any(map(_can_be_opened, self._shut)):
            self._shut = ()
            self.again()
        snapshot = take_snapshot(self._folder)
        if snapshot is None and not self._was_missed:  # away, or just being replaced by another: look once more
            self._was_missed = True
            self._timer.start(PENDING_MS)
            return
        self._was_missed = snapshot is None
        self._tell_away(snapshot is None)
        is_over = self._changes.poll(snapshot, time.monotonic())
        was_pending, self._is_pending = self._is_pending, self._changes.is_pending
        is_news = False
        if snapshot is not None and (is_over or self._unwatched()):
            unwatched = self._unwatched()
            self._watch(list(snapshot))
            is_news = self._unwatched() < unwatched
        if self._is_pending and not was_pending:
            self.began.emit()
        # Once more after it is over, and in a new folder: for what was written before the system was asked for news.
        is_soon = self._is_pending or is_over or is_news
        self._timer.start(PENDING_MS if is_soon else LOOK_MS if snapshot is not None else AWAY_MS)
        if is_over:
            self.over.emit()

    def _hurry(self) -> None:
        """Something has changed: look soon, but not for every one of a hundred files."""
        if not self._is_pending and self._timer.remainingTime() > PENDING_MS:
            self._timer.start(0)

    def _watch(self, files: list[str]) -> None:
        """Ask the system for news of every file and folder; what it does not take is looked for every 15 seconds.

        All of them anew: where a folder was replaced, the system would go on to watch what lay in the one before. The
        folder above tells that this one was.
        """
        known = [*self._system.files(), *self._system.directories()]
        if known:
            self._system.removePaths(known)
        self._system.addPaths([str(self._folder.parent), *self._folders(), *files])

    def _unwatched(self) -> int:
        """How many folders the system has not been asked about, or does not tell of."""
        return len({*self._folders()} - {*self._system.directories()})

    def _folders(self) -> list[str]:
        return [folder for folder, _ in islice(looked_through(self._folder), MAX_FILES)]

    def _tell_away(self, is_away: bool) -> None:  # noqa: FBT001 - what the signal carries
        if is_away != self._is_away:
            self._is_away = is_away
            self.away.emit(is_away)


def _can_be_opened(file: Path) -> bool:
    try:
        read_limited(file, 0)
    except Unreadable:
        return False
    return True
