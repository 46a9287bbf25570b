"""The two programs that a start can lead to, each joined as the kiosk's own modules join it: the kiosk, or its rest."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtGui import QPointingDevice
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.device.counts import Counts
from kiosk.device.keypad import PAD_KEYS
from kiosk.disk import Disk
from kiosk.health.exits import FRESH_START
from kiosk.health.heartbeat import Nobody
from kiosk.paths import assets_folder
from kiosk.running.beats import Beats
from kiosk.running.day_keeper import DayKeeper
from kiosk.running.fault_hooks import FaultHooks
from kiosk.running.staff_access import StaffAccess
from kiosk.running.staff_door import StaffDoor
from kiosk.running.tries import Tries
from kiosk.services.counting import Counting
from kiosk.services.printing import Printing
from kiosk.session.routes import Attract
from kiosk.ui.resting import RestingScreen
from kiosk.ui.staff.board import StaffBoard
from kiosk.ui.theme.measure import px_per_mm
from tests.clock import Clock
from tests.looks import looks
from tests.soak.monkey.beside import Fate
from tests.soak.monkey.voices import VOICES
from tests.visitor import Visitor, forget_dropped_widgets

if TYPE_CHECKING:
    from tests.soak.monkey.machine import Machine

FIRST_SCAN_CODE: Final = 1000
"""Of the keys of the tactile pad."""


class Running:
    """The kiosk, and all that begins with its first picture."""

    def __init__(self, machine: "Machine") -> None:
        clockwork = machine.clockwork
        self.visitor = Visitor(machine.library, machine.settings, machine.glass, machine.size)
        clockwork.goes_on_by(self.visitor.clock)
        self.app, window = self.visitor.app, self.visitor.window
        self.visitor.today = clockwork.today()
        self.fresh = self.app.session.visit
        """How a visit begins."""
        window.learn({FIRST_SCAN_CODE + at: key for at, key in enumerate(PAD_KEYS)})
        self._machine, self._was_there = machine, False
        machine.visits += 1  # if somebody was there, they are no longer
        self.app.stage.changed.connect(self._count_visits)
        program = QApplication.instance()
        assert isinstance(program, QApplication)
        self.hooks = FaultHooks(program, self.app.failed, self.visitor.clock)
        counts = Counts(machine.state, Disk(), clockwork.today)
        self._counting = Counting(counts, self.app.scene, self.app.stage.changed, window)
        self.keeper = DayKeeper(
            self.app, machine.settings, machine.panel(), clockwork.now, machine.is_tested,
            restarts=machine.restarts, grown=lambda: False,
        )  # fmt: skip
        beneath = machine.access
        access = StaffAccess(beneath.folders, beneath.assets, beneath.state, counts, self.keeper)
        self.door = StaffDoor(window, self.app, machine.settings, access, self.visitor.clock)

    @property
    def is_dark(self) -> bool:
        """Whether the screen shows nothing."""
        return self.visitor.window._dark

    def _count_visits(self) -> None:
        """At the very turn, since a sheet may come out in the next moment."""
        is_there = not isinstance(self.app.session.visit.screen, Attract)
        self._machine.visits += self._was_there and not is_there
        self._was_there = is_there

    @property
    def printing(self) -> Printing | None:
        """What puts lists on paper, once it was wished for."""
        return self.app._printing

    def close(self) -> None:
        """End, as the application does when it quits."""
        self.door.close()
        self._counting.close()
        self.keeper.close()
        if self.printing is not None:
            self.printing.take_back()
        self.hooks.deleteLater()
        VOICES.clear()
        self.visitor.leaves()


class Resting:
    """The resting screen, and safe mode that is tried behind it."""

    def __init__(self, machine: "Machine") -> None:
        clock = machine.clockwork.clock
        window = RestingScreen(assets_folder(), looks().fonts, machine.settings.clinic, "failing")
        self.visitor = Rester(window, machine.glass, clock, machine.size)
        beats = Beats(Nobody(), "The screen rests.", window)
        self._tries = Tries(("clinic-kiosk", "run", "--safe"), machine.starts, beats)
        self._tries.over.connect(machine.exits.append)
        self.door = StaffDoor(window, None, machine.settings, machine.access, clock)

    def close(self) -> None:
        """End, as the application does when it quits."""
        self.door.close()
        self._tries.stop()
        self.visitor.leaves()


def board_of(program: Running | Resting) -> StaffBoard | None:
    """What staff see now; None while they are not there."""
    return program.door.room.staffing.board if program.door._is_made else None


class Rester(Visitor):
    """Somebody in front of the resting screen: there is no kiosk behind it."""

    def __init__(self, window: RestingScreen, glass: QPointingDevice, clock: Clock, size: QSize) -> None:
        self.clock, self.glass = clock, glass
        self.window = window  # type: ignore[assignment]  # a window all the same
        window.resize(size)
        window.show()
        QCoreApplication.processEvents()

    def settles(self) -> None:
        QCoreApplication.processEvents()
        forget_dropped_widgets()

    def mm(self, millimetres: float) -> int:
        return round(millimetres * px_per_mm(self.window.width(), self.window.height()))


class SafeMode:
    """What is tried behind the resting screen: it dies, cannot be started, dies later, and at last stays."""

    FATES: Final = (
        Fate(2, status=1),
        None,
        Fate(5, status=70),
        Fate(700, status=FRESH_START),
    )

    def __init__(self) -> None:
        self._tried = 0

    def fate(self, _program: str, _arguments: Sequence[str]) -> Fate | None:
        """One after the other."""
        self._tried += 1
        return self.FATES[(self._tried - 1) % len(self.FATES)]

    def starts_detached(self, program: str, _arguments: Sequence[str]) -> None:
        """Nothing is."""
        raise AssertionError(program)


def shown_boards(window: QWidget) -> list[StaffBoard]:
    """The staff's pages that can be seen in a window."""
    return [part for part in window.children() if isinstance(part, StaffBoard) and part.isVisible()]
