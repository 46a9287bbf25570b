"""Signs of life for whatever supervises this process: systemd, or nobody."""

import os
import socket
from collections.abc import Mapping
from contextlib import suppress
from typing import Final, Protocol

_MICROSECONDS: Final = 1_000_000


class Heartbeat(Protocol):
    """Tells a supervisor how it goes. None of these raises: a supervisor that is away must not end the kiosk."""

    @property
    def limit(self) -> float | None:
        """Seconds of silence after which the supervisor starts the kiosk anew; None when it waits for no beats."""

    @property
    def restarts(self) -> bool:
        """Whether somebody starts the program again when it ends."""

    def ready(self) -> None:
        """The first picture is on the screen."""

    def beat(self) -> None:
        """All is well."""

    def status(self, words: str) -> None:
        """Say in plain words what it does now."""

    def stopping(self) -> None:
        """It ends because it was told to."""


class Nobody:
    """Nobody supervises: a desk, or another system than Linux."""

    limit: None = None
    restarts = False

    def ready(self) -> None:
        """Nobody listens."""

    def beat(self) -> None:
        """Nobody listens."""

    def status(self, words: str) -> None:
        """Nobody listens."""

    def stopping(self) -> None:
        """Nobody listens."""


class Systemd:
    """sd_notify(3): one datagram for each message."""

    restarts = True

    def __init__(self, address: str, limit: float | None) -> None:
        """address: of the socket, with @ first for the abstract namespace; limit: of WatchdogSec, in seconds."""
        self._address = f"\0{address[1:]}" if address.startswith("@") else address
        self.limit = limit

    def ready(self) -> None:
        """Let systemctl start come back."""
        self._tell("READY=1")

    def beat(self) -> None:
        """Begin the watchdog's time anew."""
        self._tell("WATCHDOG=1")

    def status(self, words: str) -> None:
        """Words for systemctl status, on one line."""
        self._tell(f"STATUS={' '.join(words.split())}")

    def stopping(self) -> None:
        """The end is no failure."""
        self._tell("STOPPING=1")

    def _tell(self, message: str) -> None:
        with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as to_systemd:
            to_systemd.setblocking(False)
            to_systemd.sendto(message.encode(), self._address)


def find_heartbeat(environ: Mapping[str, str] = os.environ) -> Heartbeat:
    """The heartbeat for this process.

    WATCHDOG_PID is not looked at: it names the compositor, whose child the kiosk is (the unit has NotifyAccess=all).
    """
    address = environ.get("NOTIFY_SOCKET", "")
    if not address.startswith(("/", "@")):
        return Nobody()
    limit = environ.get("WATCHDOG_USEC", "")
    return Systemd(address, int(limit) / _MICROSECONDS if limit.isdecimal() and int(limit) else None)
