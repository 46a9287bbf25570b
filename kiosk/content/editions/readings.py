"""What was read of an edition's files when it was published: the same bytes are not read twice, so an edit is quick."""

import hashlib
import json
from collections.abc import Collection
from dataclasses import dataclass, fields
from functools import cache, cached_property
from pathlib import Path, PurePosixPath
from typing import Final

from kiosk import content
from kiosk.content import tree
from kiosk.content.check import NOTHING_KNOWN, Checked, Known
from kiosk.content.codec import decode, encode
from kiosk.content.folders import PICTURES
from kiosk.content.kinds import kind_of
from kiosk.content.model.value import Value
from kiosk.content.reader import Reading, text_of
from kiosk.content.review.references import References
from kiosk.content.slips import Place
from kiosk.content.untrusted import read_limited
from kiosk.content.walk import KeyPath

READINGS: Final = "readings.json"
_NAMES: Final = [field.name for field in fields(References)]
_PICTURES: Final = f"{PICTURES}/"


@cache
def rules() -> str:
    """A name for all that this program knows of files; found once, as it reads on as it was started."""
    found = hashlib.sha256()
    for file in sorted(Path(content.__file__).parent.rglob("*.py")):
        found.update(file.read_bytes())
    return found.hexdigest()[:16]


def to_bytes(checked: Checked) -> bytes:
    """What was read of the files in which nothing is wrong; those that hide a page are left out."""
    wrong = {problem.path for problem in checked.problems}
    values = {
        read_file.file.path.as_posix(): encode(read_file.reading.value)
        for read_file in checked.files
        if isinstance(read_file.reading.value, Value) and read_file.file.shown not in wrong
    }
    names = {name: sorted(getattr(checked.references, name)) for name in _NAMES}
    told = {"rules": rules(), "names": names, "values": values}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


def known(edition: Path, now: Path, same: Collection[str]) -> Known:
    """What was found out of a whole edition's files, as far as the rules are the same.

    edition: its folder; now: where files lie now; same: the paths below the library of those that are not changed.
    """
    try:
        told = json.loads((edition / READINGS).read_bytes())
    except OSError:  # published by an older program
        told = {}
    if told.get("rules") != rules():
        return NOTHING_KNOWN
    readings = {
        path: Reading(decode(kind.model, value), (), _PlacedLater(now / path))
        for path, value in told["values"].items()
        if path in same and (kind := kind_of(PurePosixPath(path))) is not None
    }
    pictures = {path.removeprefix(_PICTURES) for path in same if path.startswith(_PICTURES)}
    return Known(readings, pictures, References(**told["names"]))


@dataclass
class _PlacedLater:
    """Where the values of a file stand, found out when there is something to be told of one."""

    file: Path

    @cached_property
    def _node(self) -> tree.Node:
        return tree.parse(text_of(read_limited(self.file, tree.MAX_BYTES)))

    def place_of(self, path: KeyPath) -> Place:
        return self._node.place_of(path)
