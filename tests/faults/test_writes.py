"""The disk is full, broken or can only be read, at each change in turn; and the plug is pulled."""

import json
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from itertools import cycle, islice
from pathlib import Path

import pytest

from kiosk.device import pin
from kiosk.disk import Disk
from tests.faults.kept import KEPT
from tests.faults.rising import RISING, begin, held_after
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


def is_whole_after_kills(folder: Path, times: int, seed: int = 1) -> None:
    """Kill who writes rising numbers, of each in turn, at random moments; then everything holds what was told of last.

    Raises AssertionError when a number is lost, damaged, or an older one than that.
    """
    chance = random.Random(seed)  # noqa: S311 - nothing secret
    folder.mkdir(parents=True, exist_ok=True)
    held = dict.fromkeys(RISING, 0)
    names = cycle(chance.sample(list(RISING), len(RISING)))
    for name in islice(names, times):
        (folder / "told").unlink(missing_ok=True)
        _killed_while_writing(folder, held, name, chance.uniform(0, 0.05))
        held = held_after(folder)


def _killed_while_writing(folder: Path, held: Mapping[str, int], over: str, after: float) -> None:
    words = (sys.executable, "-m", "tests.faults.rising", str(folder), json.dumps(held), over)
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n", "it writes each of them once"
        time.sleep(after)
        process.send_signal(signal.SIGKILL)
    assert process.returncode == -signal.SIGKILL, "it ended by itself"


def test_the_plug_is_pulled_while_things_are_kept(tmp_path: Path) -> None:
    is_whole_after_kills(tmp_path, 3)


class PowerCut(BaseException):
    """Nothing catches it: what was to come does not come."""


class TestTheProofNotices:
    """The proof above proves something: with a disk that does not write whole it fails, for each that is kept."""

    @pytest.mark.parametrize("half", [None, 0, 1], ids=["nothing", "an empty file", "a half"])
    @pytest.mark.parametrize("name", RISING)
    def test_what_a_cut_leaves(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, half: int | None
    ) -> None:
        begin(tmp_path, name, 1)
        assert held_after(tmp_path) == {name: 1}

        def in_place(_disk: Disk, file: Path, data: bytes, **_private: bool) -> None:
            file.unlink()
            if half is not None:
                file.write_bytes(data[: half * len(data) // 2])
            raise PowerCut

        with pytest.raises(PowerCut):
            _with_disk(monkeypatch, in_place, lambda: begin(tmp_path, name, 2))
        with pytest.raises(AssertionError, match=f"{name} should hold one of"):
            held_after(tmp_path)

    @pytest.mark.parametrize("name", RISING)
    def test_a_write_that_comes_to_nothing(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
        begin(tmp_path, name, 1)
        _with_disk(monkeypatch, lambda *_, **__: None, lambda: begin(tmp_path, name, 2))
        assert held_after(tmp_path) == {name: 1}, "it may still be under way"
        begin(tmp_path, next(other for other in RISING if other != name), 1)
        with pytest.raises(AssertionError, match=f"{name} should hold one of"):
            held_after(tmp_path)


def _with_disk(monkeypatch: pytest.MonkeyPatch, write: Callable[..., None], act: Callable[[], None]) -> None:
    with monkeypatch.context() as patches:
        patches.setattr(Disk, "write_whole", write)
        patches.setattr(Disk, "write_quickly", write)
        act()
