"""Publishing: what stands in the folders becomes the edition that patients see, whole or not at all."""

import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Final

from kiosk.content import compiling
from kiosk.content.check import Checked, check
from kiosk.content.clinic.copied import review_copies
from kiosk.content.editions import readings
from kiosk.content.editions.changes import NOTHING, State, changes
from kiosk.content.editions.edition import COMPILED, FILES, MANIFEST, Edition, digest, sha256, to_bytes
from kiosk.content.editions.gathering import Gathered, gather, state_of
from kiosk.content.editions.readings import READINGS
from kiosk.content.editions.store import BUILDING, Busy, Store, faults
from kiosk.content.folders import Folders, entries_in
from kiosk.content.form import form
from kiosk.content.library import Library
from kiosk.content.problem import Problem, has_errors
from kiosk.disk import told
from kiosk.values import value_class

_ROUNDS: Final = 5
"""A page kept back may keep back one that names it, and so on."""


@value_class
class Outcome:
    """What came of publishing, or of stepping back."""

    edition: Edition | None
    """What patients see now, or None if nothing was published; they then see what they saw before."""
    problems: tuple[Problem, ...] = ()
    is_new: bool = False
    """False when the edition on show said the same already."""


@value_class
class Publication:
    """What is to be published, and how."""

    folders: Folders
    who: str
    now: datetime
    """With its time zone."""
    page_by_page: bool = False
    """True to keep files with errors as they were, and publish the others."""


def publish(store: Store, publication: Publication) -> Outcome:
    """Make an edition of what stands in the folders and let patients see it.

    Whatever goes wrong is told as a problem; patients then see what they saw before, and nothing is left behind.
    """
    away = missing(store, publication.folders)
    if away is not None:
        return Outcome(None, (away,))
    try:
        with store.alone():
            store.clean()
            building = Path(tempfile.mkdtemp(prefix=BUILDING, dir=store.editions_folder))
            try:
                return _Publishing(store, publication.folders, building).run(publication)
            finally:
                with suppress(OSError):
                    store.disk.remove(building)
    except Busy:
        return Outcome(None, (busy(store),))
    except OSError as error:
        return Outcome(None, (disk_problem(store, error),))


def kept_back(store: Store, folders: Folders, unsound: Iterable[str]) -> frozenset[str]:
    """The paths that stay as they were if all others are published now: those with mistakes, and those that name them.

    unsound: the paths with mistakes. Raises OSError when there is no room to try it out.
    """
    with tempfile.TemporaryDirectory() as building:
        return _Publishing(store, folders, Path(building)).kept_back(unsound)


def lacks_a_layer(folders: Folders, unsound: Iterable[str]) -> bool:
    """Whether a whole folder was passed over: nobody knows then which of its pages are the former ones."""
    return not set(unsound).isdisjoint(map(str, folders.layers))


def roll_back(store: Store, number: int, held: str = "") -> Outcome:
    """Let patients see an earlier edition again, in one step.

    held: the held_name of what stands in the folders now, which is then not published again by itself.
    """
    edition = store.edition(number)
    if edition is None:
        there = ", ".join(map(str, store.numbers())) or "none"
        return Outcome(None, (_problem(store, f"There is no edition {number}.", f"Choose one of: {there}."),))
    if store.damage(number):
        return Outcome(None, (_problem(store, f"Edition {number} is damaged on the disk.", "Choose another."),))
    try:
        with store.alone():
            store.point_to(number, held)
    except Busy:
        return Outcome(None, (busy(store),))
    except OSError as error:
        return Outcome(None, (disk_problem(store, error),))
    return Outcome(edition, is_new=True)


def edition_state(store: Store, edition: Edition | None) -> State:
    """The files of an edition, to be compared with others."""
    if edition is None:
        return NOTHING
    return State(edition.content, {path: store.place(edition.number) / FILES / path for path in edition.content})


def seen_state(store: Store, edition: Edition | None, folders: Folders) -> State:
    """What patients see before something is published: an edition, or else the pages below the clinic's folder."""
    if edition is None and folders.own is not None:
        return state_of(folders.below_own)
    return edition_state(store, edition)


def busy(store: Store) -> Problem:
    """Somebody else is publishing."""
    return _problem(store, "Somebody else is publishing at this moment.", "Wait a moment, then try again.")


def disk_problem(store: Store, error: OSError) -> Problem:
    """The disk did not take it."""
    return _problem(store, *told(error))


def _problem(store: Store, what: str, remedy: str) -> Problem:
    return Problem(str(store.folder), 1, 1, "error", what, remedy)


def missing(store: Store, folders: Folders) -> Problem | None:
    """A folder that is away: its pages are not taken for deleted."""
    for layer in folders.layers[1:]:
        try:
            is_empty = not entries_in(layer)
        except OSError:
            what = "The clinic's folder cannot be opened. Patients keep what they see now."
            return Problem(str(layer), 1, 1, "error", what, "Connect the disk or network that it lies on.")
        current = store.current() if is_empty else None
        if current is not None and current.own:
            what = "The clinic's folder is empty, but was not before. Patients keep what they see now."
            remedy = "Connect its disk. If it shall be empty, put a file README.txt in it."
            return Problem(str(layer), 1, 1, "error", what, remedy)
    return None


class _Publishing:
    """The steps, in a folder beside the editions."""

    def __init__(self, store: Store, folders: Folders, building: Path) -> None:
        self.store = store
        self.disk = store.disk
        self.folders = folders
        self.building = building
        self.files = building / FILES
        self.before = store.whole()

    def run(self, publication: Publication) -> Outcome:
        self.building.chmod(0o755)  # a person may publish at the command line, and the kiosk must read it
        gathered = self._gathered()
        checked = self._checked(gathered)
        # What stands in for a file that cannot be read has mistakes that are nobody's.
        unread = _unsound(gathered.problems)
        found = [problem for problem in checked.problems if problem.path not in unread]
        told = (*gathered.problems, *review_copies(self.folders), *found)
        if has_errors(told) and publication.page_by_page and not lacks_a_layer(self.folders, _unsound(told)):
            gathered, checked, _ = self._kept_back(gathered, _unsound(checked.problems))
        elif has_errors(told):
            return Outcome(None, _in_order(told))
        if checked.library is None or has_errors(checked.problems):
            return Outcome(None, _in_order(told))
        if self.before is not None and self._says_the_same(self.before, gathered):
            return Outcome(self.before, _in_order(told))
        return Outcome(self._finish(publication, gathered, checked, checked.library), _in_order(told), is_new=True)

    def kept_back(self, unsound: Iterable[str]) -> frozenset[str]:
        return self._kept_back(self._gathered(), unsound)[2]

    def _gathered(self) -> Gathered:
        self.disk.make_folder(self.files)
        return gather(self.folders, self.files, self.disk)

    def _says_the_same(self, before: Edition, gathered: Gathered) -> bool:
        return (
            digest(before.content) == digest(gathered.state.content)
            and before.form == form()
            and (pointer := self.store.pointer()) is not None
            and pointer.edition == before.number
        )

    def _kept_back(self, gathered: Gathered, unsound: Iterable[str]) -> tuple[Gathered, Checked, frozenset[str]]:
        """The files with errors as they were in the edition before, until the rest is sound; and their paths."""
        kept = {*_unsound(gathered.problems), *unsound}
        gathered, checked = self._tried(gathered, kept)
        for _ in range(_ROUNDS - 1):
            if not has_errors(checked.problems):
                break
            kept |= _unsound(checked.problems)
            gathered, checked = self._tried(gathered, kept)
        return gathered, checked, frozenset(kept)

    def _tried(self, gathered: Gathered, kept: Iterable[str]) -> tuple[Gathered, Checked]:
        tried = self._with_former(gathered, kept)
        return tried, self._checked(tried)

    def _checked(self, gathered: Gathered) -> Checked:
        """Of a file that is as in the edition before it is known what it says."""
        if self.before is None:
            return check(Folders((self.files,)))
        former, place = self.before.content, self.store.place(self.before.number)
        same = {path for path, name in gathered.state.content.items() if former.get(path) == name}
        return check(Folders((self.files,)), readings.known(place, self.files, same))

    def _with_former(self, gathered: Gathered, unsound: Iterable[str]) -> Gathered:
        """Those files as they were in the edition before, or else as they lie below the clinic's folder."""
        former = edition_state(self.store, self.before)
        if self.folders.own is not None:
            below = state_of(self.folders.below_own)
            former = State({**below.content, **former.content}, {**below.where, **former.where})
        content = dict(gathered.state.content)
        is_kept = within(unsound)
        for path in [path for path in content if is_kept(path)]:
            self.disk.remove(self.files / path)
            del content[path]
        for path, name in former.content.items():
            if is_kept(path):
                self.disk.make_folder((self.files / path).parent)
                self.disk.write(self.files / path, former.where[path].read_bytes())
                content[path] = name
        return replace(gathered, state=State(content, {path: self.files / path for path in content}))

    def _finish(self, publication: Publication, gathered: Gathered, checked: Checked, library: Library) -> Edition:
        """Write the rest, read everything back, then switch."""
        # Pictures by their names alone: the edition's folder gets its own name only at the end.
        named = replace(library, pictures={name: Path(name) for name in library.pictures})
        compiling.write(named, checked.problems, self.building / COMPILED)
        files = {f"{FILES}/{path}": name for path, name in gathered.state.content.items()}
        for file in sorted((self.building / COMPILED).iterdir()):
            files[f"{COMPILED}/{file.name}"] = sha256(file)
        self.disk.write(self.building / READINGS, readings.to_bytes(checked))
        files[READINGS] = sha256(self.building / READINGS)
        found = changes(seen_state(self.store, self.before, self.folders), gathered.state)
        number = self.store.next_number()
        entries = tuple(change.entry() for change in found)
        before = self.before.number if self.before is not None else None
        edition = Edition(number, publication.now, publication.who, entries, files, gathered.own, form(), before)
        self.disk.write(self.building / MANIFEST, to_bytes(edition))
        written = [*self.building.rglob("*"), self.building]
        self.disk.give_to_owner(written, self.store.editions_folder)
        self.disk.sync_all(written)
        if faults(self.building, edition):
            raise OSError("what was written is not what can be read")
        self._switch(edition)
        return edition

    def _switch(self, edition: Edition) -> None:
        place = self.store.place(edition.number)
        self.disk.rename(self.building, place)
        try:
            self.disk.sync(self.store.editions_folder)
            self.store.point_to(edition.number)
        except OSError:
            with suppress(OSError):
                self.disk.remove(place)
            raise
        self.store.clean()


def _unsound(problems: Iterable[Problem]) -> set[str]:
    return {problem.path for problem in problems if problem.severity == "error"}


def within(paths: Iterable[str]) -> Callable[[str], bool]:
    """Tells whether a file is one of these, whichever of its endings it has, or lies in one that is a folder."""
    paths = tuple(paths)
    stems = {path.rpartition(".")[0] for path in paths}
    folders = tuple(f"{path}/" for path in paths)
    return lambda path: path.rpartition(".")[0] in stems or path.startswith(folders)


def _in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(set(problems)))
