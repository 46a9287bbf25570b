"""Writes the pictures of docs/staff-guide.md: python -m tests.staff.pictures docs/pictures."""

import os
import sys
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.staff.boards import staff_board

PICTURES: Final = {"staff-pin": "pin", "staff-content": "wrong", "staff-editions": "editions"}
WIDTH: Final = 960
"""Pixels: enough for a page of paper."""


def write(folder: Path) -> None:
    """Draw each and write it into a folder."""
    for name, board in PICTURES.items():
        picture = staff_board(board, "small").grab().toImage()
        small = picture.scaledToWidth(WIDTH, Qt.TransformationMode.SmoothTransformation)
        if not small.save(str(folder / f"{name}.png")):
            raise OSError(f"{folder / name}.png was not written")


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication(sys.argv[:1])
    write(Path(sys.argv[1]))
