"""A checked library on disk, in the form that a start can read a little of at a time.

start.json holds what the first screen needs; the rest of a language and each page are made when they are asked for.
All files are read and compared with their checksums at the start: that takes a millisecond, and neither a disk that
lost power nor a library written meanwhile can take a page away from a kiosk that runs.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

from kiosk.content.codec import decode, encode
from kiosk.content.library import Card, InLanguage, Library, Page
from kiosk.content.model.home import Home, Language
from kiosk.content.model.words import Words
from kiosk.content.problem import Problem

if TYPE_CHECKING:  # read when a page is first wanted
    from kiosk.content.model.pages import PatientQuestions, Source, Spine, Term, WarningSigns

START: Final = "start.json"
V = TypeVar("V")


def write(library: Library, problems: tuple[Problem, ...], folder: Path) -> None:
    """Write a library into a new folder: beside it first, then by one rename, so that there is never half of it.

    Raises OSError when the disk does not take it; the folder is then not there.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    building = Path(tempfile.mkdtemp(prefix="building-", dir=folder.parent))
    try:
        for code, pages in library.languages.items():
            _write_language(building, code, pages)
        shared = {
            "sources": {name: encode(source) for name, source in library.sources.items()},
            "pictures": {name: str(path) for name, path in library.pictures.items()},
        }
        _write_json(building / "shared.json", shared)
        _write_json(building / "problems.json", encode(problems))
        start = {
            "languages": {
                code: [encode(pages.language), encode(pages.words), encode(pages.home)]
                for code, pages in library.languages.items()
            },
            "files": {file.name: _checksum(file.read_bytes()) for file in building.iterdir()},
        }
        _write_json(building / START, start)
        building.replace(folder)
    except OSError:
        shutil.rmtree(building, ignore_errors=True)
        raise


def _write_language(folder: Path, code: str, pages: InLanguage) -> None:
    offsets: dict[str, tuple[str, int, int]] = {}
    with (folder / f"{code}.pages").open("wb") as file:
        for name, page in pages.pages.items():
            data = json.dumps(encode(page), ensure_ascii=False, separators=(",", ":")).encode()
            offsets[name] = (type(page).__name__, file.tell(), len(data))
            file.write(data)
        file.flush()
        os.fsync(file.fileno())
    rest = {
        "spine": encode(pages.spine),
        "questions": encode(pages.questions),
        "warning_signs": encode(pages.warning_signs),
        "terms": encode(pages.terms),
        "cards": encode(pages.cards),
        "offsets": offsets,
    }
    _write_json(folder / f"{code}.json", rest)


def _write_json(path: Path, value: object) -> None:
    with path.open("w", encoding="utf-8") as file:
        json.dump(value, file, ensure_ascii=False, separators=(",", ":"))
        file.flush()
        os.fsync(file.fileno())


def load(folder: Path) -> Library:
    """The library that write left in the folder.

    Raises OSError or ValueError when it is not there or not whole.
    """
    start = json.loads((folder / START).read_bytes())
    if not isinstance(start, dict):
        raise ValueError(f"{folder / START} does not hold a library.")
    files = {name: _whole(folder / name, checksum) for name, checksum in start["files"].items()}
    languages = {
        code: _StoredLanguage(code, files[f"{code}.json"], files[f"{code}.pages"], *parts)
        for code, parts in start["languages"].items()
    }
    shared = _Shared(files["shared.json"])
    return Library(languages, _OnDemand(lambda: shared.sources), _OnDemand(lambda: shared.pictures))


def _whole(file: Path, checksum: str) -> bytes:
    data = file.read_bytes()
    if _checksum(data) != checksum:
        raise ValueError(f"{file} is damaged.")
    return data


def _checksum(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=16).hexdigest()


class _StoredLanguage:
    """A language's pages, each part made when it is asked for."""

    def __init__(self, code: str, rest: bytes, pages: bytes, language: Any, words: Any, home: Any) -> None:  # noqa: ANN401 - JSON
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
        parts: dict[str, Any] = json.loads(self._rest)
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
    def terms(self) -> tuple[Term, ...]:
        return tuple(decode(_pages().Term, term) for term in self.rest["terms"])

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        return tuple(decode(Card, card) for card in self.rest["cards"])


class _StoredPages(Mapping[str, Page]):
    """A language's pages by id, made from their part of one file and kept once made."""

    def __init__(self, data: bytes, language: _StoredLanguage) -> None:
        self._data = data
        self._language = language
        self._made: dict[str, Page] = {}

    def __getitem__(self, name: str) -> Page:
        if name not in self._made:
            model, offset, length = self._language.rest["offsets"][name]
            self._made[name] = decode(_model(model), json.loads(self._data[offset : offset + length]))
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._language.rest["offsets"])

    def __len__(self) -> int:
        return len(self._language.rest["offsets"])


@dataclass
class _Shared:
    """What all languages have in common."""

    data: bytes

    @cached_property
    def _parts(self) -> dict[str, Any]:
        parts: dict[str, Any] = json.loads(self.data)
        return parts

    @cached_property
    def sources(self) -> dict[str, Source]:
        return {name: decode(_pages().Source, source) for name, source in self._parts["sources"].items()}

    @cached_property
    def pictures(self) -> dict[str, Path]:
        return {name: Path(path) for name, path in self._parts["pictures"].items()}


class _OnDemand(Mapping[str, V]):
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
