"""Something that follows a finger sideways."""

from PySide6.QtWidgets import QWidget


class SwipeArea(QWidget):
    """An area whose content moves with the finger; everything it does has a button as well (A11Y-12)."""

    def take_hold(self, now: float) -> None:
        """A finger begins to swipe."""
        raise NotImplementedError

    def follow(self, distance: float, now: float) -> None:
        """The finger has come so many pixels from where it began."""
        raise NotImplementedError

    def let_go(self, distance: float, now: float) -> None:
        """The finger was lifted so many pixels from where it began."""
        raise NotImplementedError
