"""The clinic's own colour: as it was given where words in it can be read, darker or lighter elsewhere."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from kiosk.colours.palette import PALETTES, Palette, Tones

TEXT: Final = 7.0
"""Contrast of words with what they stand on, accessibility requirement A11Y-31."""
_STEPS: Final = 100
_TINT: Final = {"light": 0.12, "dark": 0.2}
"""How much of the colour the pale ground holds."""
_PLAIN: Final = frozenset({"light", "dark"})
"""High contrast has no colours of its own."""


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21, as WCAG 2.2 reckons it."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def reached(colour: str) -> float:
    """The least contrast that words in this colour have on the grounds of the usual theme."""
    return _least(colour, _grounds(PALETTES["light"]))


def readable(colour: str) -> str:
    """The nearest darker shade in which words can be read."""
    return _until_read(colour, "#000000", _grounds(PALETTES["light"]))


def with_accent(name: str, accent: str) -> Palette:
    """The palette of a theme with the clinic's colour in it; an empty one changes nothing."""
    palette = PALETTES[name]
    if not accent or name not in _PLAIN:
        return palette
    far = "#000000" if name == "light" else "#FFFFFF"
    fill = _until_read(accent, far, _grounds(palette))
    tint = _mixed(palette.card, fill, _TINT[name])
    on_fill = "#FFFFFF" if name == "light" else _until_read(palette.paper, "#000000", (fill,))
    tones = Tones(fill, on_fill, tint, _until_read(fill, far, (tint, *_grounds(palette))), fill)
    return replace(palette, tones={**palette.tones, "clinic": tones})


def _grounds(palette: Palette) -> tuple[str, ...]:
    return palette.paper, palette.card, palette.quiet


def _until_read(colour: str, far: str, grounds: Iterable[str]) -> str:
    """The colour, or so much nearer to another one that words in it can be read on all grounds."""
    grounds = tuple(grounds)
    shades = (_mixed(colour, far, step / _STEPS) for step in range(_STEPS + 1))
    return next((shade for shade in shades if _least(shade, grounds) >= TEXT), far)


def _least(colour: str, grounds: Iterable[str]) -> float:
    return min(contrast(colour, ground) for ground in grounds)


def _mixed(colour: str, other: str, share: float) -> str:
    parts = zip(_parts(colour), _parts(other), strict=True)
    return "#" + "".join(f"{round(one + (two - one) * share):02X}" for one, two in parts)


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    return float(share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4)  # noqa: PLR2004 - sRGB
