"""The folders that a library is made of: one lies over the other, file by file."""

import os
from collections.abc import Collection, Iterator
from dataclasses import field
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import Final, Self

from kiosk.content.problem import Problem
from kiosk.values import value_class

PICTURES: Final = "pictures"
AUDIO: Final = "audio"
"""Recordings of a language, as en/audio: thousands of files, and no pages."""
PAGE_ENDINGS: Final = (".yaml", ".yml")
MAX_FILES: Final = 5_000
"""The bundled library has about 300."""
_IGNORED_STARTS: Final = (".", "~", "#")
_IGNORED_ENDS: Final = ("~", ".bak", ".tmp", ".swp", ".orig", ".md", ".txt", ".json", ".example")
_NOT_READ_ENDS: Final = tuple(f"{ending}.txt" for ending in PAGE_ENDINGS)
"""As Notepad names what it saves, and Windows shows no ending."""
_BY_THEMSELVES: Final = frozenset({
    "thumbs.db", "ehthumbs.db", "ehthumbs_vista.db", "desktop.ini", "system volume information", "$recycle.bin",
    "icon\r", "__macosx", "network trash folder", "temporary items",
    "@eadir", "@recycle", "@recently-snapshot", "lost+found",
})  # fmt: skip
"""In small letters, what Windows, Macs, network disks and Linux put into a folder without being asked."""


@value_class
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


@value_class
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
            on_top = layer == self.layers[-1]
            walked = tuple(islice(_walk(layer, problems, is_on_top=on_top), MAX_FILES + 1))
            if len(walked) > MAX_FILES:  # none of them is read: that would take long, and nobody meant it
                what = f"There are more than {MAX_FILES} files here."
                problems.append(Problem(str(layer), 1, 1, "error", what, "Look for a folder copied here by mistake."))
                continue
            ground = _Ground(found.values(), walked)
            for file in walked:
                key = _key(file)
                fault = ground.fault_of(file)
                if fault is not None:
                    problems += [fault] if fault not in problems else []
                elif key in in_layer:
                    problems.append(_same_id(file, in_layer[key]))
                else:
                    in_layer[key] = file
            found |= in_layer
        return dict(sorted(found.items())), tuple(problems)


class _Ground:
    """What a layer lies on: which names are those of folders, and which of files."""

    def __init__(self, below: Collection[ContentFile], here: Collection[ContentFile]) -> None:
        self._files = {file.shown.lower() for file in below}
        self._folders = {above for file in self._files for above in _above(file)}
        names = [file.path.parts[0] for file in below]
        names += sorted({file.path.parts[0] for file in here}, key=lambda name: (name != name.lower(), name))
        self._names = {name.lower(): name for name in reversed(names)}
        """As the first folder of each name is written; of two in one layer the one in small letters."""

    def fault_of(self, file: ContentFile) -> Problem | None:
        """What is wrong with where a file of the layer lies, if anything."""
        shown, top = file.shown.lower(), file.path.parts[0]
        if shown in self._folders:
            remedy = "Make the folder, then copy the file into it."
            return Problem(file.shown, 1, 1, "error", "A folder belongs here.", remedy)
        inside = next((above for above in _above(shown) if above in self._files), None)
        if inside is not None:
            remedy = "Rename the folder, or take it out."
            return Problem(file.shown, 1, 1, "error", f"This lies in a folder where the file {inside} belongs.", remedy)
        name = self._names[top.lower()]
        if name != top and len(file.path.parts) > 1:
            what = f"The name of this folder is that of {name}, but for capitals."
            return Problem(top, 1, 1, "error", what, f"Move what is in it into {name}.")
        return None


def _above(shown: str) -> Iterator[str]:
    """Every folder that a path leads through."""
    while "/" in shown:
        shown = shown.rpartition("/")[0]
        yield shown


def _key(file: ContentFile) -> str:
    """By it a file lies over another one: that of a page has no ending, and capitals count for nothing."""
    shown = file.shown
    return (shown.rpartition(".")[0] if file.is_page and not file.is_picture else shown).lower()


def entries_in(layer: Path, below: str = "") -> "list[os.DirEntry[str]]":
    """What people have put into a layer or a folder of it, in order by name; recordings are left out.

    below: the folder's path below the layer, ending in /. Raises OSError when it cannot be opened.
    """
    with os.scandir(layer / below) as entries:
        there = [entry for entry in entries if not _is_passed_over(entry, below)]
    return sorted(there, key=lambda entry: entry.name)


def is_folder(entry: "os.DirEntry[str]") -> bool:
    """Whether it is a folder, or a link to one."""
    try:
        return entry.is_dir()
    except OSError:  # a link that leads to itself
        return False


def _is_passed_over(entry: "os.DirEntry[str]", below: str) -> bool:
    name = entry.name
    holds_recordings = name == AUDIO and below.count("/") == 1 and is_folder(entry)
    return holds_recordings or name.startswith(_IGNORED_STARTS) or name.lower() in _BY_THEMSELVES


def _walk(layer: Path, problems: list[Problem], below: str = "", *, is_on_top: bool) -> Iterator[ContentFile]:
    """The files of a folder, and then of the folders in it; a start waits for this, so each is asked about once."""
    try:
        there = entries_in(layer, below)
    except OSError as error:
        problems.extend(_closed(error, layer))
        return
    folders = [entry for entry in there if is_folder(entry)]
    problems.extend(_linked(below + entry.name) for entry in folders if entry.is_symlink())
    called_pages = [entry for entry in folders if entry.name.lower().endswith(PAGE_ENDINGS)]
    for entry in there:
        is_left_out = entry.name.lower().endswith(_IGNORED_ENDS)
        if is_left_out and entry.name.lower().endswith(_NOT_READ_ENDS):
            problems.append(_ends_in_txt(PurePosixPath(below + entry.name)))
        if is_left_out or (is_folder(entry) and entry not in called_pages):
            continue
        path = PurePosixPath(below + entry.name)
        fault = _not_a_file(entry, layer)
        if fault:
            problems.append(Problem(_readable(path), 1, 1, "error", *fault))
        else:
            yield ContentFile(path, Path(entry.path), is_on_top)
    for entry in folders:
        if not entry.is_symlink():
            yield from _walk(layer, problems, f"{below}{entry.name}/", is_on_top=is_on_top)


def _closed(error: OSError, layer: Path) -> Iterator[Problem]:
    """A folder within that cannot be opened: its pages are not taken for deleted."""
    folder = Path(error.filename)
    if folder != layer:
        what, remedy = "This folder cannot be opened.", "Ask who looks after this machine to allow it."
        yield Problem(_readable(PurePosixPath(folder.relative_to(layer))), 1, 1, "error", what, remedy)


def _linked(folder: str) -> Problem:
    what, remedy = "This is a link to a folder, which is not followed.", "Copy the folder itself here."
    return Problem(_readable(PurePosixPath(folder)), 1, 1, "warning", what, remedy)


def _ends_in_txt(path: PurePosixPath) -> Problem:
    what, remedy = "This file is not read, as its name ends in .txt.", f"Take that off, so that it is {path.stem}."
    return Problem(_readable(path), 1, 1, "warning", what, _printable(remedy))


def _readable(path: PurePosixPath) -> str:
    """A path that can be printed, even if its name is made of bytes that are no letters."""
    return _printable(path.as_posix())


def _printable(words: str) -> str:
    return words.encode("utf-8", "replace").decode("utf-8")


def _not_a_file(entry: "os.DirEntry[str]", layer: Path) -> tuple[str, str] | None:
    if not _is_readable(entry.path):
        return "The name holds letters that cannot be read.", "Rename it with plain letters."
    if entry.is_symlink():
        # Not Path.resolve, which raises where a link leads to itself.
        if not Path(os.path.realpath(entry.path)).is_relative_to(os.path.realpath(layer)):
            return "This is a link to a file outside the content folder.", "Copy the file itself here."
        is_file = Path(entry.path).is_file()
    else:
        is_file = entry.is_file()
    if not is_file:
        return "This is not a file that can be read.", "Take it out, or put a real file in its place."
    return None


def _is_readable(path: str) -> bool:
    try:
        path.encode()
    except UnicodeEncodeError:
        return False
    return True


def _same_id(file: ContentFile, first: ContentFile) -> Problem:
    what = f"This page has the same name as {first.shown}."
    return Problem(file.shown, 1, 1, "error", what, "Rename one of the two, or take one out.")
