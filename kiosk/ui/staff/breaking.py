"""Names of files that are wider than a line get places where they may be broken."""

import re
from typing import Final

from kiosk.ui.theme.theme import Theme
from kiosk.ui.widgets.text import Text, TextStyle, widest_word

_LONG: Final = re.compile(r"\S{16,}")
_PLACE: Final = re.compile(r"[/_.-]|[^\W_]{16}")
"""After each of these."""
_MAY_BREAK: Final = "\u200b"
"""Has no width, and nobody hears it."""


def breakable(words: str, style: TextStyle, theme: Theme, width: int) -> str:
    """The words for a line of so many pixels; as they are where they fit."""
    if widest_word([Text.of(words, style)], theme) <= width:
        return words
    return _LONG.sub(lambda name: _PLACE.sub(rf"\g<0>{_MAY_BREAK}", name[0]), words)
