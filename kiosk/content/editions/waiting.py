"""Does something stand in the folders that patients do not see yet?"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kiosk.content.editions.changes import Change, changes
from kiosk.content.editions.edition import digest
from kiosk.content.editions.gathering import state_of
from kiosk.content.editions.publish import seen_state, within
from kiosk.content.editions.store import Store
from kiosk.content.folders import Folders
from kiosk.content.form import form
from kiosk.content.problem import Problem


@dataclass(frozen=True, slots=True)
class Waiting:
    """What would be published now; whether it is sound is found out then."""

    changes: tuple[Change, ...]
    """Empty when only the program is another one than that which published."""
    digest: str
    """The name of what stands in the folders now."""
    is_held: bool = False
    """True when somebody has stepped back from just this: only a person publishes it again."""

    def without_unsound(self, problems: Iterable[Problem]) -> "Waiting":
        """The same without the files that have errors: what cannot be read was not taken away."""
        return self.without(problem.path for problem in problems if problem.severity == "error")

    def without(self, paths: Iterable[str]) -> "Waiting":
        """The same without some files, whichever of its endings a page has, and without what lies in some folders."""
        is_left_out = within(paths)
        return replace(self, changes=tuple(change for change in self.changes if not is_left_out(change.path)))


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
