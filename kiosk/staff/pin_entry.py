"""The keypad as it is typed on: the digits so far, and what came of the last try."""

from kiosk.device.pin import MOST_DIGITS, Pins, Tried
from kiosk.staff.words import StaffWords, wait_told


class PinEntry:
    """From the first digit until somebody is in."""

    def __init__(self, pins: Pins) -> None:
        """pins: those of this kiosk."""
        self.pins = pins
        self.digits = ""
        self._note = ""

    def clear(self) -> None:
        """Forget what was typed and what was told."""
        self.digits, self._note = "", ""

    def type(self, digit: str) -> None:
        """One more digit; empty takes the last one back."""
        self.digits = (self.digits + digit)[:MOST_DIGITS] if digit else self.digits[:-1]
        self._note = ""

    def enter(self) -> Tried:
        """Try what was typed; takes as long as a PIN takes to be tried."""
        digits, self.digits = self.digits, ""
        return self.pins.try_pin(digits)

    def tell(self, note: str) -> None:
        """What came of the last try."""
        self._note = note

    def note(self, words: StaffWords) -> str:
        """What came of the last try, and how long the next one has to wait."""
        wait = self.wait
        return f"{self._note} {wait_told(words, wait)}".strip() if wait else self._note

    @property
    def wait(self) -> int:
        """Seconds until a try is taken; never too few."""
        return round(self.pins.wait() + 0.49)
