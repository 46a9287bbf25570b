"""Whether the host of a virtual machine has given its processor to others: what was measured then says nothing.

The kernel counts such time as stolen, in hundredths of a second of all processors together: see proc_stat(5).
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")
_STOLEN = 8
"""The word of the first line of /proc/stat."""
MOST_TRIES = 10


def stolen() -> int:
    """How much was stolen since the machine was started."""
    return int(Path("/proc/stat").read_text(encoding="ascii").split("\n", 1)[0].split()[_STOLEN])


@contextmanager
def watched() -> Iterator[Callable[[], bool]]:
    """Gives a function that tells whether the processor was our own from the beginning on."""
    before = stolen()
    yield lambda: stolen() == before


def undisturbed(measure: Callable[[], T]) -> T:
    """Measure again until nothing was stolen meanwhile; after ten times, take it as it is and say so."""
    for _ in range(MOST_TRIES - 1):
        with watched() as is_ours:
            result = measure()
            if is_ours():
                return result
    print("The host of this machine leaves it no peace; the figures will be too high.")
    return measure()
