"""The Qt application around any of our windows: its messages, its end, and how a window is shown."""

import faulthandler
import logging
import os
import signal
import socket
import sys
from typing import Final

from PySide6.QtCore import QMessageLogContext, QSocketNotifier, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.settings.settings import Screen
from kiosk.ui.assistive.accessible import Interfaces
from kiosk.ui.theme.measure import density

log = logging.getLogger(__name__)

_LEVELS: Final = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def make_application() -> QApplication:
    """The one application of this process; ends at once when it is told to."""
    os.environ.setdefault("QT_XCB_GL_INTEGRATION", "none")
    os.environ.setdefault("QT_QPA_UPDATE_IDLE_TIME", "0")  # Qt waits 5 ms before it paints what a touch has changed
    if sys.stderr is not None:  # a program without a console on Windows has none
        faulthandler.enable()
    qInstallMessageHandler(log_qt)
    app = QApplication(sys.argv[:1])
    app.setApplicationName("clinic-kiosk")
    Interfaces(app)
    _stop_on_signals(app)
    return app


def show(app: QApplication, window: QWidget, size: tuple[int, int] | None) -> None:
    """Show a window, full screen or at a size."""
    if size is None:
        app.setOverrideCursor(Qt.CursorShape.BlankCursor)
        window.setGeometry(app.primaryScreen().geometry())
        window.showFullScreen()
    else:
        window.resize(*size)
        window.show()


def density_of(window: QWidget, screen: Screen) -> float:
    """Pixels per millimetre of a window that fills the screen."""
    return density(screen, window.width(), window.height())


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
