"""The clinic's printer, by way of CUPS: hands over a sheet, watches it and tells how it goes; waits for nothing.

What is not printed in time is taken back: a sheet that comes out later would be read by somebody else.
"""

import logging
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final, Literal

from PySide6.QtCore import QCoreApplication, QObject, QProcess, QProcessEnvironment, QTimer, Signal

from kiosk.device import cups_job

log = logging.getLogger(__name__)

PrintState = Literal["sending", "printed", "out_of_paper", "jam", "open", "gone"]
LOOKS_EVERY_MS: Final = 1000
LONGEST_S: Final = 60
"""A sheet or two take a laser printer half of it, its warming up included."""
ANSWERS_WITHIN_MS: Final = 10_000
"""CUPS itself, which is on this machine or near it."""
_JOB: Final = re.compile(r"request id is (\S+-\d+)")
_ALERTS: Final = re.compile(r"^\s*Alerts:(.*)$", re.MULTILINE)
_TROUBLES: Final[tuple[tuple[PrintState, frozenset[str]], ...]] = (
    ("jam", frozenset({"media-jam"})),
    ("out_of_paper", frozenset({"media-empty", "media-needed", "input-tray-missing"})),
    ("open", frozenset({"cover-open", "door-open", "interlock-open", "toner-empty", "marker-supply-empty"})),
    ("gone", frozenset({"offline", "paused", "stopped", "shutdown", "timed-out"})),
    ("gone", frozenset({"resources-are-not-ready", "cups-held-for-authentication"})),
    ("gone", frozenset({"job-hold-until-specified", "job-stopped"})),
)
"""Reasons of printers (RFC 8011, section 5.4.12) and, in the last two lines, of jobs (5.3.8); others stop no page."""


class Printer(QObject):
    """One printer, and at most one sheet on its way."""

    told = Signal(str)
    """Carries a PrintState: first sending, then one of the others."""

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        """Know the printer by its name in CUPS; nothing is asked of it yet."""
        super().__init__(parent)
        self._name = name
        self._job = ""
        self._looks = 0
        self._trouble: PrintState | None = None
        self._running: QProcess | None = None
        self._again = QTimer(self, interval=LOOKS_EVERY_MS, singleShot=True)
        self._again.timeout.connect(self._look)
        self._patience = QTimer(self, interval=ANSWERS_WITHIN_MS, singleShot=True)
        self._patience.timeout.connect(self._lost_patience)

    def print_sheet(self, pdf: bytes) -> None:
        """Send a sheet; a sheet that is still on its way is taken back first."""
        self.take_back()
        self._looks, self._trouble = 0, None
        self.told.emit("sending")
        self._start("lp", ["-d", self._name, "-t", "clinic-kiosk", "-"], self._accepted, pdf)

    def take_back(self) -> None:
        """Print no more of the sheet that is on its way, as at the end of a visit."""
        self._again.stop()
        self._let_go()
        if self._job:
            _cancel(self._job)
            self._job = ""

    def _accepted(self, said: str) -> None:
        found = _JOB.search(said)
        if found is None:
            log.warning("The printer %s took no sheet: %s", self._name, said.strip())
            self.told.emit("gone")
            return
        self._job = found[1]
        self._again.start()

    def _look(self) -> None:
        self._looks += 1
        arguments = ["-l", "-p", self._name, "-W", "not-completed", "-o", self._name]
        self._start("lpstat", arguments, self._seen)

    def _seen(self, said: str) -> None:
        """Done, in trouble, or look again: trouble counts when it is seen twice, since printers clear it late."""
        if not re.search(rf"^{re.escape(self._job)}\s", said, re.MULTILINE):
            words = [str(Path(cups_job.__file__)), *self._job.rsplit("-", 1)]
            self._start(sys.executable, ["-I", "-S", *words], self._over)
            return
        trouble = trouble_in(said)
        if self._looks * LOOKS_EVERY_MS >= LONGEST_S * 1000:
            trouble = self._trouble = trouble or "gone"
        if trouble is not None and trouble == self._trouble:
            log.warning("The printer %s is in trouble: %s", self._name, trouble)
            self.take_back()
            self.told.emit(trouble)
            return
        self._trouble = trouble
        self._again.start()

    def _over(self, said: str) -> None:
        """It waits no more, or CUPS does not answer: only what CUPS itself tells as completed has come out."""
        state = said.strip()
        if state == cups_job.COMPLETED:
            self._job = ""
            self.told.emit("printed")
            return
        log.warning("The printer %s has not printed the sheet: %s", self._name, state or "CUPS does not know it")
        self.take_back()
        self.told.emit("gone")

    def _start(self, program: str, arguments: list[str], then: Callable[[str], None], data: bytes = b"") -> None:
        process = QProcess(QCoreApplication.instance())  # it may outlive a sheet that is taken back
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("LC_ALL", "C")
        process.setProcessEnvironment(environment)
        process.setProcessChannelMode(QProcess.ProcessChannelMode.MergedChannels)
        self._running = process
        process.finished.connect(lambda: self._finished(process, then))
        process.errorOccurred.connect(lambda error: self._failed(process, error))
        self._patience.start()
        process.start(program, arguments)
        process.write(data)
        process.closeWriteChannel()

    def _finished(self, process: QProcess, then: Callable[[str], None]) -> None:
        said = bytes(process.readAll().data()).decode(errors="replace")
        if process is self._running:
            self._let_go()
            then(said)
        elif (late := _JOB.search(said)) is not None:
            _cancel(late[1])

    def _failed(self, process: QProcess, error: QProcess.ProcessError) -> None:
        """Where CUPS is not installed; a crash and a broken pipe are told by the end of the process."""
        if process is self._running and error is QProcess.ProcessError.FailedToStart:
            log.warning("%s cannot be started", process.program())
            self._let_go()
            self.told.emit("gone")

    def _lost_patience(self) -> None:
        log.warning("CUPS has not answered within %d s", ANSWERS_WITHIN_MS // 1000)
        silent = self._running
        self.take_back()
        if silent is not None:
            silent.kill()
        self.told.emit("gone")

    def _let_go(self) -> None:
        """Wait for no process; one that hands a sheet over goes on, since only its answer tells what to cancel."""
        self._patience.stop()
        process, self._running = self._running, None
        if process is None:
            return
        if process.state() is QProcess.ProcessState.NotRunning:
            process.deleteLater()
            return
        process.finished.connect(process.deleteLater)
        if process.program() != "lp":
            process.kill()


def _cancel(job: str) -> None:
    QProcess.startDetached("cancel", [job])


def trouble_in(said: str) -> PrintState | None:
    """What stops a printer, by what lpstat -l says of it and its job; None for nothing that does."""
    alerts = {alert for found in _ALERTS.finditer(said) for alert in found[1].split()}
    stopping = {alert.removesuffix("-error") for alert in alerts}
    for trouble, reasons in _TROUBLES:
        if stopping & reasons:
            return trouble
    return "gone" if re.search(r"^printer \S+ disabled", said, re.MULTILINE) else None
