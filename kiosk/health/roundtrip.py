"""Does the compositor, or the X server, still answer?

A second, silent connection of our own asks the cheapest question of the protocol; only a server whose loop runs
answers. Qt's own connection tells nothing: it is quiet on a still screen, and frame callbacks stop when it is off.
"""

import socket
import struct
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

_WAYLAND_SYNC: Final = struct.pack("=IHHI", 1, 0, 12, 2)
"""wl_display.sync: object 1, opcode 0, 12 bytes, the answer as object 2, which is free again after each answer."""
_X11_SYNC: Final = struct.pack("=BBH", 43, 0, 1)
"""GetInputFocus, which is what XSync asks."""
_X11_BYTE_ORDER: Final = b"l\0" if sys.byteorder == "little" else b"B\0"
_COOKIE: Final = b"MIT-MAGIC-COOKIE-1"
_X11_WELCOME: Final = b"\1"
_PATIENCE: Final = 1.0
"""Seconds in which a server that has just shown our first picture lets a second connection in."""
_ENOUGH: Final = 65536


class RoundTrip:
    """One question at a time to a display server; never waits."""

    def __init__(self, connection: socket.socket, question: bytes) -> None:
        """question: what the server answers with some bytes."""
        connection.setblocking(False)
        self._connection = connection
        self._question = question
        self._waits = False
        self.is_gone = False
        """Whether the server has ended the connection: there will be no answer any more."""

    def fileno(self) -> int:
        """The descriptor that can be read when the answer is there."""
        return self._connection.fileno()

    def ask(self) -> None:
        """Ask, unless a question is still open."""
        if self._waits:
            return
        self._waits = True
        with suppress(OSError):  # the server is gone: there will be no answer
            self._connection.send(self._question)

    def answered(self) -> bool:
        """Whether an answer has come to the last question."""
        came = False
        try:
            while self._connection.recv(_ENOUGH):
                came = True
            self.is_gone = True
        except BlockingIOError:
            pass
        except OSError:
            self.is_gone = True
        came = came and self._waits and not self.is_gone
        self._waits = self._waits and not came
        return came

    def close(self) -> None:
        """End the connection."""
        self._connection.close()


def to_display_server(platform: str, environ: Mapping[str, str]) -> RoundTrip | None:
    """A connection to the server that Qt's platform plugin speaks with; None where there is none to be asked."""
    try:
        if platform.startswith("wayland"):
            return _to_wayland(environ)
        if platform == "xcb":
            return _to_x11(environ)
    except (OSError, ValueError, IndexError, struct.error):
        return None
    return None


def _to_wayland(environ: Mapping[str, str]) -> RoundTrip:
    place = Path(environ.get("XDG_RUNTIME_DIR", "/"), environ.get("WAYLAND_DISPLAY") or "wayland-0")
    return RoundTrip(_connect(str(place)), _WAYLAND_SYNC)


def _to_x11(environ: Mapping[str, str]) -> RoundTrip:
    host, _, number = environ.get("DISPLAY", "").partition(":")
    if host not in ("", "unix"):
        raise ValueError("The X server is another machine.")
    number = number.partition(".")[0]
    cookie = _cookie(environ, number)
    name = _COOKIE if cookie else b""
    sizes = struct.pack("=HHHHH", 11, 0, len(name), len(cookie), 0)
    greeting = _X11_BYTE_ORDER + sizes + _padded(name) + _padded(cookie)
    return RoundTrip(_connect(f"/tmp/.X11-unix/X{number}", greeting), _X11_SYNC)  # noqa: S108 - where X servers listen


def _connect(path: str, greeting: bytes = b"") -> socket.socket:
    """A connection that has been let in.

    Raises OSError when it has not been.
    """
    connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    connection.settimeout(_PATIENCE)
    try:
        connection.connect(path)
        connection.sendall(greeting)
        if greeting and connection.recv(1) != _X11_WELCOME:
            raise PermissionError(path)
    except OSError:
        connection.close()
        raise
    return connection


def _cookie(environ: Mapping[str, str], number: str) -> bytes:
    """The key to the X server, if it has one: Xauthority is a row of family, address, display, name and key."""
    file = Path(environ.get("XAUTHORITY") or Path(environ.get("HOME", "/"), ".Xauthority"))
    data = file.read_bytes() if file.is_file() else b""
    while data:
        data = data[2:]
        fields = []
        for _ in range(4):
            size = struct.unpack(">H", data[:2])[0]
            fields.append(data[2 : 2 + size])
            data = data[2 + size :]
        _address, display, name, key = fields
        if name == _COOKIE and display in (b"", number.encode()):
            return key
    return b""


def _padded(words: bytes) -> bytes:
    return words + b"\0" * (-len(words) % 4)
