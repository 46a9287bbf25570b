"""What buttons share: each knows its wish, so that the answer can be made while the finger is still down."""

from collections.abc import Callable
from typing import Self

from PySide6.QtWidgets import QAbstractButton

from kiosk.session.visit import Wish


class WishButton(QAbstractButton):
    """A button that stands for one wish; painted by its subclasses."""

    wish: Wish | None = None
    """What a touch wishes; None where it does something on its own screen."""

    def tells(self, wish: Wish, tell: Callable[[Wish], None]) -> Self:
        """Tell this wish when touched."""
        self.wish = wish
        self.clicked.connect(lambda: tell(wish))
        return self
