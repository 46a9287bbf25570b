"""The PIN pad: any touches at any time, over files that may be damaged."""

import hashlib
import json
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from kiosk.content.folders import Folders
from kiosk.device.pin import MOST_DIGITS, WAITS, Pins
from kiosk.disk import Disk
from kiosk.paths import assets_folder, content_folder
from kiosk.running.staff_access import StaffAccess
from kiosk.running.staff_room import StaffRoom
from kiosk.services.staffing import Staffing
from kiosk.session.visit import Wish
from kiosk.settings.settings import Settings
from kiosk.staff.acts import Digit, Enter, Lock
from kiosk.staff.this_kiosk import ThisKiosk
from kiosk.ui.staff.board import StaffBoard
from tests.clock import Clock
from tests.content.editions.desk import NOW

PIN: Final = "2580"
_COST: Final = {"n": 2, "r": 1, "p": 1}
"""Next to nothing: this is about the files and the touches."""
_FILES_END: Final = b"\x00\x00"
_SIZE: Final = (320, 240)


class _AtOnce(ThreadPoolExecutor):
    """Does what it is given at once, so that a run can be repeated."""

    def submit(self, act: Callable[..., Any], /, *args: Any, **more: Any) -> Future[Any]:  # noqa: ANN401 - as in the library
        done: Future[Any] = Future()
        done.set_result(act(*args, **more))
        return done


class _Bare(Staffing):
    """All of the way in but the drawing, which would take all the time."""

    def _show_pin(self) -> None:
        self._entry.pins.names()
        self.board = self.board or StaffBoard(self._make_theme(), self._words, self._window.size())

    def _open(self, wish: Wish) -> None:
        """The desk is there: that is all that an attacker wants."""


class PinPad:
    """The real pad, with a clock that is set by the input.

    An input is what stands in the two files, then letters: digits, "<" to rub one out, "e" to enter, "x" to lock,
    "w" and "W" to wait a second or five minutes, "b" for a clock set back a year, "p" for the plug pulled.
    """

    def __init__(self, folder: Path) -> None:
        self._state = folder / "state"
        self._state.mkdir()
        self._clock, self._wall = Clock(), Clock(1_800_000_000)
        self._window = QWidget()
        self._window.resize(*_SIZE)
        access = StaffAccess(Folders((content_folder(),)), assets_folder(), self._state)
        self._room = StaffRoom(self._window, None, Settings(), access, NOW, self._clock)
        self._pad = self._made(self._room.this_kiosk())
        self._right = ""
        self._until = 0.0

    def _made(self, kiosk: ThisKiosk) -> Staffing:
        pad = _Bare(self._window, self._pins(), lambda: kiosk, self._room.theme, lambda _: QPixmap(), self._clock)
        pad._errand.close()
        pad._errand._worker = _AtOnce(1)
        return pad

    def _pins(self) -> Pins:
        return Pins(self._state, Disk(), self._clock, self._wall)

    def seeds(self) -> Iterator[bytes]:
        sound = _sound()
        for tries in (b'{"count": 1, "until": 1800000001.0}', b'{"count": 9, "until": 1900000000.0}', b"", b"{}"):
            for touches in (b"2580e", b"1234e2580e", b"12<e1eww2580eW2580ex", b"1e2e3epW2580eb2580e"):
                yield sound + _FILES_END + tries + _FILES_END + touches
        for damaged in (b"", b"[]", b"{", b'{"Ana": {}}', b'{"Ana": null}', sound.replace(b'"n": 2', b'"n": "2"')):
            yield damaged + _FILES_END + b"" + _FILES_END + b"2580eW2580e"

    def take(self, data: bytes) -> None:
        pins, tries, touches = [*data.split(_FILES_END, 2), b"", b""][:3]
        for name, content in (("pins.json", pins), ("wrong-tries.json", tries)):
            (self._state / name).unlink(missing_ok=True)
            if content:
                (self._state / name).write_bytes(content)
        self._wall.now = 1_800_000_000
        self._pulled()
        for touch in touches[:60].decode("latin-1"):
            self._touch(touch)
        self._pad.lock()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def _touch(self, touch: str) -> None:
        pad = self._pad
        match touch:
            case "w" | "W":
                self._passes(1 if touch == "w" else WAITS[-1])
            case "b":
                self._wall.now -= 365 * 24 * 3600
            case "p":
                self._pulled()
            case "e":
                self._enters()
            case "x":
                pad.take(Lock())
            case "<":
                pad.take(Digit(""))
            case digit if digit.isdecimal():
                pad.take(Digit(digit))
        if not pad.is_open:
            pad.ask_for_pin()

    def _enters(self) -> None:
        pad, typed, wait = self._pad, self._pad._entry.digits, self._pad._entry.pins.wait()
        assert len(typed) <= MOST_DIGITS
        pad.take(Enter())
        assert pad._page is None, "The try itself has failed."
        if pad._desk is not None:
            assert typed == PIN, f"{typed} opens."
            assert wait == 0, f"It opens {wait} s early."
            pad.take(Lock())
        elif pad.is_open:
            assert 0 < pad._entry.pins.wait() <= WAITS[-1], "Nobody gets in, and the next try is free."

    def _passes(self, seconds: float) -> None:
        self._clock.passes(seconds)
        self._wall.passes(seconds)
        self._pad.tick()

    def _pulled(self) -> None:
        self._pad.lock()
        self._clock.now = 5.0
        self._pad._entry.pins = self._pins()
        assert 0 <= self._pad._entry.pins.wait() <= WAITS[-1]
        self._pad.ask_for_pin()


def _sound() -> bytes:
    salt = bytes(16)
    told = hashlib.scrypt(PIN.encode(), salt=salt, dklen=32, n=_COST["n"], r=_COST["r"], p=_COST["p"]).hex()
    return json.dumps({"Ana": {"salt": salt.hex(), "hash": told, **_COST}}).encode()
