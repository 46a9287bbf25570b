"""How much of the screen a seated person reaches (A11Y-17 to A11Y-20)."""

from typing import Final

from kiosk.settings.settings import Screen

HIGHEST_MM: Final = 1120
"""Above the floor: what is reached from a wheelchair over an obstruction, 44 inches (ADA 308.2.2)."""
HIGHEST_OF_LARGE_TEXT_MM: Final = 1220
"""The same with nothing in the way, 48 inches (ADA 308.2.1): letters of 150 % and more need the room."""
LEAST_SHARE: Final = 0.45
"""Of the picture's height: what the lowered controls keep on a screen that hangs too high."""


def lowered_height(screen: Screen, height: int, px_per_mm: float, *, large_text: bool) -> int:
    """The height of the lower part of the picture within reach, in pixels; all of it where it hangs low enough.

    height: of the whole picture, in pixels.
    """
    highest = HIGHEST_OF_LARGE_TEXT_MM if large_text else HIGHEST_MM
    within_reach = round((highest - screen.bottom_mm) * px_per_mm)
    return min(height, max(within_reach, round(height * LEAST_SHARE)))
