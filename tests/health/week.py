"""Hours that are the same on several days."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from kiosk.settings.hours import DAYS, Hours

WORKDAYS = DAYS[:5]


def open_on(days: Iterable[str], words: str, others: Hours) -> Hours:
    """Open so on these days, and as before on the others."""
    parts: dict[str, Any] = dict.fromkeys(days, words)
    return replace(others, **parts)
