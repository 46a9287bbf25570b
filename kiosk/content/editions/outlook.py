"""What publishing would do now: what is wrong, what waits for it, and what stays as it was."""

from dataclasses import replace

from kiosk.content.check import Checked, check
from kiosk.content.editions.publish import kept_back, lacks_a_layer, missing
from kiosk.content.editions.store import Store
from kiosk.content.editions.waiting import Waiting, waiting
from kiosk.content.folders import Folders
from kiosk.values import value_class


@value_class
class Outlook:
    """What was found in one look at the folders and the editions."""

    checked: Checked
    """With what is wrong with the clinic's folder itself, such as that it is away."""
    waiting: Waiting | None
    """What waits apart from files that stay as they were; None when patients see all of it."""
    kept: tuple[str, ...]
    """Files without mistakes that stay as they were too, page by page: they name one with a mistake."""
    stops: bool
    """Whether mistakes keep everything from being published."""


def outlook(store: Store, folders: Folders, *, page_by_page: bool) -> Outlook:
    """Look at everything; takes about a second.

    page_by_page: files with mistakes do not keep back the others. Raises OSError when there is no room to try it out.
    """
    checked, away = check(folders), missing(store, folders)
    if away is not None:
        checked = replace(checked, problems=tuple(sorted({*checked.problems, away})))
    unsound = {problem.path for problem in checked.problems if problem.severity == "error"}
    is_unknown = lacks_a_layer(folders, unsound)
    stops = bool(unsound) and (is_unknown or not page_by_page)
    kept = kept_back(store, folders, unsound) - unsound if unsound and not stops else frozenset()
    found = _waiting(store, folders)
    if found is not None:
        found = replace(found, changes=()) if is_unknown else found.without((*unsound, *kept))
    return Outlook(checked, found, tuple(sorted(kept)), stops)


def _waiting(store: Store, folders: Folders) -> Waiting | None:
    """What waits; nothing on a kiosk that has no folder of its own and has published nothing."""
    if folders.own is None and store.current() is None:
        return None
    return waiting(store, folders)
