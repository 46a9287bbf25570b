"""What `clinic-kiosk staff status` prints: what patients see, what waits, and what somebody should look at."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Final

from kiosk.content.check import Checked, check
from kiosk.content.clinic.copied import is_of_a_copy
from kiosk.content.editions.edition import AT_COMMAND_LINE, BY_ITSELF
from kiosk.content.editions.publish import kept_back, lacks_a_layer
from kiosk.content.editions.store import Store
from kiosk.content.editions.waiting import waiting
from kiosk.content.folders import Folders
from kiosk.content.problem import has_errors
from kiosk.disk import Disk, free_bytes
from kiosk.staff.today import LITTLE_ROOM, SOON

_MOST_TOLD: Final = 12


def report(folders: Folders, state: Path, now: datetime, *, page_by_page: bool = False) -> tuple[list[str], bool]:
    """The lines to be read, and whether all is well; page_by_page: files with mistakes do not keep back the others."""
    store = Store(state, Disk())
    checked = check(folders)
    damaged = [number for number in store.numbers() if store.damage(number)]
    lines = [_serving(store), *_waiting(store, folders, checked, page_by_page=page_by_page)]
    lines += [f"Edition {number} is damaged on the disk. Start the kiosk: it is set aside then." for number in damaged]
    lines += [f"Review due: {path} by {day}" for day, path in checked.due(now.date() + SOON)]
    free = free_bytes(state)
    lines.append(
        f"Disk: {free / 1e9:.1f} GB free." + (" That is little: delete what nobody needs." * (free < LITTLE_ROOM))
    )
    lines += ["", "Editions:"] + [
        f"  {edition.number:>4}  {edition.date:%Y-%m-%d %H:%M}  {edition.who}: {edition.summary}"
        for edition in store.editions()
    ]
    if not store.numbers():
        lines[-1] = "Editions: none yet."
    return lines, not damaged and not has_errors(checked.problems) and free >= LITTLE_ROOM


def _serving(store: Store) -> str:
    current = store.current()
    if current is None:
        return "Patients see the pages that come with the kiosk. Nothing was published yet."
    nameless = {BY_ITSELF: "by the kiosk itself", AT_COMMAND_LINE: "at the command line"}
    who = nameless.get(current.who, f"by {current.who}")
    return f"Patients see edition {current.number} of {current.date:%Y-%m-%d %H:%M}, published {who}."


def _waiting(store: Store, folders: Folders, checked: Checked, *, page_by_page: bool) -> Iterator[str]:
    errors = [problem for problem in checked.problems if problem.severity == "error"]
    copies = [problem for problem in checked.problems if is_of_a_copy(problem)]
    warnings = len(checked.problems) - len(errors) - len(copies)
    yield from (str(problem) for problem in (*errors, *copies))
    unsound = {problem.path for problem in errors}
    is_unknown = lacks_a_layer(folders, unsound)
    shows_others = page_by_page and not is_unknown
    if errors:
        kept = "These files stay as patients see them" if shows_others else "Nothing is published"
        yield f"Mistakes: {len(errors)}. {kept} until they are mended."
    naming = sorted(kept_back(store, folders, unsound) - unsound) if errors and shows_others else ()
    yield from (f"{path} stays as well: it names a page with a mistake." for path in naming)
    if warnings:
        yield f"Warnings: {warnings}. clinic-kiosk check tells them."
    found = waiting(store, folders)
    if found is None or store.current() is None or is_unknown:
        return
    if not found.changes:
        yield "The program is newer than what was published. Publish again."
        return
    changes = found.without_unsound(errors).without(naming).changes
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
