"""Opens the kiosk in a window and runs it until it is told to stop."""

import logging
import os
import signal
import socket
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMessageLogContext, QSocketNotifier, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.app import App
from kiosk.content.folders import Folders
from kiosk.content.live import open_library
from kiosk.settings import Settings
from kiosk.ui.resting import RestingScreen
from kiosk.ui.theme.theme import Fonts

log = logging.getLogger(__name__)

_LEVELS: Final = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


@dataclass(frozen=True, slots=True)
class Places:
    """The folders a kiosk works with."""

    folders: Folders
    assets: Path
    cache: Path


def run(settings: Settings, places: Places, size: tuple[int, int] | None) -> int:
    """Open the kiosk, full screen or in a window of a size, and run it; gives the exit status."""
    os.environ.setdefault("QT_XCB_GL_INTEGRATION", "none")
    os.environ.setdefault("QT_QPA_UPDATE_IDLE_TIME", "0")  # Qt waits 5 ms before it paints what a touch has changed
    qInstallMessageHandler(log_qt)
    app = QApplication(sys.argv[:1])
    app.setApplicationName("clinic-kiosk")
    _stop_on_signals(app)
    window = make_window(settings, places)
    if size is None:
        app.setOverrideCursor(Qt.CursorShape.BlankCursor)
        window.setGeometry(app.primaryScreen().geometry())
        window.showFullScreen()
    else:
        window.resize(*size)
        window.show()
    return app.exec()


def make_window(settings: Settings, places: Places) -> QWidget:
    """The kiosk's window, or a calm plain one where there is nothing sound to show."""
    live = open_library(places.folders, places.cache, log.warning)
    if live.library is None:
        log.error("There is no library to show. Run clinic-kiosk check to see why.")
        return RestingScreen(places.assets, Fonts(places.assets / "fonts"), settings.clinic)
    kiosk = App(live.library, settings, places.assets, time.monotonic)
    sys.excepthook = kiosk.failed
    window = kiosk.window
    window.setProperty("kiosk", kiosk)
    return window


def log_qt(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """Qt's messages go where ours go."""
    log.log(_LEVELS.get(kind, logging.WARNING), "Qt: %s %s", message, context.category or "")


def _stop_on_signals(app: QApplication) -> None:
    """End at once on SIGTERM and SIGINT: Python's own handlers would wait for the next Python call."""
    reading, writing = socket.socketpair()
    reading.setblocking(False)
    writing.setblocking(False)
    signal.set_wakeup_fd(writing.fileno())
    notifier = QSocketNotifier(reading.fileno(), QSocketNotifier.Type.Read, app)
    notifier.activated.connect(app.quit)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, _ignored)
    app.setProperty("sockets", (reading, writing))


def _ignored(_number: int, _frame: object) -> None:
    """The wake-up descriptor has told already."""
