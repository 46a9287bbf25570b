"""The edition on show: brings a new one to the screen, whoever has published it."""

import logging
from contextlib import suppress
from pathlib import Path
from typing import Final, Literal

from PySide6.QtCore import QFileSystemWatcher, QObject, QThread, QTimer, Signal

from kiosk.content.editions.serving import Serving, serve
from kiosk.content.editions.store import Store
from kiosk.content.folders import Folders
from kiosk.content.packs.recovery import recover
from kiosk.content.problem import Problem
from kiosk.content.untrusted import SHUT
from kiosk.disk import Disk
from kiosk.publishing.folder_watch import FolderWatch
from kiosk.publishing.messages import Order, Report
from kiosk.publishing.publisher import Publisher
from kiosk.values import value_class

log = logging.getLogger(__name__)

HOUR_MS: Final = 3_600_000
LOOK_MS: Final = 15_000
"""Between two looks at the pointer where the system tells nothing of it."""
AGAIN_MS: Final = 15_000
"""After publishing has failed by itself; twice as long each time, as it may fail for ever."""
SOON_MS: Final = 1_500
"""After the first picture: somebody may touch it at once."""
ENDS_WITHIN_MS: Final = 3_000
_BUNDLED: Final = 0
"""Stands for the number of an edition while the bundled library serves."""


@value_class
class Publishing:
    """What is published from where, and when."""

    folders: Folders
    """The bundled library, and the clinic's folder over it if there is one."""
    state: Path
    cache: Path
    when: Literal["when-sound", "page-by-page", "by-hand"]


class LiveEditions(QObject):
    """Lives beside the window; all work is done in a thread and in a process of their own."""

    arrived = Signal(object)
    """Carries the Library of another edition, whole and ready to be shown."""

    def __init__(self, publishing: Publishing, shown: int | None, parent: QObject) -> None:
        """shown: the number of the edition on show, None for the bundled library."""
        super().__init__(parent)
        self._thread = QThread(self)
        self._work = _Work(publishing, shown or _BUNDLED)
        self._work.moveToThread(self._thread)
        self._thread.started.connect(self._work.begin)
        self._work.arrived.connect(self.arrived)
        self._ending.connect(self._work.end)
        self._thread.finished.connect(self._work.deleteLater)

    _ending = Signal()

    def begin(self) -> None:
        """Begin to watch, once the start is over."""
        QTimer.singleShot(SOON_MS, self, lambda: self._thread.start(QThread.Priority.LowPriority))

    def close(self) -> None:
        """End; what is being published is left half and thrown away by the next start."""
        self._ending.emit()
        if not self._thread.wait(ENDS_WITHIN_MS):
            log.warning("The clinic's folder does not answer; it is left alone.")
            self._thread.terminate()
            self._thread.wait()


class _Work(QObject):
    """What is done in the thread."""

    arrived = Signal(object)

    def __init__(self, publishing: Publishing, shown: int) -> None:
        super().__init__()
        self._publishing = publishing
        self._shown = shown
        self._store = Store(publishing.state, Disk())
        self._problems: tuple[Problem, ...] = ()
        self._wait_ms = AGAIN_MS
        self._watch: FolderWatch | None = None
        self._publisher: Publisher | None = None

    def begin(self) -> None:
        """Everything that has a timer is made here: it belongs to this thread."""
        self.verify()
        with suppress(OSError):  # without it the pointer is looked at every 15 seconds
            self._store.disk.make_folder(self._publishing.state)
        self._system = QFileSystemWatcher([str(self._publishing.state)], self)
        self._system.directoryChanged.connect(self.look)
        for interval, act in ((LOOK_MS, self.look), (HOUR_MS, self.verify)):
            timer = QTimer(self, interval=interval)
            timer.timeout.connect(act)
            timer.start()
        self._begin_to_publish()

    def _begin_to_publish(self) -> None:
        publishing, own = self._publishing, self._publishing.folders.own
        by_hand = publishing.when == "by-hand"
        if own is None and (by_hand or not self._shown):
            return
        if own is not None:
            with suppress(OSError):  # a folder that is away: publishing tells it
                recover(own)
        order = Order(publishing.folders, publishing.state, publishing.when == "page-by-page", by_hand)
        self._publisher = Publisher(order, self)
        self._publisher.reported.connect(self._report)
        self._publisher.failed.connect(self._try_again)
        self._again = QTimer(self, singleShot=True)
        self._again.timeout.connect(self._publisher.publish)
        if own is None:  # only the program can have changed since
            self._publisher.publish()
            return
        self._watch = FolderWatch(own, self)
        self._watch.began.connect(self._publisher.get_ready)
        self._watch.over.connect(self._publisher.publish)
        self._watch.away.connect(self._tell_away)
        self._watch.begin()

    def end(self) -> None:
        """Stop watching; the thread ends."""
        if self._publisher is not None:
            self._publisher.close()
        for timer in self.findChildren(QTimer):
            timer.stop()
        self.thread().quit()

    def look(self) -> None:
        """Has anybody switched to another edition?"""
        pointer = self._store.pointer()
        if pointer is not None and pointer.edition != self._shown:
            self.verify()

    def verify(self) -> None:
        """Compare every file of the edition on show with its checksum; another one serves if it must."""
        publishing = self._publishing
        if self._shown == _BUNDLED and not self._store.numbers():
            return
        serving = serve(self._store, publishing.folders.bundled, publishing.cache, log.warning)
        number = _number(serving)
        if number != self._shown and serving.library is not None:
            self._shown = number
            log.info("Patients see %s now.", f"edition {number}" if number else "the pages that come with the kiosk")
            self.arrived.emit(serving.library)

    def _report(self, report: Report) -> None:
        self._again.stop()
        self._wait_ms = AGAIN_MS
        if report.edition is not None:
            log.info("Edition %d was published.", report.edition)
        if report.problems != self._problems:
            for problem in report.problems:
                log.warning("%s", problem)
        self._problems = report.problems
        own = self._publishing.folders.own
        if self._watch is not None and own is not None:
            if any(problem.path == str(self._store.folder) for problem in report.problems):
                self._watch.again()  # the disk was full, or somebody else was publishing
            self._watch.wait_for(own / problem.path for problem in report.problems if problem.what == SHUT)
        self.look()

    def _try_again(self) -> None:
        """Later: the change is there, and nobody will tell of it once more."""
        self._again.start(self._wait_ms)
        self._wait_ms = min(2 * self._wait_ms, HOUR_MS)

    def _tell_away(self, is_away: bool) -> None:  # noqa: FBT001 - what the signal carries
        if is_away:
            log.warning("The clinic's folder cannot be opened. Patients keep what they see now.")
        else:
            log.info("The clinic's folder is back.")


def _number(serving: Serving) -> int:
    return serving.edition.number if serving.edition is not None else _BUNDLED
