"""A virtual screen, a private message bus with the accessibility bus on it, the real kiosk, and a client beside it."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import pytest

from tests.device.cups import ADMIN, NAME, SERVER, desk_printer

ROOT: Final = Path(__file__).parents[2]
SYSTEM_PYTHON: Final = "/usr/bin/python3"
NEEDED: Final = ("Xvfb", "dbus-daemon")
SETTINGS: Final = f"clinic:\n  name: Riverside Spine Clinic\nprinter: {NAME}\n"


@dataclass(frozen=True, slots=True)
class Node:
    """One thing on the screen, as the bus tells it."""

    name: str
    role: str
    states: frozenset[str]
    actions: int
    width: int
    height: int

    @property
    def is_control(self) -> bool:
        return self.role in ("push button", "button", "check box", "toggle button", "radio button", "link")


class Reader:
    """Assistive technology in a process of its own."""

    def __init__(self, client: "subprocess.Popen[str]") -> None:
        self._client = client

    def hears(self, words: str, *, after: str) -> list[str]:
        """What is announced when a control is pressed, once the words are heard; nothing if they never are."""
        return [str(said) for said in self._asks(presses=[after], hears=words)]

    def _asks(self, **wanted: object) -> list[Any]:
        assert self._client.stdin is not None
        assert self._client.stdout is not None
        self._client.stdin.write(json.dumps(wanted) + "\n")
        self._client.stdin.flush()
        told: list[Any] = json.loads(self._client.stdout.readline())
        return told

    def presses(self, *names: str, sees: str) -> list[Node]:
        """Press the controls of these names, each by its own action; what is told once something is seen."""
        told = [_node(told) for told in self._asks(presses=names, sees=sees, hears="")]
        assert told, f"{sees} is not to be found after {names}"
        return told


def _node(told: dict[str, Any]) -> Node:
    width, height = told["size"]
    return Node(told["name"], told["role"], frozenset(told["states"]), told["actions"], width, height)


def _why_not() -> str:
    missing = [name for name in NEEDED if shutil.which(name) is None]
    if missing:
        return f"{', '.join(missing)} is not installed"
    if SERVER is None or ADMIN is None:
        return "cups is not installed"
    found = subprocess.run([SYSTEM_PYTHON, "-c", "import pyatspi"], capture_output=True, check=False)
    return "" if found.returncode == 0 else "python3-pyatspi is not installed"


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """A patient with assistive technology in front of the kiosk's first screen."""
    if reason := _why_not():
        pytest.skip(reason)
    home = tmp_path_factory.mktemp("home")
    (home / "settings.yaml").write_text(SETTINGS, encoding="utf-8")
    with ExitStack() as started:
        environment = _desk(started, home) | _printer(started)
        kiosk = [sys.executable, "main.py", "--windowed", "1920x1080", "--settings", str(home / "settings.yaml")]
        _start(started, kiosk, environment | {"QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"})
        client = [SYSTEM_PYTHON, str(Path(__file__).with_name("client.py"))]
        yield Reader(_start(started, client, environment))


def _printer(started: ExitStack) -> dict[str, str]:
    """A printer of our own: one that is missing would be offered to nobody. Gives what leads to it."""
    folder = Path(started.enter_context(TemporaryDirectory(prefix="cups")))
    folder.chmod(0o755)
    return {"CUPS_SERVER": started.enter_context(desk_printer(folder)).environment["CUPS_SERVER"]}


def _desk(started: ExitStack, home: Path) -> dict[str, str]:
    """A screen and a bus of our own; gives the environment of programs on them."""
    known = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    environment = {**known, "HOME": str(home), "XDG_RUNTIME_DIR": str(home), "GTK_A11Y": "atspi"}
    number = _told(
        started, ["Xvfb", "-displayfd", "1", "-screen", "0", "1920x1080x24", "-nolisten", "tcp"], environment
    )
    environment["DISPLAY"] = f":{number}"
    bus = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    environment["DBUS_SESSION_BUS_ADDRESS"] = _told(started, bus, environment)
    return environment


def _told(started: ExitStack, command: list[str], environment: dict[str, str]) -> str:
    """Start a program; gives the first line it prints."""
    program = _start(started, command, environment)
    assert program.stdout is not None
    return program.stdout.readline().strip()


def _start(started: ExitStack, command: list[str], environment: dict[str, str]) -> "subprocess.Popen[str]":
    program = subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    started.callback(_end, program)
    return program


def _end(program: "subprocess.Popen[str]") -> None:
    program.terminate()
    program.communicate(timeout=10)
