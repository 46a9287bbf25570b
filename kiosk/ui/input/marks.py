"""Where the focus was on each layer of what is on show, so that it can go back there."""

from collections.abc import Hashable, Sequence
from typing import Literal

from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.session.visit import Visit
from kiosk.values import value_class

Layers = tuple[Hashable, ...]
"""What lies upon what: a screen, the dialog over it, the question whether somebody is still there."""


def layers_of(visit: Visit, cover: QWidget | None) -> Layers:
    """What lies upon what in a visit; cover: what lies over everything."""
    over = (visit.dialog, visit.seconds_left is not None or None, cover)
    return (visit.screen, *(layer for layer in over if layer is not None))


@value_class
class Reached:
    """What the focus has reached, which one it is, from 1, and of how many."""

    stop: QWidget
    number: int
    count: int
    came_round: Literal["", "top", "end"] = ""
    """To which end of the screen, when it went past the other."""


@value_class
class Mark:
    """What had the focus, in words: the widget itself is made anew with its screen."""

    name: str
    chosen: bool
    at: int
    count: int

    @classmethod
    def of(cls, stop: QWidget, at: int, count: int) -> "Mark":
        """Remember a stop by its place among all, from 0."""
        chosen = isinstance(stop, QAbstractButton) and stop.isChecked()
        return cls(stop.accessibleName(), chosen, at, count)

    def found_in(self, stops: Sequence[QWidget]) -> int | None:
        """Where it is among these stops: by its name, by its label before the state, or by its place."""
        names = [stop.accessibleName() for stop in stops]
        for fits in (names, [_label(name) for name in names]):
            wanted = self.name if fits is names else _label(self.name)
            same = [at for at, name in enumerate(fits) if name == wanted]
            if same:
                return min(same, key=lambda at: abs(at - self.at))
        return self.at if len(stops) == self.count else None


class Marks:
    """The mark of each layer; a layer that is gone takes its own along."""

    def __init__(self) -> None:
        """Begin without any."""
        self.layers: Layers = ()
        """What lies upon what now."""
        self._of: dict[Layers, Mark] = {}

    def forget(self) -> None:
        """Know nothing of what had the focus."""
        self._of.clear()

    def set(self, mark: Mark) -> None:
        """The focus is here on the uppermost layer."""
        self._of[self.layers] = mark

    def move_to(self, layers: Layers) -> Mark | None:
        """Something else is on show, or the same made anew; gives where the focus was there."""
        self.layers = layers
        self._of = {known: mark for known, mark in self._of.items() if known == layers[: len(known)]}
        return self._of.get(layers)


def _label(name: str) -> str:
    return name.split(": ", 1)[0]
