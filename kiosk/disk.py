"""Writing so that a crash or a full disk leaves what was there before or what was to come, and nothing between."""

import errno
import json
import math
import os
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

ON_WINDOWS: Final = os.name == "nt"
TO_READ: Final[int] = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""How a file is opened that may be a named pipe: not to wait for ever for its other end."""
_AT_ONCE: Final = 16
"""Files flushed at the same time: a file system gathers them into few commits, where one by one each has its own."""


class Disk:
    """Every change that the kiosk makes to what it keeps; a test puts one in its place that fails where it is told to.

    What is written to a folder of its own first, and thrown away if that fails, goes past it: the compiled form of an
    edition, a pack that is unpacked.

    Each method raises OSError when the disk does not take it.
    """

    def make_folder(self, folder: Path) -> None:
        """Make a folder and those above it."""
        missing = [above for above in (folder, *folder.parents) if not above.exists()]
        folder.mkdir(parents=True, exist_ok=True)
        if missing:
            self.give_to_owner(missing, missing[-1].parent)

    def write(self, file: Path, data: bytes) -> None:
        """Write a file; it is not yet safe from a power cut."""
        file.write_bytes(data)

    def sync(self, path: Path) -> None:
        """Make a file's or a folder's content safe from a power cut."""
        if ON_WINDOWS and path.is_dir():
            return  # there is no flushing a folder there
        handle = os.open(path, os.O_RDWR if ON_WINDOWS else os.O_RDONLY)  # Windows flushes what may be written to
        try:
            _flush(handle)
            if hasattr(os, "posix_fadvise"):  # a wish only: what is read back next comes from the disk, not from memory
                with suppress(OSError):
                    os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
        finally:
            os.close(handle)

    def give_to_owner(self, paths: Iterable[Path], like: Path) -> None:
        """Let what the administrator writes belong to whoever owns a folder: the kiosk must read and remove it.

        The package's folder is root's and the group kiosk's: what lies in it is the user's of that name.
        """
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            owner = like.stat()
            user = owner.st_uid or _user_of(owner.st_gid)
            for path in paths:
                os.chown(path, user, owner.st_gid, follow_symlinks=False)

    def sync_all(self, paths: Iterable[Path]) -> None:
        """The same for many."""
        from concurrent.futures import ThreadPoolExecutor  # late: the kiosk's own start can do without

        with ThreadPoolExecutor(_AT_ONCE) as pool:
            for _ in pool.map(self.sync, paths):
                pass

    def rename(self, old: Path, new: Path) -> None:
        """Give a file or folder its new name in one step; a file of that name is replaced."""
        old.replace(new)

    def remove(self, path: Path) -> None:
        """Take a file, a link or a folder with all in it away; nothing happens if it is gone."""
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)

    def write_whole(self, file: Path, data: bytes, *, private: bool = False) -> None:
        """Put new content in a file's place in one step, safe from a power cut.

        private: nobody but the owner may read it, at no moment.
        """
        beside = file.with_name(f"{file.name}.new")
        try:
            self.make_folder(file.parent)
            if private:
                self.remove(beside)
                beside.touch(mode=0o600)
            self.write(beside, data)
            self.give_to_owner([beside], file.parent)
            self.sync(beside)
            self.rename(beside, file)
            self.sync(file.parent)
        except OSError:
            with suppress(OSError):
                self.remove(beside)
            raise

    def write_quickly(self, file: Path, data: bytes) -> None:
        """The same, but not flushed: after a power cut the former content may be there again."""
        beside = file.with_name(f"{file.name}.new")
        file.parent.mkdir(parents=True, exist_ok=True)
        self.write(beside, data)
        self.rename(beside, file)


def is_closed(path: Path) -> bool:
    """Whether the system lets nobody of ours look there: what lies there is not known, and pathlib raises if asked."""
    try:
        path.stat()
    except OSError as error:
        return error.errno not in {errno.ENOENT, errno.ENOTDIR, errno.ELOOP}
    except ValueError:  # no path at all
        return False
    return False


def is_file(path: Path) -> bool:
    """Whether a file lies there, as far as anybody of ours may look."""
    try:
        return path.is_file()
    except OSError:
        return False


def free_bytes(folder: Path) -> int:
    """What is left on the disk that a folder lies on, or will.

    Raises OSError when the system does not tell.
    """
    there = next(path for path in (folder, *folder.parents) if path.exists())
    return shutil.disk_usage(there).free


def read_json(file: Path) -> Any:  # noqa: ANN401 - whatever stands in it, to be looked at next
    """What a small file of the state folder holds.

    Raises OSError when it cannot be read, ValueError when it is damaged.
    """
    return json_in(file.read_bytes())


def json_in(data: bytes) -> Any:  # noqa: ANN401 - the same
    """What stands in these bytes.

    Raises ValueError when they are damaged: no JSON, a number without end, or nested too deeply.
    """
    try:
        return json.loads(data, parse_constant=_finite, parse_float=_finite)
    except RecursionError:
        raise ValueError("It is nested too deeply.") from None


def _finite(word: str) -> float:
    number = float(word)
    if not math.isfinite(number):
        raise ValueError(f"{word} is no number.")
    return number


def _user_of(group: int) -> int:
    """The user of the same name; root if there is none."""
    import grp  # late: Windows has neither
    import pwd

    try:
        return pwd.getpwnam(grp.getgrgid(group).gr_name).pw_uid
    except KeyError:
        return 0


def _flush(handle: int) -> None:
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno != errno.EINVAL:  # a folder on a network share: it has nothing to flush
            raise


_TOLD: Final[Mapping[int, tuple[str, str]]] = {
    errno.ENOSPC: ("The disk is full.", "Delete files that nobody needs, then try again."),
    errno.EDQUOT: ("The disk is full.", "Delete files that nobody needs, then try again."),
    errno.EROFS: (
        "The disk can only be read, not written to.",
        "Ask who looks after this machine to make it writable.",
    ),
    errno.EACCES: ("The kiosk may not write here.", "Ask who looks after this machine to allow it."),
    errno.EPERM: ("The kiosk may not write here.", "Ask who looks after this machine to allow it."),
    errno.EIO: ("The disk does not answer as it should.", "Try again. If it comes back, the disk must be replaced."),
}


def told(error: OSError) -> tuple[str, str]:
    """What happened, and what to do, in words for people."""
    other = (
        f"The disk does not take it ({error.strerror or error}).",
        "Try again, or ask who looks after this machine.",
    )
    return _TOLD.get(error.errno or 0, other)
