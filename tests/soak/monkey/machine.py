"""The computer in the cage: what stays on it when its program ends, and the starts that follow each other."""

import logging
import shutil
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from typing import Final
from unittest.mock import patch
from zoneinfo import ZoneInfo

from PySide6.QtCore import QSize
from PySide6.QtGui import QPointingDevice
from PySide6.QtWidgets import QApplication

from kiosk.content.editions.serving import serve
from kiosk.content.editions.store import Store
from kiosk.content.folders import Folders
from kiosk.content.library import Library
from kiosk.content.packs.writing import write_pack
from kiosk.device.panel import Panel
from kiosk.device.pin import Pins
from kiosk.device.sticks import MountedSticks
from kiosk.disk import Disk
from kiosk.health.exits import FRESH_START, TOLD_TO
from kiosk.health.starts import Starts
from kiosk.paths import assets_folder, content_folder
from kiosk.running.staff_access import StaffAccess
from kiosk.settings.hours import DAYS, Hours
from kiosk.settings.settings import Clinic, Screen, Settings
from kiosk.ui.theme.measure import density
from tests.content.base import make_base, write
from tests.content.editions.desk import TIP
from tests.health.week import open_on
from tests.looks import looks
from tests.soak.monkey.beside import Worker, programs_of
from tests.soak.monkey.clockwork import Clockwork
from tests.soak.monkey.printing import NAME, Cups
from tests.soak.monkey.programs import Resting, Running, SafeMode
from tests.staff.receptionist import PIN
from tests.visitor import LANDSCAPE, TABLET_PX_PER_MM

log = logging.getLogger(__name__)

ZONE: Final = ZoneInfo("America/New_York")
NOON: Final = datetime(2026, 11, 20, 12, tzinfo=ZONE)
HOURS: Final = open_on(DAYS, "08:00-18:00", Hours(time_zone=ZONE.key, when_closed="off"))
SETTINGS: Final = Settings(clinic=Clinic(name="Riverside Spine Clinic", phone="555 0100"), hours=HOURS, printer=NAME)
TABLET: Final = QSize(1280, 800)
"""The one screen of its size that is small: staff's tabs do not fit beside a page there."""
DIES_EVERY: Final = 2
"""Seconds between two starts of a program that does not stay up."""
QUICK_TRIES: Final = {"n": 2, "r": 1, "p": 1}
"""A PIN is tried without the moment that it takes on purpose."""


class Machine:
    """A kiosk with a folder of its own, editions, a printer, a stick now and then, and hours for its screen."""

    def __init__(self, folder: Path, library: Library, glass: QPointingDevice, *, restarts: bool) -> None:
        """folder: empty; library: on show at first; restarts: whether a program that ends is started again."""
        self.glass, self.restarts = glass, restarts
        self.clockwork = Clockwork(NOON)
        self.settings = SETTINGS
        self.library = library
        self.size: QSize = LANDSCAPE
        self.visits = 0
        """How many have ended, by a visitor or by a start of the program."""
        self.exits: list[int] = []
        """How the program wishes to end."""
        self.tests = 0
        self.cups = Cups(lambda: self.clockwork.clock.now, lambda: self.visits)
        self.bundled, self.own, self.state, self.root = (folder / part for part in ("bundled", "own", "state", "root"))
        self._stick, self._pack = folder / "media/STICK", folder / "news.zip"
        self._furnish(folder)
        self.store = Store(self.state, Disk())
        self._shown = self.store.pointer()
        self._boots = 0
        self._switched = "on"
        self.program: Running | Resting | None = None

    def _furnish(self, folder: Path) -> None:
        """Few pages beneath the clinic's folder, so that a look at all of them is short; but all words are real."""
        make_base(self.bundled)
        for words in ("words", "questions"):
            shutil.copy(content_folder() / f"en/{words}.yaml", self.bundled / "en")
        self.own.mkdir()
        (self.own / "README.txt").write_text("ours", encoding="utf-8")
        light = self.root / "sys/class/backlight/panel"
        light.mkdir(parents=True)
        for name, number in (("max_brightness", "200"), ("brightness", "160")):
            (light / name).write_text(number, encoding="ascii")
        write(folder / "office", "en/tips/garden.yaml", TIP.format(title="Walk in our garden"))
        write_pack(self._pack, self.bundled, folder / "office")
        self._stick.parent.mkdir()

    def stands_in(self) -> ExitStack:
        """Within, the kiosk finds this machine where it looks for its own."""
        stack = self.clockwork.drives_the_kiosk()
        room = "kiosk.running.staff_room"
        sticks = MountedSticks(Disk(), (self._stick.parent,))
        for name, stand_in in (
            ("kiosk.device.pin._COST", QUICK_TRIES),
            ("kiosk.device.printer.QProcess", programs_of(self.clockwork, self.cups)),
            ("kiosk.device.sticks._is_mounted", lambda there: there == self._stick),  # only root can mount one
            ("kiosk.running.tries.QProcess", programs_of(self.clockwork, SafeMode())),
            ("kiosk.services.errand.ThreadPoolExecutor", Worker),
            ("kiosk.ui.scenes.density", _density),
            ("kiosk.running.application.density", _density),
            (f"{room}._now", self.clockwork.now),
            (f"{room}.load_looks", lambda _assets: looks()),  # Qt forgets no font
            (f"{room}.time", self.clockwork),
            (f"{room}.sticks_of_this_machine", lambda _disk: sticks),
            (f"{room}.starts_of_this_machine", lambda _state: self.starts),
        ):
            stack.enter_context(patch(name, stand_in))
        stack.enter_context(patch.object(QApplication, "exit", self.exits.append))
        return stack

    # --- starts and ends ----------------------------------------------------------------------------------------------

    def is_switched_on(self) -> None:
        """A PIN is set, and the program starts."""
        Pins(self.state, Disk(), lambda: self.clockwork.clock.now, self.clockwork.time).set("Ana", PIN)
        self._start()

    def ends_if_it_wishes(self) -> bool:
        """Start the program again if it has wished to end; gives whether it has."""
        if self.exits and self.restarts:
            self.starts_again(self.exits[0])
            return True
        self.exits.clear()  # at a desk nobody would start it again: it goes on
        return False

    def starts_again(self, status: int | None) -> None:
        """The program has ended by a status, or by none as when it is killed; whoever supervises it starts it."""
        self.is_switched_off()
        if status in (TOLD_TO, FRESH_START):
            self.starts.ended(by_plan=status == FRESH_START)
        self._start()

    def loses_power(self) -> None:
        """And has it again: what was counted since it was switched on is forgotten."""
        self.is_switched_off()
        self._boots += 1
        self._start()

    def keeps_failing(self) -> None:
        """The program dies each time before its first picture stands, until it rests."""
        self.is_switched_off()
        while not self.starts.begin():
            self.clockwork.clock.passes(DIES_EVERY)
        self.program = Resting(self)

    def is_switched_off(self) -> None:
        """The program goes, and with it whatever was beside it."""
        if self.program is not None:
            self.program.close()
            self.program = None
        self.exits.clear()

    def _start(self) -> None:
        self.program = Resting(self) if self.starts.begin() else Running(self)

    @property
    def starts(self) -> Starts:
        """What is counted of them since it was switched on."""
        return Starts(self.state, f"boot {self._boots}", lambda: self.clockwork.clock.now)

    # --- what it has --------------------------------------------------------------------------------------------------

    @property
    def access(self) -> StaffAccess:
        """What of it is open to staff while the screen only rests."""
        return StaffAccess(Folders((self.bundled, self.own)), assets_folder(), self.state)

    def panel(self) -> Panel:
        """The screen as a device."""

        def switch(command: object) -> str:
            self._switched = tuple(command)[-1]  # type: ignore[arg-type]  # a sequence of words
            return ""

        return Panel({"SWAYSOCK": "x"}, lambda name: name if name == "swaymsg" else None, switch, self.root)

    @property
    def screen_is_on(self) -> bool:
        """As it was switched last."""
        return self._switched == "on"

    def is_tested(self) -> None:
        """The self-test."""
        self.tests += 1

    def is_given(self, library: Library) -> None:
        """Patients see another library from now on."""
        self.library = library
        if isinstance(self.program, Running):
            self.program.app.take_library(library)

    def follows_editions(self) -> None:
        """Bring to the screen what staff have published, as the kiosk's own thread does."""
        pointer = self.store.pointer()
        if pointer is None or pointer == self._shown:
            return
        is_other = self._shown is None or pointer.edition != self._shown.edition
        self._shown = pointer
        if is_other:
            library = serve(self.store, self.bundled, self.state.parent / "cache", log.warning).library
            assert library is not None
            self.is_given(library)

    def writes(self, number: int) -> str:
        """Somebody in the office changes the clinic's folder."""
        walk, wrong = self.own / "en/tips/walk.yaml", self.own / "en/tips/wrong.yaml"
        match number % 4:
            case 0:
                write(self.own, "en/tips/wrong.yaml", "titel: A tip\n")
                return "finds a page with a mistake written"
            case 1:
                wrong.unlink(missing_ok=True)
                walk.unlink(missing_ok=True)
                return "finds the clinic's pages taken away"
            case _:
                wrong.unlink(missing_ok=True)
                write(self.own, "en/tips/walk.yaml", TIP.format(title=f"Walk {number}"))
                return f"finds a page written with the title Walk {number}"

    def has_stick(self, *, there: bool) -> None:
        """Somebody plugs in a USB stick with a pack, or pulls it out."""
        shutil.rmtree(self._stick, ignore_errors=True)
        if there:
            self._stick.mkdir()
            shutil.copy(self._pack, self._stick)


def _density(screen: Screen, width: int, height: int) -> float:
    """Pixels per millimetre: the settings of a tablet would tell its own."""
    is_tablet = (width, height) == TABLET.toTuple()
    return TABLET_PX_PER_MM if is_tablet else density(screen, width, height)
