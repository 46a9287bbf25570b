"""A fresh start on a desk, where nobody watches over the program and starts it again."""

import os
import sys

from kiosk.health.exits import FRESH_START


def start_anew_if_due(status: int) -> int:
    """Begin once more with the same command line if that is how the program ended; else give its exit status.

    On Windows the status is told to Shell Launcher, which starts it again: see docs/windows.md.
    """
    if status == FRESH_START and sys.platform != "win32":
        os.execv(sys.executable, sys.orig_argv)  # noqa: S606 - ourselves, as we were started
    return status
