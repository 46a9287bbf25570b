"""A window in which staff teach the kiosk the keys of its tactile pad, one after the other."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kiosk.device.keypad import PAD_KEYS, PadKey

ASKED: Final[Mapping[PadKey, str]] = {
    "up": "Press the key for UP.",
    "down": "Press the key for DOWN.",
    "left": "Press the key for LEFT, which goes back.",
    "right": "Press the key for RIGHT, which goes on.",
    "select": "Press the key in the middle, which chooses.",
    "plugged": "Plug headphones into the pad. If nothing happens, press Escape.",
    "unplugged": "Pull the headphones out again. If nothing happens, press Escape.",
}


class Learning(QWidget):
    """Asks for each key in turn; Escape skips one that the pad does not have."""

    taught = Signal(object)
    """Every key that was asked for has been pressed or skipped: the pad by its scan codes."""

    def __init__(self) -> None:
        """Ask for the first key."""
        super().__init__()
        self._pad: dict[int, PadKey] = {}
        self._waiting = list(PAD_KEYS)
        self._words = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        font = self._words.font()
        font.setPointSize(28)
        self._words.setFont(font)
        QVBoxLayout(self).addWidget(self._words)
        self._ask("")

    @property
    def words(self) -> str:
        """What it asks for now."""
        return self._words.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a key for the one that was asked for."""
        if event.isAutoRepeat() or not self._waiting:
            return
        code = event.nativeScanCode()
        if event.key() == Qt.Key.Key_Escape:
            self._waiting.pop(0)
            self._ask("")
        elif code in self._pad:
            self._ask(f"That key is {self._pad[code]} already. ")
        else:
            self._pad[code] = self._waiting.pop(0)
            self._ask("")

    def _ask(self, before: str) -> None:
        if self._waiting:
            self._words.setText(before + ASKED[self._waiting[0]])
        else:
            self.taught.emit(self._pad)
            self.close()
