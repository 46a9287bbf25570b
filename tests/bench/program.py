"""A running program with all the processes it started: its memory, its share of the processor, its end."""

import os
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, Self

TICKS_PER_SECOND = os.sysconf("SC_CLK_TCK")
PROC = Path("/proc")


class Program:
    """A program in a process group of its own, which is ended as a whole."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str], log: IO[str]) -> None:
        """Start it; what it says goes into the log."""
        self.started = time.monotonic_ns()
        self._process = subprocess.Popen(
            command, env=environment, stdout=log, stderr=log, stdin=subprocess.DEVNULL, start_new_session=True
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._end(signal.SIGTERM)
        try:
            self._process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            self._end(signal.SIGKILL)
            self._process.wait()

    def _end(self, how: signal.Signals) -> None:
        with suppress(ProcessLookupError):  # it has ended by itself
            os.killpg(self._process.pid, how)

    def processes(self) -> set[int]:
        """The program and all that descend from it."""
        found = {self._process.pid}
        children: dict[int, list[int]] = {}
        for child, parent in _parents().items():
            children.setdefault(parent, []).append(child)
        waiting = [self._process.pid]
        while waiting:
            young = children.get(waiting.pop(), [])
            found.update(young)
            waiting.extend(young)
        return found

    def memory(self) -> float:
        """Proportional set size of all processes, in MB: shared pages are divided among those who share them."""
        return sum(_pss(pid) for pid in self.processes()) / 1024

    def processor_seconds(self) -> float:
        """Processor time that all processes have used so far."""
        ticks = 0
        for pid in self.processes():
            fields = _stat(pid)
            ticks += int(fields[11]) + int(fields[12]) if fields else 0
        return ticks / TICKS_PER_SECOND


def _parents() -> dict[int, int]:
    pids = [int(entry.name) for entry in PROC.iterdir() if entry.name.isdigit()]
    return {pid: int(fields[1]) for pid in pids if (fields := _stat(pid))}


def _stat(pid: int) -> list[str]:
    """The fields of /proc/PID/stat from the state on; none when the process has ended."""
    try:
        return (PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return []


def _pss(pid: int) -> int:
    try:
        lines = (PROC / str(pid) / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
