"""The folder with the editions, and the small file that says which one patients see.

editions/000017/ is an edition, editions/building-… one in the making, editions/damaged-000016 one that was set aside.
The file current names the edition on show. It is replaced by one rename, so that there is the old name or the new one.
"""

import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from kiosk.content.editions.edition import MANIFEST, Edition, from_bytes, sha256
from kiosk.content.editions.lock import try_to_lock
from kiosk.disk import Disk, read_json
from kiosk.values import value_class

KEPT: Final = 20
"""How many editions are kept to go back to."""
BUILDING: Final = "building-"
DAMAGED: Final = "damaged-"
_KEPT_DAMAGED: Final = 3
_NUMBERED: Final = re.compile(rf"(?:{DAMAGED})?(\d{{6}})$")


class Busy(Exception):  # noqa: N818 - nothing is wrong, somebody else is at work
    """Another program is publishing at this moment."""


@value_class
class Pointer:
    """Which edition patients see."""

    edition: int
    newest: int
    """The highest number ever published: what is above it was left by a crash."""
    held: str = ""
    """The name of files that somebody has stepped back from: they are not published again by themselves."""


class Store:
    """The editions of one kiosk."""

    def __init__(self, folder: Path, disk: Disk) -> None:
        """folder: this kiosk's state; it need not be there yet."""
        self.folder = folder
        self.disk = disk
        self.editions_folder = folder / "editions"
        self._pointer = folder / "current"

    def place(self, number: int) -> Path:
        """The folder of an edition."""
        return self.editions_folder / f"{number:06}"

    def numbers(self) -> tuple[int, ...]:
        """The numbers of the editions that are kept, the newest first."""
        names = (name for name in self._names() if not name.startswith(DAMAGED))
        return tuple(sorted((int(found[1]) for name in names if (found := _NUMBERED.match(name))), reverse=True))

    def editions(self) -> tuple[Edition, ...]:
        """All that is known of them, the newest first; those whose manifest cannot be read are left out."""
        found = (self.edition(number) for number in self.numbers())
        return tuple(edition for edition in found if edition is not None)

    def edition(self, number: int) -> Edition | None:
        """What is known of an edition, or None if its manifest is missing or damaged."""
        try:
            edition = from_bytes((self.place(number) / MANIFEST).read_bytes())
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return edition if edition.number == number else None

    def pointer(self) -> Pointer | None:
        """Which edition patients see, or None if that was never said or cannot be read."""
        try:
            told = read_json(self._pointer)
            return Pointer(int(told["edition"]), int(told["newest"]), str(told["held"]))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def candidates(self) -> tuple[int, ...]:
        """The editions in the order in which they may serve: the one on show, those before it, those after it."""
        numbers, pointer = self.numbers(), self.pointer()
        if pointer is None:
            return numbers
        before = [number for number in numbers if number <= pointer.edition]
        return (*before, *(number for number in reversed(numbers) if number > pointer.edition))

    def current(self) -> Edition | None:
        """The edition on show, as far as its manifest tells."""
        found = (self.edition(number) for number in self.candidates())
        return next((edition for edition in found if edition is not None), None)

    def whole(self) -> Edition | None:
        """The edition that serves: the one on show, or if that is damaged the next that is whole."""
        number = next((number for number in self.candidates() if not self.damage(number)), None)
        return None if number is None else self.edition(number)

    def damage(self, number: int) -> tuple[str, ...]:
        """The files of an edition that are missing, changed or too many; none if it is whole."""
        edition = self.edition(number)
        return (MANIFEST,) if edition is None else faults(self.place(number), edition)

    def next_number(self) -> int:
        """The number of the next edition."""
        used = [int(found[1]) for name in self._names() if (found := _NUMBERED.match(name))]
        pointer = self.pointer()
        return max([0, *used, pointer.newest if pointer else 0]) + 1

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Nobody else publishes meanwhile; a crash ends it as well.

        Raises Busy when somebody else does, OSError when the disk does not take it.
        """
        self.disk.make_folder(self.editions_folder)
        handle = os.open(self.folder / "lock", os.O_RDONLY | os.O_CREAT, 0o644)
        try:
            try:
                try_to_lock(handle)
            except BlockingIOError:
                raise Busy from None
            yield
        finally:
            os.close(handle)

    # Everything below is called by who is alone.

    def point_to(self, number: int, held: str = "") -> None:
        """Let patients see this edition from now on.

        Raises OSError when the disk does not take it; patients then see what they saw before.
        """
        before = self.pointer()
        newest = max(number, before.newest if before else max(self.numbers(), default=0))
        told = {"edition": number, "newest": newest, "held": held}
        self.disk.write_whole(self._pointer, json.dumps(told).encode())

    def set_aside(self, number: int) -> None:
        """Take a damaged edition out of the row, and keep it to be looked at.

        Raises OSError when the disk does not take it.
        """
        aside = self.editions_folder / f"{DAMAGED}{number:06}"
        self.disk.remove(aside)
        self.disk.rename(self.place(number), aside)
        self.disk.sync(self.editions_folder)

    def clean(self) -> None:
        """Take away what crashed publishes have left, and editions beyond those kept; what cannot be removed stays."""
        pointer = self.pointer()
        names = self._names()
        gone = [name for name in names if name.startswith(BUILDING)]
        if pointer is not None:
            gone += [self.place(number).name for number in self.numbers() if number > pointer.newest]
            spared = [number for number in self.numbers() if number != pointer.edition]
            gone += [self.place(number).name for number in spared[KEPT - 1 :]]
        gone += sorted(name for name in names if name.startswith(DAMAGED))[:-_KEPT_DAMAGED]
        for name in gone:
            with suppress(OSError):
                self.disk.remove(self.editions_folder / name)

    def _names(self) -> list[str]:
        try:
            return [path.name for path in self.editions_folder.iterdir()]
        except OSError:
            return []


def faults(folder: Path, edition: Edition) -> tuple[str, ...]:
    """The files of an edition in a folder that are missing, changed or too many."""
    found = [path for path, checksum in edition.files.items() if not _is_whole(folder / path, checksum)]
    there = {
        file.relative_to(folder).as_posix() for file in folder.rglob("*") if not file.is_dir() or file.is_symlink()
    }
    return tuple(sorted({*found, *(there - {*edition.files, MANIFEST})}))


def _is_whole(file: Path, checksum: str) -> bool:
    try:
        return not file.is_symlink() and file.is_file() and sha256(file) == checksum
    except OSError:
        return False
