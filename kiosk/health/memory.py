"""How much memory this process holds, and that what is no longer used goes back to the machine."""

import ctypes
import gc
import os
import sys
from pathlib import Path
from typing import Final

MOST_MB: Final = 600
"""A choice, about five times what is held after 10,000 pages (docs/performance.md): above it a fresh start is due when
nobody is there."""
_MB: Final = 1_000_000
_M_TRIM_THRESHOLD: Final = -1
_M_MMAP_THRESHOLD: Final = -3
"""Names and numbers of mallopt(3), malloc.h of glibc."""
_LARGE_BYTES: Final = 131_072
"""glibc's own first threshold. Left to itself it rises with the first large picture that is freed, and holes stay:
20 of 117 MB after 140 pages."""


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


def give_back_freed_memory() -> bool:
    """Have large blocks mapped by themselves, so that freeing frees them; False where malloc is not glibc's."""
    if not sys.platform.startswith("linux"):
        return False
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is None:
        return False
    return bool(mallopt(_M_MMAP_THRESHOLD, _LARGE_BYTES)) and bool(mallopt(_M_TRIM_THRESHOLD, _LARGE_BYTES))


def spare_what_lasts() -> None:
    """Have Python's searches for unused cycles pass over all that is there now, as it stays while the program runs.

    The pages are 40,000 objects; to search them took 12 to 17 ms, in the midst of a touch or a slide.
    """
    gc.collect()
    gc.freeze()
