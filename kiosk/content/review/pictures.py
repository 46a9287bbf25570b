"""Is every picture small, and does each drawing hold only what the kiosk can draw and may show?"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final
from xml.parsers import expat

from kiosk.content.folders import PICTURES
from kiosk.content.problem import Problem
from kiosk.content.review.limits import Limits

DRAWN: Final = frozenset(
    {"svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "title", "desc"}
)
"""What drawings are made of (docs/drawing.md)."""
_SHAPES_ONLY: Final = 'Draw it with shapes only and save it as "plain SVG".'
_TOLD: Final[Mapping[str, tuple[str, str]]] = {
    "script": ("The drawing holds a script.", "Take it out: pictures are only looked at."),
    "text": ("The drawing holds written words.", "Take them out: words stand in the page, in each language."),
    "image": ("The drawing holds another picture.", _SHAPES_ONLY),
}


def review_pictures(pictures: Mapping[str, Path], limits: Limits) -> Iterator[Problem]:
    """Every picture that is too large, and every drawing with something in it that may not be."""
    for name, file in sorted(pictures.items()):
        path = f"{PICTURES}/{name}"
        try:
            data = file.read_bytes()
        except OSError:
            yield Problem(path, 1, 1, "warning", "The file cannot be opened.", "Copy it anew.")
            continue
        if len(data) > limits.picture_bytes:
            what = f"The picture has {len(data) / 1000:.0f} kB; {limits.picture_bytes // 1000} are the most."
            yield Problem(path, 1, 1, "warning", what, "Draw it with fewer points, or save it smaller.")
        if file.suffix.lower() == ".svg":
            yield from _Drawing(path).review(data)


class _Drawing:
    """Reads a drawing once, element by element; entities are never expanded."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self._element
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.ProcessingInstructionHandler = self._instruction

    def review(self, data: bytes) -> list[Problem]:
        try:
            self.parser.Parse(data, True)
        except (expat.ExpatError, ValueError, LookupError) as error:  # the last two: an encoding it cannot read
            self._tell("The drawing cannot be read from here on.", "Save it again as SVG.", getattr(error, "lineno", 1))
        except _Refused:
            pass
        return self.problems

    def _tell(self, what: str, remedy: str, line: int = 0) -> None:
        self.problems.append(Problem(self.path, line or self.parser.CurrentLineNumber, 1, "warning", what, remedy))

    def _doctype(self, *_: object) -> None:
        self._tell("The drawing begins with a DOCTYPE.", _SHAPES_ONLY)
        raise _Refused

    def _instruction(self, target: str, _: str) -> None:
        self._tell(f'The drawing holds an instruction "{target}".', _SHAPES_ONLY)

    def _element(self, name: str, attributes: dict[str, str]) -> None:
        element = name.rpartition(":")[2]
        if element not in DRAWN:
            self._tell(
                *_TOLD.get(element, (f'The drawing holds "{name}", which the kiosk does not draw.', _SHAPES_ONLY))
            )
        for key, value in attributes.items():
            if key.rpartition(":")[2] == "href" or "url(" in value.lower():
                self._tell(f'The drawing refers to something else ("{value[:40]}").', _SHAPES_ONLY)
            elif key.lower().startswith("on"):
                self._tell(f'The drawing holds a script ("{key}").', "Take it out: pictures are only looked at.")
            elif key in {"style", "class"}:
                self._tell(
                    f'The drawing uses "{key}", which the kiosk does not draw.', "Write fill and stroke as attributes."
                )


class _Refused(Exception):  # noqa: N818 - stops the reading, and is no error of the program
    """The rest need not be read."""
