"""What the kiosk says of trouble: lines of the log, Qt's messages, faults that nobody caught; and which are due."""

import logging
import sys
from collections.abc import Callable
from types import TracebackType
from typing import Final, NoReturn

from PySide6.QtCore import QtMsgType, qInstallMessageHandler

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], object]
NOT_MADE: Final = "The screen for %s could not be made"
ENDED_VISIT: Final = "A fault ended the visit"
AGAIN_AND_AGAIN: Final = "The same fault comes again and again (%s): the kiosk starts anew"
NO_PAPER: Final = "The printer %s is in trouble: %s"
NO_ANSWER: Final = "CUPS has not answered within %d s"
SAFE_MODE_ENDED: Final = "Safe mode ended too; the next try is in %d seconds"
"""All lines that may be written: each only while that has gone wrong of which it tells."""


class Injected(Exception):  # noqa: N818 - it is no error of this program
    """A fault that the monkey has put into the kiosk."""


def fall() -> NoReturn:
    """Be a slot with a fault in it."""
    raise Injected("The monkey did it.")


class Grumbles(logging.Handler):
    """Collects what is not due, from when it is listened to."""

    def __init__(self, is_due: Callable[[logging.LogRecord], bool], falls: Hook) -> None:
        """is_due: whether a line must be written now; falls: what takes the faults that were put in."""
        super().__init__(logging.WARNING)
        self._is_due, self._falls = is_due, falls
        self.heard: list[str] = []

    def listen(self) -> None:
        """Begin."""
        logging.getLogger().addHandler(self)
        self._hook, sys.excepthook = sys.excepthook, self._fell
        qInstallMessageHandler(self._qt_said)

    def leave(self) -> None:
        """End."""
        qInstallMessageHandler(None)
        sys.excepthook = self._hook
        logging.getLogger().removeHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        if not self._is_due(record):
            self.heard.append(self.format(record))

    def _fell(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if kind is Injected:
            self._falls(kind, error, trace)
        else:
            self.heard.append(f"{kind.__name__}: {error}")

    def _qt_said(self, kind: QtMsgType, _context: object, message: str) -> None:
        if kind is not QtMsgType.QtDebugMsg:
            self.heard.append(f"Qt: {message}")
