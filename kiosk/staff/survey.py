"""One look at the folder and the editions, so that the mistakes and the changes that are told belong together."""

from dataclasses import dataclass, replace

from kiosk.content.check import Checked, check
from kiosk.content.editions.edition import digest
from kiosk.content.editions.gathering import state_of
from kiosk.content.editions.publish import kept_back, lacks_a_layer
from kiosk.content.editions.store import Pointer
from kiosk.content.editions.waiting import Waiting, waiting
from kiosk.content.problem import Problem
from kiosk.staff.this_kiosk import ThisKiosk


@dataclass(frozen=True, slots=True)
class Mark:
    """What tells one state of the folder and the editions from another, without judging what is in them."""

    names: tuple[str, ...]
    misnamed: tuple[Problem, ...]
    content: str
    """The digest of all files that can be read."""
    pointer: Pointer | None


@dataclass(frozen=True, slots=True)
class Survey:
    """What was found in one look."""

    mark: Mark
    checked: Checked
    waiting: Waiting | None
    """What waits apart from files that stay as they were; None when patients see all of it."""
    kept: tuple[str, ...]
    """Files without mistakes that stay as they were too, page by page: they name one with a mistake."""
    stops: bool
    """Whether mistakes keep everything from being published."""
    is_settled: bool
    """False when something changed meanwhile: what was found does not belong together then."""

    @property
    def errors(self) -> int:
        """How many mistakes keep something from being published."""
        return sum(problem.severity == "error" for problem in self.checked.problems)


def mark_of(kiosk: ThisKiosk) -> Mark:
    """The mark of what stands there now."""
    files, misnamed = kiosk.folders.files()
    return Mark(tuple(files), misnamed, digest(state_of(kiosk.folders).content), kiosk.store.pointer())


def survey(kiosk: ThisKiosk) -> Survey:
    """Look at everything; takes about a second."""
    mark = mark_of(kiosk)
    checked = check(kiosk.folders)
    found = _waiting(kiosk)
    unsound = {problem.path for problem in checked.problems if problem.severity == "error"}
    is_unknown = lacks_a_layer(kiosk.folders, unsound)
    stops = bool(unsound) and (is_unknown or not kiosk.is_page_by_page)
    kept = kept_back(kiosk.store, kiosk.folders, unsound) - unsound if unsound and not stops else frozenset()
    if found is not None:
        found = replace(found, changes=()) if is_unknown else found.without((*unsound, *kept))
    return Survey(mark, checked, found, tuple(sorted(kept)), stops, is_settled=mark_of(kiosk) == mark)


def _waiting(kiosk: ThisKiosk) -> Waiting | None:
    """What waits; nothing on a kiosk that has no folder of its own and has published nothing."""
    if kiosk.folders.own is None and kiosk.store.current() is None:
        return None
    return waiting(kiosk.store, kiosk.folders)
