"""Does a drawing hold only what the kiosk can draw, and nothing that acts or leads out of it?"""

import re
from collections.abc import Mapping
from typing import Final
from xml.parsers import expat

from kiosk.content.pictures.limits import PictureLimits
from kiosk.content.pictures.path_data import readable
from kiosk.content.problem import Problem, Severity

DRAWN: Final = frozenset(
    {"svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "title", "desc"}
)
"""What drawings are made of (docs/drawing.md)."""
SHAPES_ONLY: Final = 'Draw it with shapes only and save it as "plain SVG".'
_LOOKED_AT: Final = "Take it out: pictures are only looked at."
_TOLD: Final[Mapping[str, tuple[Severity, str, str]]] = {
    "script": ("error", "The drawing holds a script.", _LOOKED_AT),
    "foreignObject": ("error", "The drawing holds a web page.", _LOOKED_AT),
    "text": (
        "warning",
        "The drawing holds written words.",
        "Take them out: words stand in the page, in each language.",
    ),
    "image": ("warning", "The drawing holds another picture.", SHAPES_ONLY),
}


class DrawingReader:
    """Reads a drawing once, element by element; entities are never expanded."""

    def __init__(self, path: str, limits: PictureLimits) -> None:
        """path: as problems tell it."""
        self.path = path
        self.limits = limits
        self.problems: list[Problem] = []
        self.depth = self.count = 0
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self._element
        self.parser.EndElementHandler = self._end
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.ProcessingInstructionHandler = self._instruction

    def problems_in(self, data: bytes) -> list[Problem]:
        """Whatever is wrong within, small things too."""
        try:
            self.parser.Parse(data, True)
        except (expat.ExpatError, ValueError, LookupError) as error:  # the last two: an encoding it cannot read
            line = getattr(error, "lineno", 1)
            self._tell("error", "The drawing cannot be read from here on.", "Save it again as SVG.", line)
        except _Refused:
            pass
        return self.problems

    def _tell(self, severity: Severity, what: str, remedy: str, line: int = 0) -> None:
        self.problems.append(Problem(self.path, line or self.parser.CurrentLineNumber, 1, severity, what, remedy))

    def _doctype(self, *_: object) -> None:
        self._tell("error", "The drawing begins with a DOCTYPE.", SHAPES_ONLY)
        raise _Refused

    def _instruction(self, target: str, _: str) -> None:
        self._tell("error", f'The drawing holds an instruction "{target[:40]}".', SHAPES_ONLY)

    def _end(self, _: str) -> None:
        self.depth -= 1

    def _element(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        self.count += 1
        element = name.rpartition(":")[2]
        if self.count == 1 and element != "svg":
            self._tell("error", "This is no drawing, whatever its name says.", "Save it again as SVG.")
            raise _Refused
        if self.depth > self.limits.depth or self.count > self.limits.elements:
            self._tell("error", "The drawing has too many parts.", "Draw it simpler.")
            raise _Refused
        if element not in DRAWN:
            what = f'The drawing holds "{name[:40]}", which the kiosk does not draw.'
            self._tell(*_TOLD.get(element, ("warning", what, SHAPES_ONLY)))
        if element == "path":
            self._path(attributes.get("d", ""))
        for key, value in attributes.items():
            self._attribute(key, value)

    def _path(self, data: str) -> None:
        end = readable(data)
        if not data.strip():
            self._tell("warning", "A path of the drawing is empty.", "Delete it, or draw it anew.")
        elif end < len(data):
            what = f'The drawing is broken: a path cannot be drawn from "{data[end : end + 20]}" on.'
            self._tell("error", what, 'Draw it anew and save it as "plain SVG".')

    def _attribute(self, key: str, value: str) -> None:
        if key.rpartition(":")[2] == "href" or "url(" in value.lower():
            severity: Severity = "warning" if _is_within(value) else "error"
            self._tell(severity, f'The drawing refers to something else ("{value[:40]}").', SHAPES_ONLY)
        elif key.lower().startswith("on"):
            self._tell("error", f'The drawing holds a script ("{key[:40]}").', _LOOKED_AT)
        elif key in {"style", "class"}:
            remedy = "Write fill and stroke as attributes."
            self._tell("warning", f'The drawing uses "{key}", which the kiosk does not draw.', remedy)


def _is_within(value: str) -> bool:
    """Whether a reference leads to another part of the same drawing, as colour gradients do."""
    return re.fullmatch(r"\s*(?:url\(\s*['\"]?#[^)]*\)|#.*)\s*", value) is not None


class _Refused(Exception):  # noqa: N818 - stops the reading, and is no error of the program
    """The rest need not be read."""
