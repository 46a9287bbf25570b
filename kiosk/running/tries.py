"""Tries a program again and again behind the resting screen, with longer and longer waits."""

import logging
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from kiosk.health.exits import FRESH_START, TOLD_TO
from kiosk.health.starts import Starts
from kiosk.running.beats import Beats

log = logging.getLogger(__name__)

FIRST_WAIT: Final = 10
LONGEST_WAIT: Final = 300
"""Seconds between two tries; each waits twice as long as the one before."""
WELL_AFTER: Final = 600
"""Seconds of a healthy child after which failures are forgotten."""
_PATIENCE_MS: Final = 3000


class Tries(QObject):
    """Begins with a try; while the child runs, it beats and we do not."""

    over = Signal(int)
    """The child has ended as it should: carries the exit status."""

    def __init__(self, command: Sequence[str], starts: Starts, beats: Beats, first_wait: float = FIRST_WAIT) -> None:
        """first_wait: seconds between the first two tries."""
        super().__init__(beats.parent())
        self._starts = starts
        self._beats = beats
        self._wait = first_wait
        self._child = QProcess(self)
        self._child.setProgram(command[0])
        self._child.setArguments(list(command[1:]))
        self._child.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedChannels)
        self._child.started.connect(beats.pause)
        self._child.finished.connect(self._ended)
        self._child.errorOccurred.connect(self._failed)
        self._again = QTimer(self, singleShot=True)
        self._again.timeout.connect(self._child.start)
        self._well = QTimer(self, singleShot=True, interval=round(WELL_AFTER * 1000))
        self._well.timeout.connect(self._recovered)
        self._child.started.connect(self._well.start)
        self._child.start()

    def stop(self) -> None:
        """End the child and try no more."""
        self._again.stop()
        self._well.stop()
        self._child.finished.disconnect(self._ended)
        self._child.errorOccurred.disconnect(self._failed)
        if self._child.state() is not QProcess.ProcessState.NotRunning:
            self._child.terminate()
            if not self._child.waitForFinished(_PATIENCE_MS):
                self._child.kill()
                self._child.waitForFinished(_PATIENCE_MS)

    def _ended(self, status: int, how: QProcess.ExitStatus) -> None:
        self._well.stop()
        self._beats.go_on()
        if how is QProcess.ExitStatus.NormalExit and status in (TOLD_TO, FRESH_START):
            self.over.emit(status)
        else:
            self._try_later()

    def _failed(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:  # others end it, which is told by itself
            self._try_later()

    def _try_later(self) -> None:
        log.error("Safe mode ended too; the next try is in %d seconds", self._wait)
        self._again.start(round(self._wait * 1000))
        self._wait = min(self._wait * 2, LONGEST_WAIT)

    def _recovered(self) -> None:
        self._starts.recovered()
        self._wait = FIRST_WAIT
