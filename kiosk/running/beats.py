"""The heartbeat: beats from Qt's own loop, each of them an answer of the compositor (docs/decisions/0005)."""

import faulthandler
import logging
import os
from typing import Final

from PySide6.QtCore import QObject, QSocketNotifier, QTimer
from PySide6.QtGui import QGuiApplication

from kiosk.health.heartbeat import Heartbeat
from kiosk.health.roundtrip import RoundTrip, to_display_server

log = logging.getLogger(__name__)

_BEATS_PER_LIMIT: Final = 2
_TELL_STACKS_AFTER: Final = 0.8
"""Of the limit: before the supervisor ends the process."""


class Beats(QObject):
    """Begin when the first frame is painted; ends with its parent."""

    def __init__(self, heartbeat: Heartbeat, status: str, parent: QObject) -> None:
        """status: what is told once all is well, in plain words."""
        super().__init__(parent)
        self._heartbeat = heartbeat
        self._status = status
        self._is_ready = False
        platform = QGuiApplication.platformName()
        self._server = to_display_server(platform, os.environ)
        self._answers: QSocketNotifier | None = None
        if self._server is None:
            log.info("The display server of %s cannot be asked: only the kiosk's own loop is watched", platform)
        if self._server is not None:
            self._answers = QSocketNotifier(self._server.fileno(), QSocketNotifier.Type.Read, self)
            self._answers.activated.connect(self._answered)
        if heartbeat.limit is not None:
            timer = QTimer(self, interval=round(heartbeat.limit * 1000 / _BEATS_PER_LIMIT))
            timer.timeout.connect(self._ask)
            timer.start()
        self._ask()

    def pause(self) -> None:
        """Beat no more until going on: another process beats."""
        for timer in self.findChildren(QTimer):
            timer.stop()
        self._listen(False)
        faulthandler.cancel_dump_traceback_later()

    def go_on(self) -> None:
        """Beat again."""
        for timer in self.findChildren(QTimer):
            timer.start()
        self._listen(True)
        self._ask()

    def _listen(self, on: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """To the answers; one that is still under way would be a beat as well."""
        if self._answers is not None:
            self._answers.setEnabled(on)

    def _ask(self) -> None:
        if self._server is None:
            self._beat()
        else:
            self._server.ask()

    def _answered(self) -> None:
        server: RoundTrip | None = self._server
        if server is None:
            return
        if server.answered():
            self._beat()
        elif server.is_gone:
            self._listen(False)

    def _beat(self) -> None:
        if not self._is_ready:
            self._is_ready = True
            self._heartbeat.ready()
            self._heartbeat.status(self._status)
        if self._heartbeat.limit is not None:
            self._heartbeat.beat()
            faulthandler.dump_traceback_later(self._heartbeat.limit * _TELL_STACKS_AFTER)
