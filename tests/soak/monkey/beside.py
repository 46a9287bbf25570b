"""What goes on beside the window: threads that look something up, and programs; both end when the cage says so."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final, Protocol

from PySide6.QtCore import QObject, QProcess, Signal

from tests.soak.monkey.clockwork import Clockwork


class Worker:
    """Stands where the thread of an errand stands: works in a thread too, but only when it is told to."""

    all: ClassVar[list["Worker"]] = []

    def __init__(self, _threads: int) -> None:
        self._waiting: list[Callable[[], object]] = []
        self.all.append(self)

    def submit(self, act: Callable[[], object]) -> None:
        """Put it behind what waits already."""
        self._waiting.append(act)

    def shutdown(self) -> None:
        """End; what waits is done first."""
        self.work()
        self.all.remove(self)

    def work(self) -> bool:
        """Do what waits; gives whether there was anything."""
        acts, self._waiting = self._waiting, []
        for act in acts:
            thread = threading.Thread(target=act)
            thread.start()
            thread.join()
        return bool(acts)


def work_all() -> bool:
    """Let all threads do what waits; gives whether there was anything."""
    return any([worker.work() for worker in list(Worker.all)])  # noqa: C419 - each of them


@dataclass(frozen=True)
class Fate:
    """How a program that was started will end."""

    seconds: float
    says: Callable[[], str] = str
    status: int = 0


class Side(Protocol):
    """What answers the programs that the kiosk starts."""

    def fate(self, program: str, arguments: Sequence[str]) -> Fate | None:
        """How it will end; None where there is no such program."""

    def starts_detached(self, program: str, arguments: Sequence[str]) -> None:
        """One that nobody waits for has run."""


class Program(QObject):
    """Stands where QProcess stands; runs for simulated seconds."""

    clockwork: ClassVar[Clockwork]
    side: ClassVar[Side]
    started = Signal()
    finished = Signal(int, QProcess.ExitStatus)
    errorOccurred = Signal(QProcess.ProcessError)
    ProcessChannelMode: Final = QProcess.ProcessChannelMode
    ProcessError: Final = QProcess.ProcessError
    ProcessState: Final = QProcess.ProcessState
    ExitStatus: Final = QProcess.ExitStatus

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._program, self._arguments = "", tuple[str, ...]()
        self._fate: Fate | None = None
        self._said = b""
        self._is_killed = False
        timer = self.clockwork.Timer
        self._begins, self._ends = timer(self, singleShot=True), timer(self, singleShot=True)
        self._begins.timeout.connect(self._begin)
        self._ends.timeout.connect(self._end)

    def setProgram(self, program: str) -> None:
        self._program = program

    def setArguments(self, arguments: Sequence[str]) -> None:
        self._arguments = tuple(arguments)

    def setProcessChannelMode(self, _mode: object) -> None:
        pass

    def setProcessEnvironment(self, _environment: object) -> None:
        pass

    def program(self) -> str:
        return self._program

    def start(self, program: str = "", arguments: Sequence[str] = ()) -> None:
        if program:
            self._program, self._arguments = program, tuple(arguments)
        self._fate, self._is_killed = self.side.fate(self._program, self._arguments), False
        self._begins.start(0)
        if self._fate is not None:  # it takes its time from now on, also where nobody looks for long
            self._ends.start(round(self._fate.seconds * 1000))

    def write(self, _data: bytes) -> None:
        pass

    def closeWriteChannel(self) -> None:
        pass

    def readAll(self) -> "Bytes":
        return Bytes(self._said)

    def state(self) -> QProcess.ProcessState:
        return self.ProcessState.NotRunning if self._fate is None else self.ProcessState.Running

    def kill(self) -> None:
        if self._fate is not None:
            self._is_killed = True
            self._ends.start(0)

    terminate = kill

    def waitForFinished(self, _milliseconds: int) -> bool:
        if self._fate is not None:
            self._end()
        return True

    def lasts(self, seconds: float) -> bool:
        """Whether it runs, and is one that takes at least so long."""
        return self._fate is not None and self._fate.seconds >= seconds

    @classmethod
    def startDetached(cls, program: str, arguments: Sequence[str]) -> bool:
        cls.side.starts_detached(program, arguments)
        return True

    def _begin(self) -> None:
        if self._fate is None:
            self.errorOccurred.emit(self.ProcessError.FailedToStart)
            return
        self.started.emit()

    def _end(self) -> None:
        fate, self._fate = self._fate, None
        self._begins.stop()
        self._ends.stop()
        if fate is None:
            return
        self._said = b"" if self._is_killed else fate.says().encode()
        how = self.ExitStatus.CrashExit if self._is_killed else self.ExitStatus.NormalExit
        self.finished.emit(fate.status, how)


class Bytes:
    """Stands where QByteArray stands."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def data(self) -> bytes:
        """What the program has said."""
        return self._data


def programs_of(clockwork: Clockwork, side: Side) -> type[Program]:
    """The class to stand where QProcess stands, for one machine."""
    return type("KioskProgram", (Program,), {"clockwork": clockwork, "side": side})
