"""What patients see, what waits to be published, and what somebody should look at."""

import shutil
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Final

from kiosk.content.check import Checked, check
from kiosk.content.clinic.copied import is_of_a_copy
from kiosk.content.editions.edition import BY_ITSELF
from kiosk.content.editions.store import Store
from kiosk.content.editions.waiting import waiting
from kiosk.content.folders import Folders
from kiosk.content.model.parts import Review
from kiosk.content.problem import has_errors
from kiosk.disk import Disk

_SOON: Final = timedelta(days=60)
_MOST_TOLD: Final = 12
_LITTLE_ROOM: Final = 500_000_000


def report(folders: Folders, state: Path, now: datetime, *, page_by_page: bool = False) -> tuple[list[str], bool]:
    """The lines to be read, and whether all is well; page_by_page: files with mistakes do not keep back the others."""
    store = Store(state, Disk())
    checked = check(folders)
    damaged = [number for number in store.numbers() if store.damage(number)]
    lines = [_serving(store), *_waiting(store, folders, checked, page_by_page=page_by_page)]
    lines += [f"Edition {number} is damaged on the disk. Start the kiosk: it is set aside then." for number in damaged]
    lines += [f"Review due: {path} by {day}" for path, day in _due(checked, now.date())]
    free = _free(state)
    lines.append(
        f"Disk: {free / 1e9:.1f} GB free." + (" That is little: delete what nobody needs." * (free < _LITTLE_ROOM))
    )
    lines += ["", "Editions:"] + [
        f"  {edition.number:>4}  {edition.date:%Y-%m-%d %H:%M}  {edition.who}: {edition.summary}"
        for edition in store.editions()
    ]
    if not store.numbers():
        lines[-1] = "Editions: none yet."
    return lines, not damaged and not has_errors(checked.problems) and free >= _LITTLE_ROOM


def _serving(store: Store) -> str:
    current = store.current()
    if current is None:
        return "Patients see the pages that come with the kiosk. Nothing was published yet."
    who = "the kiosk itself" if current.who == BY_ITSELF else current.who
    return f"Patients see edition {current.number} of {current.date:%Y-%m-%d %H:%M}, published by {who}."


def _waiting(store: Store, folders: Folders, checked: Checked, *, page_by_page: bool) -> Iterator[str]:
    errors = [problem for problem in checked.problems if problem.severity == "error"]
    copies = [problem for problem in checked.problems if is_of_a_copy(problem)]
    warnings = len(checked.problems) - len(errors) - len(copies)
    yield from (str(problem) for problem in (*errors, *copies))
    if errors:
        kept = "These files stay as patients see them" if page_by_page else "Nothing is published"
        yield f"Mistakes: {len(errors)}. {kept} until they are mended."
    if warnings:
        yield f"Warnings: {warnings}. clinic-kiosk check tells them."
    found = waiting(store, folders)
    if found is None or store.current() is None:
        return
    if not found.changes:
        yield "The program is newer than what was published. Publish again."
        return
    changes = found.without_unsound(checked.problems).changes
    if not changes:  # what differs is told as mistakes
        return
    count = len(changes)
    counted = "1 page or picture" if count == 1 else f"{count} pages or pictures"
    why = (
        "Somebody has stepped back from it; publish it to show it again." if found.is_held else "Publish it to show it."
    )
    yield f"Not published: {counted}. {why}"
    yield from (f"  {change.how}: {change.path}" for change in changes[:_MOST_TOLD])
    if count > _MOST_TOLD:
        yield f"  and {count - _MOST_TOLD} more"


def _due(checked: Checked, today: date) -> list[tuple[str, date]]:
    """Pages that must be looked at soon, the first ones first."""
    days = [(read.file.shown, getattr(read.reading.value, "review", None)) for read in checked.files]
    due = [(path, review.due) for path, review in days if isinstance(review, Review) and review.due <= today + _SOON]
    return sorted(due, key=lambda item: (item[1], item[0]))


def _free(state: Path) -> int:
    """Bytes left on the disk that the state lies on, or will."""
    there = next(folder for folder in (state, *state.parents) if folder.exists())
    return shutil.disk_usage(there).free
