"""How much memory this process holds, and that what is no longer used goes back to the machine."""

import resource
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.health.memory import MOST_MB, has_grown, resident_mb


def test_it_is_what_the_kernel_says() -> None:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1_000_000
    assert 10 < resident_mb() <= peak * 1.05


def test_where_the_system_does_not_tell(tmp_path: Path) -> None:
    assert resident_mb(tmp_path) == 0


def test_it_has_grown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.health.memory.resident_mb", lambda: MOST_MB + 1)
    assert has_grown()
    monkeypatch.setattr("kiosk.health.memory.resident_mb", lambda: MOST_MB)
    assert not has_grown()


# --- what goes back ---------------------------------------------------------------------------------------------------

_STORY = """
import ctypes
from kiosk.health.memory import give_back_freed_memory
libc = ctypes.CDLL(None)
libc.malloc.restype = ctypes.c_void_p
libc.free.argtypes = [ctypes.c_void_p]

def resident():
    return int(open("/proc/self/statm").read().split()[1]) * 4096

def fills(size):
    block = libc.malloc(size)
    ctypes.memset(block, 1, size)
    return block

if {keeps}:
    assert give_back_freed_memory()
libc.free(fills(8 << 20))  # from now on glibc itself would hold blocks as large as this one in its heap
pictures = [fills(4 << 20) for _ in range(6)]
wedge = fills(100_000)
before = resident()
for picture in pictures:
    libc.free(picture)
print(before - resident())
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="glibc's malloc")
@pytest.mark.parametrize("keeps", ["True", "False"])
def test_a_large_picture_that_is_dropped_frees_its_memory(keeps: str) -> None:
    """The second case shows that the first one proves something."""
    told = subprocess.run(
        [sys.executable, "-c", _STORY.format(keeps=keeps)], capture_output=True, text=True, check=True
    )
    freed = int(told.stdout)
    assert (freed > 20 << 20) == (keeps == "True")


# --- what lasts -------------------------------------------------------------------------------------------------------

_LASTING = """
import gc, weakref
from kiosk.health.memory import spare_what_lasts

class Page:
    def __init__(self):
        self.itself = self

page, dropped = Page(), weakref.ref(Page())
spare_what_lasts()
assert dropped() is None, "what nobody used was kept for good"
assert not any(thing is page for thing in gc.get_objects()), "what lasts is searched"
later = weakref.ref(Page())
gc.collect()
assert later() is None, "what came later is not searched"
"""


def test_what_lasts_is_searched_no_more() -> None:
    told = subprocess.run([sys.executable, "-c", _LASTING], capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stderr
