"""A checked library on disk, in the form that a start can read a little of at a time.

start.json holds what the first screen needs; the rest of a language and each page are read when they are asked for.
"""

import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final, TypeVar

from kiosk.content.codec import decode, encode
from kiosk.content.library import Card, InLanguage, Library, Page
from kiosk.content.model.pages import (
    Comparison,
    Home,
    Language,
    PatientQuestions,
    Source,
    Spine,
    Term,
    Tip,
    Topic,
    WarningSigns,
)
from kiosk.content.model.treatment import Treatment
from kiosk.content.model.words import Words

_MODELS: Final[dict[str, type[Page]]] = {
    "Treatment": Treatment,
    "Topic": Topic,
    "Comparison": Comparison,
    "Tip": Tip,
}
START: Final = "start.json"
V = TypeVar("V")


def write(library: Library, folder: Path) -> None:
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
        start = {
            code: [encode(pages.language), encode(pages.words), encode(pages.home)]
            for code, pages in library.languages.items()
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
    start: dict[str, list[Any]] = _read_json(folder / START)
    languages = {code: _StoredLanguage(folder, code, *parts) for code, parts in start.items()}
    shared = _Shared(folder / "shared.json")
    return Library(languages, _OnDemand(lambda: shared.sources), _OnDemand(lambda: shared.pictures))


class _StoredLanguage:
    """A language's pages, each part read when it is asked for."""

    def __init__(self, folder: Path, code: str, language: Any, words: Any, home: Any) -> None:  # noqa: ANN401 - JSON
        self.code = code
        self.language = decode(Language, language)
        self.pages: Mapping[str, Page] = _StoredPages(folder / f"{code}.pages", self)
        self._folder = folder
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
        parts: dict[str, Any] = _read_json(self._folder / f"{self.code}.json")
        return parts

    @cached_property
    def spine(self) -> Spine:
        return decode(Spine, self.rest["spine"])

    @cached_property
    def questions(self) -> PatientQuestions:
        return decode(PatientQuestions, self.rest["questions"])

    @cached_property
    def warning_signs(self) -> WarningSigns:
        return decode(WarningSigns, self.rest["warning_signs"])

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        return tuple(decode(Term, term) for term in self.rest["terms"])

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        return tuple(decode(Card, card) for card in self.rest["cards"])


class _StoredPages(Mapping[str, Page]):
    """A language's pages by id, read from one file at their offsets and kept once read."""

    def __init__(self, file: Path, language: _StoredLanguage) -> None:
        self._file = file
        self._language = language
        self._read: dict[str, Page] = {}

    def __getitem__(self, name: str) -> Page:
        if name not in self._read:
            model, offset, length = self._language.rest["offsets"][name]
            with self._file.open("rb") as file:
                file.seek(offset)
                self._read[name] = decode(_MODELS[model], json.loads(file.read(length)))
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._language.rest["offsets"])

    def __len__(self) -> int:
        return len(self._language.rest["offsets"])


@dataclass
class _Shared:
    """What all languages have in common."""

    file: Path

    @cached_property
    def _parts(self) -> dict[str, Any]:
        parts: dict[str, Any] = _read_json(self.file)
        return parts

    @cached_property
    def sources(self) -> dict[str, Source]:
        return {name: decode(Source, source) for name, source in self._parts["sources"].items()}

    @cached_property
    def pictures(self) -> dict[str, Path]:
        return {name: Path(path) for name, path in self._parts["pictures"].items()}


class _OnDemand(Mapping[str, V]):
    """A mapping that is read when it is first asked."""

    def __init__(self, read: Callable[[], Mapping[str, V]]) -> None:
        self._read = read

    def __getitem__(self, name: str) -> V:
        return self._read()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._read())

    def __len__(self) -> int:
        return len(self._read())


def _read_json(path: Path) -> Any:  # noqa: ANN401 - JSON has no type before it is decoded
    return json.loads(path.read_bytes())
