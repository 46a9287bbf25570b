"""Samples of speech: read from a WAV file, made softer."""

import io
import struct
import wave
from array import array
from typing import Final

from kiosk.values import value_class

_SAMPLE_BYTES: Final = 2
_LONGEST_SECONDS: Final = 120
"""Of one sentence; a longer file is none."""


@value_class
class Sound:
    """Signed 16-bit samples of one channel."""

    samples: bytes
    rate: int
    """Samples a second."""

    @property
    def seconds(self) -> float:
        """How long it lasts."""
        return len(self.samples) / _SAMPLE_BYTES / self.rate

    def at(self, decibels: int) -> bytes:
        """The samples made softer by so many decibels (0 or less), low byte first."""
        factor = round(10 ** (decibels / 20) * (1 << 16))
        if factor == 1 << 16:
            return self.samples
        softer = array("h", [sample * factor >> 16 for sample in memoryview(self.samples).cast("h")])
        return softer.tobytes()


def read_wav(data: bytes) -> Sound:
    """The sound of a WAV file, also of one that was written to a pipe, whose length is not known at its head.

    Raises ValueError when it holds no speech that can be played: mono, 16 bits, up to two minutes.
    """
    try:
        with wave.open(io.BytesIO(data)) as file:
            if (file.getnchannels(), file.getsampwidth()) != (1, _SAMPLE_BYTES):
                raise ValueError("Speech must be mono with 16 bits a sample.")
            rate = file.getframerate()
            samples = file.readframes(min(file.getnframes(), rate * _LONGEST_SECONDS + 1))
    except (wave.Error, EOFError, struct.error) as error:
        raise ValueError(f"This is no WAV file: {error}") from error
    if not samples or not rate:
        raise ValueError("There is nothing to be heard in it.")
    if len(samples) // _SAMPLE_BYTES > rate * _LONGEST_SECONDS:
        raise ValueError(f"It lasts longer than {_LONGEST_SECONDS} seconds: no sentence does.")
    return Sound(samples[: len(samples) // _SAMPLE_BYTES * _SAMPLE_BYTES], rate)
