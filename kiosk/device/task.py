"""A child process that is given something on its input, and that nobody waits for."""

from PySide6.QtCore import QObject, QProcess, Signal


class Task(QProcess):
    """Tells once that it is over, whatever became of it; then it is gone."""

    over = Signal(object)
    """Carries the Task."""

    def __init__(self, command: list[str], data: bytes, parent: QObject) -> None:
        """Not started yet, so that what is over at once is told as well."""
        super().__init__(parent)
        self._command = command
        self._data = data
        self._starts = True
        self.finished.connect(self._finished)
        self.errorOccurred.connect(self._broke)

    def begin(self) -> None:
        """Start it."""
        self.start(self._command[0], self._command[1:])
        self.write(self._data)
        self.closeWriteChannel()

    def end(self) -> None:
        """Let nothing of it run on."""
        self.kill()
        self.waitForFinished(1000)

    @property
    def is_well(self) -> bool:
        """Whether it has done its work."""
        return self._starts and self.exitStatus() is QProcess.ExitStatus.NormalExit and self.exitCode() == 0

    @property
    def told(self) -> str:
        """What it says has gone wrong, for the log."""
        if not self._starts:
            return f"{self.program()} cannot be started."
        said = bytes(self.readAllStandardError().data()).decode(errors="replace").strip()
        return f"{self.program()} ended with {self.exitCode()}: {said}"

    def _finished(self) -> None:
        self.deleteLater()
        self.over.emit(self)

    def _broke(self, error: QProcess.ProcessError) -> None:
        """A crash and a broken pipe are told by the end of the process."""
        if error is QProcess.ProcessError.FailedToStart:
            self._starts = False
            self._finished()
