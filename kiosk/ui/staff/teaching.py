"""A window in which staff teach the kiosk the keys of its tactile pad, one after the other."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kiosk.device.keypad import PAD_KEYS, PadKey
from kiosk.staff.words import StaffWords

POINTS = 28
"""Of the letters: the window stands alone, without the kiosk's theme."""


class KeyTeacher(QWidget):
    """Asks for each key in turn; Escape skips one that the pad does not have."""

    taught = Signal(object)
    """Every key that was asked for has been pressed or skipped: the pad by its scan codes."""

    def __init__(self, words: StaffWords) -> None:
        """Ask for the first key."""
        super().__init__()
        self._words = words
        self._pad: dict[int, PadKey] = {}
        self._waiting = list(PAD_KEYS)
        self._label = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        font = self._label.font()
        font.setPointSize(POINTS)
        self._label.setFont(font)
        QVBoxLayout(self).addWidget(self._label)
        self._ask()

    @property
    def words(self) -> str:
        """What it asks for now."""
        return self._label.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a key for the one that was asked for."""
        if event.isAutoRepeat() or not self._waiting:
            return
        code = event.nativeScanCode()
        if event.key() == Qt.Key.Key_Escape:
            self._waiting.pop(0)
            self._ask()
        elif code in self._pad:
            self._label.setText(f"{self._words('teach_known')} {self._asked}")
        else:
            self._pad[code] = self._waiting.pop(0)
            self._ask()

    @property
    def _asked(self) -> str:
        return self._words(f"teach_{self._waiting[0]}")

    def _ask(self) -> None:
        if self._waiting:
            self._label.setText(self._asked)
        else:
            self.taught.emit(self._pad)
            self.close()
