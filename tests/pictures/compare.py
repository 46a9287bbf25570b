"""Compares a picture with the one that was approved, and lays both and their difference side by side on disk."""

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtGui import QImage

TOLERANCE: Final = 12
"""How far a channel of a pixel may be off, of 255: machines smooth letters a little differently."""
MOST_OFF: Final = 0.002
"""Of all pixels: so many may be further off."""
BUILD: Final = Path(__file__).parents[2] / "build" / "pictures"


@dataclass(frozen=True, slots=True)
class Difference:
    """How a picture differs from the approved one."""

    off: float
    """The share of pixels that are further off than the tolerance."""
    picture: QImage
    """Each pixel's difference, channel by channel, brightened; black where there is none."""


def difference(one: QImage, other: QImage) -> Difference:
    """The absolute differences, channel by channel: a darker pixel counts like a brighter one."""
    width, height = one.width(), one.height()
    left, right = _bytes(one), _bytes(other)
    if left == right:
        return Difference(0, QImage())
    off = sum(
        max(abs(left[at] - right[at]), abs(left[at + 1] - right[at + 1]), abs(left[at + 2] - right[at + 2])) > TOLERANCE
        for at in range(0, len(left), 4)
    )
    marked = bytes(
        255 if at % 4 == 3 else min(255, 4 * abs(a - b)) for at, (a, b) in enumerate(zip(left, right, strict=True))
    )
    picture = QImage(marked, width, height, QImage.Format.Format_RGB32).copy()
    return Difference(off / (width * height), picture)


def _bytes(image: QImage) -> bytes:
    return bytes(image.convertToFormat(QImage.Format.Format_RGB32).constBits())


def compare(name: str, shown: QImage, golden: Path, *, approve: bool) -> None:
    """Fail unless the picture is the approved one within the tolerance; approve takes it for right.

    When it fails, build/pictures/ holds NAME-result.png, NAME-expected.png and NAME-difference.png.
    """
    if approve:
        golden.parent.mkdir(parents=True, exist_ok=True)
        assert shown.save(str(golden))
    BUILD.mkdir(parents=True, exist_ok=True)
    result = BUILD / f"{name}-result.png"
    assert shown.save(str(result))
    assert golden.is_file(), f"{golden} is missing: look at {result} and approve it with --approve"
    expected = QImage(str(golden))
    assert shown.size() == expected.size(), f"{result} has another size than {golden}"
    found = difference(shown, expected)
    if found.off > MOST_OFF:
        shutil.copy(golden, BUILD / f"{name}-expected.png")
        found.picture.save(str(BUILD / f"{name}-difference.png"))
    assert found.off <= MOST_OFF, f"{100 * found.off:.2f} % of the pixels are off: look at {BUILD}/{name}-*.png"
