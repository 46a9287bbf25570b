"""Headphones in or out: the switch of a sound card's jack, as Linux tells it on an input device.

The numbers are those of linux/input.h and linux/input-event-codes.h.
"""

import os
import struct
from collections.abc import Container, Iterator
from pathlib import Path
from typing import Final

INPUT_DEVICES: Final = Path("/dev/input")
_EV_SW: Final = 0x05
SW_HEADPHONE_INSERT: Final = 0x02
_EVENT: Final = struct.Struct("@qqHHi")
"""struct input_event: seconds, microseconds, type, code, value."""
_SWITCH_BYTES: Final = 4
_EVIOCGSW: Final = 0x80000000 | _SWITCH_BYTES << 16 | ord("E") << 8 | 0x1B
"""The present state of the switches."""
_EVIOCGBIT_SW: Final = 0x80000000 | _SWITCH_BYTES << 16 | ord("E") << 8 | 0x20 + _EV_SW
"""Which switches a device has."""


def jacks(folder: Path = INPUT_DEVICES, known: Container[Path] = ()) -> Iterator[tuple[Path, int]]:
    """Open every input device that has a switch for headphones; gives it and a file descriptor to be watched.

    known: devices that are open already. Those that this user may not read are left out.
    """
    for device in sorted(folder.glob("event*")):
        if device in known:
            continue
        try:
            descriptor = os.open(device, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        except OSError:
            continue
        if _asks(descriptor, _EVIOCGBIT_SW):
            yield device, descriptor
        else:
            os.close(descriptor)


def is_plugged_in(descriptor: int) -> bool:
    """Whether headphones are in the jack now."""
    return _asks(descriptor, _EVIOCGSW)


def _asks(descriptor: int, request: int) -> bool:
    """Whether the answer holds the switch for headphones."""
    import fcntl  # late: Windows has neither this nor these devices

    answer = bytearray(_SWITCH_BYTES)
    try:
        fcntl.ioctl(descriptor, request, answer)
    except OSError:
        return False
    return bool(answer[0] >> SW_HEADPHONE_INSERT & 1)


def changes(descriptor: int) -> Iterator[bool]:
    """What has happened at the jack since it was last asked: True for in, False for out."""
    try:
        data = os.read(descriptor, _EVENT.size * 64)
    except BlockingIOError:
        return
    for start in range(0, len(data) - _EVENT.size + 1, _EVENT.size):
        _, _, kind, code, value = _EVENT.unpack_from(data, start)
        if (kind, code) == (_EV_SW, SW_HEADPHONE_INSERT):
            yield bool(value)
