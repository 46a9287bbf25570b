"""Has one thing at a time done in a thread of its own; what is no longer wanted is not answered."""

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from PySide6.QtCore import QObject, Signal

log = logging.getLogger(__name__)


class Errand(QObject):
    """What is asked for last is what counts."""

    answered = Signal(object)
    """Carries what was found, or the exception that was raised."""
    _done = Signal(object, object)

    def __init__(self, parent: QObject) -> None:
        """Answer in the parent's thread."""
        super().__init__(parent)
        self._worker = ThreadPoolExecutor(1)
        self._wanted: object = None
        self._done.connect(self._answer)

    @property
    def is_under_way(self) -> bool:
        """Whether an answer is still waited for."""
        return self._wanted is not None

    def ask(self, act: Callable[[], object]) -> None:
        """Have something done, and be answered."""
        self._wanted = token = object()

        def work() -> None:
            try:
                found = act()
            except Exception as error:
                log.exception("Staff have asked for something that cannot be done")
                found = error
            self._done.emit(token, found)

        self._worker.submit(work)

    def do(self, act: Callable[[], object]) -> None:
        """Have something done without an answer."""
        self._worker.submit(act)

    def forget(self) -> None:
        """The answer is no longer wanted."""
        self._wanted = None

    def close(self) -> None:
        """End; what is under way is finished first."""
        self._worker.shutdown()

    def _answer(self, token: object, found: object) -> None:
        if token is self._wanted:
            self._wanted = None
            self.answered.emit(found)
