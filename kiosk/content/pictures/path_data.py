"""The lines of a drawing: how far an SVG path's data can be read.

The grammar is that of SVG 1.1, section 8.3.9. What draws the picture stops where it ends, and the rest is missing.
"""

import re
from collections.abc import Mapping
from typing import Final

# Nothing here is ever taken in two ways (possessive and atomic patterns), so no data takes long.
_SPACE: Final = r"[ \t\r\n\f]*+"
_BETWEEN: Final = rf"(?>{_SPACE}(?:,{_SPACE})?)"
_NUMBER: Final = r"(?>[+-]?(?:[0-9]++\.?[0-9]*+|\.[0-9]++)(?:[eE][+-]?[0-9]{1,2}+(?![0-9]))?)"
"""With an exponent of two digits at most: what lies beyond all numbers is not drawn."""
_FLAG: Final = "[01]"
_POINT: Final = (_NUMBER, _NUMBER)
_WANTED: Final[Mapping[str, tuple[str, ...]]] = {
    "MmLlTt": _POINT,
    "HhVv": (_NUMBER,),
    "Cc": (*_POINT, *_POINT, *_POINT),
    "SsQq": (*_POINT, *_POINT),
    "Aa": (*_POINT, _NUMBER, _FLAG, _FLAG, *_POINT),
}
"""What each command must be followed by, once or several times."""


def _command(letters: str, wanted: tuple[str, ...]) -> str:
    once = _BETWEEN.join(wanted)
    return rf"[{letters}]{_SPACE}{once}(?>{_BETWEEN}{once})*+"


_COMMANDS: Final = "|".join((*(_command(*pair) for pair in _WANTED.items()), "[Zz]"))
_PATH: Final = re.compile(rf"{_SPACE}(?:(?=[Mm])(?:(?>{_COMMANDS}){_SPACE})++)?")


def readable(data: str) -> int:
    """The position in path data up to which it can be read; its length if all of it can."""
    found = _PATH.match(data)
    return found.end() if found is not None else 0
