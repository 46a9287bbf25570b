"""Does something stand in the folders that patients do not see yet?"""

from dataclasses import dataclass

from kiosk.content.editions.changes import Change, changes
from kiosk.content.editions.edition import digest
from kiosk.content.editions.gathering import state_of
from kiosk.content.editions.publish import seen_state
from kiosk.content.editions.store import Store
from kiosk.content.folders import Folders
from kiosk.content.form import form


@dataclass(frozen=True, slots=True)
class Waiting:
    """What would be published now; whether it is sound is found out then."""

    changes: tuple[Change, ...]
    """Empty when only the program is another one than that which published."""
    digest: str
    """The name of what stands in the folders now."""
    is_held: bool = False
    """True when somebody has stepped back from just this: only a person publishes it again."""


def waiting(store: Store, folders: Folders) -> Waiting | None:
    """What waits to be published, or None when patients see all of it.

    For the start, where the program or the folder may have changed meanwhile, and after each burst of changes.
    """
    current, pointer, there = store.whole(), store.pointer(), state_of(folders)
    name = digest(there.content)
    if current is not None and current.form == form() and digest(current.content) == name:
        return None
    found = changes(seen_state(store, current, folders), there)
    return Waiting(found, name, is_held=pointer is not None and pointer.held == name)
