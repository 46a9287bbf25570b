"""Opens a file that may be anything: too large, being saved, no file at all."""

import os
import stat
from pathlib import Path
from typing import Final

from kiosk.disk import TO_READ

SHUT: Final = "The file cannot be opened."
"""Told of a file that another program has open, or that may not be read."""


class Unreadable(Exception):  # noqa: N818 - told as a problem of the file
    """A file that cannot be taken now."""

    def __init__(self, what: str, remedy: str) -> None:
        """Say what and what to do."""
        super().__init__(what)
        self.what = what
        self.remedy = remedy


def read_limited(file: Path, limit: int) -> bytes:
    """A file's bytes, but no more than the limit and one: what is larger is found out without being read.

    Raises Unreadable when it cannot be opened, is no file, or was changed meanwhile.
    """
    try:
        # By an opener, as os.fdopen leaves the handle open where the file is a folder.
        with open(file, "rb", opener=lambda path, _flags: os.open(path, TO_READ)) as opened:
            before = os.fstat(opened.fileno())
            if not stat.S_ISREG(before.st_mode):
                raise Unreadable(
                    "This is not a file that can be read.", "Take it out, or put a real file in its place."
                )
            data = opened.read(limit + 1)
            after = os.fstat(opened.fileno())
    except OSError:
        raise Unreadable(SHUT, "Close it in other programs, or copy it anew.") from None
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise Unreadable("The file is just being saved.", "Wait a moment, then try again.")
    return data
