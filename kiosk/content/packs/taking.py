"""Opens a pack: shows what it would change, then puts its pages in the place of the clinic's, all or none."""

import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
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
from kiosk.content.problem import Problem
from kiosk.disk import Disk

_TAKING: Final = ".taking-"
_MOST_TOLD: Final = 10


@dataclass(frozen=True, slots=True)
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

        Raises OSError when the disk does not take it; the folder is then as it was.
        """
        _keep_others(self._folder, self._unpacked)
        _open_alike(self._folder, self._unpacked)
        self._disk.sync_all([*self._unpacked.rglob("*"), self._unpacked])
        before = before_of(self._folder)
        if self._folder.exists():
            self._disk.remove(before)
            self._disk.rename(self._folder, before)
        try:
            self._disk.rename(before / self._unpacked.relative_to(self._folder), self._folder)
            self._disk.sync(self._folder.parent)
        except OSError:
            recover(self._folder)
            raise


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
    _clear_workplaces(folder)
    # Within the clinic's folder: so the pages belong to the group of people who may change them, as that folder does.
    workplace = Path(tempfile.mkdtemp(prefix=_TAKING, dir=folder))
    try:
        fetch(pack, workplace / "pack.zip", limits)
        unpacked = workplace / "folder"
        unpacked.mkdir()
        unpack(workplace / "pack.zip", unpacked, limits)
        checked = check(Folders((library, unpacked)))
        if not is_sound(checked):
            told = "\n".join(str(problem) for problem in checked.problems[:_MOST_TOLD])
            raise Refused(f"{told}\nThere are mistakes in the pack.", "Mend them where it was made, and pack it again.")
        found = changes(state_of(Folders((library, folder))), state_of(Folders((library, unpacked))))
        yield OpenedPack(found, checked.problems, unpacked, folder, disk or Disk())
    finally:
        _clear_workplaces(folder)


def _clear_workplaces(folder: Path) -> None:
    """Take away what this or a pack before it has left, also in the folder that was replaced."""
    for place in (folder, before_of(folder)):
        with suppress(OSError):
            for left_over in place.glob(f"{_TAKING}*"):
                shutil.rmtree(left_over, ignore_errors=True)


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
        if inside.parts[0].startswith(_TAKING):
            continue
        place = target / inside
        is_other = largest(PurePosixPath(inside.as_posix())) is None
        if is_other and file.is_file() and not file.is_symlink() and not place.exists():
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(file, place)
