"""On the wall the kiosk may mount nothing: it wishes, and the script of the package does it as root.

The script is the real one; instead of mount(8), which only root may call, a stand-in shows a folder.
"""

import os
import subprocess
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

import pytest

from kiosk.device.wished_stick import WishedStick
from kiosk.disk import Disk

SCRIPT: Final = Path(__file__).parents[2] / "packaging/systemd/stick"
_STANDS_IN: Final = {
    "blkid": "echo vfat",
    # mount -t TYPE -o OPTIONS DEVICE FOLDER
    "mount": 'cp -r "$STICK/." "$6" && echo "$4" > "$STICK_ROOT/options"',
    # umount FOLDER, or umount -q FOLDER
    "umount": 'for last; do :; done; [ -e "$STICK_ROOT/options" ] || exit 1\n'
    'case $(cat "$STICK_ROOT/options") in rw,*) cp -r "$last/." "$STICK" ;; esac\n'
    'rm -rf "$last"/* "$STICK_ROOT/options"',
}


class Wall:
    """A machine below a folder: the kiosk's side, and the unit that waits for its wishes."""

    def __init__(self, root: Path) -> None:
        self.root, self.stick_folder = root, root / "stick"
        self.ours, self.theirs = root / "run/kiosk", root / "run/clinic-kiosk-stick"
        for folder in (self.stick_folder, self.ours, root / "sys/block", root / "bin"):
            folder.mkdir(parents=True)
        for name, what in _STANDS_IN.items():
            (root / "bin" / name).write_text(f"#!/bin/sh\n{what}\n", encoding="ascii")
            (root / "bin" / name).chmod(0o755)
        self.sticks = WishedStick(Disk(), self.ours, self.theirs)
        self._ends = threading.Event()
        self._unit = threading.Thread(target=self._wait_for_wishes)
        self._unit.start()

    def plug_in(self) -> None:
        device = self.root / "sys/devices/usb1/sda"
        (device / "sda1").mkdir(parents=True)
        (self.root / "sys/block/sda").symlink_to(device)

    def close(self) -> None:
        self._ends.set()
        self._unit.join()

    def on_the_stick(self) -> list[str]:
        return sorted(file.name for file in self.stick_folder.iterdir())

    def _wait_for_wishes(self) -> None:
        path = f"{self.root / 'bin'}:{os.environ['PATH']}"
        environ = {"PATH": path, "STICK_ROOT": str(self.root), "STICK": str(self.stick_folder)}
        while not self._ends.wait(0.01):
            if (self.ours / "stick-wanted").exists():
                subprocess.run(["/bin/sh", str(SCRIPT)], env=environ, check=True)


@pytest.fixture
def wall(tmp_path: Path) -> Iterator[Wall]:
    machine = Wall(tmp_path / "wall")
    yield machine
    machine.close()


def test_without_a_stick_it_says_so(wall: Wall) -> None:
    assert wall.sticks.look().state == "none"
    assert wall.sticks.save("counts.csv", b"day") == "none"


def test_packs_are_shown_from_a_stick_that_is_only_read(wall: Wall) -> None:
    (wall.stick_folder / "news.zip").write_bytes(b"a pack")
    wall.plug_in()
    found = wall.sticks.look()
    assert (found.state, [pack.name for pack in found.packs]) == ("shown", ["news.zip"])
    assert (wall.root / "options").read_text(encoding="ascii").startswith("ro,nosuid,nodev,noexec")


def test_the_counts_are_written_and_the_stick_is_let_go(wall: Wall) -> None:
    wall.plug_in()
    assert wall.sticks.save("counts.csv", b"day,page,opened\r\n") == "shown"
    assert (wall.stick_folder / "counts.csv").read_bytes() == b"day,page,opened\r\n"
    assert wall.on_the_stick() == ["counts.csv"]
    assert not (wall.root / "options").exists(), "still mounted"
    assert list((wall.ours / "stick-out").iterdir()) == []


def test_a_stick_that_was_looked_at_takes_a_file_too(wall: Wall) -> None:
    wall.plug_in()
    assert wall.sticks.look().state == "shown"
    assert wall.sticks.save("pages.zip", b"pages") == "shown"
    assert wall.on_the_stick() == ["pages.zip"]


def test_nothing_is_followed_out_of_the_folder(wall: Wall, tmp_path: Path) -> None:
    secret = tmp_path / "shadow"
    secret.write_text("secret", encoding="ascii")
    wall.plug_in()
    (wall.ours / "stick-out").mkdir()
    (wall.ours / "stick-out/stolen.csv").symlink_to(secret)
    assert wall.sticks.save("counts.csv", b"day") == "shown"
    assert wall.on_the_stick() == ["counts.csv"]


def test_a_folder_that_is_a_link_is_not_entered(wall: Wall, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "stolen.csv").write_text("secret", encoding="ascii")
    wall.plug_in()
    (wall.ours / "stick-out").symlink_to(elsewhere)
    assert wall.sticks.save("counts.csv", b"day") == "full"
    assert wall.on_the_stick() == []


def test_staff_lock_the_screen_and_the_stick_is_taken_away(
    wall: Wall, waits: Callable[[Callable[[], bool]], bool]
) -> None:
    wall.plug_in()
    wall.sticks.look()
    wall.sticks.let_go()
    assert waits(lambda: (wall.theirs / "answer").read_text(encoding="ascii") == "away\n")
    assert not (wall.root / "options").exists()


def test_a_kiosk_that_was_never_asked_for_a_stick_leaves_it_alone(wall: Wall) -> None:
    wall.sticks.let_go()
    assert not (wall.ours / "stick-wanted").exists()


def test_the_kiosk_ends_and_waits_for_no_stick(tmp_path: Path, waits: Callable[[Callable[[], bool]], bool]) -> None:
    """The system ends a program that does not end within seconds, and takes that for a failure."""
    sticks = WishedStick(Disk(), tmp_path / "ours", tmp_path / "theirs")
    with ThreadPoolExecutor(1) as desk:
        found = desk.submit(sticks.look)
        assert waits((tmp_path / "ours/stick-wanted").exists)
        sticks.close()
        assert found.result(timeout=5).state == "silent"
    assert not (tmp_path / "ours/stick-wanted").exists()


def test_nobody_answers_and_staff_are_told(tmp_path: Path) -> None:
    ticks = iter(range(0, 1000, 20))
    sticks = WishedStick(Disk(), tmp_path / "ours", tmp_path / "theirs", lambda: float(next(ticks)))
    assert sticks.look().state == "silent"
    assert not (tmp_path / "ours/stick-wanted").exists()
