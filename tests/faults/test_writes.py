"""The disk is full, broken or can only be read, at each change in turn; and the plug is pulled."""

import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kiosk.device import pin
from tests.faults.kept import KEPT
from tests.faults.slips import NUMBERS, slips

pytestmark = pytest.mark.usefixtures("quick_pins")

MOST_CHANGES = 40
"""Nothing small takes so many."""


@pytest.mark.parametrize("number", NUMBERS.values(), ids=NUMBERS)
@pytest.mark.parametrize("name", KEPT)
def test_a_disk_that_takes_nothing_leaves_the_old_or_the_new(tmp_path: Path, name: str, number: int) -> None:
    kept, told = KEPT[name], list[int | None]()
    for takes in range(MOST_CHANGES):
        state = tmp_path / f"{takes}" / "state"
        state.mkdir(parents=True)
        kept.write(state, 1)
        with slips(takes + _before(name), number) as slip:
            try:
                kept.write(state, 2)
            except OSError as error:
                assert kept.tells, f"{name} ends the kiosk"
                told.append(error.errno)
        assert set(told) <= {number}
        assert kept.read(state) in (1, 2)
        if not slip.has_failed:
            assert kept.read(state) == 2
            assert takes
            return
    raise AssertionError("It never succeeds.")


def _before(name: str) -> int:
    """Changes that the story itself makes before the kiosk does: somebody saves the settings file."""
    return 1 if name == "settings" else 0


@pytest.mark.parametrize("number", NUMBERS.values(), ids=NUMBERS)
@pytest.mark.parametrize("name", KEPT)
def test_a_disk_that_never_took_anything_keeps_no_kiosk_from_running(tmp_path: Path, name: str, number: int) -> None:
    kept, state = KEPT[name], tmp_path / "state"
    with slips(_before(name), number):
        try:
            kept.write(state, 1)
        except OSError:
            assert kept.tells
    assert kept.read(state) == 0
    kept.write(state, 1)
    assert kept.read(state) == 1, "and once it takes it again, it is kept"


@pytest.mark.parametrize("name", KEPT)
def test_the_state_folder_goes_and_comes_back(tmp_path: Path, name: str) -> None:
    kept, state = KEPT[name], tmp_path / "state"
    kept.write(state, 1)
    shutil.rmtree(state)
    assert kept.read(state) == 0
    kept.write(state, 1)
    assert kept.read(state) == 1


@pytest.mark.parametrize("name", KEPT)
@pytest.mark.parametrize(
    "damage",
    [b"", b"\x00" * 200, b"null", b"[]", b"{}", b"[" * 5000, b'{"count": Infinity, "until": NaN}', b"\xff\xfe{"],
    ids=["empty", "zeros", "null", "list", "nothing in it", "deep", "no number", "no text"],
)
def test_a_damaged_file_is_no_file(tmp_path: Path, name: str, damage: bytes) -> None:
    kept, state = KEPT[name], tmp_path / "state"
    kept.write(state, 1)
    for file in [file for file in state.rglob("*") if file.is_file()]:
        file.write_bytes(damage)
    found = kept.read(state)
    if name == "wrong tries":
        assert found >= len(pin.WAITS), "no try is free for that"
        return
    assert found == 0
    kept.write(state, 1)
    assert kept.read(state) == 1


# --- the plug -----------------------------------------------------------------------------------------------------

WRITES = """
import sys
from itertools import count
from pathlib import Path
from kiosk.device import pin
from tests.faults.kept import KEPT
pin._COST = {"n": 2, "r": 1, "p": 1}
pin.Pins.set.__globals__["weakness"] = lambda _: ""
state = Path(sys.argv[1])
for number in count():
    for name, kept in KEPT.items():
        if name in ("counts", "wrong tries", "starts"):
            (state / {"counts": "counts.json", "wrong tries": "wrong-tries.json", "starts": "starts.json"}[name])\
                .unlink(missing_ok=True)
        kept.write(state, 1)
        if name not in ("counts", "wrong tries", "starts"):
            kept.write(state, 2)
    if not number:
        print("ready", flush=True)
"""


def is_whole_after_kills(folder: Path, times: int, seed: int = 1) -> None:
    """Kill who writes without end at random moments; after each, everything that is there is whole."""
    chance = random.Random(seed)  # noqa: S311 - nothing secret
    state = folder / "state"
    state.mkdir(parents=True)
    for _ in range(times):
        with subprocess.Popen((sys.executable, "-c", WRITES, str(state)), stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
            time.sleep(chance.uniform(0, 0.05))
            process.send_signal(signal.SIGKILL)
        for name, kept in KEPT.items():
            found = kept.read(state)
            may_be_gone = name in ("counts", "wrong tries", "starts")  # who writes takes them away itself
            assert found in ((0, 1) if may_be_gone else (1, 2)), f"{name} is damaged: {found}"
        assert not list(state.glob("*.damaged"))


def test_the_plug_is_pulled_while_things_are_kept(tmp_path: Path) -> None:
    is_whole_after_kills(tmp_path, 3)
