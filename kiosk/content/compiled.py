"""A checked library on disk, in the form that a start can read a little of at a time; compiling.py writes it.

start.json holds what the first screen needs, and is read whole. The other files are opened with it, so that a library
written meanwhile takes nothing away from a kiosk that runs; each part of them is read, and compared with its checksum,
when it is first asked for. So a start takes as long with ten thousand pages as with ten.
"""

from __future__ import annotations

import hashlib
import json
import os
import weakref
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

from kiosk.content.codec import decode
from kiosk.content.form import form
from kiosk.content.library import Card, Library, Page
from kiosk.content.model.home import Home, Language
from kiosk.content.model.words import Words
from kiosk.content.problem import Problem

if TYPE_CHECKING:  # read when a page is first wanted
    from kiosk.content.model.pages import Glossary, PatientQuestions, Source, Spine, Term, WarningSigns

START: Final = "start.json"
V = TypeVar("V")


def checksum_of(data: bytes) -> str:
    """What tells whether these are the bytes that were written."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def _read_start(folder: Path) -> dict[str, Any]:
    path = folder / START
    checksum, _, data = path.read_bytes().partition(b"\n")
    if checksum.decode("latin-1") != checksum_of(data):
        raise ValueError(f"{path} is damaged.")
    start: dict[str, Any] = json.loads(data)
    if start["form"] != form():
        raise ValueError(f"{path} was written by another program.")
    return start


def load(folder: Path) -> Library:
    """The library that write left in the folder.

    Raises OSError or ValueError when it is not there, damaged in what the first screen needs, or another program's.
    A page that turns out to be damaged raises ValueError when it is asked for.
    """
    start = _read_start(folder)
    files = {name: _File(folder / name, *whole) for name, whole in start["files"].items()}
    languages = {
        code: _StoredLanguage(code, files[f"{code}.json"], files[f"{code}.pages"], *parts)
        for code, parts in start["languages"].items()
    }
    shared = _Shared(files["shared.json"])
    return Library(languages, OnDemand(lambda: shared.sources), OnDemand(lambda: shared.pictures))


def is_whole(folder: Path) -> bool:
    """Whether every file in the folder is as write left it."""
    try:
        for name, whole in _read_start(folder)["files"].items():
            _File(folder / name, *whole).whole()
    except (OSError, ValueError, KeyError):
        return False
    return True


class _File:
    """A file that stays readable when it is removed or replaced."""

    def __init__(self, path: Path, size: int, checksum: str) -> None:
        """Open it.

        Raises OSError when that cannot be done, ValueError when it is shorter or longer than it was written.
        """
        self._path = path
        self._size = size
        self._checksum = checksum
        self._handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        weakref.finalize(self, os.close, self._handle)
        if os.fstat(self._handle).st_size != size:
            raise ValueError(f"{path} is damaged.")

    def whole(self) -> bytes:
        """All of it."""
        return self.part(0, self._size, self._checksum)

    def part(self, offset: int, length: int, checksum: str) -> bytes:
        """So many bytes from there.

        Raises ValueError when they are not those that were written.
        """
        os.lseek(self._handle, offset, os.SEEK_SET)
        data = os.read(self._handle, length)
        if checksum_of(data) != checksum:
            raise ValueError(f"{self._path} is damaged.")
        return data


class _StoredLanguage:
    """A language's pages, each part made when it is asked for."""

    def __init__(self, code: str, rest: _File, pages: _File, language: Any, words: Any, home: Any) -> None:  # noqa: ANN401 - JSON
        self.code = code
        self.language = decode(Language, language)
        self.pages: Mapping[str, Page] = _StoredPages(pages, self)
        self._rest = rest
        self._words = words
        self._home = home

    @cached_property
    def words(self) -> Words:
        return decode(Words, self._words)

    @cached_property
    def home(self) -> Home:
        return decode(Home, self._home)

    @cached_property
    def rest(self) -> dict[str, Any]:
        parts: dict[str, Any] = json.loads(self._rest.whole())
        return parts

    @cached_property
    def spine(self) -> Spine:
        part: Spine = decode(_pages().Spine, self.rest["spine"])
        return part

    @cached_property
    def questions(self) -> PatientQuestions:
        part: PatientQuestions = decode(_pages().PatientQuestions, self.rest["questions"])
        return part

    @cached_property
    def warning_signs(self) -> WarningSigns:
        part: WarningSigns = decode(_pages().WarningSigns, self.rest["warning_signs"])
        return part

    @cached_property
    def glossaries(self) -> tuple[Glossary, ...]:
        return tuple(decode(_pages().Glossary, glossary) for glossary in self.rest["glossaries"])

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        return tuple(term for glossary in self.glossaries for term in glossary.terms)

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        return tuple(decode(Card, card) for card in self.rest["cards"])


class _StoredPages(Mapping[str, Page]):
    """A language's pages by id, made from their part of one file and kept once made."""

    def __init__(self, file: _File, language: _StoredLanguage) -> None:
        self._file = file
        self._language = language
        self._made: dict[str, Page] = {}

    def __getitem__(self, name: str) -> Page:
        if name not in self._made:
            model, *where = self._language.rest["offsets"][name]
            self._made[name] = decode(_model(model), json.loads(self._file.part(*where)))
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._language.rest["offsets"])

    def __len__(self) -> int:
        return len(self._language.rest["offsets"])


@dataclass
class _Shared:
    """What all languages have in common."""

    file: _File

    @cached_property
    def _parts(self) -> dict[str, Any]:
        parts: dict[str, Any] = json.loads(self.file.whole())
        return parts

    @cached_property
    def sources(self) -> dict[str, Source]:
        return {name: decode(_pages().Source, source) for name, source in self._parts["sources"].items()}

    @cached_property
    def pictures(self) -> dict[str, Path]:
        return {name: Path(path) for name, path in self._parts["pictures"].items()}


class OnDemand(Mapping[str, V]):
    """A mapping that is made when it is first asked."""

    def __init__(self, read: Callable[[], Mapping[str, V]]) -> None:
        self._read = read

    def __getitem__(self, name: str) -> V:
        return self._read()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._read())

    def __len__(self) -> int:
        return len(self._read())


def load_problems(folder: Path) -> tuple[Problem, ...]:
    """What was wrong with the files when the library in the folder was written.

    Raises OSError or ValueError when it is not there or not whole.
    """
    return tuple(decode(Problem, problem) for problem in json.loads((folder / "problems.json").read_bytes()))


def _pages() -> Any:  # noqa: ANN401 - a module
    """The models of pages, imported when a page is first wanted."""
    return import_module("kiosk.content.model.pages")


def _model(name: str) -> type[Page]:
    """The model of a kind of page by its name."""
    module = import_module("kiosk.content.model.treatment") if name == "Treatment" else _pages()
    model: type[Page] = getattr(module, name)
    return model
