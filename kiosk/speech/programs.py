"""The programs that speak on this machine: espeak-ng makes the sound, paplay or aplay brings it to the loudspeaker."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from kiosk.speech.hearing import words_a_minute
from kiosk.speech.languages import accent
from kiosk.speech.sound import Sound
from kiosk.values import value_class

SYNTHESISER: Final = "espeak-ng"
_ANSWERS_WITHIN_S: Final = 1.0
"""It takes 10 ms."""


def has_voice(language: str) -> bool:
    """Whether a language can be heard on this machine, as far as can be known without saying something."""
    try:
        return player(os.environ) is not None and _is_spoken(language)
    except (OSError, subprocess.SubprocessError):
        return False


@cache
def _is_spoken(language: str) -> bool:
    """Whether the synthesiser has a voice for a language: its table has a line of headings and one for each.

    Raises OSError or subprocess.SubprocessError when it gives no answer, and is then asked again the next time.
    """
    command = [SYNTHESISER, f"--voices={language}"]
    told = subprocess.run(command, capture_output=True, timeout=_ANSWERS_WITHIN_S, check=True).stdout
    return len(told.splitlines()) > 1


def synthesis(language: str, pace: int) -> list[str]:
    """The command that reads words on its input and writes a WAV file to its output."""
    return [SYNTHESISER, "-v", accent(language), "-s", str(words_a_minute(pace)), "--stdin", "--stdout"]


def unpacking(recording: Path) -> list[str]:
    """The command that writes an OGG recording to its output as a WAV file."""
    return ["oggdec", "-Q", "-o", "-", str(recording)]


@value_class
class Player:
    """A program that plays samples from its input and ends when they have been heard."""

    name: str

    def command(self, sound: Sound) -> list[str]:
        """The command for a sound."""
        if self.name == "paplay":
            form = ["--raw", "--format=s16le", "--channels=1", f"--rate={sound.rate}"]
            return [self.name, *form, "--latency-msec=100", "--client-name=clinic-kiosk"]
        return [self.name, "-q", "-t", "raw", "-f", "S16_LE", "-c", "1", "-r", str(sound.rate), "-"]


def player(environment: Mapping[str, str]) -> Player | None:
    """Where a sound server runs, PulseAudio or PipeWire, its own; else ALSA's; None if there is neither."""
    socket = Path(environment.get("XDG_RUNTIME_DIR", "/nowhere"), "pulse", "native")
    serves = "PULSE_SERVER" in environment or socket.exists()
    names = ("paplay", "aplay") if serves else ("aplay",)
    path = environment.get("PATH")
    return next((Player(name) for name in names if shutil.which(name, path=path)), None)
