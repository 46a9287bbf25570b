"""Pixmaps that were drawn and may be wanted again, up to so many bytes."""

from collections import OrderedDict
from collections.abc import Callable, Hashable

from PySide6.QtGui import QPixmap

_PIXEL_BYTES = 4


class Pixmaps:
    """Keeps the ones that were wanted last."""

    def __init__(self, most_bytes: int) -> None:
        """most_bytes: what they may take together; one of them is kept in any case."""
        self._most = most_bytes
        self._bytes = 0
        self._kept: OrderedDict[Hashable, QPixmap] = OrderedDict()

    def get(self, key: Hashable, draw: Callable[[], QPixmap]) -> QPixmap:
        """The pixmap of a key, drawn if it is not kept."""
        pixmap = self._kept.get(key)
        if pixmap is None:
            pixmap = self._kept[key] = draw()
            self._bytes += _bytes(pixmap)
            while self._bytes > self._most and len(self._kept) > 1:
                self._bytes -= _bytes(self._kept.popitem(last=False)[1])
        self._kept.move_to_end(key)
        return pixmap


def _bytes(pixmap: QPixmap) -> int:
    return pixmap.width() * pixmap.height() * _PIXEL_BYTES
