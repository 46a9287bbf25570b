"""What happens before each start: a version that does not get healthy goes back, and the screen is turned."""

import os
import re
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PREPARE = ROOT / "packaging/systemd/prepare"
PLACE = re.compile(r"/(?:usr/lib/clinic-kiosk|var/lib|etc|run|sys)\b")
UPRIGHT = "screen:\n  rotation: 90\n"


@dataclass(frozen=True)
class Wall:
    """A machine's folders, below one of ours, and its starts."""

    root: Path

    @property
    def releases(self) -> Path:
        return self.root / "usr/lib/clinic-kiosk"

    def starts(self) -> str:
        """Prepare a start; gives what is logged."""
        words = PLACE.sub(lambda place: f"{self.root}{place[0]}", PREPARE.read_text())
        environ = {"PATH": f"{self.root / 'bin'}:{os.environ['PATH']}"}
        done = subprocess.run(("sh", "-c", words), env=environ, capture_output=True, text=True, check=True)
        assert done.stderr == ""
        return done.stdout

    def gets_healthy(self, version: str) -> None:
        (self.root / "var/lib/clinic-kiosk/healthy").write_text(f"{version}\n")

    def has_screen(self, status: str) -> None:
        """What the graphics driver tells of the one socket: connected or disconnected."""
        (self.root / "sys/class/drm/card0-HDMI-A-1/status").write_text(f"{status}\n")

    @property
    def version(self) -> str:
        return (self.releases / "current/VERSION").read_text().strip()


@pytest.fixture
def wall(tmp_path: Path) -> Wall:
    wall = Wall(tmp_path)
    for folder in ("etc/clinic-kiosk", "run", "var/lib/clinic-kiosk", "var/lib/clinic-kiosk-releases", "bin"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "sys/class/drm/card0-HDMI-A-1").mkdir(parents=True)
    wall.has_screen("connected")
    for release, version in (("release", "2.0.0"), ("release-before", "1.0.0")):
        (wall.releases / release).mkdir(parents=True)
        (wall.releases / release / "VERSION").write_text(f"{version}\n")
    (wall.releases / "current").symlink_to("release")
    return wall


def test_after_three_starts_without_health_the_version_before_is_back(wall: Wall) -> None:
    wall.gets_healthy("1.0.0")
    assert [(wall.starts(), wall.version)[1] for _ in range(3)] == ["2.0.0"] * 3
    assert "Release 2.0.0 did not get healthy in 3 starts: back to 1.0.0." in wall.starts()
    assert wall.version == "1.0.0"
    assert wall.starts() == ""
    assert wall.version == "1.0.0"


def test_a_version_that_got_healthy_once_stays(wall: Wall) -> None:
    wall.starts()
    wall.starts()
    wall.gets_healthy("2.0.0")
    for _ in range(9):
        assert wall.starts() == ""
    assert wall.version == "2.0.0"


def test_without_a_version_before_it_goes_on_trying(wall: Wall) -> None:
    (wall.releases / "release-before/VERSION").unlink()
    (wall.releases / "release-before").rmdir()
    for _ in range(9):
        assert wall.starts() == ""
    assert wall.version == "2.0.0"


def test_starts_without_a_screen_are_not_the_fault_of_a_release(wall: Wall) -> None:
    wall.has_screen("disconnected")
    for _ in range(9):
        assert wall.starts() == ""
    assert wall.version == "2.0.0"
    wall.has_screen("connected")
    for _ in range(4):
        wall.starts()
    assert wall.version == "1.0.0"


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may mount a disk that is full")
def test_starts_on_a_full_disk_are_not_the_fault_of_a_release(wall: Wall) -> None:
    """None can tell there that it is healthy."""
    state = str(wall.root / "var/lib/clinic-kiosk")
    if subprocess.run(("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", state), check=False).returncode:
        pytest.skip("nothing can be mounted here")
    try:
        with suppress(OSError), Path(state, "filler").open("wb", buffering=0) as filler:
            while filler.write(bytes(4096)):
                pass
        for _ in range(9):
            assert wall.starts() == ""
        assert wall.version == "2.0.0"
        Path(state, "filler").unlink()
        for _ in range(4):
            wall.starts()
        assert wall.version == "1.0.0"
    finally:
        subprocess.run(("umount", state), check=True)


def test_a_count_that_a_pulled_plug_has_spoilt_begins_anew(wall: Wall) -> None:
    (wall.root / "var/lib/clinic-kiosk-releases/starts").write_bytes(b"\0\0\0")
    for _ in range(3):
        wall.starts()
    assert wall.version == "2.0.0"
    wall.starts()
    assert wall.version == "1.0.0"


# --- the screen ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Upright:
    """A screen that hangs upright: the real program reads its settings, and what it and udev are asked is noted."""

    wall: Wall

    def says(self, settings: str) -> None:
        """Somebody writes the settings, some time before the next start."""
        file = self.wall.root / "etc/clinic-kiosk/settings.yaml"
        file.write_text(settings)
        os.utime(file, (1, 1))

    def boots(self) -> str:
        """The machine forgets what was in memory, and starts; gives what is logged."""
        for file in (self.picture, self.touch):
            file.unlink(missing_ok=True)
        return self.wall.starts()

    @property
    def picture(self) -> Path:
        return self.wall.root / "run/clinic-kiosk/screen"

    @property
    def touch(self) -> Path:
        return self.wall.root / "run/udev/rules.d/90-clinic-kiosk.rules"

    @property
    def hangs(self) -> tuple[str, bool]:
        """How the picture is turned, and whether touches are turned with it."""
        if not self.picture.exists():
            return "normal", self.touch.exists()
        return self.picture.read_text().partition("KIOSK_TRANSFORM=")[2].strip(), bool(self.touch.read_text())

    def was_asked(self) -> list[str]:
        """What was asked since the last time, one line each."""
        asked = self.wall.root / "asked"
        lines = asked.read_text().splitlines() if asked.exists() else []
        asked.unlink(missing_ok=True)
        return lines


@pytest.fixture
def upright(wall: Wall) -> Upright:
    settings, asked = wall.root / "etc/clinic-kiosk/settings.yaml", wall.root / "asked"
    program = f'CLINIC_KIOSK_SETTINGS={settings} PYTHONPATH={ROOT} exec {sys.executable} -m kiosk "$@" 2>/dev/null'
    for name, does in (("clinic-kiosk", program), ("udevadm", "exit 0")):
        file = wall.root / "bin" / name
        file.write_text(f'#!/bin/sh\necho {name} "$@" >> {asked}\n{does}\n')
        file.chmod(0o755)
    wall.gets_healthy("2.0.0")
    return Upright(wall)


TURNS = ["udevadm control --reload", "udevadm trigger --settle --subsystem-match=input --action=change"]


def test_a_screen_that_is_not_turned_costs_no_time(upright: Upright) -> None:
    upright.says("# rotation: 90\nscreen:\n  bottom_mm: 800\n")
    assert upright.boots() == upright.boots() == ""
    assert upright.was_asked() == []
    assert upright.hangs == ("normal", False)


@pytest.mark.parametrize("settings", [UPRIGHT, "screen: {rotation: 90}\n"])
def test_a_screen_is_turned_once_after_each_boot(upright: Upright, settings: str) -> None:
    upright.says(settings)
    for _ in range(2):
        assert upright.boots() == upright.wall.starts() == ""
        assert upright.hangs == ("90", True)
        assert upright.was_asked() == [f"clinic-kiosk screen --write {upright.wall.root}/run", *TURNS]


def test_picture_and_touch_are_turned_back_as_soon_as_the_settings_are(upright: Upright) -> None:
    """Not at the next boot, and for good."""
    upright.says(UPRIGHT)
    upright.boots()
    upright.was_asked()
    upright.says("screen:\n  # rotation: 90\n  bottom_mm: 800\n")
    os.utime(upright.picture, (0, 0))
    upright.wall.starts()
    assert upright.hangs == ("normal", False)
    assert upright.was_asked()[1:] == TURNS
    upright.boots()
    assert upright.was_asked() == []


@pytest.mark.parametrize(
    "mistake",
    ["clinic: [\nscreen:\n  rotation: 90\n", "screen:\n  rotation: 45\n", "screen:\n  rotaton: 90\n"],
    ids=["elsewhere", "in the angle", "in the word"],
)
def test_a_mistake_in_the_settings_lays_no_screen_on_its_side(upright: Upright, mistake: str) -> None:
    """The kiosk runs with its last good settings, so the picture hangs by them as well: at once, and after a reboot."""
    upright.says(UPRIGHT)
    upright.boots()
    upright.says(mistake)
    os.utime(upright.picture, (0, 0))
    assert "see clinic-kiosk check" in upright.wall.starts()
    assert upright.hangs == ("90", True)
    upright.was_asked()
    for _ in range(2):
        assert "see clinic-kiosk check" in upright.boots()
        assert upright.hangs == ("90", True)
        assert upright.was_asked()[1:] == TURNS
    upright.says("screen:\n  rotation: 270\n")
    assert upright.boots() == ""
    assert upright.hangs == ("270", True)


def test_with_a_mistake_from_the_first_day_on_nothing_is_turned(upright: Upright) -> None:
    upright.says("screen:\n  rotation: 45\n")
    assert "see clinic-kiosk check" in upright.boots()
    assert upright.hangs == ("normal", False)


def test_what_was_kept_before_the_plug_was_pulled_is_whole(upright: Upright) -> None:
    """Half of it may lie beside it; that is never taken."""
    upright.says(UPRIGHT)
    upright.boots()
    for name in ("screen.new", "touch.new"):
        (upright.wall.root / "var/lib/clinic-kiosk-releases" / name).write_text("KIOSK_OUT")
    upright.says("clinic: [\n")
    upright.boots()
    assert upright.hangs == ("90", True)
