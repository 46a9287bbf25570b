"""What a pack is made of, and how much of it there may be."""

from pathlib import PurePosixPath
from typing import Final

from kiosk.content.folders import PAGE_ENDINGS, PICTURES
from kiosk.content.kinds import kind_of
from kiosk.content.pictures.check import PICTURE_ENDINGS
from kiosk.content.pictures.limits import PictureLimits
from kiosk.content.tree import MAX_BYTES
from kiosk.values import value_class

INDEX: Final = "pack.json"
"""The first file of a pack: the sha256 of each other file."""
FORMAT: Final = 1


@value_class
class PackLimits:
    """How much a pack may hold; the bundled library, as a pack, would be far below each."""

    pack_bytes: int = 100_000_000
    """The ZIP file itself."""
    total_bytes: int = 300_000_000
    """All files unpacked."""
    files: int = 5_000
    ratio: int = 100
    """How many times larger a file may become; text becomes about four times."""
    free_bytes: int = 100_000
    """Files up to this size may have any ratio: they do no harm."""
    depth: int = 6
    """Folders within folders."""
    name_bytes: int = 200
    """Of the whole path, in UTF-8: file systems take 255 for each part of it."""


def largest(path: PurePosixPath) -> int | None:
    """How many bytes a file may have, or None if no such file belongs into a pack."""
    ending = path.suffix.lower()
    if ending in PAGE_ENDINGS and kind_of(path) is not None:
        return MAX_BYTES
    if len(path.parts) > 1 and path.parts[0] == PICTURES and ending in PICTURE_ENDINGS:
        return PictureLimits().file_bytes
    return None
