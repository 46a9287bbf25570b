"""Does what the day brings: the screen off and on, self-tests, the fresh start at night, a shift against burn-in."""

import logging
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from typing import Final

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QApplication

from kiosk.app import App
from kiosk.device.panel import Panel
from kiosk.health.agenda import Agenda, Orders
from kiosk.health.exits import FRESH_START
from kiosk.health.memory import has_grown
from kiosk.settings.settings import Settings

log = logging.getLogger(__name__)

TEST_THREAD: Final = "self-test"
OFF_AGAIN_MS: Final = 5000
"""After a screen has come: within two seconds and a little it is arranged, which switches it on (see `arrange`)."""
OFF_AGAIN_MOST: Final = 3
"""Times in one spell of darkness: a monitor that comes on each time it is switched off must not flicker all night."""


class DayKeeper(QObject):
    """Looks at the agenda when something is due, when somebody leaves, and when the dark screen is touched.

    Staff can set the brightness, and the screen on or off for today: from any thread, and not for longer than a start.
    One timer runs, to the next of these moments, and one for seconds where a screen has come on by itself in the dark;
    nothing is asked again and again.
    """

    _wished_today = Signal(object)
    """Carries what staff wish from their thread to the one of the window."""

    def __init__(
        self,
        kiosk: App,
        settings: Settings,
        panel: Panel,
        now: Callable[[], datetime],
        test: Callable[[], None] | None,
        *,
        restarts: bool,
        grown: Callable[[], bool] = has_grown,
    ) -> None:
        """now: the time of day; test: the self-test, if there is one; restarts: whether somebody starts it again.

        grown: whether the program has taken more memory than it should.
        """
        super().__init__(kiosk.window)
        self._kiosk = kiosk
        self._settings = settings
        self._panel = panel
        self._now = now
        self._test = test
        self._restarts = restarts
        self._grown = grown
        self._agenda = Agenda(settings.hours, now())
        self._occupied = not kiosk.is_empty
        self._dark = False
        self._beside = ThreadPoolExecutor(1, thread_name_prefix="screen")
        """Tools that switch the screen take a while, and must come one after the other."""
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(self.look)
        self._off_again = QTimer(self, singleShot=True, interval=OFF_AGAIN_MS)
        self._off_again.timeout.connect(self._switch_off_again)
        self._times_off_again = 0
        kiosk.stage.changed.connect(self._moved_on)
        kiosk.window.covered.connect(self._moved_on)
        kiosk.window.woken.connect(self._woken)
        self._wished_today.connect(self._set_today)
        if settings.screen.brightness is not None:
            self._beside.submit(panel.set_brightness, settings.screen.brightness)
        self.look()

    def look(self) -> None:
        """Do what is due."""
        now = self._now()
        self._occupied = not self._kiosk.is_empty
        orders = self._agenda.look(now, occupied=self._occupied)
        grown = not self._occupied and self._grown()
        if self._restarts and (orders.restart or grown):
            log.info("A fresh start: %s", "memory has grown" if grown else "a new day")
            QApplication.exit(FRESH_START)
            return
        self._do(orders)
        self._timer.start(max(1, round((orders.again - now).total_seconds() * 1000)))

    @property
    def today(self) -> bool | None:
        """Whether staff have wished the screen on or off for today; None: as the hours say."""
        return self._agenda.today

    def set_today(self, *, on: bool | None) -> None:
        """Wish the screen on or off until midnight; None: as the hours say again."""
        self._wished_today.emit(on)

    def brightness(self) -> int | None:
        """How bright the screen is in per cent; None when nothing here tells. Takes a while."""
        return self._beside.submit(self._panel.brightness).result()

    def set_brightness(self, per_cent: int) -> bool:
        """Set how bright it is until the next start; False when nothing here can. Takes a while."""
        return self._beside.submit(self._panel.set_brightness, per_cent).result()

    def screen_came(self, screen: QScreen) -> None:
        """A monitor that sleeps may tell of itself as if plugged in; what has no size only stands in for one."""
        if self._dark and not screen.geometry().isEmpty() and self._settings.hours.when_closed == "off":
            self._off_again.start()

    def close(self) -> None:
        """End with the window; a screen that is off is switched on for whatever comes next."""
        self._timer.stop()
        self._off_again.stop()
        if self._dark:
            self._switch(on=True)
        self._beside.shutdown()

    def _do(self, orders: Orders) -> None:
        window = self._kiosk.window
        window.shift(QPoint(*orders.shift))
        if orders.dark != self._dark:
            self._dark = orders.dark
            self._off_again.stop()
            self._times_off_again = 0
            log.info("The screen goes %s", "off: closed now" if orders.dark else "on")
            window.set_dark(orders.dark)
            self._switch(on=not orders.dark)
        if orders.test and self._test is not None:
            # A daemon: a program that hangs while it is asked must not keep the kiosk from ending.
            threading.Thread(target=self._test, name=TEST_THREAD, daemon=True).start()

    def _switch(self, *, on: bool) -> None:
        if self._settings.hours.when_closed == "off":
            self._beside.submit(self._switched, on=on)

    def _switched(self, *, on: bool) -> None:
        if not self._panel.switch(on=on):
            log.info("Nothing here switches the screen off: it shows black")

    def _switch_off_again(self) -> None:
        if self._times_off_again < OFF_AGAIN_MOST:
            self._times_off_again += 1
            self._switch(on=False)
        else:
            log.info("The screen has come on again and again: it shows black")

    def _woken(self) -> None:
        self._agenda.touched(self._now())
        self.look()

    def _set_today(self, on: bool | None) -> None:  # noqa: FBT001 - what the signal carries
        now = self._now()
        self._agenda.touched(now)  # not dark under the hand of whoever has just touched it
        self._agenda.set_today(now, on=on)
        self.look()

    def _moved_on(self) -> None:
        """Look when somebody has come or left, not at each picture of the loop."""
        if self._occupied == self._kiosk.is_empty:
            self._agenda.touched(self._now())
            self.look()
