"""After too many failures: the resting screen, with least code, while safe mode is tried behind it.

See docs/decisions/0005. The child is the kiosk itself, told to be safe; its window covers this one once it is painted.
"""

import logging
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, TypeAlias

from PySide6.QtWidgets import QWidget

from kiosk.health.heartbeat import find_heartbeat
from kiosk.health.starts import Starts
from kiosk.running.application import make_application, show
from kiosk.running.beats import Beats
from kiosk.running.first_frame import FirstFrame
from kiosk.running.tries import Tries
from kiosk.settings.settings import Clinic
from kiosk.ui.resting import RestingScreen
from kiosk.ui.theme.theme import Fonts

log = logging.getLogger(__name__)

_RESTS: Final = "The screen rests."
_TRIES: Final = "Failed too often: the screen rests, and safe mode is tried. clinic-kiosk doctor tells more."

OpenToStaff: TypeAlias = Callable[[QWidget], Callable[[], None]]
"""Lets staff in at the window, and gives what ends that; it may fail, as it needs more code than resting does."""


def rest(
    clinic: Clinic,
    assets: Path,
    size: tuple[int, int] | None,
    staff: OpenToStaff,
    trying: tuple[Sequence[str], Starts] | None = None,
) -> int:
    """Show the resting screen until told to stop; gives the exit status.

    trying: a command that is tried behind it again and again, and what counts its failures.
    """
    if trying is not None:
        log.critical("The kiosk failed too often. It rests, and tries safe mode.")
    app = make_application()
    window = RestingScreen(assets, Fonts(assets / "fonts"), clinic, "" if trying is None else "failing")
    heartbeat = find_heartbeat(os.environ)

    def begin() -> None:
        beats = Beats(heartbeat, _RESTS if trying is None else _TRIES, app)
        app.aboutToQuit.connect(beats.pause)
        app.aboutToQuit.connect(heartbeat.stopping)
        if trying is not None:
            tries = Tries(*trying, beats)
            tries.over.connect(app.exit)
            app.aboutToQuit.connect(tries.stop)
        try:
            app.aboutToQuit.connect(staff(window))
        except Exception:
            log.exception("Staff cannot be let in")

    show(app, window, size)
    FirstFrame(window, begin)
    return app.exec()
