"""What happens before each start: a version that does not get healthy goes back to the one before."""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

PREPARE = Path(__file__).parents[2] / "packaging/systemd/prepare"


@dataclass(frozen=True)
class Wall:
    """A machine's folders, below one of ours, and its starts."""

    root: Path

    @property
    def releases(self) -> Path:
        return self.root / "usr/lib/clinic-kiosk"

    def starts(self) -> str:
        """Prepare a start; gives what is logged."""
        words = PREPARE.read_text()
        for place in ("/usr/lib/clinic-kiosk", "/var/lib/", "/etc/clinic-kiosk", "/run/", "/sys/"):
            words = words.replace(place, f"{self.root}{place}")
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


def test_a_count_that_a_pulled_plug_has_spoilt_begins_anew(wall: Wall) -> None:
    (wall.root / "var/lib/clinic-kiosk-releases/starts").write_bytes(b"\0\0\0")
    for _ in range(3):
        wall.starts()
    assert wall.version == "2.0.0"
    wall.starts()
    assert wall.version == "1.0.0"


def test_the_screen_is_arranged_once_and_again_after_a_change(wall: Wall) -> None:
    settings, arranged = wall.root / "etc/clinic-kiosk/settings.yaml", wall.root / "run/clinic-kiosk/screen"
    for program in ("clinic-kiosk", "udevadm"):
        file = wall.root / "bin" / program
        file.write_text(
            f'#!/bin/sh\necho {program} "$@" >> {wall.root}/asked\n[ {program} = udevadm ] || touch {arranged}\n'
        )
        file.chmod(0o755)
    asked = wall.root / "asked"
    settings.write_text("# rotation: 90\n")
    wall.starts()
    assert not asked.exists()
    settings.write_text("screen:\n  rotation: 90\n")
    os.utime(settings, (1, 1))
    wall.starts()
    wall.starts()
    assert asked.read_text().count("clinic-kiosk screen --write") == 1
    settings.write_text("screen:\n  bottom_mm: 800\n")
    wall.starts()
    assert not arranged.exists()
    wall.starts()
    assert asked.read_text().count("udevadm") == 2


def test_touches_are_turned_back_when_the_picture_is(wall: Wall) -> None:
    """As soon as the setting is taken out, not at the next boot."""
    rule = wall.root / "run/udev/rules.d/90-clinic-kiosk.rules"
    rule.parent.mkdir(parents=True)
    rule.write_text("turned\n")
    udev = wall.root / "bin/udevadm"
    udev.write_text(f'#!/bin/sh\necho "$@" >> {wall.root}/asked\n[ -e {rule} ] && exit 1 || exit 0\n')
    udev.chmod(0o755)
    (wall.root / "etc/clinic-kiosk/settings.yaml").write_text("screen:\n  # rotation: 90\n  bottom_mm: 800\n")
    wall.starts()
    assert not rule.exists()
    told = ["control --reload", "trigger --settle --subsystem-match=input --action=change"]
    assert (wall.root / "asked").read_text().splitlines() == told
    wall.starts()
    assert (wall.root / "asked").read_text().splitlines() == told
