"""A stick on the wall: the kiosk may mount nothing, so it wishes, and packaging/systemd/stick does it as root."""

import os
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from kiosk.device.sticks import Found, MountedSticks, State, Sticks, packs_in
from kiosk.disk import Disk

OURS: Final = Path("/run/kiosk")
"""Where the wish stands, and what is to be saved; only the kiosk writes here."""
THEIRS: Final = Path("/run/clinic-kiosk-stick")
"""Where the answer and the stick's files stand; only root writes here."""
PATIENCE: Final = 30.0
"""Seconds for the answer: as long as the unit may take."""
_BETWEEN: Final = 0.05
_STATES: Final[dict[str, State]] = {"shown": "shown", "saved": "shown", "none": "none", "full": "full"}
"""Each answer's meaning; any other word: it cannot be read."""


class WishedStick:
    """Wishes by a file, and waits for the answer; to be called outside of the window's thread."""

    waits_to_be_asked = True

    def __init__(
        self, disk: Disk, ours: Path = OURS, theirs: Path = THEIRS, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """ours, theirs: the folders of the two sides."""
        self._disk, self._clock = disk, clock
        self._is_closed = threading.Event()
        self._wish, self._outbox = ours / "stick-wanted", ours / "stick-out"
        self._answer, self._files = theirs / "answer", theirs / "files"

    def look(self) -> Found:
        """Have the stick shown, and find its packs."""
        state = self._wished("show")
        return Found(state, packs_in((self._files,)) if state == "shown" else ())

    def takes_files(self) -> bool:
        """Whether there is one is found out when something is saved."""
        return True

    def save(self, name: str, data: bytes) -> State:
        """Lay a file out to be written; it is gone from here when the answer has come."""
        self._outbox.mkdir(mode=0o700, exist_ok=True)
        file = self._outbox / name
        try:
            file.write_bytes(data)
            return self._wished("save")
        finally:
            file.unlink(missing_ok=True)

    def let_go(self) -> None:
        """Have it taken away; nobody waits for that."""
        if self._answer.exists():
            self._write_wish("take away")

    def close(self) -> None:
        """Wait for no answer any more: the system gives a program that ends less time than a stick may take."""
        self._is_closed.set()

    def _wished(self, wish: str) -> State:
        before = self._stamp()
        self._write_wish(wish)
        ends = self._clock() + PATIENCE
        while self._stamp() == before:
            if self._is_closed.wait(_BETWEEN) or self._clock() > ends:
                self._wish.unlink(missing_ok=True)
                return "silent"
        return _STATES.get(self._answer.read_text(encoding="ascii", errors="replace").strip(), "unreadable")

    def _write_wish(self, wish: str) -> None:
        self._disk.write_whole(self._wish, f"{wish}\n".encode("ascii"))

    def _stamp(self) -> tuple[int, int]:
        """What tells one answer from the next; each is a new file."""
        try:
            status = self._answer.stat()
        except FileNotFoundError:
            return 0, 0
        return status.st_ino, status.st_mtime_ns


def sticks_of_this_machine(disk: Disk) -> Sticks:
    """By wishes where the kiosk runs from its unit, else as the system mounts them."""
    return WishedStick(disk) if os.access(OURS, os.W_OK) else MountedSticks(disk)
