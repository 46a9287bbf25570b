"""A window in which staff teach the kiosk the keys of its tactile pad, one after the other."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kiosk.device.keypad import FIVE, PAD_KEYS, PadKey
from kiosk.staff.words import StaffWords

POINTS = 28
"""Of the letters: the window stands alone, without the kiosk's theme."""


class KeyTeacher(QWidget):
    """Asks for each key in turn; Escape skips one that the pad does not have.

    A kiosk has no Escape: there any key that is known already tells that the pad has no codes for headphones.
    """

    taught = Signal(object)
    """Carries the pad by its scan codes: once, when every key was pressed or skipped, or somebody ends it before.

    Not where no key was pressed at all.
    """

    def __init__(self, words: StaffWords, before: Mapping[int, PadKey]) -> None:
        """Ask for the first key; before: the pad as it was, of which keys stay that are never asked for."""
        super().__init__()
        self._words, self._before = words, before
        self._pad: dict[int, PadKey] = {}
        self._waiting = list(PAD_KEYS)
        self._is_told = False
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
        elif code not in self._pad:
            self._pad[code] = self._waiting.pop(0)
            self._ask()
        elif self._waiting[0] in FIVE:
            self._label.setText(f"{self._words('teach_known')} {self._asked}")
        else:
            self._waiting.clear()
            self._ask()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell what is known by now."""
        if self._pad and not self._is_told:
            self._is_told = True
            kept = {code: key for code, key in self._before.items() if key in self._waiting and code not in self._pad}
            self.taught.emit({**kept, **self._pad})
        super().closeEvent(event)

    @property
    def _asked(self) -> str:
        return self._words(f"teach_{self._waiting[0]}")

    def _ask(self) -> None:
        if self._waiting:
            self._label.setText(self._asked)
        else:
            self.close()
