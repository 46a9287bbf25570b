"""The folders that a library is made of: one lies over the other, file by file."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from kiosk.content.problem import Problem

PICTURES: Final = "pictures"
PAGE_ENDINGS: Final = (".yaml", ".yml")
MAX_FILES: Final = 20_000
"""The bundled library has about 300."""
_IGNORED_STARTS: Final = (".", "~", "#")
_IGNORED_ENDS: Final = ("~", ".bak", ".tmp", ".swp", ".orig", ".md", ".txt", ".json", ".example")


@dataclass(frozen=True, slots=True)
class ContentFile:
    """A file of the library: where it belongs, and where it lies."""

    path: PurePosixPath
    """Below the library's folder, for example en/tips/walk.yaml."""
    where: Path
    shown: str
    """The path as people should read it in messages."""

    @property
    def is_page(self) -> bool:
        """Whether it is a YAML file."""
        return self.path.suffix.lower() in PAGE_ENDINGS

    @property
    def is_picture(self) -> bool:
        """Whether it lies in the pictures folder."""
        return self.path.parts[0] == PICTURES and len(self.path.parts) > 1


@dataclass(frozen=True, slots=True)
class Folders:
    """Folders from the lowest to the one on top."""

    layers: tuple[Path, ...]

    def files(self) -> tuple[dict[str, ContentFile], tuple[Problem, ...]]:
        """The files that count, in order by their path, pages without ending; and what is wrong with their names."""
        found: dict[str, ContentFile] = {}
        problems: list[Problem] = []
        for layer in self.layers:
            in_layer: dict[str, ContentFile] = {}
            for file in _walk(layer, problems):
                is_named = file.is_page and not file.is_picture
                key = (file.path.with_suffix("") if is_named else file.path).as_posix().lower()
                if key in in_layer:
                    problems.append(_same_id(file, in_layer[key]))
                else:
                    in_layer[key] = file
            found |= in_layer
        return dict(sorted(found.items())), tuple(problems)


def _walk(layer: Path, problems: list[Problem]) -> Iterator[ContentFile]:
    count = 0
    for folder, names, files in os.walk(layer):
        names[:] = sorted(name for name in names if not name.startswith(_IGNORED_STARTS))
        for name in sorted(files):
            where = Path(folder, name)
            path = PurePosixPath(where.relative_to(layer).as_posix())
            if name.startswith(_IGNORED_STARTS) or name.endswith(_IGNORED_ENDS):
                continue
            count += 1
            if count > MAX_FILES:
                what = f"There are more than {MAX_FILES} files here."
                problems.append(Problem(str(layer), 1, 1, "error", what, "Look for a folder copied here by mistake."))
                return
            fault = _not_a_file(where, layer)
            if fault:
                problems.append(Problem(path.as_posix(), 1, 1, "error", *fault))
            else:
                yield ContentFile(path, where, path.as_posix())


def _not_a_file(where: Path, layer: Path) -> tuple[str, str] | None:
    if where.is_symlink() and not where.resolve().is_relative_to(layer.resolve()):
        return "This is a link to a file outside the content folder.", "Copy the file itself here."
    if not where.is_file():
        return "This is not a file that can be read.", "Take it out, or put a real file in its place."
    return None


def _same_id(file: ContentFile, first: ContentFile) -> Problem:
    what = f"This page has the same name as {first.shown}."
    return Problem(file.shown, 1, 1, "error", what, "Rename one of the two, or take one out.")
