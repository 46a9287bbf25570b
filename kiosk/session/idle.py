"""Is somebody still there? By the words on the screen, with a warning first (A11Y-68 to A11Y-70)."""

from math import ceil
from typing import Final

from kiosk.session.visit import Reader

BASE_SECONDS: Final = 60.0
SECONDS_PER_WORD: Final = 0.6
SHORTEST: Final = 120.0
LONGEST: Final = 600.0
DOUBTED: Final = 30.0
"""Quiet seconds before the warning, where somebody may just have gone: accessibility requirement A11Y-61."""
WARNING_SECONDS: Final = 30
"""How long the warning counts down; the law asks for 20."""


class Idle:
    """Counts the quiet seconds of a visit."""

    def __init__(self, now: float) -> None:
        """Begin counting now."""
        self._since = now
        self._words = 0
        self._is_doubted = False

    def noticed(self, now: float) -> None:
        """Begin again."""
        self._since = now
        self._is_doubted = False

    def doubted(self, now: float) -> None:
        """Begin again, but ask soon: what has happened is also what happens when somebody goes."""
        self._since = now
        self._is_doubted = True

    def shows(self, words: int) -> None:
        """So many words are to be read."""
        self._words = words

    def limit(self, reader: Reader, *, listens: bool = False) -> float:
        """Quiet seconds before the warning."""
        if self._is_doubted:
            return DOUBTED
        limit = min(max(BASE_SECONDS + SECONDS_PER_WORD * self._words, SHORTEST), LONGEST)
        return limit * 2 if reader.needs_time or listens else limit

    def seconds_left(self, now: float, reader: Reader, *, listens: bool = False) -> int | None:
        """Seconds of the warning that are left, 0 or less when the visit is over, None before the warning.

        A clock that was set back counts as no time passed.
        """
        quiet = max(0.0, now - self._since)
        if quiet == 0.0:
            self._since = min(self._since, now)
        over = quiet - self.limit(reader, listens=listens)
        return None if over < 0 else ceil(WARNING_SECONDS - over)
