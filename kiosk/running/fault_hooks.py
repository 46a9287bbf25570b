"""Where Python's faults end up while the kiosk runs: in the log with their traceback, and at most in a fresh start."""

import logging
import sys
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Final, TypeAlias

from PySide6.QtCore import QObject, QThread, Signal
from PySide6.QtWidgets import QApplication

from kiosk.health.exits import FAULTY
from kiosk.health.recurring_faults import RecurringFaults

log = logging.getLogger(__name__)

_Details: TypeAlias = tuple[type[BaseException], BaseException | None, TracebackType | None]
EndsVisit: TypeAlias = Callable[[type[BaseException], BaseException, TracebackType | None], None]
_ASIDE: Final = "A fault in %s; the visit goes on"


class FaultHooks(QObject):
    """Takes what nobody has caught: from slots and events, from threads, and from what is being thrown away."""

    aside = Signal(object)
    """Carries a fault from whichever thread to the one of the window."""

    def __init__(self, app: QApplication, ends_visit: EndsVisit, clock: Callable[[], float]) -> None:
        """ends_visit: logs a fault and lets the next visitor begin anew; clock: seconds that never go back."""
        super().__init__(app)
        self._app = app
        self._ends_visit = ends_visit
        self._faults = RecurringFaults(clock)
        self.aside.connect(self._count)

    def install(self) -> None:
        """Take them from now on."""
        sys.excepthook = self.failed
        threading.excepthook = self.failed_in_thread
        sys.unraisablehook = self.failed_aside

    def failed(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """A fault of a slot or an event: it ends the visit, not the program.

        Qt tells it in the thread where it happened, and only the window's own may touch the window.
        """
        if QThread.currentThread() != self.thread():
            log.error(_ASIDE, "another thread", exc_info=(kind, error, trace))
            self.aside.emit((kind, error, trace))
            return
        try:
            self._ends_visit(kind, error, trace)
        except Exception:
            log.exception("The visit could not be ended")
            self._app.exit(FAULTY)
        self._count((kind, error, trace))

    def failed_in_thread(self, fault: threading.ExceptHookArgs) -> None:
        """A fault of work that is done beside the window."""
        details: _Details = (fault.exc_type, fault.exc_value, fault.exc_traceback)
        log.error(_ASIDE, fault.thread.name if fault.thread else "a thread", exc_info=_for_log(details))
        self.aside.emit(details)

    def failed_aside(self, fault: "sys.UnraisableHookArgs") -> None:
        """A fault where Python has nobody to tell, such as in a destructor."""
        details: _Details = (fault.exc_type, fault.exc_value, fault.exc_traceback)
        log.error(_ASIDE, fault.err_msg or "what is thrown away", exc_info=_for_log(details))
        self.aside.emit(details)

    def _count(self, details: _Details) -> None:
        kind, _, trace = details
        if self._faults.note(kind, trace):
            log.critical("The same fault comes again and again (%s): the kiosk starts anew", kind.__name__)
            self._app.exit(FAULTY)


def _for_log(details: _Details) -> tuple[type[BaseException], BaseException, TracebackType | None]:
    kind, error, trace = details
    return kind, error if error is not None else kind(), trace
