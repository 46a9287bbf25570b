"""The clinic's own name, logo and colour on the screens."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPointingDevice
from PySide6.QtWidgets import QApplication

from kiosk.colours.accent import contrast, reached, readable, with_accent
from kiosk.colours.palette import PALETTES
from kiosk.content.library import Library
from kiosk.session.routes import Home
from kiosk.settings.settings import Clinic, Settings
from kiosk.ui.pieces.clinic import LogoBox
from kiosk.ui.theme.logo import logo_size
from tests.closed import closed_home
from tests.content.base import write
from tests.ui.rules import none
from tests.ui.test_contrast import HIGH, ratio, signs, texts, weak
from tests.visitor import LANDSCAPE, Visitor

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}")
PLUM = "#7A2E5D"
LOGO = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30"><rect width="90" height="30" fill="{PLUM}"/></svg>'


# --- the colour ---------------------------------------------------------------------------------------------------


@given(COLOURS, COLOURS)
def test_contrast_is_measured_as_the_screens_are(one: str, other: str) -> None:
    assert contrast(one, other) == pytest.approx(ratio(one, other), rel=1e-3)


@pytest.mark.a11y("A11Y-31")
@pytest.mark.parametrize("name", PALETTES)
@given(colour=COLOURS)
def test_words_can_be_read_whatever_the_colour(name: str, colour: str) -> None:
    palette = with_accent(name, colour)
    least = 15 if name in HIGH else 7
    none(weak((pair for pair in texts(palette) if "clinic" in pair[0]), least))
    none(weak((pair for pair in signs(palette) if "clinic" in pair[0]), 3))


@given(COLOURS)
def test_a_pale_colour_has_a_darker_shade_that_can_be_read(colour: str) -> None:
    assert reached(readable(colour)) >= 7
    if reached(colour) >= 7:
        assert readable(colour) == colour


def test_without_a_colour_nothing_changes() -> None:
    assert all(with_accent(name, "") is palette for name, palette in PALETTES.items())


# --- on the screens -----------------------------------------------------------------------------------------------


@pytest.fixture
def logo(tmp_path: Path) -> Path:
    return write(tmp_path, "logo.svg", LOGO)


@pytest.fixture
def clinic(logo: Path) -> Clinic:
    return Clinic(name="Riverside Spine Clinic", logo=logo, accent=PLUM, phone="555 0100")


def visits(library: Library, clinic: Clinic, glass: QPointingDevice) -> Visitor:
    return Visitor(library, Settings(clinic=clinic), glass, LANDSCAPE)


def colours(visitor: Visitor) -> set[str]:
    picture = visitor.window.grab().toImage()
    return {
        QColor(picture.pixel(x, y)).name().upper()
        for x in range(0, picture.width(), 7)
        for y in range(0, picture.height(), 3)
    }


def test_the_colour_and_the_logo_are_on_the_first_screen(
    english: Library, clinic: Clinic, glass: QPointingDevice, one_factory: None
) -> None:
    visitor = visits(english, clinic, glass)
    assert visitor.sees("Riverside Spine Clinic")
    assert len(visitor.screen.findChildren(LogoBox)) == 1
    assert PLUM in colours(visitor)
    visitor.leaves()


def test_a_logo_that_holds_the_name_stands_alone_and_is_read_aloud(
    english: Library, clinic: Clinic, glass: QPointingDevice, one_factory: None
) -> None:
    visitor = visits(english, replace(clinic, logo_holds_name=True), glass)
    (box,) = visitor.screen.findChildren(LogoBox)
    assert box.accessibleName() == "Riverside Spine Clinic"
    assert "Riverside Spine Clinic" in [node.name for node in visitor.nodes()]
    visitor.leaves()


@pytest.mark.parametrize("spoilt", ["gone", "no picture"])
def test_a_logo_that_was_spoilt_since_leaves_the_name(
    english: Library, clinic: Clinic, logo: Path, glass: QPointingDevice, one_factory: None, spoilt: str
) -> None:
    if spoilt == "gone":
        logo.unlink()
    else:
        logo.with_suffix(".png").write_text("no picture")
        clinic = replace(clinic, logo=logo.with_suffix(".png"))
    visitor = visits(english, replace(clinic, logo_holds_name=True), glass)
    assert visitor.sees("Riverside Spine Clinic")
    assert not visitor.screen.findChildren(LogoBox)
    visitor.leaves()


def test_a_logo_in_a_folder_that_is_closed_is_none(qapp: QApplication) -> None:
    with closed_home() as folder:
        assert logo_size(folder / "home/logo.svg", QSize(100, 100)).isEmpty()


def test_the_telephone_and_its_hours_stand_where_they_are_needed(
    english: Library, clinic: Clinic, glass: QPointingDevice, one_factory: None
) -> None:
    visitor = visits(english, replace(clinic, phone_hours={"en": "Monday to Friday, 8 to 5"}), glass)
    visitor.touch("Touch the screen to begin")
    assert visitor.place() == Home()
    visitor.touch("Get help now")
    visitor.touch("Today")
    assert visitor.sees("555 0100 (Monday to Friday, 8 to 5)")
    visitor.leaves()


def test_only_the_languages_that_the_clinic_offers_in_its_order(
    library: Library, glass: QPointingDevice, one_factory: None
) -> None:
    visitor = Visitor(library, Settings(languages=("es", "fr")), glass, LANDSCAPE)
    assert visitor.visit.reader.language == "es"
    assert not visitor.offers("English")
    visitor.leaves()
    visitor = Visitor(library, Settings(languages=("es", "en")), glass, LANDSCAPE)
    assert visitor.visit.reader.language == "es"
    assert visitor.offers("English")
    visitor.leaves()
