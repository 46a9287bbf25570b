"""A process that publishes when it is told to, and can be killed over it at any moment, as by a plug that is pulled.

It is started once and has checked a library: each publish is a copy of it, so that none waits for Python, and most of
its time is spent on the disk.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.content.editions.desk import Desk

_PUBLISHES: Final = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from kiosk.content.check import check
from kiosk.content.editions.publish import Publication, publish
from kiosk.content.editions.store import Store
from kiosk.content.folders import Folders
from kiosk.disk import Disk

base, clinic, state = map(Path, sys.argv[1:])
check(Folders((base,)))
while sys.stdin.readline():
    copy = os.fork()
    if not copy:
        print(os.getpid(), flush=True)
        outcome = publish(Store(state, Disk()), Publication(Folders((base, clinic)), "Ana", datetime.now(UTC)))
        print("done" if outcome.edition else [str(problem) for problem in outcome.problems], flush=True)
        os._exit(0)
    sys.stdin.readline()
    os.waitpid(copy, 0)
    print("ended", flush=True)
"""


@dataclass(frozen=True, slots=True)
class Publisher:
    """Publishes for a desk."""

    process: subprocess.Popen[str]

    def publishes(self, killed_after: float | None = None) -> str:
        """Publish; killed after some seconds, or not at all. Gives what it said before."""
        copy = int(self._told_to("publish"))
        if killed_after is not None:
            time.sleep(killed_after)
            os.kill(copy, signal.SIGKILL)
        heard = [self._told_to("wait for its end")]
        while heard[-1] != "ended":
            heard.append(self._hears())
        return "".join(heard[:-1])

    def _told_to(self, do: str) -> str:
        assert self.process.stdin is not None
        self.process.stdin.write(f"{do}\n")
        self.process.stdin.flush()
        return self._hears()

    def _hears(self) -> str:
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert line, "The publisher itself has died."
        return line.rstrip("\n")


@contextmanager
def publisher(desk: Desk) -> Iterator[Publisher]:
    """Somebody who publishes what lies on a desk, while the block runs."""
    command = (sys.executable, "-c", _PUBLISHES, str(desk.base), str(desk.clinic), str(desk.state))
    surroundings = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])}
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=surroundings
    ) as process:
        yield Publisher(process)
