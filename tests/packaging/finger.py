"""Taps what a compositor shows, by wlroots' protocol for pointers that are none (wlr-virtual-pointer-unstable-v1)."""

import socket
import struct
from pathlib import Path
from typing import Final

_DISPLAY, _REGISTRY, _ANSWER, _MANAGER, _POINTER = 1, 2, 3, 4, 5
"""Our numbers of the objects that we speak with; the first is everybody's."""
_SYNC, _GET_REGISTRY, _BIND, _CREATE = 0, 1, 0, 0
_MOVE_TO, _BUTTON, _FRAME = 1, 2, 4
"""Requests, in the order of the protocols."""
_INTERFACE: Final = b"zwlr_virtual_pointer_manager_v1"
_LEFT: Final = 0x110
_WHOLE: Final = 10_000
"""The width and the height, in the unit of a place."""


class Finger:
    """Stays in the compositor until it is taken away."""

    def __init__(self, display: Path) -> None:
        """display: the compositor's socket. Raises LookupError where it knows no such pointers."""
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.connect(str(display))
        self._ask(_DISPLAY, _GET_REGISTRY, _REGISTRY)
        self._ask(_DISPLAY, _SYNC, _ANSWER)
        name = self._listed()
        words = struct.pack("<II", name, len(_INTERFACE) + 1) + _INTERFACE.ljust(32, b"\0")
        self._send(_REGISTRY, _BIND, words + struct.pack("<II", 1, _MANAGER))
        self._ask(_MANAGER, _CREATE, 0, _POINTER)
        self.move(0.5, 0.5)

    def move(self, x: float, y: float) -> None:
        """Go to this share of the width and height."""
        self._ask(_POINTER, _MOVE_TO, 0, round(x * _WHOLE), round(y * _WHOLE), _WHOLE, _WHOLE)
        self._ask(_POINTER, _FRAME)

    def tap(self, x: float, y: float) -> None:
        """Down and up."""
        self.move(x, y)
        for is_down in (1, 0):
            self._ask(_POINTER, _BUTTON, 0, _LEFT, is_down)
            self._ask(_POINTER, _FRAME)

    def take_away(self) -> None:
        """Unplug it."""
        self._socket.close()

    def _listed(self) -> int:
        """The compositor's number for what makes such pointers."""
        done = struct.pack("<II", _ANSWER, 12 << 16)
        said = b""
        while done not in said:
            said += self._socket.recv(65536)
        at = said.find(_INTERFACE)
        if at < 0:
            raise LookupError("This compositor knows no virtual pointers.")
        return int(struct.unpack_from("<I", said, at - 8)[0])

    def _ask(self, object_: int, request: int, *numbers: int) -> None:
        self._send(object_, request, struct.pack(f"<{len(numbers)}I", *numbers))

    def _send(self, object_: int, request: int, data: bytes) -> None:
        self._socket.sendall(struct.pack("<II", object_, (8 + len(data)) << 16 | request) + data)
