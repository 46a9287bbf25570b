"""In a language that is read from right to left everything stands as in a mirror (A11Y-80)."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPointingDevice

from kiosk.content.check import check
from kiosk.content.folders import Folders
from kiosk.content.library import Library
from kiosk.session import routes
from kiosk.session.routes import Home, Route
from tests.conftest import SETTINGS
from tests.content.base import make_base, write
from tests.visitor import LANDSCAPE, PORTRAIT, Visitor

ROUNDED = 6
"""Pixels that rounding may take over a whole row of buttons."""
WAYS: dict[str, tuple[Route, ...]] = {
    "attract": (),
    "home": (Home(),),
    "treatments": (routes.Treatments(),),
    "reading": (routes.Reading("therapies/needle", chapter=1),),
    "compare": (routes.Compare("comparisons/both"),),
    "tips": (routes.Tips(),),
    "help": (routes.Help(),),
    "questions": (routes.Questions(),),
    "easier": (Home(), routes.Easier()),
    "finish": (Home(), routes.Finish()),
    "box": (Home(), routes.Box("therapies/needle", "cost")),
}


def library_read(folder: Path, direction: str) -> Library:
    """The small library in English words, read in a direction."""
    base = make_base(folder / direction)
    write(base, "en/language.yaml", f"name: English\ndirection: {direction}\n")
    library = check(Folders((base,))).library
    assert library is not None
    return library


@pytest.mark.a11y("A11Y-80")
@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT], ids=["landscape", "portrait"])
@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS.keys())
def test_every_target_stands_as_in_a_mirror(
    tmp_path: Path, glass: QPointingDevice, one_factory: None, size: object, way: tuple[Route, ...]
) -> None:
    shape = LANDSCAPE if size == LANDSCAPE else PORTRAIT
    usual = Visitor(library_read(tmp_path, "left-to-right"), SETTINGS, glass, shape)
    mirrored = Visitor(library_read(tmp_path, "right-to-left"), SETTINGS, glass, shape)
    for visitor in (usual, mirrored):
        visitor.stands_at(*way)
    expected = sorted((name, _mirror(rect, shape.width())) for name, rect in _places(usual))
    found = sorted((name, _sides(rect)) for name, rect in _places(mirrored))
    usual.leaves()
    mirrored.leaves()
    assert [name for name, _ in found] == [name for name, _ in expected]
    off = [
        f"{name}: {one} {other}" for (name, one), (_, other) in zip(found, expected, strict=True) if _far(one, other)
    ]
    assert off == []


def _places(visitor: Visitor) -> list[tuple[str, QRect]]:
    return [
        (one.accessibleName(), QRect(one.mapTo(visitor.window, QPoint(0, 0)), one.size())) for one in visitor.buttons()
    ]


def _sides(rect: QRect) -> tuple[int, int, int]:
    return rect.left(), rect.top(), rect.width()


def _mirror(rect: QRect, width: int) -> tuple[int, int, int]:
    return width - rect.left() - rect.width(), rect.top(), rect.width()


def _far(one: tuple[int, int, int], other: tuple[int, int, int]) -> bool:
    return any(abs(a - b) > ROUNDED for a, b in zip(one, other, strict=True))
