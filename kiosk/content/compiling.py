"""Writes a checked library in the form that compiled.py reads."""

import json
import os
import shutil
import tempfile
from pathlib import Path

from kiosk.content.codec import encode
from kiosk.content.compiled import START, checksum_of
from kiosk.content.form import form
from kiosk.content.library import InLanguage, Library
from kiosk.content.problem import Problem


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
            "form": form(),
            "languages": {
                code: [encode(pages.language), encode(pages.words), encode(pages.home)]
                for code, pages in library.languages.items()
            },
            "files": {file.name: [file.stat().st_size, checksum_of(file.read_bytes())] for file in building.iterdir()},
        }
        _write_start(building / START, start)
        building.replace(folder)
    except OSError:
        shutil.rmtree(building, ignore_errors=True)
        raise


def _write_language(folder: Path, code: str, pages: InLanguage) -> None:
    offsets: dict[str, tuple[str, int, int, str]] = {}
    with (folder / f"{code}.pages").open("wb") as file:
        for name, page in pages.pages.items():
            data = json.dumps(encode(page), ensure_ascii=False, separators=(",", ":")).encode()
            offsets[name] = (type(page).__name__, file.tell(), len(data), checksum_of(data))
            file.write(data)
        file.flush()
        os.fsync(file.fileno())
    rest = {
        "spine": encode(pages.spine),
        "questions": encode(pages.questions),
        "warning_signs": encode(pages.warning_signs),
        "glossaries": encode(pages.glossaries),
        "cards": encode(pages.cards),
        "offsets": offsets,
    }
    _write_json(folder / f"{code}.json", rest)


def _write_json(path: Path, value: object) -> None:
    with path.open("w", encoding="utf-8") as file:
        json.dump(value, file, ensure_ascii=False, separators=(",", ":"))
        file.flush()
        os.fsync(file.fileno())


def _write_start(path: Path, start: object) -> None:
    """Write the one file that has no other to hold its checksum: it stands in the first line."""
    data = json.dumps(start, ensure_ascii=False, separators=(",", ":")).encode()
    with path.open("wb") as file:
        file.write(checksum_of(data).encode() + b"\n" + data)
        file.flush()
        os.fsync(file.fileno())
