"""What the emulated screen shows."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

PIXEL: Final = 3
"""Bytes of one: red, green, blue."""
_ALIKE: Final = 24
"""By which a colour may differ, of 255, and still count as the same: letters have soft edges."""
_STEP: Final = 7
"""Pixels between two that are looked at; odd, so that no grid is missed."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A screen's pixels."""

    width: int
    height: int
    data: bytes

    @property
    def colours(self) -> int:
        """How many different colours a sample of it holds: 1 for a dark screen."""
        return len(set(self._sample()))

    @property
    def is_dark(self) -> bool:
        """Nothing but black."""
        return not any(self.data)

    @property
    def is_plain(self) -> bool:
        """One colour from edge to edge: neither words nor a desktop."""
        return self.data == self.data[:PIXEL] * (self.width * self.height)

    @property
    def first_colour(self) -> bytes:
        """Of the pixel at the top left: all there is to a plain picture."""
        return self.data[:PIXEL]

    def likeness(self, other: "Picture") -> float:
        """The share of the sample that looks the same, 0 to 1; 0 for another size."""
        if (self.width, self.height) != (other.width, other.height):
            return 0.0
        pairs = list(zip(self._sample(), other._sample(), strict=True))
        return sum(_are_alike(*pair) for pair in pairs) / len(pairs)

    def part(self, left: float, top: float, right: float, bottom: float) -> "Picture":
        """What lies between these shares of its width and height."""
        first, last = round(left * self.width), round(right * self.width)
        rows = range(round(top * self.height), round(bottom * self.height))
        starts = (row * self.width for row in rows)
        data = b"".join(self.data[PIXEL * (at + first) : PIXEL * (at + last)] for at in starts)
        return Picture(last - first, len(rows), data)

    def _sample(self) -> Iterator[bytes]:
        row = self.width * PIXEL
        for top in range(0, self.height * row, _STEP * row):
            for at in range(top, top + row, _STEP * PIXEL):
                yield self.data[at : at + PIXEL]


def read_ppm(data: bytes) -> Picture:
    """A picture in the form in which QEMU writes it.

    Raises ValueError for anything else.
    """
    magic, size, deepest, pixels = data.split(b"\n", 3)
    if (magic, deepest) != (b"P6", b"255"):
        raise ValueError("This is no PPM picture of 8 bits.")
    width, height = (int(number) for number in size.split())
    return Picture(width, height, pixels)


def read_ppm_file(file: Path) -> Picture:
    """The same from a file."""
    return read_ppm(file.read_bytes())


def _are_alike(one: bytes, other: bytes) -> bool:
    return all(abs(here - there) <= _ALIKE for here, there in zip(one, other, strict=True))
