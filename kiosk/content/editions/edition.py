"""An edition and the file that describes it."""

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Final, Literal

from kiosk.disk import json_in
from kiosk.values import value_class

How = Literal["added", "changed", "removed"]
FORMAT: Final = 1
"""Raised when an older program could not read what this one writes."""
MANIFEST: Final = "manifest.json"
FILES: Final = "files"
"""The folder with the pages and pictures of all layers, as staff wrote them."""
BY_ITSELF: Final = "by itself"
"""Who has published, where nobody pressed a button."""
AT_COMMAND_LINE: Final = "command line"
"""Who has published there without telling a name."""
COMPILED: Final = "compiled"
"""The folder with the same in the form that a start reads."""


@value_class
class Entry:
    """A page or picture that differs from the edition before."""

    path: str
    how: How
    sentences: int = 0
    """How many sentences patients read differently."""


@value_class
class Edition:
    """What is known of an edition without reading its pages."""

    number: int
    """Counts up, so that the order is right whatever the clock says."""
    date: datetime
    who: str
    """Who published it, by the name of the PIN."""
    changes: tuple[Entry, ...]
    files: Mapping[str, str]
    """The sha256 of every file by its path below the edition's folder."""
    own: tuple[str, ...] = ()
    """Paths of the pages and pictures that come from the clinic's folder."""
    form: str = ""
    """The form() of the program that published it."""
    before: int | None = None
    """The number of the edition that patients saw before, from which the changes are told; None if none is known."""

    @property
    def content(self) -> Mapping[str, str]:
        """The sha256 of every page and picture by its path below the library."""
        start = f"{FILES}/"
        return {path.removeprefix(start): name for path, name in self.files.items() if path.startswith(start)}

    @property
    def sentences(self) -> int:
        """How many sentences patients read differently from the edition before."""
        return sum(entry.sentences for entry in self.changes)

    @property
    def summary(self) -> str:
        """What changed, in a few words: 1 changed, 2 added, 14 sentences."""
        count = {how: sum(entry.how == how for entry in self.changes) for how in ("changed", "added", "removed")}
        parts = [f"{number} {how}" for how, number in count.items() if number]
        if self.sentences:
            parts.append(f"{self.sentences} sentence{'s' * (self.sentences != 1)}")
        return ", ".join(parts) or "nothing changed"


def digest(content: Mapping[str, str]) -> str:
    """One name for all pages and pictures: the same files give the same name."""
    lines = "".join(f"{sha} {path}\n" for path, sha in sorted(content.items()))
    return hashlib.sha256(lines.encode()).hexdigest()


def to_bytes(edition: Edition) -> bytes:
    """The manifest, with a checksum of itself."""
    told = {
        "format": FORMAT,
        "edition": edition.number,
        "date": edition.date.isoformat(),
        "who": edition.who,
        "form": edition.form,
        "before": edition.before,
        "changes": [[entry.path, entry.how, entry.sentences] for entry in edition.changes],
        "own": list(edition.own),
        "files": dict(sorted(edition.files.items())),
    }
    return json.dumps({"sha256": _checksum(told), **told}, indent=1, ensure_ascii=False).encode()


def from_bytes(data: bytes) -> Edition:
    """The edition that a manifest describes.

    Raises ValueError when it is not whole, or of a newer program.
    """
    told = json_in(data)
    if not isinstance(told, dict) or told.pop("sha256", "") != _checksum(told):
        raise ValueError("The manifest is damaged.")
    if told["format"] != FORMAT:
        raise ValueError("The manifest is of another program.")
    changes = tuple(Entry(path, how, sentences) for path, how, sentences in told["changes"])
    date = datetime.fromisoformat(told["date"])
    own, before = tuple(told["own"]), told.get("before")  # older programs have not said it
    return Edition(told["edition"], date, told["who"], changes, told["files"], own, told["form"], before)


def _checksum(told: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps(told, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def sha256(file: Path) -> str:
    """The sha256 of a file.

    Raises OSError when it cannot be read.
    """
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
