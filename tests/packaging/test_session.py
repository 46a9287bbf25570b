"""The session of the package in a real compositor without a screen: one screen shows, and the whole kiosk is on it."""

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from kiosk.settings.hours import DAYS
from tests.boot.picture import Picture, read_ppm
from tests.boot.screens import SIZE, make_screens
from tests.health.conftest import LONG, NOBODY, Supervisor
from tests.packaging.finger import Finger

ROOT = Path(__file__).parents[2]
SYSTEMD = ROOT / "packaging/systemd"
PROGRAMS = ("sway", "grim")
OFF_AND_ON = """cd {folder}
case "$*" in
*--off*) touch "$2.off" ;;
*--on*) rm -f "$2.off" ;;
*) for screen in HEADLESS-1 HEADLESS-2; do
    printf '%s "A screen"\\n  Enabled: %s\\n' $screen $([ -e $screen.off ] && echo no || echo yes)
done ;;
esac"""
"""wlr-randr, as far as it is used: without a graphics card a compositor cannot switch a screen off."""
pytestmark = pytest.mark.skipif(
    any(shutil.which(program) is None for program in PROGRAMS),
    reason="needs the Debian packages sway and grim",
)


@dataclass(frozen=True)
class Wall:
    """A compositor with two screens, and what runs in it."""

    folder: Path

    @property
    def environ(self) -> dict[str, str]:
        """How programs find it, and which kiosk they find."""
        told = {"XDG_RUNTIME_DIR": str(self.folder), "WAYLAND_DISPLAY": "wayland-1", "HOME": str(self.folder)}
        told |= {"SWAYSOCK": str(next(self.folder.glob("sway-ipc.*"), ""))}
        return {"PATH": f"{self.folder}:{os.environ['PATH']}", "QT_QPA_PLATFORM": "wayland", **told}

    def has(self, does: str, program: str = "clinic-kiosk") -> None:
        """Put a program in the place of the kiosk, or of another one."""
        file = self.folder / program
        file.write_text(f"#!/bin/sh\n{does}\n")
        file.chmod(0o755)

    def begins(self, **more: str) -> "subprocess.Popen[bytes]":
        """Start the session."""
        return subprocess.Popen((str(SYSTEMD / "session"),), env=self.environ | more)

    def arranges_again(self, **more: str) -> None:
        """What happens when a screen was plugged in, outside of the session: it knows the folder, and nothing more."""
        told = {"PATH": os.environ["PATH"], "XDG_RUNTIME_DIR": str(self.folder)}
        subprocess.run((str(SYSTEMD / "arrange"),), env=told | more, check=True, timeout=LONG)

    def screens(self) -> dict[str, dict[str, object]]:
        """What the compositor tells of each screen."""
        return {screen["name"]: screen for screen in json.loads(self.asks("swaymsg", "-r", "-t", "get_outputs"))}

    def turned_off(self) -> set[str]:
        """Which screens it was told to switch off; one that is none cannot be."""
        return set(re.findall(r"Turning off output (\S+)", (self.folder / "log").read_text()))

    def picture(self) -> Picture:
        """What the first screen shows."""
        return read_ppm(self.asks("grim", "-t", "ppm", "-o", "HEADLESS-1", "-"))

    def asks(self, *command: str) -> bytes:
        """What a program prints that speaks to the compositor."""
        return subprocess.run(command, env=self.environ, capture_output=True, check=True, timeout=LONG).stdout


@pytest.fixture
def wall() -> Iterator[Wall]:
    """With our own configuration, but for the program that it starts."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        ours = (ROOT / "packaging/systemd/sway.conf").read_text().splitlines()
        lines = [line for line in ours if not line.startswith("exec ")]
        places = {"HEADLESS-1": 0, "HEADLESS-2": SIZE[0]}
        lines += [f"output {screen} resolution {SIZE[0]}x{SIZE[1]} position {x} 0" for screen, x in places.items()]
        (folder / "sway.conf").write_text("\n".join(lines) + "\n")
        as_whom: tuple[str, ...] = ()
        if os.geteuid() == 0:
            os.chown(folder, NOBODY, NOBODY)
            as_whom = ("setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups")
        told = {"WLR_BACKENDS": "headless", "WLR_HEADLESS_OUTPUTS": "2", "WLR_RENDERER": "pixman"}
        inside = {"XDG_RUNTIME_DIR": name, "PATH": os.environ["PATH"], "HOME": name, "WLR_LIBINPUT_NO_DEVICES": "1"}
        command = (*as_whom, "sway", "-d", "-c", str(folder / "sway.conf"))
        with (folder / "log").open("wb") as log:
            compositor = subprocess.Popen(command, env=inside | told, stderr=log)
        wall = Wall(folder)
        _wait_for(
            lambda: (folder / "wayland-1").exists() and any(folder.glob("sway-ipc.*")) and len(wall.screens()) == 2
        )
        try:
            yield wall
        finally:
            compositor.kill()
            compositor.wait()


def _wait_for(look: Callable[[], bool]) -> None:
    end = time.monotonic() + LONG
    while not look():
        assert time.monotonic() < end
        time.sleep(0.05)


@pytest.mark.parametrize(
    ("wanted", "shown"), [("", "HEADLESS-1"), ("HEADLESS-2", "HEADLESS-2"), ("DP-9", "HEADLESS-1")]
)
def test_one_screen_shows_and_the_other_is_dark(wall: Wall, wanted: str, shown: str) -> None:
    wall.has("exit 7")
    assert wall.begins(KIOSK_OUTPUT=wanted).wait(LONG) == 7
    assert wall.turned_off() == set(wall.screens()) - {shown}


@pytest.mark.parametrize(("wanted", "clockwise"), [("normal", "normal"), ("90", "270"), ("180", "180"), ("270", "90")])
def test_the_picture_is_turned(wall: Wall, wanted: str, clockwise: str) -> None:
    wall.has("exit 0")
    assert wall.begins(KIOSK_TRANSFORM=wanted).wait(LONG) == 0
    assert wall.screens()["HEADLESS-1"]["transform"] == clockwise


def test_a_screen_that_comes_later_stays_dark(wall: Wall) -> None:
    wall.has("exit 0")
    assert wall.begins().wait(LONG) == 0
    wall.asks("swaymsg", "create_output")
    _wait_for(lambda: "HEADLESS-3" in wall.screens())
    assert "HEADLESS-3" not in wall.turned_off(), "the compositor shows on it by itself"
    wall.arranges_again()
    assert "HEADLESS-3" in wall.turned_off()
    assert "HEADLESS-1" not in wall.turned_off()


def test_a_screen_that_comes_later_is_turned(wall: Wall) -> None:
    """It is the one that the settings name; until then another one has shown."""
    wall.has("exit 0")
    told = {"KIOSK_OUTPUT": "HEADLESS-3", "KIOSK_TRANSFORM": "90"}
    assert wall.begins(**told).wait(LONG) == 0
    assert wall.turned_off() == {"HEADLESS-2"}
    wall.asks("swaymsg", "create_output")
    _wait_for(lambda: "HEADLESS-3" in wall.screens())
    assert wall.screens()["HEADLESS-3"]["transform"] == "normal"
    wall.arranges_again(**told)
    assert wall.screens()["HEADLESS-3"]["transform"] == "270"  # clockwise
    assert wall.turned_off() == {"HEADLESS-1", "HEADLESS-2"}


def test_a_screen_that_comes_on_while_it_is_closed_is_switched_off_again(wall: Wall, tmp_path: Path) -> None:
    """A monitor that tells of itself in its sleep is arranged, and so switched on. By the tool that Cage leaves."""
    settings = tmp_path / "settings.yaml"
    day_after_tomorrow = DAYS[(datetime.now().astimezone().weekday() + 2) % len(DAYS)]
    settings.write_text(
        f"state_dir: {tmp_path / 'state'}\nhours:\n  when_closed: off\n  {day_after_tomorrow}: 08:00-09:00\n"
    )
    wall.has(f'exec {sys.executable} -m kiosk "$@" --settings {settings}')
    wall.has(OFF_AND_ON.format(folder=wall.folder), "wlr-randr")
    told = {"SWAYSOCK": "", "PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path)}
    kiosk = wall.begins(**told)
    is_off = wall.folder / "HEADLESS-1.off"
    try:
        _wait_for(is_off.exists)
        wall.asks("swaymsg", "create_output")
        wall.arranges_again(PATH=wall.environ["PATH"])
        assert not is_off.exists()
        _wait_for(is_off.exists)
        kiosk.terminate()
        assert kiosk.wait(LONG) == 0
        assert not is_off.exists(), "whatever comes next is to be seen"
        assert (wall.folder / "HEADLESS-2.off").exists(), "it never showed"
    finally:
        kiosk.kill()
        kiosk.wait()


def test_sway_understands_every_line_of_its_settings(wall: Wall) -> None:
    """And would tell of one that it does not."""
    assert "Error on line" not in (wall.folder / "log").read_text()
    settings = wall.folder / "sway.conf"
    settings.write_text(settings.read_text().replace("hide_cursor", "hide_cursors"))
    with suppress(subprocess.CalledProcessError):
        wall.asks("swaymsg", "reload")
    _wait_for(lambda: "Error on line" in (wall.folder / "log").read_text())


def test_the_whole_kiosk_is_painted_and_tapped(wall: Wall, tmp_path: Path) -> None:
    supervisor = Supervisor(tmp_path)
    settings = tmp_path / "settings.yaml"
    settings.write_text(f"clinic:\n  name: Your clinic\nstate_dir: {tmp_path / 'state'}\n")
    screens = make_screens(tmp_path / "screens", settings, ("attract", "home"))
    wall.has(f'exec {sys.executable} -m kiosk "$@" --settings {settings}')
    finger = Finger(wall.folder / "wayland-1")
    kiosk = wall.begins(NOTIFY_SOCKET=supervisor.address, PYTHONPATH=str(ROOT), XDG_CACHE_HOME=str(tmp_path))
    try:
        assert supervisor.waits_for("READY=1")
        _wait_for(lambda: screens.shows(wall.picture(), "attract"))
        finger.tap(0.125, 0.5)  # of both screens together
        _wait_for(lambda: screens.shows(wall.picture(), "home"))
        assert kiosk.poll() is None
        kiosk.terminate()
        assert kiosk.wait(LONG) == 0
    finally:
        kiosk.kill()
        finger.take_away()
        supervisor.socket.close()
