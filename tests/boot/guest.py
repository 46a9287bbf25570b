"""An emulated PC, driven from outside: QMP for its screen, keys and plugs, the serial line for a root shell in it."""

import base64
import json
import re
import select
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, TypeVar

from tests.boot.cable import Cable
from tests.boot.image import Image
from tests.boot.picture import Picture, read_ppm_file

T = TypeVar("T")
_LOOKS_PER_SECOND: Final = 10
_OUTPUTS: Final = 2
"""Sockets of the graphics card; a screen is in the first one."""
_CLOCK: Final = 1
"""An instruction takes the guest 2 to the power of this in nanoseconds, by its own clock."""
_LINE: Final = 700
"""Letters that a terminal takes in one line."""
_SHELL: Final = (
    "stty -echo cols 500; export SYSTEMD_PAGER= SYSTEMD_COLORS=0; bind 'set enable-bracketed-paste off'; PS1=; set +m"
)
_PROMPT: Final = rb"root@\S+:.*# ?"


class GuestError(Exception):
    """The emulated PC, or what runs in it, did not do as it was told."""


class _Patience:
    """How long everything may take, as a multiple of what it takes on a machine that does nothing else."""

    times = 1.0


def be_patient(times: float) -> None:
    """Wait so many times as long for everything, and look so much less often."""
    _Patience.times = times


class Guest:
    """One switching-on of the PC; its disk outlives it."""

    def __init__(self, image: Image, disk: Path, more: tuple[str, ...] = (), kernel_line: str = "") -> None:
        """more: further options of QEMU; kernel_line: what the kernel is told besides."""
        self._folder = Path(tempfile.mkdtemp(prefix="kiosk-guest-"))
        self._switched_on = time.monotonic()
        self._unread = b""
        self._asked = 0
        self._cables: dict[int, Cable] = {}
        self.events: list[str] = []
        qmp, serial = self._folder / "qmp", self._folder / "serial"
        # Nehalem has what the wheels of Qt need (x86-64-v2). With -cpu max it crashed in QEMU 7.2; why is open.
        # The guest's clock counts its instructions, so that nothing in it runs out of time while this machine is busy.
        command = (
            *("qemu-system-x86_64", "-accel", "tcg,thread=single", "-icount", f"shift={_CLOCK}", "-cpu", "Nehalem"),
            *("-smp", "1", "-m", "1280"),
            *("-display", "none", "-vga", "none", "-nic", "none"),
            *("-device", f"virtio-gpu-pci,id=graphics,max_outputs={_OUTPUTS}"),
            *(word for output in range(_OUTPUTS) for word in ("-vnc", self._viewer(output))),
            *("-kernel", str(image.folder / "vmlinuz"), "-initrd", str(image.folder / "initrd.img")),
            *("-append", f"{image.kernel_line} {kernel_line}"),
            *("-drive", f"file={disk},format=qcow2,if=virtio", "-device", "virtio-rng-pci"),
            *("-device", "virtio-keyboard-pci", "-device", "qemu-xhci,id=usb"),
            *("-device", "i6300esb", "-action", "watchdog=reset"),
            *("-qmp", f"unix:{qmp},server=on,wait=off", "-serial", f"unix:{serial},server=on,wait=off"),
        )
        self._process = subprocess.Popen((*command, *more), stderr=subprocess.PIPE)
        try:
            self._control = self._connect(qmp)
            self._answers = self._control.makefile("r")
            self._answers.readline()
            self.qmp("qmp_capabilities")
            self._serial = self._connect(serial)
            self._serial.settimeout(0.2)
        except BaseException:  # whoever is told to end now does not know this PC yet
            self._process.kill()
            self._process.wait()
            raise

    @property
    def age(self) -> float:
        """Seconds since it was switched on."""
        return time.monotonic() - self._switched_on

    def _viewer(self, output: int) -> str:
        """Where a VNC viewer finds what a socket of the graphics card shows."""
        return f"unix:{self._place(output)},id=viewer{output},display=graphics,head={output}"

    def _place(self, output: int) -> Path:
        return self._folder / f"screen{output}"

    def _connect(self, place: Path) -> socket.socket:
        def connect() -> socket.socket | None:
            if self._process.poll() is not None and self._process.stderr is not None:
                raise GuestError(self._process.stderr.read().decode())
            connection = socket.socket(socket.AF_UNIX)
            try:
                connection.connect(str(place))
            except OSError:
                connection.close()
                return None
            return connection

        return wait_for(connect, 20, f"a connection to {place.name}")

    # --- what can be done to it from outside ----------------------------------------------------------------------

    def qmp(self, command: str, **arguments: Any) -> Any:  # noqa: ANN401 - JSON
        """Tell QEMU something; gives its answer.

        Raises GuestError when it refuses.
        """
        self._control.sendall(json.dumps({"execute": command, "arguments": arguments}).encode() + b"\n")
        while True:
            answer = json.loads(self._answers.readline())
            if "event" in answer:
                self.events.append(answer["event"])
            elif "error" in answer:
                raise GuestError(answer["error"]["desc"])
            else:
                return answer["return"]

    def monitor(self, command: str) -> str:
        """Tell QEMU's monitor something."""
        return str(self.qmp("human-monitor-command", **{"command-line": command}))

    def press(self, *keys: str) -> None:
        """Press keys at once, by QEMU's names for them."""
        self.qmp("send-key", keys=[{"type": "qcode", "data": key} for key in keys])

    def cable(self, output: int) -> Cable:
        """Of the screen in a socket of the graphics card; the first one is 0."""
        if output not in self._cables:
            self._cables[output] = Cable(self._place(output))
        return self._cables[output]

    def picture(self) -> Picture | None:
        """What the screen shows; None while it shows nothing at all."""
        self._listen()
        file = self._folder / "screen.ppm"
        try:
            self.qmp("screendump", filename=str(file))
            return read_ppm_file(file)
        except (GuestError, ValueError):
            return None

    def shoot(self, file: Path) -> None:
        """Write what the screen shows as PNG."""
        file.parent.mkdir(parents=True, exist_ok=True)
        self.qmp("screendump", filename=str(file.resolve()), format="png")

    def keep(self, name: str) -> None:
        """Keep this moment, memory and disk, to begin from it again.

        Raises GuestError when it cannot be kept.
        """
        said = self.monitor(f"savevm {name}").strip()
        if said:
            raise GuestError(said)

    def pull_the_plug(self) -> None:
        """No shutdown; what has not reached the disk is lost."""
        self._process.kill()
        self._end()

    def switch_off(self) -> None:
        """End it, whatever it does."""
        try:
            self.qmp("quit")
            self._process.wait(10)
        except (GuestError, OSError, ValueError, subprocess.TimeoutExpired):
            self._process.kill()
        self._end()

    def _end(self) -> None:
        self._process.wait()
        self._control.close()
        self._serial.close()
        for cable in self._cables.values():
            cable.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    # --- the shell in it ------------------------------------------------------------------------------------------

    def log_in(self, seconds: float = 150) -> None:
        """Wait for the shell."""
        self._read_until(_PROMPT, seconds)
        self.run(_SHELL)

    def run(self, command: str, seconds: float = 90) -> str:
        """What a command prints.

        Raises GuestError when it fails.
        """
        said, status = self.try_to(command, seconds)
        if status:
            raise GuestError(f"{command}: {said} (exit status {status})")
        return said

    def try_to(self, command: str, seconds: float = 90) -> tuple[str, int]:
        """What a command prints, and its exit status."""
        self._asked += 1
        mark = f"@@{self._asked}@@"
        self.type(f'{command}\nR=$?; echo; echo "@@{self._asked}""@@ $R"')
        seen, found = self._read_until(rb"\n%s (\d+)" % mark.encode(), seconds)
        said = seen[: found.start()].decode(errors="replace").replace("\r", "").strip()
        return said, int(found[1])

    def type(self, command: str) -> None:
        """Type a line; no answer is waited for."""
        self._serial.sendall(command.encode() + b"\n")

    def put(self, path: str, content: str | bytes) -> None:
        """Write a file in it."""
        data = content.encode() if isinstance(content, str) else content
        words = base64.b64encode(data).decode()
        self.run(f"mkdir -p $(dirname {path}); : > /tmp/put")
        for at in range(0, len(words), _LINE):
            self.run(f"printf %s {words[at : at + _LINE]} >> /tmp/put")
        self.run(f"base64 -d /tmp/put > {path}.put && mv {path}.put {path}")

    def interrupt(self) -> None:
        """End what the shell is doing, as Ctrl+C does."""
        self._serial.sendall(b"\x03\n")

    @property
    def last_words(self) -> str:
        """What it has said on the serial line without being asked."""
        self._listen()
        return self._unread.decode(errors="replace").replace("\r", "")

    def forget_what_it_said(self) -> None:
        """Before the machine starts anew."""
        self._unread = b""

    def _listen(self) -> None:
        """Take in what the serial line has said: when nobody does, it fills up, and the guest waits."""
        while select.select([self._serial], [], [], 0)[0]:
            data = self._serial.recv(65536)
            if not data:
                raise GuestError("The emulated PC is gone.")
            self._unread += data

    def _read_until(self, pattern: bytes, seconds: float) -> tuple[bytes, re.Match[bytes]]:
        end = time.monotonic() + seconds * _Patience.times
        while True:
            found = re.search(pattern, self._unread)
            if found:
                seen, self._unread = self._unread[: found.end()], self._unread[found.end() :]
                return seen, found
            if time.monotonic() > end:
                raise GuestError(f"No {pattern!r} within {seconds} s; it said: {self._unread[-300:]!r}")
            try:
                data = self._serial.recv(65536)
            except TimeoutError:
                continue
            if not data:
                raise GuestError("The emulated PC is gone.")
            self._unread += data


def wait_for(look: Callable[[], T | None], seconds: float, what: str) -> T:
    """Look again and again until there is something.

    Raises GuestError when the time runs out.
    """
    end = time.monotonic() + seconds * _Patience.times
    while time.monotonic() < end:
        found = look()
        if found:
            return found
        time.sleep(_Patience.times / _LOOKS_PER_SECOND)
    raise GuestError(f"No {what} within {seconds:.0f} s.")
