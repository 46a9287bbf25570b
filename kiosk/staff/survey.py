"""One look at the folder and the editions, so that the mistakes and the changes that are told belong together."""

from pathlib import Path

from kiosk.content.check import Checked
from kiosk.content.editions.edition import digest
from kiosk.content.editions.gathering import state_of
from kiosk.content.editions.outlook import outlook
from kiosk.content.editions.store import Pointer
from kiosk.content.editions.waiting import Waiting
from kiosk.content.problem import Problem
from kiosk.disk import told
from kiosk.settings.file import read_settings
from kiosk.staff.this_kiosk import ThisKiosk
from kiosk.values import value_class


@value_class
class Mark:
    """What tells one state of the folder and the editions from another, without judging what is in them."""

    names: tuple[str, ...]
    misnamed: tuple[Problem, ...]
    content: str
    """The digest of all files that can be read."""
    settings: tuple[Problem, ...]
    """What is wrong with the settings: it keeps no page from being published."""
    pointer: Pointer | None


@value_class
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
    content = digest(state_of(kiosk.folders).content)
    return Mark(tuple(files), misnamed, content, _of_settings(kiosk.settings_file), kiosk.store.pointer())


def survey(kiosk: ThisKiosk) -> Survey:
    """Look at everything; takes about a second."""
    mark = mark_of(kiosk)
    found = outlook(kiosk.store, kiosk.folders, page_by_page=kiosk.is_page_by_page)
    return Survey(mark, found.checked, found.waiting, found.kept, found.stops, is_settled=mark_of(kiosk) == mark)


def _of_settings(file: Path | None) -> tuple[Problem, ...]:
    """What is wrong with the settings as they stand in their file now; the kiosk goes on with the last good ones."""
    if file is None:
        return ()
    try:
        return read_settings(file)[1]
    except OSError as error:
        return (Problem(str(file), 1, 1, "error", *told(error)),)
