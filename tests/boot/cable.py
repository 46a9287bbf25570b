"""Plugs a screen of the emulated PC in and out: its graphics card takes a VNC viewer's wish for a size for that."""

import socket
import struct
from pathlib import Path
from typing import Final

_VERSION: Final = b"RFB 003.008\n"
_NO_PASSWORD: Final = b"\x01"
_SHARED: Final = b"\x01"
_SET_SIZE: Final = 251
"""SetDesktopSize of the RFB protocol, as its community keeps it."""


class Cable:
    """Of one screen; to be had as long as the PC is on."""

    def __init__(self, place: Path) -> None:
        """place: the socket of QEMU's VNC server for this screen."""
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.settimeout(60)
        self._socket.connect(str(place))
        self._read(len(_VERSION))
        self._socket.sendall(_VERSION)
        self._read(self._read(1)[0])
        self._socket.sendall(_NO_PASSWORD)
        self._read(4)
        self._socket.sendall(_SHARED)
        *_, length = struct.unpack(">HH16sI", self._read(24))
        self._read(length)

    def put_in(self, size: tuple[int, int]) -> None:
        """The screen is there, with so many pixels across and down."""
        self._socket.sendall(struct.pack(">BxHHBx", _SET_SIZE, *size, 0))

    def pull_out(self) -> None:
        """The screen is gone."""
        self.put_in((0, 1))  # no pixels; of two zeros QEMU thinks at first that this is how it is

    def close(self) -> None:
        """Leave it as it is."""
        self._socket.close()

    def _read(self, count: int) -> bytes:
        data = b""
        while len(data) < count:
            more = self._socket.recv(count - len(data))
            if not more:
                raise ConnectionError("The VNC server is gone.")
            data += more
        return data
