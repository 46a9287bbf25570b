"""The words of the staff screen: bundled with the program, so that they stand when every content file is broken."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final

FILE: Final = "staff.json"
_TOLD_IN_SECONDS: Final = 60
"""A longer wait is told in minutes."""


class StaffWords:
    """The words in one language."""

    def __init__(self, words: Mapping[str, str]) -> None:
        """words: each by its name."""
        self._words = words

    def __call__(self, name: str, **values: object) -> str:
        """The words of a name with their {placeholders} filled."""
        words = self._words[name]
        for key, value in values.items():
            words = words.replace(f"{{{key}}}", str(value))
        return words

    def many(self, name: str, number: int, **values: object) -> str:
        """The same for one or for several."""
        return self(f"{name}_one" if number == 1 else name, number=number, **values)


def wait_told(words: StaffWords, seconds: int) -> str:
    """How long the next try of a PIN has to wait; never too soon."""
    if seconds <= _TOLD_IN_SECONDS:
        return words.many("pin_wait", seconds)
    return words("pin_wait_minutes", number=-(-seconds // 60))


def staff_words(assets: Path, language: str) -> StaffWords:
    """The words in a language, or else in English.

    Raises OSError when the file is missing.
    """
    told = json.loads((assets / FILE).read_text(encoding="utf-8"))
    return StaffWords(told.get(language) or told["en"])
