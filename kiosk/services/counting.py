"""Counts which pages are opened: the page and the day, nothing of who, when or in which order."""

import logging
from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, SignalInstance

from kiosk.device.counts import Counts
from kiosk.disk import told
from kiosk.pages.opening import page_of
from kiosk.session import routes
from kiosk.session.routes import Route
from kiosk.ui.scene import Scene

log = logging.getLogger(__name__)

SAVE_MS: Final = 3_600_000
"""At fixed times, so that the file's own time tells of no visit."""

_OTHERS: Final[Mapping[type[Route], str]] = {
    routes.Understand: "spine",
    routes.Help: "warning-signs",
    routes.Questions: "questions",
}
"""Places that are counted too, though no page of the library stands there alone."""


class Counting(QObject):
    """Listens to what the stage shows."""

    def __init__(self, counts: Counts, scene: Callable[[], Scene], changed: SignalInstance, parent: QObject) -> None:
        """changed: tells that another screen or dialog is on show."""
        super().__init__(parent)
        self._counts = counts
        self._scene = scene
        self._last = ""
        changed.connect(self.look)
        timer = QTimer(self, interval=SAVE_MS, timerType=Qt.TimerType.VeryCoarseTimer)
        timer.timeout.connect(self.save)
        timer.start()

    def look(self) -> None:
        """Count the page on show, once for each time somebody comes to it."""
        scene = self._scene()
        route = scene.visit.screen
        page = page_of(route, scene.pages) or _OTHERS.get(type(route), "")
        if page and page != self._last:
            self._counts.opened(page)
        self._last = page

    def save(self) -> None:
        """Keep what was counted; a disk that does not take it is told."""
        try:
            self._counts.save()
        except OSError as error:
            log.warning("The counts could not be kept: %s", " ".join(told(error)))

    def close(self) -> None:
        """Keep it, and count no more."""
        for timer in self.findChildren(QTimer):
            timer.stop()
        self.save()
