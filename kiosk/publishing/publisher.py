"""Has a process of its own publish."""

import logging
import os
import sys
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal

from kiosk.publishing.messages import Order, to_report

log = logging.getLogger(__name__)

_JOB: Final = "kiosk.publishing.job"
_ROOT: Final = Path(__file__).parents[2]


class Publisher(QObject):
    """Starts one process at a time."""

    reported = Signal(object)
    """Carries a Report."""
    failed = Signal()
    """The process has died, or could not be started: nothing is known to be published."""

    def __init__(self, order: Order, parent: QObject) -> None:
        """Publish this again and again."""
        super().__init__(parent)
        self._order = order
        self._process: QProcess | None = None
        self._is_told = self._is_wanted_again = False

    def get_ready(self) -> None:
        """Start a process that waits: what it needs to know takes it longer than the work itself."""
        if self._process is not None:
            return
        process = QProcess(self)
        process.setProgram(sys.executable)
        process.setArguments(["-m", _JOB])
        process.setProcessEnvironment(_environment())
        process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        process.finished.connect(self._finished)
        process.errorOccurred.connect(self._failed)
        self._process, self._is_told = process, False
        process.start()

    def publish(self) -> None:
        """Publish now, or once more after what is being published."""
        self.get_ready()
        if self._is_told or self._process is None:
            self._is_wanted_again = self._is_told
            return
        self._is_told = True
        self._process.write(f"{self._order.to_json()}\n".encode())
        self._process.closeWriteChannel()

    def close(self) -> None:
        """End a process that waits or works; half an edition is nothing that patients see."""
        if self._process is not None:
            self._process.finished.disconnect(self._finished)
            self._process.errorOccurred.disconnect(self._failed)
            self._process.kill()
            self._process.waitForFinished(1000)
            self._process = None

    def _finished(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.deleteLater()
        if self._is_told:
            self._tell(bytes(process.readAllStandardOutput().data()).decode("utf-8", "replace"))
        if self._is_wanted_again:
            self._is_wanted_again = False
            self.publish()

    def _failed(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            log.error("Publishing could not be started: %s", self._process.errorString() if self._process else error)
            if self._process is not None:
                self._process.deleteLater()
            self._process, self._is_told, self._is_wanted_again = None, False, False
            self.failed.emit()

    def _tell(self, line: str) -> None:
        try:
            report = to_report(line)
        except ValueError:
            log.error("Publishing ended without a report.")  # noqa: TRY400 - it has told the rest itself
            self.failed.emit()
        else:
            self.reported.emit(report)


def _environment() -> QProcessEnvironment:
    """Ours, in which this program is found wherever it was started."""
    environment = QProcessEnvironment.systemEnvironment()
    others = environment.value("PYTHONPATH")
    environment.insert("PYTHONPATH", os.pathsep.join(filter(None, (str(_ROOT), others))))
    return environment
