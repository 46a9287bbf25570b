"""One look at the folder and the editions, so that the mistakes and the changes that are told belong together."""

from dataclasses import dataclass, replace

from kiosk.content.check import Checked, check
from kiosk.content.editions.edition import digest
from kiosk.content.editions.gathering import state_of
from kiosk.content.editions.publish import kept_back, lacks_a_layer
from kiosk.content.editions.store import Pointer
from kiosk.content.editions.waiting import Waiting, waiting
from kiosk.content.problem import Problem
from kiosk.staff.place import Place


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


def mark_of(place: Place) -> Mark:
    """The mark of what stands there now."""
    files, misnamed = place.folders.files()
    return Mark(tuple(files), misnamed, digest(state_of(place.folders).content), place.store.pointer())


def survey(place: Place) -> Survey:
    """Look at everything; takes about a second."""
    mark = mark_of(place)
    checked = check(place.folders)
    found = _waiting(place)
    unsound = {problem.path for problem in checked.problems if problem.severity == "error"}
    is_unknown = lacks_a_layer(place.folders, unsound)
    stops = bool(unsound) and (is_unknown or not place.is_page_by_page)
    kept = kept_back(place.store, place.folders, unsound) - unsound if unsound and not stops else frozenset()
    if found is not None:
        found = replace(found, changes=()) if is_unknown else found.without((*unsound, *kept))
    return Survey(mark, checked, found, tuple(sorted(kept)), stops, is_settled=mark_of(place) == mark)


def _waiting(place: Place) -> Waiting | None:
    """What waits; nothing on a kiosk that has no folder of its own and has published nothing."""
    if place.own is None and place.store.current() is None:
        return None
    return waiting(place.store, place.folders)
