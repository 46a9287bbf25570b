"""Supervisors, display servers and machines for these tests; the display servers are real ones."""

import os
import select
import shutil
import socket
import struct
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from kiosk.health.machine import Machine
from kiosk.paths import assets_folder, content_folder
from kiosk.settings.settings import Settings

LONG = 10.0
"""Seconds in which everything comes that comes at all."""


class Supervisor:
    """Stands where systemd stands: a socket that is told how it goes."""

    def __init__(self, folder: Path) -> None:
        self.address = str(folder / "notify")
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.socket.bind(self.address)

    def hears(self, seconds: float = LONG) -> str:
        """The next message; empty if none comes."""
        if not select.select([self.socket], [], [], seconds)[0]:
            return ""
        return self.socket.recv(4096).decode()

    def waits_for(self, message: str, seconds: float = LONG) -> bool:
        """Whether this message comes."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            if self.hears(left).startswith(message):
                return True
        return False

    def hears_nothing_for(self, seconds: float) -> bool:
        """Whether it stays silent, once what was on its way has come."""
        while self.hears(0.0):
            pass
        return not self.hears(seconds)


@pytest.fixture
def supervisor(tmp_path: Path) -> Iterator[Supervisor]:
    """Somebody who is told how it goes."""
    supervisor = Supervisor(tmp_path)
    yield supervisor
    supervisor.socket.close()


@dataclass
class Server:
    """A display server, and how programs find it."""

    process: subprocess.Popen[bytes]
    platform: str
    environ: dict[str, str]


@contextmanager
def x_server_with(*options: str) -> Iterator[Server]:
    """A real X server with a virtual screen."""
    reading, writing = os.pipe()
    command = ("Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x800x24", "-nolisten", "tcp", *options)
    process = subprocess.Popen(command, pass_fds=(writing,), stderr=subprocess.DEVNULL)
    os.close(writing)
    with open(reading) as numbers:  # noqa: PTH123 - a descriptor
        number = numbers.readline().strip()
    yield Server(process, "xcb", {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"})
    process.kill()
    process.wait()


@pytest.fixture
def x_server() -> Iterator[Server]:
    """One that lets everybody of this machine in."""
    with x_server_with() as server:
        yield server


@pytest.fixture
def locked_x_server(tmp_path: Path) -> Iterator[tuple[Server, Path]]:
    """One that wants a key, and the file with it: as on a desk."""
    file, key = tmp_path / "Xauthority", bytes(range(16))
    fields = (b"here", b"", b"MIT-MAGIC-COOKIE-1", key)
    other = (b"elsewhere", b"77", b"MIT-MAGIC-COOKIE-1", bytes(16))
    file.write_bytes(b"".join(_entry(*row) for row in (other, fields)))
    with x_server_with("-auth", str(file)) as server:
        yield server, file


def _entry(*fields: bytes) -> bytes:
    return struct.pack(">H", 256) + b"".join(struct.pack(">H", len(part)) + part for part in fields)


NOBODY = 65534
"""Who a compositor runs as when the tests run as root, which it refuses."""


@pytest.fixture
def wayland_server() -> Iterator[Server]:
    """A real Wayland compositor without a screen."""
    if shutil.which("sway") is None:
        pytest.skip("There is no compositor here: install the Debian package sway.")
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "sway.conf").write_text("xwayland disable\ndefault_border none\n")
        as_whom: tuple[str, ...] = ()
        if os.geteuid() == 0:
            os.chown(folder, NOBODY, NOBODY)
            as_whom = ("setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups")
        told = {"WLR_BACKENDS": "headless", "WLR_RENDERER": "pixman", "WLR_LIBINPUT_NO_DEVICES": "1"}
        inside = {"XDG_RUNTIME_DIR": name, "PATH": os.environ["PATH"], "HOME": name, **told}
        command = (*as_whom, "sway", "-c", str(folder / "sway.conf"))
        process = subprocess.Popen(command, env=inside, stderr=subprocess.DEVNULL)
        end = time.monotonic() + LONG
        while not (folder / "wayland-1").exists() and time.monotonic() < end:
            assert process.poll() is None
            time.sleep(0.02)
        environ = {"XDG_RUNTIME_DIR": name, "WAYLAND_DISPLAY": "wayland-1", "QT_QPA_PLATFORM": "wayland"}
        yield Server(process, "wayland", environ)
        process.kill()
        process.wait()


@pytest.fixture(params=["x_server", "wayland_server"])
def display_server(request: pytest.FixtureRequest) -> Server:
    """Each kind of display server in turn."""
    server = request.getfixturevalue(request.param)
    assert isinstance(server, Server)
    return server


@dataclass
class Bench:
    """A machine on the bench: its files are those of a folder, its programs say what they are told to say."""

    root: Path
    programs: dict[str, str] = field(default_factory=dict)
    settings: Settings = field(default_factory=Settings)
    asked: list[tuple[str, ...]] = field(default_factory=list)
    assets: Path = field(default_factory=assets_folder)
    now: datetime = datetime(2099, 5, 4, 12, 0, tzinfo=UTC)

    def has(self, path: str, text: str) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)

    @property
    def state(self) -> Path:
        return self.root / "state"

    def machine(self) -> Machine:
        return Machine(
            self.settings,
            self.state,
            self.root,
            {},
            lambda name: name if any(key.split()[0] == name for key in self.programs) else None,
            self._say,
            self.now,
            content_folder(),
            self.assets,
        )

    def _say(self, command: object) -> str:
        words = tuple(command)  # type: ignore[arg-type, var-annotated]  # a sequence of words
        self.asked.append(words)
        for key, told in self.programs.items():
            if " ".join(words).startswith(key):
                return told
        raise FileNotFoundError(words[0])


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    """A bare machine."""
    return Bench(tmp_path / "machine")
