"""Opens a pack: shows what it would change, then puts its pages in the place of the clinic's, all or none."""

import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Final

from kiosk.content.check import check, is_sound
from kiosk.content.clinic.folder import Refused
from kiosk.content.editions.changes import Change, changes
from kiosk.content.editions.gathering import state_of
from kiosk.content.folders import Folders
from kiosk.content.packs.format import PackLimits, largest
from kiosk.content.packs.recovery import before_of, recover
from kiosk.content.packs.unpacking import fetch, unpack
from kiosk.content.packs.workplace import TAKING, workplace
from kiosk.content.problem import Problem
from kiosk.disk import Disk
from kiosk.values import value_class

_PACK: Final = "pack.zip"
_MOST_TOLD: Final = 10


@value_class
class OpenedPack:
    """A pack that was looked through and is sound; nothing is changed yet."""

    changes: tuple[Change, ...]
    """What patients would read otherwise, page by page."""
    problems: tuple[Problem, ...]
    """Warnings only."""
    _unpacked: Path
    _folder: Path
    _disk: Disk

    def take(self) -> None:
        """Put the pack's pages in the place of the clinic's; the former folder stays beside it, named .before.

        Raises Refused when other pages have taken their place since it was opened, OSError when the disk does not take
        it; the folder is then as it was.
        """
        self._check_nobody_was_first()
        _keep_others(self._folder, self._unpacked)
        _open_alike(self._folder, self._unpacked)
        self._disk.sync_all([*self._unpacked.rglob("*"), self._unpacked])
        self._check_nobody_was_first()  # once more: all that took a while
        before = before_of(self._folder)
        _make_room(before, self._disk)
        self._disk.rename(self._folder, before)
        try:
            self._disk.rename(before / self._unpacked.relative_to(self._folder), self._folder)
            self._disk.sync(self._folder.parent)
        except OSError:
            recover(self._folder)
            raise

    def _check_nobody_was_first(self) -> None:
        """Whoever takes another pack moves the folder away, and with it what was unpacked in it."""
        if not self._unpacked.with_name(_PACK).is_file():
            what = "Another pack was taken meanwhile. This one has changed nothing."
            raise Refused(what, "Open it once more, and look at what it changes now.")


@contextmanager
def opened(
    pack: Path, library: Path, folder: Path, limits: PackLimits | None = None, disk: Disk | None = None
) -> Iterator[OpenedPack]:
    """A pack looked through, beside the clinic's folder; what is not taken is gone afterwards.

    Raises Refused when anything in it is not as it must be, OSError when the disk does not take it.
    """
    folder, limits = folder.resolve(), limits or PackLimits()
    recover(folder)
    folder.mkdir(parents=True, exist_ok=True)
    with workplace(folder) as place:
        fetch(pack, place / _PACK, limits)
        unpacked = place / "folder"
        unpacked.mkdir()
        unpack(place / _PACK, unpacked, limits)
        checked = check(Folders((library, unpacked)))
        if not is_sound(checked):
            told = "\n".join(str(problem) for problem in checked.problems[:_MOST_TOLD])
            raise Refused(f"{told}\nThere are mistakes in the pack.", "Mend them where it was made, and pack it again.")
        found = changes(state_of(Folders((library, folder))), state_of(Folders((library, unpacked))))
        yield OpenedPack(found, checked.problems, unpacked, folder, disk or Disk())


def _make_room(before: Path, disk: Disk) -> None:
    """Take the former folder away; where that cannot be, as one file in it is somebody else's, it gets another name."""
    try:
        disk.remove(before)
    except OSError:
        number = 1
        while (other := before.with_name(f"{before.name}-{number}")).exists():
            number += 1
        disk.rename(before, other)


def _open_alike(folder: Path, target: Path) -> None:
    """Whoever may change the pages of one folder may change those of the other.

    A new folder has the bit that hands its group down from the one it is in; RestrictSUIDSGID= of the kiosk's unit lets
    nobody set that bit, not even where it is set already. So only what must change is changed.
    """
    may = stat.S_IMODE(folder.stat().st_mode)
    for place in (target, *target.rglob("*")):
        wanted = may if place.is_dir() else may & 0o666
        if stat.S_IMODE(place.stat().st_mode) != wanted:
            place.chmod(wanted)


def _keep_others(folder: Path, target: Path) -> None:
    """The README, the schemas and whatever else is no page stays."""
    for file in folder.rglob("*"):
        inside = file.relative_to(folder)
        if inside.parts[0].startswith(TAKING):
            continue
        place = target / inside
        is_other = largest(PurePosixPath(inside.as_posix())) is None
        if is_other and file.is_file() and not file.is_symlink() and not place.exists():
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(file, place)
