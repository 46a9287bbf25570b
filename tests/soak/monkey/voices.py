"""Voices without sound for kiosks in a cage."""

from typing import Final

from kiosk.device.voice import Utterance
from tests.journeys.listening import SilentVoice


class ForgetfulVoice(SilentVoice):
    """Keeps nothing of what it has said: a monkey makes it say a great deal."""

    def say(self, utterance: Utterance) -> None:
        self.said.clear()
        super().say(utterance)

    def prepare(self, utterance: Utterance) -> None:
        pass


VOICES: Final[list[SilentVoice]] = []
"""Those that the present start of a kiosk in a cage has made."""


def silent_voice(*_: object) -> SilentVoice:
    """A voice for a kiosk in a cage."""
    VOICES.append(ForgetfulVoice())
    return VOICES[-1]
