"""The bar on show, and the one that the lift of a finger will show: made anew only where it looks otherwise."""

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from kiosk.ui.bar import Bar
from kiosk.ui.scene import Scene


class Bars:
    """Exchanges the bar of a window; where it stands there is the window's."""

    def __init__(self, window: QWidget, wished: SignalInstance) -> None:
        """wished: what is told of each wish."""
        self._window = window
        self._wished = wished
        self._key: object = None
        self._foreseen: tuple[object, Bar] | None = None
        self.now: Bar | None = None
        """The one on show; None until there is a scene."""

    def show(self, scene: Scene) -> Bar | None:
        """Say where the visitor is now; gives the bar if it is another one than before, which has no place yet."""
        key = _key(scene)
        if key == self._key and self.now is not None:
            self.now.follow(scene)
            return None
        bar, before = self._made(key) or Bar(scene, self._window.width()), self.now
        self._key, self._foreseen, self.now = key, None, bar
        bar.follow(scene)
        bar.setParent(self._window)
        bar.wished.connect(self._wished)
        if before is not None:
            before.hide()
            before.deleteLater()
        return bar

    def foresee(self, scene: Scene) -> Bar:
        """The bar that a scene will have, made if it is not there yet."""
        key = _key(scene)
        if key == self._key and self.now is not None:
            return self.now
        bar = self._made(key) or Bar(scene, self._window.width())
        self._foreseen = (key, bar)
        return bar

    def clear(self) -> None:
        """Make the next one anew, as for another size or other pages."""
        self._key = self._foreseen = None

    def _made(self, key: object) -> Bar | None:
        """The one that was foreseen, if it is that of the key."""
        return self._foreseen[1] if self._foreseen is not None and self._foreseen[0] == key else None


def _key(scene: Scene) -> object:
    """Everything that a bar is made from but where the visitor is."""
    return (scene.visit.reader, scene.theme.measure, id(scene.pages.own))
