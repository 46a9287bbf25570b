"""What everything looks like for one reader on one screen."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase

from kiosk.colours.palette import Palette, Section, Tones
from kiosk.ui.theme.icons import Icons
from kiosk.ui.theme.measure import Measure, Size
from kiosk.ui.theme.pictures import Pictures
from kiosk.ui.theme.surfaces import Surfaces
from kiosk.values import value_class

_FILES: Final = {
    400: "AtkinsonHyperlegibleNext-Regular.ttf",
    600: "AtkinsonHyperlegibleNext-SemiBold.ttf",
    800: "AtkinsonHyperlegibleNext-ExtraBold.ttf",
}


class Fonts:
    """The bundled font in its three weights, loaded once."""

    def __init__(self, folder: Path) -> None:
        """Load the font files of a folder; a missing one is stood in for by the system's."""
        self._families = {weight: _family(folder / name) for weight, name in _FILES.items()}

    def font(self, pixels: int, weight: int = 400, *, italic: bool = False) -> QFont:
        """The font at a height in pixels and one of the weights 400, 600 and 800."""
        font = QFont(self._families[weight])
        font.setPixelSize(max(1, pixels))
        font.setItalic(italic)
        font.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
        return font


def _family(file: Path) -> str:
    families = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(file)))
    return families[0] if families else "sans-serif"


@value_class
class Looks:
    """Fonts and icons, for all that this process shows: Qt keeps what it has loaded, however often the same."""

    fonts: Fonts
    icons: Icons


def load_looks(assets: Path) -> Looks:
    """Those of the folder with fonts."""
    return Looks(Fonts(assets / "fonts"), Icons())


@dataclass(frozen=True)
class Theme:
    """Colours, sizes, fonts, icons and pictures: the only thing screens ask for looks."""

    palette: Palette
    measure: Measure
    fonts: Fonts
    icons: Icons
    pictures: Pictures
    less_motion: bool = False
    right_to_left: bool = False
    surfaces: Surfaces = field(default_factory=Surfaces)
    laid: dict[object, object] = field(default_factory=dict)
    """Texts laid out in lines, kept by what they say and how wide they are."""

    def mm(self, millimetres: float) -> int:
        """So many millimetres in pixels."""
        return self.measure.mm(millimetres)

    def font(self, size: Size, weight: int = 400) -> QFont:
        """The font of a size of type."""
        return self.fonts.font(self.measure.em(size), weight)

    def tones(self, section: Section) -> Tones:
        """The colours of a section."""
        return self.palette.tones[section]

    @property
    def arrows(self) -> tuple[str, str]:
        """The icons that point back and on, as lines of text run."""
        return ("arrow-right", "arrow-left") if self.right_to_left else ("arrow-left", "arrow-right")

    @property
    def edge(self) -> float:
        """The edge of what can be touched, in pixels."""
        return max(1.5, self.mm(0.45))

    @property
    def ground_edge(self) -> float:
        """The edge of a ground, in pixels: none in themes that have shadows."""
        return 0 if self.palette.shadow else self.edge

    @property
    def radius(self) -> int:
        """The corners of a card."""
        return self.mm(8.6)
