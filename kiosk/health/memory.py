"""How much memory this process holds."""

import os
from pathlib import Path
from typing import Final

MOST_MB: Final = 600
"""Four times what a long day needs (docs/performance.md): above it a fresh start is due when nobody is there."""
_MB: Final = 1_000_000


def resident_mb(root: Path = Path("/")) -> float:
    """Megabytes in real memory; 0 where the system does not tell.

    root: where /proc lies.
    """
    try:
        return int((root / "proc/self/statm").read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") / _MB
    except (OSError, ValueError, IndexError):
        return 0.0


def has_grown() -> bool:
    """Whether it is too much."""
    return resident_mb() > MOST_MB
