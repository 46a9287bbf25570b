"""Does something stand in the folders that patients do not see yet?"""

from collections.abc import Iterable
from dataclasses import replace

from kiosk.content.editions.changes import Change, changes
from kiosk.content.editions.edition import digest
from kiosk.content.editions.gathering import state_of
from kiosk.content.editions.publish import seen_state, within
from kiosk.content.editions.store import Store
from kiosk.content.folders import Folders
from kiosk.content.form import form
from kiosk.values import value_class


@value_class
class Waiting:
    """What would be published now; whether it is sound is found out then."""

    changes: tuple[Change, ...]
    """Empty when only the program is another one than that which published."""
    is_held: bool = False
    """True when somebody has stepped back from just this: only a person publishes it again."""

    def without(self, paths: Iterable[str]) -> "Waiting":
        """The same without some files, whichever of its endings a page has, and without what lies in some folders."""
        is_left_out = within(paths)
        return replace(self, changes=tuple(change for change in self.changes if not is_left_out(change.path)))


def waiting(store: Store, folders: Folders) -> Waiting | None:
    """What waits to be published, or None when patients see all of it.

    For the start, where the program or the folder may have changed meanwhile, and after each burst of changes.
    """
    current, there = store.whole(), state_of(folders)
    name = digest(there.content)
    if current is not None and current.form == form() and digest(current.content) == name:
        return None
    pointer = store.pointer()
    # Older programs have kept the name of all layers.
    is_held = pointer is not None and pointer.held in (name, held_name(folders))
    return Waiting(changes(seen_state(store, current, folders), there), is_held)


def held_name(folders: Folders) -> str:
    """One name for what somebody steps back from: the clinic's own files, or where it has no folder all of them.

    Not the bundled ones: they are others after an update, and what nobody has touched would be shown again.
    """
    own = folders.own
    return digest(state_of(folders if own is None else Folders((own,))).content)
