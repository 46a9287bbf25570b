"""Switching the screen off and on, and its brightness, by whatever this machine has for it."""

import os
import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

from kiosk.values import value_class

Run = Callable[[Sequence[str]], str]
"""Runs a program and gives what it printed; raises OSError or subprocess.SubprocessError."""
PATIENCE: Final = 3.0
"""Seconds for such a program."""
FULL: Final = 100


@value_class
class Tool:
    """A program that switches screens."""

    name: str
    needs: str
    """The variable of the environment that tells of the compositor it speaks with."""
    off: tuple[str, ...]
    on: tuple[str, ...]
    each: tuple[str, ...] = ()
    """What lists the screens, where each must be named (as OUTPUT)."""


TOOLS: Final = (
    Tool("swaymsg", "SWAYSOCK", ("output", "*", "dpms", "off"), ("output", "*", "dpms", "on")),
    Tool("wlopm", "WAYLAND_DISPLAY", ("--off", "*"), ("--on", "*")),
    Tool(
        "wlr-randr", "WAYLAND_DISPLAY", ("--output", "OUTPUT", "--off"), ("--output", "OUTPUT", "--on"), ("wlr-randr",)
    ),
    Tool("xset", "DISPLAY", ("dpms", "force", "off"), ("dpms", "force", "on")),
)
"""In the order in which they are tried: the first two keep the screen's place, so that touches still arrive."""


class Panel:
    """The screen as a device."""

    def __init__(self, environ: Mapping[str, str], which: Callable[[str], str | None], run: Run, root: Path) -> None:
        """which: where a program lies; root: where /sys lies."""
        self._tools = [tool for tool in TOOLS if environ.get(tool.needs) and which(tool.name)]
        self._ddcutil = which("ddcutil") is not None
        self._run = run
        self._backlights = root / "sys/class/backlight"
        self._switched_off: list[str] = []
        """Only these are switched on again: another screen may be off for good."""

    def switch(self, *, on: bool) -> bool:
        """Switch it off or on; False when nothing here can."""
        return any(self._by(tool, on=on) for tool in self._tools)

    def set_brightness(self, per_cent: int) -> bool:
        """Set how bright it is; False when nothing here can."""
        done = [_write(light, per_cent) for light in self._lights()]
        if any(done):
            return True
        return self._ddcutil and self._tries(("ddcutil", "--noverify", "setvcp", "10", str(per_cent))) is not None

    def brightness(self) -> int | None:
        """How bright it is in per cent; None when nothing here tells."""
        for light in self._lights():
            most = _number(light / "max_brightness")
            now = _number(light / "brightness")
            if most and now is not None:
                return round(FULL * now / most)
        told = self._tries(("ddcutil", "--brief", "getvcp", "10")) if self._ddcutil else None
        words = told.split() if told else []
        # VCP 10 C 75 100: now, and at most
        is_told = len(words) >= 5 and words[3].isdecimal() and words[4].isdecimal() and int(words[4]) > 0  # noqa: PLR2004 - words of a line
        return round(FULL * int(words[3]) / int(words[4])) if is_told else None

    def _lights(self) -> list[Path]:
        return sorted(self._backlights.iterdir()) if self._backlights.is_dir() else []

    def _by(self, tool: Tool, *, on: bool) -> bool:
        words = tool.on if on else tool.off
        if not tool.each:
            return self._tries((tool.name, *words)) is not None
        outputs = self._switched_off if on else _enabled(self._tries(tool.each) or "")
        commands = [(tool.name, *(output if word == "OUTPUT" else word for word in words)) for output in outputs]
        done = bool(commands) and all([self._tries(command) is not None for command in commands])  # noqa: C419 - each one
        if not on:
            self._switched_off = list(dict.fromkeys((*self._switched_off, *outputs)))
        elif done:
            self._switched_off = []
        return done

    def _tries(self, command: Sequence[str]) -> str | None:
        try:
            return self._run(command)
        except (OSError, subprocess.SubprocessError):
            return None


def run_tool(command: Sequence[str]) -> str:
    """Run a program and give what it printed, in English: its words are looked at."""
    done = subprocess.run(
        command,
        env={**os.environ, "LC_ALL": "C"},
        capture_output=True,
        text=True,
        errors="replace",
        check=True,
        timeout=PATIENCE,
    )
    return done.stdout


def panel_of_this_machine() -> Panel:
    """The screen that this process shows on."""
    return Panel(os.environ, shutil.which, run_tool, Path("/"))


def _enabled(listed: str) -> list[str]:
    """The screens that are on, of a list as wlr-randr prints it: a name, and below it lines that are set in."""
    found: list[str] = []
    name = ""
    for line in listed.splitlines():
        if line and not line[0].isspace():
            name = line.split()[0]
        elif line.split() == ["Enabled:", "yes"]:
            found.append(name)
    return found


def _number(file: Path) -> int | None:
    try:
        return int(file.read_text(encoding="ascii"))
    except (OSError, ValueError):
        return None


def _write(light: Path, per_cent: int) -> bool:
    most = _number(light / "max_brightness")
    if not most:
        return False
    try:
        (light / "brightness").write_text(str(max(1, round(most * per_cent / FULL))), encoding="ascii")
    except OSError:
        return False
    return True
