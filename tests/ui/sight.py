"""How colours look to people who do not see some of them, and how well shapes then stand out: from rendered pixels."""

from collections import Counter
from collections.abc import Callable, Mapping
from functools import cache
from typing import Final

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

Colour = tuple[float, float, float]
"""Linear shares of red, green and blue."""
LEAST_PIXELS: Final = 4
"""A colour on fewer is the soft edge of a letter."""
COLOURS: Final = 40
"""The commonest ones; all others are soft edges."""

_PROTAN: Final = ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998))
_DEUTAN: Final = ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881))
_TRITAN: Final = ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900))
"""Of the whole loss of one kind of cone: Machado, Oliveira, Fernandes, IEEE Trans. Vis. Comput. Graph. 15(6)."""


def luminance(colour: Colour) -> float:
    """How bright a colour is, 0 to 1."""
    return 0.2126 * colour[0] + 0.7152 * colour[1] + 0.0722 * colour[2]


def _without(matrix: tuple[Colour, Colour, Colour]) -> Callable[[Colour], Colour]:
    def seen(colour: Colour) -> Colour:
        red, green, blue = (
            min(1.0, max(0.0, sum(share * part for share, part in zip(row, colour, strict=True)))) for row in matrix
        )
        return red, green, blue

    return seen


def _grey(colour: Colour) -> Colour:
    return (luminance(colour),) * 3


def _all(colour: Colour) -> Colour:
    return colour


SIGHTS: Final[Mapping[str, Callable[[Colour], Colour]]] = {
    "all-colours": _all,
    "no-red": _without(_PROTAN),
    "no-green": _without(_DEUTAN),
    "no-blue": _without(_TRITAN),
    "greys": _grey,
}


def ratio(one: Colour, other: Colour) -> float:
    """The contrast of two colours, 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def text_contrasts(image: QImage, place: QRect) -> dict[str, float]:
    """By sight, the best contrast of a colour with the commonest one, which is the ground."""
    counted = Counter(pixels_of(image.copy(place), every=2)).most_common(COLOURS)
    ground = _linear(counted[0][0])
    others = [_linear(colour) for colour, count in counted[1:] if count >= LEAST_PIXELS]
    return {
        sight: max((ratio(see(ground), see(other)) for other in others), default=1.0) for sight, see in SIGHTS.items()
    }


def shares_that_differ(one: QImage, other: QImage, least: float) -> dict[str, float]:
    """By sight, the share of pixels that stand at a contrast of least between pictures of one thing in two states."""
    counted = Counter(zip(pixels_of(one), pixels_of(other), strict=True))
    pairs = [(_linear(a), _linear(b), count) for (a, b), count in counted.most_common(COLOURS) if a != b]
    whole = counted.total()
    return {
        sight: sum(count for a, b, count in pairs if ratio(see(a), see(b)) >= least) / whole
        for sight, see in SIGHTS.items()
    }


def pixels_of(image: QImage, every: int = 1) -> list[int]:
    """The pixels of every so many lines."""
    width, plain = image.width(), image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = memoryview(plain.constBits()).cast("I")  # lives as long as the image
    return [pixel for y in range(0, image.height(), every) for pixel in pixels[y * width : (y + 1) * width].tolist()]


@cache
def _linear(pixel: int) -> Colour:
    red, green, blue = ((pixel >> shift & 255) / 255 for shift in (16, 8, 0))
    return _light(red), _light(green), _light(blue)


def _light(share: float) -> float:
    return float(share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4)
