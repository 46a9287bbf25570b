"""The keys of a tactile pad: which scan code stands for which, as staff have taught them."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final, Literal, get_args

from kiosk.disk import Disk, read_json

PadKey = Literal["up", "down", "left", "right", "select", "plugged", "unplugged"]
PAD_KEYS: Final[tuple[PadKey, ...]] = get_args(PadKey)
"""Five keys, and two codes that some pads send when headphones are plugged in or out."""
FIVE: Final[tuple[PadKey, ...]] = PAD_KEYS[:5]
FILE: Final = "keypad.json"


def read_pad(state_dir: Path) -> dict[int, PadKey]:
    """The keys by their scan codes; none where nobody has taught any, or where the file is damaged."""
    try:
        codes = read_json(state_dir / FILE)
    except (OSError, ValueError):
        return {}
    known = codes if isinstance(codes, dict) else {}
    return {code: key for key in PAD_KEYS if isinstance(code := known.get(key), int) and not isinstance(code, bool)}


def write_pad(state_dir: Path, pad: Mapping[int, PadKey]) -> None:
    """Keep what was taught; it belongs to the kiosk, whoever has taught it.

    Raises OSError when the folder cannot be written.
    """
    Disk().write_whole(state_dir / FILE, json.dumps({key: code for code, key in pad.items()}, indent=2).encode())
