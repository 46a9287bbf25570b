"""A disk that does not take what is written to it: beneath what the kiosk changes its state with, and each flush."""

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, Final
from unittest.mock import patch

NUMBERS: Final = {"full": errno.ENOSPC, "broken": errno.EIO, "read-only": errno.EROFS}
_CHANGES: Final = ("mkdir", "touch", "write_bytes", "write_text", "replace")


class Slip:
    """Counts changes of the disk, and refuses all from one of them on."""

    def __init__(self, takes: int, number: int) -> None:
        """takes: how many changes are taken before; number: of the error."""
        self.left = takes
        self.number = number

    @property
    def has_failed(self) -> bool:
        """Whether anything was refused."""
        return self.left < 0

    def takes(self) -> None:
        """One more change.

        Raises OSError from the given one on.
        """
        self.left -= 1
        if self.left < 0:
            raise OSError(self.number, os.strerror(self.number))


@contextmanager
def slips(takes: int, number: int) -> Iterator[Slip]:
    """The disk takes so many changes and then no more; what is being written then is written by half."""
    slip = Slip(takes, number)
    real: dict[str, Callable[..., Any]] = {name: getattr(Path, name) for name in _CHANGES}
    flush = os.fsync

    def change(name: str) -> Callable[..., Any]:
        def changed(path: Path, *words: Any, **more: Any) -> Any:  # noqa: ANN401 - as in the library
            if slip.left == 0 and name.startswith("write"):
                real[name](path, words[0][: len(words[0]) // 2], **more)
            slip.takes()
            return real[name](path, *words, **more)

        return changed

    def flushed(handle: int) -> None:
        slip.takes()
        flush(handle)

    with ExitStack() as patches:
        for name in _CHANGES:
            patches.enter_context(patch.object(Path, name, change(name)))
        patches.enter_context(patch("os.fsync", flushed))
        yield slip
