"""A few screens as pictures: what no rule can say of how they look.

The approved pictures lie in tests/pictures/golden/. When a screen was changed on purpose, look at build/pictures/ and
then approve with `pytest tests/pictures --approve`.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPointingDevice

from kiosk.content.library import Library
from kiosk.session import routes
from kiosk.session.routes import Home, Route
from kiosk.session.visit import Reader
from tests.conftest import SETTINGS
from tests.pictures.compare import MOST_OFF, TOLERANCE, compare, difference
from tests.visitor import Visitor

GOLDEN = Path(__file__).parent / "golden"
SMALL = QSize(960, 540)
SCREENS: dict[str, tuple[Route, ...]] = {
    "home": (Home(),),
    "explainer": (routes.Reading("therapies/prp", chapter=1),),
    "compare": (routes.Compare("comparisons/prp-prolotherapy-exosomes"),),
    "tip": (routes.Tips(),),
}


@pytest.fixture(scope="module")
def shown(english: Library, glass: QPointingDevice, one_factory: None) -> Iterator[Visitor]:
    """A kiosk on a small screen."""
    visitor = Visitor(english, SETTINGS, glass, SMALL)
    visitor.window.hide()
    yield visitor
    visitor.leaves()


@pytest.mark.parametrize("name", SCREENS)
def test_screen(shown: Visitor, name: str, approve: bool) -> None:
    _compare(shown, name, Reader(language="en"), approve=approve)


def test_high_contrast(shown: Visitor, approve: bool) -> None:
    _compare(shown, "home", Reader(language="en", theme="contrast-dark"), approve=approve)


def _compare(shown: Visitor, name: str, reader: Reader, *, approve: bool) -> None:
    shown.reads_as(reader)
    shown.stands_at(*SCREENS[name])
    look = name if reader.theme == "light" else f"{name}-{reader.theme}"
    compare(look, shown.window.grab().toImage(), GOLDEN / f"{look}.png", approve=approve)


# --- the measure itself -------------------------------------------------------------------------------------------


def plain(colour: str) -> QImage:
    image = QImage(20, 10, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return image


def test_the_same_picture_is_no_difference() -> None:
    assert difference(plain("#808080"), plain("#808080")).off == 0


@pytest.mark.parametrize("other", ["#208080", "#E08080", "#802080", "#80E080", "#808020", "#8080E0"])
def test_a_pixel_that_is_darker_counts_like_one_that_is_brighter(other: str) -> None:
    assert difference(plain("#808080"), plain(other)).off == 1


def test_what_is_within_the_tolerance_does_not_count() -> None:
    assert difference(plain("#808080"), plain(QColor(128 + TOLERANCE, 128 - TOLERANCE, 128).name())).off == 0


def test_one_letter_is_more_than_may_be_off() -> None:
    image = plain("#808080")
    image.setPixelColor(3, 3, QColor("#000000"))
    assert difference(image, plain("#808080")).off > MOST_OFF
    assert difference(image, plain("#808080")).picture.pixelColor(3, 3) == QColor("#FFFFFF")
