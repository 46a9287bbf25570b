"""What `clinic-kiosk staff status` prints: what patients see, what waits, and what somebody should look at."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Final

from kiosk.content.clinic.copied import is_of_a_copy
from kiosk.content.editions.edition import AT_COMMAND_LINE, BY_ITSELF
from kiosk.content.editions.outlook import Outlook, outlook
from kiosk.content.editions.store import Store
from kiosk.content.folders import Folders
from kiosk.content.problem import has_errors
from kiosk.disk import Disk, free_bytes
from kiosk.staff.today import LITTLE_ROOM, SOON

_MOST_TOLD: Final = 12


def report(folders: Folders, state: Path, now: datetime, *, page_by_page: bool = False) -> tuple[list[str], bool]:
    """The lines to be read, and whether all is well; page_by_page: files with mistakes do not keep back the others."""
    store = Store(state, Disk())
    found = outlook(store, folders, page_by_page=page_by_page)
    checked = found.checked
    damaged = [number for number in store.numbers() if store.damage(number)]
    lines = [_serving(store), *_mistakes(found), *_waiting(store, found)]
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


def _mistakes(found: Outlook) -> Iterator[str]:
    """What is wrong, and what it keeps from being published."""
    problems = found.checked.problems
    errors = [problem for problem in problems if problem.severity == "error"]
    copies = [problem for problem in problems if is_of_a_copy(problem)]
    warnings = len(problems) - len(errors) - len(copies)
    yield from (str(problem) for problem in (*errors, *copies))
    if errors:
        kept = "Nothing is published" if found.stops else "These files stay as patients see them"
        yield f"Mistakes: {len(errors)}. {kept} until they are mended."
    yield from (f"{path} stays as well: it names a page with a mistake." for path in found.kept)
    if warnings:
        yield f"Warnings: {warnings}. clinic-kiosk check tells them."


def _waiting(store: Store, found: Outlook) -> Iterator[str]:
    """What patients do not see yet; before anything was published nobody waits for it."""
    if found.waiting is None or store.current() is None:
        return
    changes = found.waiting.changes
    if not changes and not has_errors(found.checked.problems):
        yield "The program is newer than what was published. Publish again."
    if not changes:  # what differs is told as mistakes
        return
    count = len(changes)
    counted = "1 page or picture" if count == 1 else f"{count} pages or pictures"
    again = "Somebody has stepped back from it; publish it to show it again."
    yield f"Not published: {counted}. {again if found.waiting.is_held else 'Publish it to show it.'}"
    yield from (f"  {change.how}: {change.path}" for change in changes[:_MOST_TOLD])
    if count > _MOST_TOLD:
        yield f"  and {count - _MOST_TOLD} more"
