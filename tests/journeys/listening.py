"""A voice without sound, which says what it was given, and ends a sentence when the test says so."""

from PySide6.QtCore import QObject, Signal

from kiosk.device.voice import Utterance


class SilentVoice(QObject):
    """Stands where kiosk.device.voice.Voice stands."""

    ended = Signal()
    failed = Signal(str)

    def __init__(self, *_: object) -> None:
        super().__init__()
        self.said: list[Utterance] = []
        self.prepared: list[Utterance] = []
        self.is_speaking = False

    def say(self, utterance: Utterance) -> None:
        self.said.append(utterance)
        self.is_speaking = True

    def prepare(self, utterance: Utterance) -> None:
        self.prepared.append(utterance)

    def stop(self) -> None:
        self.is_speaking = False

    def close(self) -> None:
        self.stop()

    @property
    def words(self) -> list[str]:
        """All that was said, sentence by sentence."""
        return [utterance.words for utterance in self.said]

    def comes_to_the_end(self) -> None:
        """The sentence under way has been heard."""
        assert self.is_speaking
        self.is_speaking = False
        self.ended.emit()

    def breaks(self) -> None:
        """The sentence under way cannot be heard."""
        self.is_speaking = False
        self.failed.emit("the cable was pulled")
