"""The staff screen's own look: cooler paper and ink, so that nobody takes it for a page for patients."""

from dataclasses import replace
from typing import Final

from kiosk.colours.palette import PALETTES, Palette, Section, Tones
from kiosk.staff.page import Kind

SECTION_OF: Final[dict[Kind, Section]] = {
    "plain": "treatments", "good": "tips", "warning": "compare", "fault": "help",
}  # fmt: skip
SIGNS: Final[dict[Kind, str]] = {
    "plain": "circle-info", "good": "circle-check", "warning": "triangle-exclamation", "fault": "circle-exclamation",
}  # fmt: skip


def staff_palette() -> Palette:
    """The light palette with ink in the place of the clinic's own colour."""
    palette = PALETTES["light"]
    ink = Tones(palette.ink, "#FFFFFF", "#E3EBEB", palette.ink, palette.ink)
    return replace(palette, paper="#EFF3F4", tones={**palette.tones, "clinic": ink})
