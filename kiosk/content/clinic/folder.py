"""Lays out the clinic's folder, and brings files into it without ever writing over one."""

import json
import re
from datetime import date
from difflib import get_close_matches
from pathlib import Path, PurePosixPath
from typing import Final

from kiosk.content.clinic.copied import BESIDE, is_marked, mark
from kiosk.content.clinic.template import template
from kiosk.content.folders import PAGE_ENDINGS, PICTURES
from kiosk.content.kinds import KINDS, LANGUAGE, SCHEMAS, Kind, is_page_name, kind_of, page_name_like
from kiosk.content.reader import read
from kiosk.content.schema import write_schemas

_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
README: Final = """\
This folder is your clinic's own. It lies over the pages that come with the kiosk.

Change a page    clinic-kiosk content copy en/therapies/prp.yaml
                 Then change the words of the copy in this folder. Yours is shown in place of ours.
See ours again   The same line once more: ours is put beside yours, as prp.yaml.orig. Patients never see it.
Add a page       clinic-kiosk content new tip our-garden
                 Then fill the file in. It says what belongs on each line.
Hide a page      Make a file with the page's path and name here, and write one line in it: hidden: true
Add a picture    Put it into pictures/ and name it in a page. Drawings (SVG) are best.
Take one back    Delete the file here. Ours is shown again.

What is wrong    clinic-kiosk check --clinic .
Who sees it      Patients see a change when every file is right. Until then they keep what they see now.
A step back      clinic-kiosk staff status, then clinic-kiosk staff rollback and a number.

Write pages with any text editor and save them as UTF-8. Move lines in with spaces, never with the tab key.
The files that end in .example show how a page looks; patients never see them. Files in schemas/ help editors that can
complete and check what you write, for example VS Code with its YAML extension.
"""
_HIDING: Final = """\
# yaml-language-server: $schema=../../schemas/hidden.schema.json
# A file of this kind takes a page away. Name it like the page: en/tips/calcium.yaml. Patients then do not see it.
hidden: true
"""


_HIDDEN: Final = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "properties": {"hidden": {"const": True, "description": "Takes the page of this name away."}},
    "required": ["hidden"],
    "additionalProperties": False,
}


class Refused(Exception):  # noqa: N818 - told to the person at the command line
    """What was asked for cannot be done; nothing was written."""

    def __init__(self, what: str, remedy: str, *, wrong_use: bool = False) -> None:
        """Say what and what to write; wrong_use: the command itself was wrong."""
        super().__init__(f"{what} {remedy}")
        self.wrong_use = wrong_use


def start(folder: Path, today: date) -> None:
    """Lay out an empty folder with a README, examples and the schemas for editors.

    Raises Refused when there is something in it already, OSError when it cannot be written.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Refused(f"There is something in {folder} already.", "Name a new folder, or an empty one.")
    tip = _kind("tip")
    files = {
        "README.txt": README,
        "pictures/README.txt": "Your own pictures lie here: SVG, PNG, JPEG or WebP.\n",
        "en/tips/our-own-tip.yaml.example": template(tip, _schema(tip, 2), today),
        "en/tips/a-page-to-hide.yaml.example": _HIDING,
    }
    for path, text in files.items():
        _write_new(folder / path, text.encode())
    _write_schemas(folder)


def copy(path: str, library: Path, folder: Path, today: date) -> Path:
    """Bring a bundled page or picture over into the clinic's folder, and give where it lies now.

    Where the clinic has one already, ours lies beside it, to be compared: its name ends in BESIDE. Raises Refused when
    there is none, OSError when it cannot be written.
    """
    name = PurePosixPath(path.replace("\\", "/").removeprefix("./").removeprefix("content/"))
    if name.name and not name.suffix:
        name = name.with_name(f"{name.name}.yaml")
    source = library / name
    kind = kind_of(name) if name.suffix in PAGE_ENDINGS else None
    is_picture = name.parts[:1] == (PICTURES,)
    if ".." in name.parts or name.is_absolute() or not source.is_file() or not (kind or is_picture):
        raise Refused(f"There is no bundled page {path}.", _alike(path, library), wrong_use=True)
    taken = _taken(folder, name)
    data = source.read_bytes()
    if kind is not None:
        page = read(path, data, kind).visible
        told = [_schema(kind, len(name.parts) - 1)]
        if page is not None:
            told += ["The next line tells which state of ours this is a copy of. Leave it as it is."]
            told += [mark(page, today).removeprefix("# ")]
        data = "".join(f"# {line}\n" for line in told).encode() + data
    return _placed(folder, name, data) if taken is None else _beside(folder / f"{name}{BESIDE}", data)


def new(kind_name: str, name: str, language: str, library: Path, folder: Path, today: date) -> Path:
    """Write a commented file to be filled in, and give where it lies.

    Raises Refused when the kind or the name cannot be, or there is such a page; OSError when it cannot be written.
    """
    kind = _kind(kind_name)
    if not _LANGUAGE.fullmatch(language):
        raise Refused(f'"{language}" is not a language.', "Write its code, for example en or es.", wrong_use=True)
    if kind.many and not is_page_name(name):
        what = f'"{name}" cannot be the name of a page.'
        remedy = f"Use small letters, digits and hyphens, for example {page_name_like(name)}."
        raise Refused(what, remedy, wrong_use=True)
    path = PurePosixPath(f"{kind.where.replace(LANGUAGE, f'{language}/')}{name if kind.many else ''}.yaml")
    if taken := _taken(folder, path):
        raise Refused(f"There is {taken} already.", "Change that file, or rename it first. Nothing was written.")
    if (library / path).exists():
        what = f"The kiosk has a page {path} already."
        raise Refused(what, f"To change it: clinic-kiosk content copy {path}")
    return _placed(folder, path, template(kind, _schema(kind, len(path.parts) - 1), today).encode())


def _kind(name: str) -> Kind:
    for kind in KINDS:
        if name in (kind.name, kind.name.replace(" ", "-")):
            return kind
    names = ", ".join(kind.name.replace(" ", "-") for kind in KINDS)
    raise Refused(f'There is no kind of page "{name}".', f"Write one of: {names}.", wrong_use=True)


def _schema(kind: Kind, depth: int) -> str:
    """What editors look for, without the #."""
    return f"yaml-language-server: $schema={'../' * depth}{SCHEMAS}/{kind.name.replace(' ', '-')}.schema.json"


def _alike(path: str, library: Path) -> str:
    names = [file.relative_to(library).as_posix() for file in sorted(library.rglob("*")) if file.is_file()]
    stem = PurePosixPath(path.lower()).stem
    close = [name for name in names if PurePosixPath(name).stem == stem] or get_close_matches(path, names, cutoff=0.5)
    return f"Did you mean {close[0]}?" if close else "Write its path, for example en/therapies/prp.yaml."


def _taken(folder: Path, path: PurePosixPath) -> Path | None:
    """The file that the clinic has there already, whichever of its endings it has.

    Raises Refused when there is no such folder.
    """
    if not folder.is_dir():
        raise Refused(f"There is no folder {folder}.", f"Make it with: clinic-kiosk content start {folder}")
    endings = PAGE_ENDINGS if path.suffix in PAGE_ENDINGS else (path.suffix,)
    files = (folder / path.with_suffix(ending) for ending in endings)
    return next((there for there in files if there.exists() or there.is_symlink()), None)


def _beside(file: Path, data: bytes) -> Path:
    """Put ours beside the clinic's own; an older state of ours makes room for it, any other file does not."""
    if file.is_symlink() or (file.exists() and not is_marked(file)):
        raise Refused(f"There is {file} already.", "Take it away, or rename it first. Nothing was written.")
    file.unlink(missing_ok=True)
    _write_new(file, data)
    return file


def _placed(folder: Path, path: PurePosixPath, data: bytes) -> Path:
    if path.suffix in PAGE_ENDINGS and not (folder / SCHEMAS).is_dir():
        _write_schemas(folder)
    _write_new(folder / path, data)
    return folder / path


def _write_schemas(folder: Path) -> None:
    write_schemas(folder / SCHEMAS)
    (folder / SCHEMAS / "hidden.schema.json").write_text(json.dumps(_HIDDEN, indent=2) + "\n", encoding="utf-8")


def _write_new(file: Path, data: bytes) -> None:
    """Write a file that must not be there yet; what could not be written whole is taken away again."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("xb") as opened:
        try:
            opened.write(data)
            opened.flush()
        except OSError:
            file.unlink(missing_ok=True)
            raise
