"""Leaving the kiosk on the wall: systemd would start it again, so root is asked by a file to stop the service."""

from pathlib import Path
from typing import Final

from kiosk.disk import Disk

WISH: Final = Path("/run/kiosk/leave-wanted")
"""packaging/systemd/clinic-kiosk-leave.path waits for it."""


def wish_to_leave(wish: Path = WISH) -> bool:
    """Have the service stopped; False where nobody can be asked."""
    try:
        Disk().write_quickly(wish, b"")
    except OSError:
        return False
    return True
