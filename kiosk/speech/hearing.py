"""How fast and how loud somebody hears: few steps, each to be heard."""

from typing import Final

WORDS_A_MINUTE: Final = 150
"""At 100 %: accessibility requirement A11Y-60."""
PACES: Final = (75, 90, 100, 125, 150, 200)
"""Per cent of it."""
USUAL_PACE: Final = 2
LOUDNESSES: Final = (-24, -18, -12, -6, 0)
"""Decibels below the loudest the sound can be without being distorted: A11Y-59 asks for 18 dB, and a step at +12."""
USUAL_LOUDNESS: Final = 2


def words_a_minute(pace: int) -> int:
    """What a step of PACES is in words a minute."""
    return round(WORDS_A_MINUTE * PACES[pace] / 100)
