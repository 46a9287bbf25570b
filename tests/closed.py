"""A folder that nobody may open but root, and what a program finds there that is not root: as the kiosk's service."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

_NOBODY: Final = 65534


@contextmanager
def closed_home() -> Iterator[Path]:
    """A folder open to all, in it one named home that is closed, and in that a logo.svg and a folder named content.

    Within, this process is no more than an ordinary user. Not below pytest's own folders: these are closed to others.
    """
    with tempfile.TemporaryDirectory() as folder:
        there = Path(folder)
        there.chmod(0o777)
        home = there / "home"
        (home / "content").mkdir(parents=True)
        (home / "logo.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
        home.chmod(0)
        is_root = os.geteuid() == 0
        if is_root:
            os.seteuid(_NOBODY)
        try:
            yield there
        finally:
            if is_root:
                os.seteuid(0)
            home.chmod(0o755)
