"""Which edition patients see: the one on show, or if that is damaged the one before, or at last the bundled library."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from kiosk.content import compiled
from kiosk.content.compiled import OnDemand
from kiosk.content.editions.edition import COMPILED, FILES, Edition
from kiosk.content.editions.store import Busy, Store
from kiosk.content.folders import PICTURES, Folders
from kiosk.content.form import form
from kiosk.content.library import Library
from kiosk.content.live import open_library
from kiosk.content.problem import Problem, has_errors
from kiosk.values import value_class


@value_class
class Serving:
    """What patients see, and what had to be stepped over to find it."""

    library: Library | None
    edition: Edition | None
    """None when the bundled library serves."""
    problems: tuple[Problem, ...] = ()


def serve_at_once(
    store: Store, bundled: Path, cache: Path, log: Callable[[str], None]
) -> tuple[Library | None, int | None]:
    """The library of the edition on show, and its number; what the first screen does not need is not yet checked.

    Where the rest is damaged, what serve gives; it looks at everything when the first picture is painted.
    """
    pointer = store.pointer()
    library = _compiled(store.place(pointer.edition)) if pointer is not None else None
    if pointer is not None and library is not None:
        return library, pointer.edition
    serving = serve(store, bundled, cache, log)
    return serving.library, serving.edition.number if serving.edition is not None else None


def serve(store: Store, bundled: Path, cache: Path, log: Callable[[str], None]) -> Serving:
    """The newest whole edition, checked file by file; damaged ones are set aside and told.

    For the start, and for every hour: it changes nothing when all is well.
    """
    problems: list[Problem] = []
    pointer = store.pointer()
    if store.editions_folder.is_dir():
        _if_alone(store, store.clean)
    for number in store.candidates():
        edition = store.edition(number)
        damage = store.damage(number)
        if edition is None or damage:
            problems.append(_damaged(store, number, len(damage)))
            _if_alone(store, lambda number=number: store.set_aside(number))  # type: ignore[misc]  # a default value binds it in the loop
            continue
        library = load(store, edition, cache, log)
        if library is None:
            problems.append(_unfit(store, number))
            continue
        if pointer is None or pointer.edition != number:
            held = pointer.held if pointer else ""
            _if_alone(store, lambda number=number, held=held: store.point_to(number, held))  # type: ignore[misc]  # a default value binds it in the loop
        return Serving(library, edition, _logged(problems, log))
    live = open_library(Folders((bundled,)), cache, log)
    return Serving(live.library, None, (*_logged(problems, log), *live.problems))


def load(store: Store, edition: Edition, cache: Path, log: Callable[[str], None]) -> Library | None:
    """The library of an edition, or None if this program cannot show it."""
    if edition.form != form():
        live = open_library(Folders((store.place(edition.number) / FILES,)), cache, log)
        return None if has_errors(live.problems) else live.library
    return _compiled(store.place(edition.number))


def _compiled(place: Path) -> Library | None:
    try:
        library = compiled.load(place / COMPILED)
    except (OSError, ValueError, KeyError, TypeError):
        return None
    pictures = library.pictures
    return replace(library, pictures=OnDemand(lambda: {name: place / FILES / PICTURES / name for name in pictures}))


def _if_alone(store: Store, act: Callable[[], None]) -> None:
    """Tidying that can wait: a disk that cannot be written to takes no page from patients."""
    with suppress(OSError, Busy), store.alone():
        act()


def _logged(problems: list[Problem], log: Callable[[str], None]) -> tuple[Problem, ...]:
    for problem in problems:
        log(str(problem))
    return tuple(problems)


def _damaged(store: Store, number: int, files: int) -> Problem:
    counted = "1 file" if files == 1 else f"{files} files"
    what = f"Edition {number} was damaged on the disk ({counted}) and is set aside."
    remedy = "Look at what patients see now, and publish again. If it comes back, the disk must be replaced."
    return Problem(str(store.folder), 1, 1, "error", what, remedy)


def _unfit(store: Store, number: int) -> Problem:
    what = f"Edition {number} was made for an older program and cannot be shown by this one."
    return Problem(str(store.folder), 1, 1, "warning", what, "Publish again.")
