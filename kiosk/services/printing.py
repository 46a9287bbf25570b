"""Puts a visitor's list on paper when they wish it, and tells them how it goes."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication

from kiosk.device.printer import Printer
from kiosk.session import routes
from kiosk.session.session import Session
from kiosk.session.visit import Change, Go
from kiosk.settings.settings import Settings
from kiosk.ui.paper.pdf import write_pdf
from kiosk.ui.paper.sheet import sheet_of
from kiosk.ui.scene import Scene

WELL: Final = ("sending", "printed")


class Printing:
    """Joins the list, the paper and the printer; made when paper is first wished for."""

    def __init__(self, session: Session, scene: Callable[[], Scene], settings: Settings) -> None:
        """Print the scene's list with the settings' printer."""
        self._session = session
        self._scene = scene
        self._paper = settings.paper
        self._printer = Printer(settings.printer)
        self._printer.told.connect(self._tell)
        program = QCoreApplication.instance()
        if program is not None:
            program.aboutToQuit.connect(self._printer.take_back)

    def print_list(self) -> None:
        """Put the list on paper."""
        scene = self._scene()
        if not isinstance(self._session.visit.route, routes.Paper):
            self._session.take(Go(routes.Paper("sending")))
        self._printer.print_sheet(write_pdf(sheet_of(scene), scene.theme, self._paper))

    def take_back(self) -> None:
        """Print no more: the visit is over."""
        self._printer.take_back()

    def _tell(self, state: str) -> None:
        """On the dialog if it is still open; else only what went wrong."""
        if isinstance(self._session.visit.route, routes.Paper):
            self._session.take(Change(routes.Paper(state)))
        elif state not in WELL:
            self._session.take(Go(routes.Paper(state)))
