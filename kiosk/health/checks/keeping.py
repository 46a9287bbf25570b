"""What is kept: room on the disk, the edition on show, the letters."""

from tempfile import TemporaryFile
from typing import Final

from kiosk.content.editions.store import Store
from kiosk.disk import Disk, free_bytes, told
from kiosk.health.finding import Finding
from kiosk.health.machine import Machine

_MB: Final = 1_000_000
FULL_MB: Final = 100
"""With less, an edition of the usual size and the log can no longer be relied on."""
LITTLE_MB: Final = 1000
_FONTS: Final = 3


def check_disk(machine: Machine) -> Finding:
    """Is there room, and may we write?"""
    folder = machine.state
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryFile(dir=folder) as trial:  # it follows no link, and is gone even if the plug is pulled
            trial.write(b"yes")
    except OSError as error:
        what, remedy = told(error)
        return Finding("disk", "fault", f"{folder}: {what}", remedy)
    free = free_bytes(folder) // _MB
    if free < FULL_MB:
        return Finding("disk", "fault", f"The disk is full: {free} MB are left.", "Delete files that nobody needs.")
    if free < LITTLE_MB:
        return Finding("disk", "warning", f"{free} MB are left on the disk.", "Delete files that nobody needs.")
    return Finding("disk", "well", f"{free / 1000:.0f} GB are free, and the kiosk may write.")


def check_edition(machine: Machine) -> Finding:
    """Is what patients see whole?"""
    store = Store(machine.state, Disk())
    pointer = store.pointer()
    if pointer is None:
        return Finding("edition", "well", "Patients see the pages that come with the kiosk.")
    damage = store.damage(pointer.edition)
    if damage:
        what = f"Edition {pointer.edition} is damaged ({len(damage)} files); the one before is shown."
        remedy = "Publish again: clinic-kiosk staff publish. If it comes back, the disk must be replaced."
        return Finding("edition", "fault", what, remedy)
    return Finding("edition", "well", f"Patients see edition {pointer.edition}, and it is whole.")


def check_fonts(machine: Machine) -> Finding:
    """Are the letters there that people with low vision read best?"""
    found = sum(1 for _ in (machine.assets / "fonts").glob("*.ttf"))
    if found < _FONTS:
        what = f"{_FONTS - found} of the kiosk's own fonts are missing; others are used."
        return Finding("fonts", "fault", what, "Install the program again.")
    return Finding("fonts", "well", "The kiosk's own fonts are there.")
