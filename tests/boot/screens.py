"""How the kiosk's screens look: the pictures that `clinic-kiosk shots` makes, to be found again on a real screen."""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtGui import QImage, QTransform

from tests.boot.picture import PIXEL, Picture

SIZE: Final = (1280, 800)
"""Of the emulated screen."""
ALL: Final = ("attract", "home", "treatments", "therapies-prp", "therapies-prolotherapy")
_LIKE: Final = 0.93
"""More of the sample is the same than between any two different screens."""
_TITLE: Final = (0.0, 0.0, 0.47, 0.1)
"""Where a treatment's name stands."""
_WELCOME: Final = (0.0, 0.15, 0.43, 0.87)
"""Where the attract screen stands still: left, top, right, bottom as shares."""


@dataclass(frozen=True, slots=True)
class Screens:
    """All screens by name."""

    folder: Path

    def shows(self, picture: Picture | None, name: str) -> bool:
        """Whether a picture is this screen."""
        return picture is not None and self._likeness(picture, name) >= _LIKE

    def best(self, picture: Picture, *names: str) -> str:
        """The screen that a picture is most like, of those whose name begins with one of these; "" if it is none."""
        files = [file for name in names for file in sorted(self.folder.glob(f"{name}*.png"))]
        found = max(files, key=lambda file: self._likeness(picture, file.stem))
        return found.stem if self.shows(picture, found.stem) else ""

    def _likeness(self, picture: Picture, name: str) -> float:
        known = read_png(self.folder / f"{name}.png")
        if name == "attract":
            return picture.part(*_WELCOME).likeness(known.part(*_WELCOME))
        if name.startswith("therapies-"):
            return picture.part(*_TITLE).likeness(known.part(*_TITLE))
        return picture.likeness(known)


def make_screens(folder: Path, settings: Path, names: tuple[str, ...] = ALL, size: tuple[int, int] = SIZE) -> Screens:
    """Take the pictures anew."""
    for name in names:
        words = (
            "shots",
            str(folder),
            "--size",
            "x".join(map(str, size)),
            "--language",
            "en",
            "--screen",
            name,
            "--settings",
            str(settings),
        )
        subprocess.run((sys.executable, "-m", "kiosk", *words), check=True, stdout=subprocess.DEVNULL)
    return Screens(folder)


def make_turned_screens(folder: Path, settings: Path, names: tuple[str, ...]) -> Screens:
    """As they are on a screen that hangs upright: what is up there lies to the left here."""
    screens = make_screens(folder, settings, names, (SIZE[1], SIZE[0]))
    for file in folder.glob("*.png"):
        QImage(str(file)).transformed(QTransform().rotate(-90)).save(str(file))
    return screens


def read_png(file: Path) -> Picture:
    """A picture from a file."""
    image = QImage(str(file)).convertToFormat(QImage.Format.Format_RGB888)
    row, data = image.bytesPerLine(), bytes(image.constBits())
    lines = (data[top : top + image.width() * PIXEL] for top in range(0, row * image.height(), row))
    return Picture(image.width(), image.height(), b"".join(lines))
