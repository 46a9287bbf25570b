"""A sound server of the tests' own, whose loudspeaker nobody hears; and whether this machine has the real voice."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pytest

from kiosk.device.voice import Voice

PROGRAMS: Final = ("espeak-ng", "pulseaudio", "paplay")
WITH_VOICE: Final = pytest.mark.skipif(
    any(shutil.which(program) is None for program in PROGRAMS),
    reason="needs the Debian packages espeak-ng, pulseaudio and pulseaudio-utils",
)


@contextmanager
def sound_server(folder: Path) -> Iterator[str]:
    """Runs PulseAudio with a loudspeaker that plays in real time and makes no sound; gives the server's address."""
    address = f"unix:{folder / 'native'}"
    modules = ("module-null-sink", f"module-native-protocol-unix auth-anonymous=1 socket={folder / 'native'}")
    command = ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no", "--log-target=stderr"]
    environment = {**os.environ, "HOME": str(folder), "XDG_RUNTIME_DIR": str(folder), "PULSE_RUNTIME_PATH": str(folder)}
    for module in modules:
        command += ["-L", module]
    with (folder / "log").open("wb") as log, subprocess.Popen(command, stderr=log, env=environment) as server:
        try:
            _wait_for(server, address)
            yield address
        finally:
            server.kill()


def _wait_for(server: subprocess.Popen[bytes], address: str) -> None:
    for _ in range(100):
        assert server.poll() is None, "The sound server has ended."
        if subprocess.run(["pactl", "-s", address, "info"], capture_output=True, check=False).returncode == 0:
            return
    raise TimeoutError("The sound server does not answer.")


def sounds(address: str) -> int:
    """How many sounds the server plays at this moment."""
    command = ["pactl", "-s", address, "list", "short", "sink-inputs"]
    return len(subprocess.run(command, capture_output=True, check=True).stdout.splitlines())


def is_heard(voice: Voice, address: str) -> bool:
    """Whether the voice's player plays; a synthesiser at work has opened the loudspeaker too, before the player has."""
    return voice._playing is not None and sounds(address) == 1
