"""Screens that are switched by one tool or another, with real programs that a test has put in their place."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.device.panel import Panel, run_tool

Tool = Callable[[str, str], None]
RANDR = """if [ $# = 0 ]; then
  printf 'HDMI-A-1 "A screen"\\n  Enabled: yes\\n  Modes:\\n    1920x1080 px\\nDP-1 "Another"\\n  Enabled: yes\\n'
  printf 'DP-2 "Off for good"\\n  Enabled: no\\n'
fi"""


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """What the tools were told, a line for each."""
    file = tmp_path / "log"
    file.touch()
    return file


@pytest.fixture
def tool(tmp_path: Path, log: Path, monkeypatch: pytest.MonkeyPatch) -> Tool:
    """Installs a program that notes what it is told, and then does something."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")

    def install(name: str, does: str) -> None:
        file = folder / name
        file.write_text(f'#!/bin/sh\necho "{name} $*" >> {log}\n{does}\n')
        file.chmod(0o755)

    return install


def panel(tmp_path: Path, **environ: str) -> Panel:
    only = str(tmp_path / "bin")
    return Panel(environ, lambda name: shutil.which(name, path=only), run_tool, tmp_path)


def test_sway_does_it(tool: Tool, tmp_path: Path, log: Path) -> None:
    tool("swaymsg", "")
    tool("wlr-randr", RANDR)
    screen = panel(tmp_path, SWAYSOCK="x", WAYLAND_DISPLAY="wayland-1")
    assert screen.switch(on=False)
    assert screen.switch(on=True)
    assert log.read_text().splitlines() == ["swaymsg output * dpms off", "swaymsg output * dpms on"]


def test_each_screen_by_its_name(tool: Tool, tmp_path: Path, log: Path) -> None:
    tool("wlr-randr", RANDR)
    assert panel(tmp_path, WAYLAND_DISPLAY="wayland-1").switch(on=False)
    assert log.read_text().splitlines() == [
        "wlr-randr ",
        "wlr-randr --output HDMI-A-1 --off",
        "wlr-randr --output DP-1 --off",
    ]


def test_what_was_off_before_stays_off(tool: Tool, tmp_path: Path, log: Path) -> None:
    tool("wlr-randr", RANDR)
    screen = panel(tmp_path, WAYLAND_DISPLAY="wayland-1")
    assert screen.switch(on=False)
    tool("wlr-randr", "[ $# = 0 ] && printf 'HDMI-A-1 \"x\"\\n  Enabled: no\\n'; exit 0")
    assert screen.switch(on=True)
    assert log.read_text().splitlines()[-2:] == ["wlr-randr --output HDMI-A-1 --on", "wlr-randr --output DP-1 --on"]


def test_told_off_once_more_it_still_knows_what_to_switch_on(tool: Tool, tmp_path: Path, log: Path) -> None:
    """A screen that came on by itself is off again by then, or only one of them came."""
    tool("wlr-randr", RANDR)
    screen = panel(tmp_path, WAYLAND_DISPLAY="wayland-1")
    assert screen.switch(on=False)
    tool("wlr-randr", "[ $# = 0 ] && printf 'HDMI-A-1 \"x\"\\n  Enabled: no\\n'; exit 0")
    assert not screen.switch(on=False)
    tool("wlr-randr", "[ $# = 0 ] && printf 'DP-1 \"x\"\\n  Enabled: yes\\n'; exit 0")
    assert screen.switch(on=False)
    assert screen.switch(on=True)
    assert log.read_text().splitlines()[-2:] == ["wlr-randr --output HDMI-A-1 --on", "wlr-randr --output DP-1 --on"]


def test_what_fails_is_followed_by_the_next(tool: Tool, tmp_path: Path, log: Path) -> None:
    tool("wlopm", "echo 'no such protocol' >&2; exit 1")
    tool("wlr-randr", RANDR)
    assert panel(tmp_path, WAYLAND_DISPLAY="wayland-1").switch(on=False)
    assert "wlr-randr --output DP-1 --off" in log.read_text()


def test_where_nothing_can(tool: Tool, tmp_path: Path) -> None:
    assert not panel(tmp_path, WAYLAND_DISPLAY="wayland-1").switch(on=False)
    tool("wlr-randr", "exit 1")
    assert not panel(tmp_path, WAYLAND_DISPLAY="wayland-1").switch(on=False)
    assert not panel(tmp_path).switch(on=False)
    assert not panel(tmp_path, DISPLAY=":0").switch(on=False), "no xset is there"


def test_a_tool_that_hangs_is_given_up(tool: Tool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tool("xset", "exec sleep 60")
    monkeypatch.setattr("kiosk.device.panel.PATIENCE", 0.1)
    assert not panel(tmp_path, DISPLAY=":0").switch(on=False)


def test_tools_speak_the_language_that_is_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the machine speaks: CUPS tells in the clinic's own words else that a printer is stopped."""
    monkeypatch.setenv("LANG", "es_US.UTF-8")
    monkeypatch.setenv("LC_ALL", "es_US.UTF-8")
    assert run_tool(("sh", "-c", 'echo "$LC_ALL"')) == "C\n"


# --- brightness ---------------------------------------------------------------------------------------------------


def test_a_backlight_of_its_own(tmp_path: Path) -> None:
    light = tmp_path / "sys/class/backlight/intel"
    light.mkdir(parents=True)
    (light / "max_brightness").write_text("120000\n")
    (light / "brightness").write_text("30000\n")
    screen = panel(tmp_path)
    assert screen.brightness() == 25
    assert screen.set_brightness(80)
    assert (light / "brightness").read_text() == "96000"
    assert screen.brightness() == 80


def test_a_monitor_that_listens(tool: Tool, tmp_path: Path, log: Path) -> None:
    tool("ddcutil", "[ $2 = getvcp ] && echo 'VCP 10 C 75 100'; exit 0")
    screen = panel(tmp_path)
    assert screen.brightness() == 75
    assert screen.set_brightness(60)
    assert log.read_text().splitlines()[-1] == "ddcutil --noverify setvcp 10 60"


def test_a_screen_that_cannot_be_set(tool: Tool, tmp_path: Path) -> None:
    assert panel(tmp_path).brightness() is None
    assert not panel(tmp_path).set_brightness(50)
    tool("ddcutil", "echo 'Display not found'; exit 1")
    assert panel(tmp_path).brightness() is None
    assert not panel(tmp_path).set_brightness(50)
    light = tmp_path / "sys/class/backlight/odd"
    light.mkdir(parents=True)
    (light / "max_brightness").write_text("bright\n")
    assert panel(tmp_path).brightness() is None
