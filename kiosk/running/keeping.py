"""What begins once the first frame is painted: heartbeat, fault hooks, the day, the mark of health."""

import logging
import os
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from kiosk import __version__
from kiosk.app import App
from kiosk.device.panel import panel_of_this_machine
from kiosk.health.healthy import mark_healthy
from kiosk.health.heartbeat import find_heartbeat
from kiosk.health.last_faults import LastFaults
from kiosk.paths import state_folder
from kiosk.running.beats import Beats
from kiosk.running.day_keeper import DayKeeper
from kiosk.running.fault_hooks import FaultHooks
from kiosk.settings.settings import Settings

log = logging.getLogger(__name__)

HEALTHY_AFTER_MS: Final = 60_000
"""After its first frame a version that has run so long is sound."""


def keep(
    app: QApplication, window: QWidget, kiosk: App | None, settings: Settings, state: Path, *, safe: bool
) -> DayKeeper | None:
    """Keep a kiosk going that has just painted its first frame; gives what minds the screen.

    kiosk: None while the window only rests; state: the folder for what is kept; safe: without extras.
    """
    heartbeat = find_heartbeat(os.environ)
    faults = LastFaults(state, _now)
    logging.getLogger().addHandler(faults)
    app.aboutToQuit.connect(lambda: logging.getLogger().removeHandler(faults))
    FaultHooks(app, kiosk.failed if kiosk is not None else _only_logged, time.monotonic).install()
    if heartbeat.restarts:
        beats = Beats(heartbeat, _status(kiosk, safe=safe), app)
        app.aboutToQuit.connect(beats.pause)
        app.aboutToQuit.connect(heartbeat.stopping)
    if kiosk is None:
        return None
    test = None if safe else _tester(kiosk, settings, state)
    day = DayKeeper(kiosk, settings, panel_of_this_machine(), _now, test, restarts=heartbeat.restarts)
    app.screenAdded.connect(day.screen_came)
    app.aboutToQuit.connect(day.close)
    if heartbeat.restarts:
        QTimer.singleShot(HEALTHY_AFTER_MS, window, lambda: mark_healthy(state_folder(), __version__, log.warning))
    return day


def _status(kiosk: App | None, *, safe: bool) -> str:
    if kiosk is None:
        return "Nothing sound to show: the screen rests. clinic-kiosk check tells why."
    return "Running in safe mode: the bundled pages alone." if safe else "Running."


def _tester(kiosk: App, settings: Settings, state: Path) -> Callable[[], None]:
    def test() -> None:
        from kiosk.health.machine import machine_here
        from kiosk.health.selftest import run_self_test

        found = run_self_test(machine_here(settings, state), log.warning)
        kiosk.printer_is(found=not found.finds_broken("printer"))

    return test


def _only_logged(kind: type[BaseException], error: BaseException, trace: object) -> None:
    log.critical("A fault while the screen rests", exc_info=(kind, error, trace))  # type: ignore[arg-type]  # a hook's


def _now() -> datetime:
    return datetime.now(UTC)
