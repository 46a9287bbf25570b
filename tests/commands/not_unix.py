"""Runs the program where nothing is that only Unix has, and where files behave as on Windows.

usage: not_unix.py quit|stay ARGUMENTS OF CLINIC-KIOSK...     quit: end it once its window is there

It is still Linux: this shows that the program asks for nothing that Windows lacks, not that it works there.
"""

import fcntl
import os
import shutil
import subprocess  # noqa: F401 - looks once for msvcrt, and must not find ours
import sys
import types
from collections.abc import Callable
from pathlib import Path

import pydantic  # noqa: F401 - loaded before anything is taken away: libraries may have of Unix what they want
import PySide6.QtWidgets  # noqa: F401 - the same
import yaml  # noqa: F401 - the same

_UNIX = ("O_NONBLOCK", "O_CLOEXEC", "posix_fadvise", "POSIX_FADV_DONTNEED", "geteuid", "chown", "nice")
_real_open, _real_fsync = os.open, os.fsync


def _open(path: str, flags: int, *more: int, **others: int) -> int:
    """Windows opens no folders."""
    if Path(path).is_dir():
        raise PermissionError(13, "Permission denied", str(path))
    return _real_open(path, flags, *more, **others)


def _fsync(handle: int) -> None:
    """Windows flushes only what may be written to."""
    if fcntl.fcntl(handle, fcntl.F_GETFL) & os.O_ACCMODE == os.O_RDONLY:
        raise OSError(9, "Bad file descriptor")
    _real_fsync(handle)


def _locking(handle: int, _mode: int, _bytes: int) -> None:
    """As msvcrt does it: what somebody else has locked is not permitted."""
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise PermissionError(13, "Permission denied") from None


def main() -> None:
    """Take it all away, and begin."""
    how, *arguments = sys.argv[1:]
    os.name, sys.platform = "nt", "win32"
    msvcrt = types.SimpleNamespace(locking=_locking, LK_NBLCK=2)
    sys.modules["msvcrt"] = msvcrt  # type: ignore[assignment]  # a stand-in for a module
    sys.modules["fcntl"] = None  # type: ignore[assignment]  # so that whoever imports it is told that there is none
    for name in _UNIX:
        delattr(os, name)
    import kiosk.content.editions.lock
    import kiosk.disk  # noqa: F401 - it looks once at where it is

    os.name, sys.platform = "posix", "linux"  # Python's own modules must know where they are
    os.open, os.fsync = _open, _fsync  # type: ignore[assignment]  # without what only Unix takes
    shutil._use_fd_functions = False  # type: ignore[attr-defined]  # looked up when it was imported
    from kiosk.cli import main as clinic_kiosk

    if how == "quit":
        _quit_once_it_runs()
    sys.exit(clinic_kiosk(arguments))


def _quit_once_it_runs() -> None:
    from PySide6.QtWidgets import QApplication, QWidget

    from kiosk.running import first_frame

    class Quits(first_frame.FirstFrame):
        def __init__(self, window: QWidget, then: Callable[[], None]) -> None:
            def leave() -> None:
                try:
                    then()
                    print("It runs.", flush=True)  # noqa: T201 - what the test waits for
                finally:
                    QApplication.exit(0)

            super().__init__(window, leave)

    first_frame.FirstFrame = Quits  # type: ignore[misc]  # in its place, before anybody has imported it


if __name__ == "__main__":
    main()
