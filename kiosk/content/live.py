"""Opens the library of some folders: from a cache while nothing has changed, else read and checked anew."""

import hashlib
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from kiosk.content import compiled
from kiosk.content.folders import Folders
from kiosk.content.library import Library
from kiosk.content.problem import Problem
from kiosk.values import value_class


@value_class
class Live:
    """A library and what is wrong with the files it was made from."""

    library: Library | None
    """None where there is not enough of it to be shown."""
    problems: tuple[Problem, ...] = ()


def open_library(folders: Folders, cache: Path, log: Callable[[str], None]) -> Live:
    """The sound part of the folders' library: from the cache if nothing changed since, else read and checked anew.

    A cache that cannot be read or written costs time and nothing else.
    """
    kept = cache / fingerprint(folders)
    if not compiled.is_whole(kept):
        return _checked(folders, kept, log)
    return Live(compiled.load(kept), compiled.load_problems(kept))


def _checked(folders: Folders, kept: Path, log: Callable[[str], None]) -> Live:
    from kiosk.content import compiling  # late, both: a start from the cache can do without
    from kiosk.content.check import check

    checked = check(folders)
    for problem in checked.problems:
        log(str(problem))
    if checked.library is not None:
        try:
            _drop_older(kept)
            compiling.write(checked.library, checked.problems, kept)
        except OSError as error:
            log(f"The cache {kept} could not be written: {error}")
    return Live(checked.library, checked.problems)


def _drop_older(kept: Path) -> None:
    older: Iterable[Path] = kept.parent.iterdir() if kept.parent.is_dir() else ()
    for folder in older:
        shutil.rmtree(folder, ignore_errors=True)


def fingerprint(folders: Folders) -> str:
    """A name for the present state of the folders and of this program: other files, sizes or times, another name."""
    digest = hashlib.blake2b(digest_size=12)
    for file in sorted(_program()):
        _add(digest, file)
    files, problems = folders.files()
    for content_file in files.values():
        _add(digest, str(content_file.where))
    digest.update(repr(problems).encode())
    return digest.hexdigest()


def _program() -> Iterator[str]:
    """The files that read content."""
    for folder, _, names in os.walk(Path(__file__).parent):
        yield from (f"{folder}/{name}" for name in names if name.endswith(".py"))


def _add(digest: "hashlib.blake2b", file: str) -> None:
    status = os.stat(file)  # noqa: PTH116 - hundreds of Path objects keep a start waiting
    digest.update(f"{file} {status.st_size} {status.st_mtime_ns}\n".encode())
