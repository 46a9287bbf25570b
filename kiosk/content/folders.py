"""The folders that a library is made of: one lies over the other, file by file."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import Final, Self

from kiosk.content.problem import Problem

PICTURES: Final = "pictures"
AUDIO: Final = "audio"
"""Recordings of a language, as en/audio: thousands of files, and no pages."""
PAGE_ENDINGS: Final = (".yaml", ".yml")
MAX_FILES: Final = 5_000
"""The bundled library has about 300."""
_IGNORED_STARTS: Final = (".", "~", "#")
_IGNORED_ENDS: Final = ("~", ".bak", ".tmp", ".swp", ".orig", ".md", ".txt", ".json", ".example")


@dataclass(frozen=True, slots=True)
class ContentFile:
    """A file of the library: where it belongs, and where it lies."""

    path: PurePosixPath
    """Below the library's folder, for example en/tips/walk.yaml."""
    where: Path
    is_on_top: bool = field(default=True, compare=False)
    """Whether no other folder lies over its own: who checks may change it or take it out."""

    @property
    def shown(self) -> str:
        """The path as people read it in messages."""
        return self.path.as_posix()

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

    @classmethod
    def of(cls, bundled: Path, own: Path | None) -> Self:
        """The bundled library, and the clinic's own folder over it if there is one."""
        return cls((bundled,) if own is None else (bundled, own))

    @property
    def bundled(self) -> Path:
        """The lowest: the pages that come with the kiosk."""
        return self.layers[0]

    @property
    def own(self) -> Path | None:
        """The clinic's own folder, if one lies over the bundled one."""
        return self.layers[-1] if len(self.layers) > 1 else None

    @property
    def below_own(self) -> Self:
        """The same without the clinic's own folder."""
        return self if self.own is None else type(self)(self.layers[:-1])

    def files(self) -> tuple[dict[str, ContentFile], tuple[Problem, ...]]:
        """The files that count, in order by their path, pages without ending; and what is wrong with their names."""
        found: dict[str, ContentFile] = {}
        problems: list[Problem] = []
        for layer in self.layers:
            in_layer: dict[str, ContentFile] = {}
            walked = tuple(islice(_walk(layer, problems), MAX_FILES + 1))
            if len(walked) > MAX_FILES:  # none of them is read: that would take long, and nobody meant it
                what = f"There are more than {MAX_FILES} files here."
                problems.append(Problem(str(layer), 1, 1, "error", what, "Look for a folder copied here by mistake."))
                continue
            for file in walked:
                is_named = file.is_page and not file.is_picture
                key = (file.path.with_suffix("") if is_named else file.path).as_posix().lower()
                if key in in_layer:
                    problems.append(_same_id(file, in_layer[key]))
                else:
                    in_layer[key] = replace(file, is_on_top=layer == self.layers[-1])
            found |= in_layer
        return dict(sorted(found.items())), tuple(problems)


def _walk(layer: Path, problems: list[Problem]) -> Iterator[ContentFile]:
    for folder, names, files in os.walk(layer, onerror=lambda error: problems.extend(_closed(error, layer))):
        names[:] = sorted(name for name in names if not name.startswith(_IGNORED_STARTS))
        if AUDIO in names and Path(folder).parent == layer:
            names.remove(AUDIO)
        problems.extend(_linked(Path(folder, name), layer) for name in names if Path(folder, name).is_symlink())
        for name in sorted([*files, *(name for name in names if name.lower().endswith(PAGE_ENDINGS))]):
            where = Path(folder, name)
            path = PurePosixPath(where.relative_to(layer).as_posix())
            if name.startswith(_IGNORED_STARTS) or name.endswith(_IGNORED_ENDS):
                continue
            fault = _not_a_file(where, layer)
            if fault:
                problems.append(Problem(_readable(path), 1, 1, "error", *fault))
            else:
                yield ContentFile(path, where)


def _closed(error: OSError, layer: Path) -> Iterator[Problem]:
    """A folder within that cannot be opened: its pages are not taken for deleted."""
    folder = Path(error.filename)
    if folder != layer:
        what, remedy = "This folder cannot be opened.", "Ask who looks after this machine to allow it."
        yield Problem(_readable(PurePosixPath(folder.relative_to(layer))), 1, 1, "error", what, remedy)


def _linked(folder: Path, layer: Path) -> Problem:
    what, remedy = "This is a link to a folder, which is not followed.", "Copy the folder itself here."
    return Problem(_readable(PurePosixPath(folder.relative_to(layer))), 1, 1, "warning", what, remedy)


def _readable(path: PurePosixPath) -> str:
    """A path that can be printed, even if its name is made of bytes that are no letters."""
    return path.as_posix().encode("utf-8", "replace").decode("utf-8")


def _not_a_file(where: Path, layer: Path) -> tuple[str, str] | None:
    if _readable(PurePosixPath(where)) != where.as_posix():
        return "The name holds letters that cannot be read.", "Rename it with plain letters."
    # Not Path.resolve, which raises where a link leads to itself.
    if where.is_symlink() and not Path(os.path.realpath(where)).is_relative_to(os.path.realpath(layer)):
        return "This is a link to a file outside the content folder.", "Copy the file itself here."
    if not where.is_file():
        return "This is not a file that can be read.", "Take it out, or put a real file in its place."
    return None


def _same_id(file: ContentFile, first: ContentFile) -> Problem:
    what = f"This page has the same name as {first.shown}."
    return Problem(file.shown, 1, 1, "error", what, "Rename one of the two, or take one out.")
