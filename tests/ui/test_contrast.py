"""Contrast of every text and sign on the grounds it stands on, in every theme."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor

from kiosk.colours.palette import PALETTES, Palette
from tests.ui.rules import none

HIGH = ("contrast-light", "contrast-dark", "yellow")
EVERY_THEME = pytest.mark.parametrize("name", PALETTES)
REFLECTIONS = 0.03
"""What 500 lux add to every pixel of the screen."""


def luminance(colour: str) -> float:
    one = QColor(colour)
    return 0.2126 * _linear(one.redF()) + 0.7152 * _linear(one.greenF()) + 0.0722 * _linear(one.blueF())


def _linear(share: float) -> float:
    return float(share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4)


def ratio(one: str, other: str, veil: float = 0.0) -> float:
    low, high = sorted((luminance(one) + veil, luminance(other) + veil))
    return (high + 0.05) / (low + 0.05)


def texts(palette: Palette) -> Iterator[tuple[str, str, str]]:
    """Every text colour with each ground it stands on, and what it is called."""
    for ground in ("paper", "card", "quiet"):
        yield f"ink on {ground}", palette.ink, getattr(palette, ground)
        yield f"soft ink on {ground}", palette.ink_soft, getattr(palette, ground)
    for section, tones in palette.tones.items():
        yield f"{section} on its fill", tones.on_fill, tones.fill
        for ground in ("paper", "card", "quiet"):
            yield f"{section} on {ground}", tones.on_tint, getattr(palette, ground)
        yield f"{section} on its tint", tones.on_tint, tones.tint
        yield f"ink on the tint of {section}", palette.ink, tones.tint


def signs(palette: Palette) -> Iterator[tuple[str, str, str]]:
    """Every icon, edge and line with each ground it stands on."""
    for ground in ("paper", "card", "quiet"):
        yield f"edge on {ground}", palette.edge, getattr(palette, ground)
        yield f"focus on {ground}", palette.focus, getattr(palette, ground)
    yield "the two tones of the focus", palette.focus, palette.focus_gap
    for section, tones in palette.tones.items():
        for called, ground in (("tint", tones.tint), ("card", palette.card), ("paper", palette.paper)):
            yield f"sign of {section} on {called}", tones.sign, ground
        yield f"fill of {section} on paper", tones.fill, palette.paper


def weak(pairs: Iterator[tuple[str, str, str]], least: float, veil: float = 0.0) -> list[str]:
    measured = [(called, ratio(one, other, veil)) for called, one, other in pairs]
    return [f"{called}: {found:.2f}" for called, found in measured if found < least]


@pytest.mark.a11y("A11Y-31")
@EVERY_THEME
def test_texts(name: str) -> None:
    none(weak(texts(PALETTES[name]), 7))


@pytest.mark.a11y("A11Y-31")
@EVERY_THEME
def test_words_to_read(name: str) -> None:
    palette = PALETTES[name]
    grounds = (palette.paper, palette.card, palette.quiet, *(tones.tint for tones in palette.tones.values()))
    none(weak(iter([(f"ink on {ground}", palette.ink, ground) for ground in grounds]), 10))


@pytest.mark.a11y("A11Y-32")
@pytest.mark.parametrize("name", HIGH)
def test_high_contrast(name: str) -> None:
    none(weak(texts(PALETTES[name]), 15))


@pytest.mark.a11y("A11Y-06")
@pytest.mark.a11y("A11Y-33")
@EVERY_THEME
def test_signs_and_edges(name: str) -> None:
    none(weak(signs(PALETTES[name]), 3))


@pytest.mark.a11y("A11Y-34")
@EVERY_THEME
def test_texts_beneath_reflections(name: str) -> None:
    none(weak(texts(PALETTES[name]), 4.5, REFLECTIONS))


def test_the_measure_is_right() -> None:
    assert ratio("#000000", "#FFFFFF") == pytest.approx(21)
    assert ratio("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
