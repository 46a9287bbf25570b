"""The kiosk that a monkey has to itself, with everything watched that must never happen."""

import logging
import sys
from collections.abc import Mapping
from dataclasses import replace
from types import TracebackType
from typing import Final, Self

from PySide6.QtCore import QCoreApplication, QPoint, QSize, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QPointingDevice
from PySide6.QtWidgets import QAbstractButton

from kiosk.content.library import Library
from kiosk.device.keypad import PAD_KEYS
from kiosk.device.voice import Utterance
from kiosk.session.routes import Attract, Home
from kiosk.session.visit import Visit
from kiosk.settings.settings import Clinic, Settings
from tests.journeys.listening import SilentVoice
from tests.soak.monkey.actions import LONGEST_WAIT, Action
from tests.visitor import LANDSCAPE, PORTRAIT, Visitor, forget_dropped_widgets

SIZES: Final = (LANDSCAPE, PORTRAIT, QSize(1366, 768))
KEYS: Final = (
    Qt.Key.Key_Down,
    Qt.Key.Key_Up,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Return,
    Qt.Key.Key_Space,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Home,
    Qt.Key.Key_A,
)
FIRST_SCAN_CODE: Final = 1000
PALM: Final = 7
"""The number of the finger that a hand lying on the glass counts as."""
HOURS_ASLEEP: Final = 3600.0 * 9
LOOKS_EVERY: Final = 25
"""Actions between two looks whether Home is within one touch."""
SETTINGS: Final = Settings(clinic=Clinic(name="Riverside Spine Clinic", phone="555 0100"))


class Trouble(Exception):  # noqa: N818 - it is no error of this program
    """Something happened that must never happen."""


class Cage:
    """A kiosk, and a monkey's hand in it."""

    def __init__(self, libraries: Mapping[str, Library], glass: QPointingDevice) -> None:
        """libraries: by name, the first of them is on show at first."""
        self._libraries = list(libraries.items())
        self._grumbles: list[str] = []
        self._logged = _Grumbles(self._grumbles)
        self.visitor = Visitor(self._libraries[0][1], SETTINGS, glass, LANDSCAPE)
        self.visitor.window.learn({FIRST_SCAN_CODE + at: key for at, key in enumerate(PAD_KEYS)})
        self._fresh = self.visitor.visit
        self._hand: QPoint | None = None
        self._done = 0
        self.told = ""
        """The last action in words."""
        self.is_at_rest = True
        """Whether nobody is there and everything was wiped, after the last action."""

    def __enter__(self) -> Self:
        logging.getLogger().addHandler(self._logged)
        self._hook, sys.excepthook = sys.excepthook, self._fell
        qInstallMessageHandler(self._qt_said)
        return self

    def __exit__(self, *_: object) -> None:
        self.visitor.leaves()
        qInstallMessageHandler(None)
        sys.excepthook = self._hook
        logging.getLogger().removeHandler(self._logged)

    def _fell(self, kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        self._grumbles.append(f"{kind.__name__}: {error}")

    def _qt_said(self, kind: QtMsgType, _context: object, message: str) -> None:
        if kind is not QtMsgType.QtDebugMsg:
            self._grumbles.append(f"Qt: {message}")

    # --- what the monkey does ---------------------------------------------------------------------------------------

    def do(self, action: Action) -> None:
        """Do it, and see that all is well.

        Raises Trouble when something happened that must never happen.
        """
        was_there = not isinstance(self.visitor.visit.screen, Attract)
        self.told = getattr(self, f"_{action.kind}")(action)
        self.visitor.settles()
        self._nothing_is_left(has_ended=was_there or action.kind == "leap")
        self._done += 1
        if self._done % LOOKS_EVERY == 0:
            self.home_is_near()
        self._nothing_grumbles()

    def comes_to_rest(self) -> None:
        """Everybody goes, and the window is as it was at first."""
        self.do(Action("leap", 0, 0, 0))
        self.do(Action("turn", 0, 0, 0))
        self.do(Action("edition", 0, 0, 0))

    def _button(self, action: Action) -> str:
        buttons = self.visitor.buttons()
        button = buttons[action.number % len(buttons)]
        name = button.accessibleName()
        self.visitor.taps(self.visitor.centre(button))
        return f'touches "{name}"'

    def _touch(self, action: Action) -> str:
        place = self._place(action)
        self.visitor.taps(place)
        return f"touches {_told(place)}"

    def _double(self, action: Action) -> str:
        place = self._place(action)
        self.visitor.taps(place)
        self.visitor.presses(place)
        self.visitor.lifts(place)
        return f"hits {_told(place)} twice"

    def _swipe(self, action: Action) -> str:
        place, way = self._place(action), action.number % 300 - 150
        self.visitor.draws(place, way, 0.3)
        return f"draws from {_told(place)} by {way} mm"

    def _palm(self, action: Action) -> str:
        if self._hand is None:
            self._hand = self._place(action)
            self.visitor.presses(self._hand, PALM)
            return f"lays a hand on {_told(self._hand)}"
        place, self._hand = self._hand, None
        self.visitor.lifts(place, PALM)
        return "takes the hand away"

    def _cancel(self, _action: Action) -> str:
        self._hand = None
        self.visitor.cancels_touches()
        return "has all touches taken back"

    def _key(self, action: Action) -> str:
        key = KEYS[action.number % len(KEYS)]
        self.visitor.hits_key(key)
        return f"presses {key.name}"

    def _pad(self, action: Action) -> str:
        at = action.number % len(PAD_KEYS)
        self.visitor.hits_key(Qt.Key.Key_unknown, FIRST_SCAN_CODE + at)
        return f"presses {PAD_KEYS[at]} on the pad"

    def _wait(self, action: Action) -> str:
        seconds = 1 + action.number % LONGEST_WAIT
        self.visitor.waits(seconds)
        return f"waits for {seconds} seconds"

    def _leap(self, _action: Action) -> str:
        self.visitor.clock.passes(HOURS_ASLEEP)
        self.visitor.waits(1)
        return "sleeps with the machine for nine hours"

    def _edition(self, action: Action) -> str:
        name, library = self._libraries[action.number % len(self._libraries)]
        self.visitor.app.take_library(library)
        return f"is given {name}"

    def _turn(self, action: Action) -> str:
        size = SIZES[action.number % len(SIZES)]
        self._hand = None
        self.visitor.cancels_touches()
        self.visitor.window.resize(size)
        return f"has {size.width()} × {size.height()} pixels"

    def _voice(self, _action: Action) -> str:
        for voice in VOICES:
            if voice.is_speaking:
                voice.comes_to_the_end()
        return "hears a sentence to its end"

    def _place(self, action: Action) -> QPoint:
        size = self.visitor.window.size()
        return QPoint(round(action.x * (size.width() - 1)), round(action.y * (size.height() - 1)))

    # --- what must always be so ---------------------------------------------------------------------------------------

    def _nothing_grumbles(self) -> None:
        if self._grumbles:
            told = "; ".join(self._grumbles)
            self._grumbles.clear()
            raise Trouble(told)

    def home_is_near(self) -> None:
        """From everywhere one touch leads home.

        While the kiosk asks who is there, the touch before it only answers; a curtain it only draws away; while all is
        told, it only tells.
        """
        visitor = self.visitor
        if visitor.seconds_left() is not None:
            visitor.taps(QPoint(5, 5))
            if visitor.seconds_left() is not None:
                raise Trouble("A touch does not answer the question whether somebody is there.")
        if visitor.visit.hearing.curtain:
            visitor.taps(QPoint(5, 5))
            if visitor.visit.hearing.curtain:
                raise Trouble("A touch does not draw the curtain away.")
        if isinstance(visitor.visit.screen, Attract):
            return
        visitor.taps(visitor.centre(_home(visitor)))
        if visitor.window.keys.reads:
            visitor.taps(visitor.centre(_home(visitor)))
        if visitor.visit.routes != (Home(),):
            raise Trouble(f"Home is not within one touch of {visitor.visit.route}.")

    def _nothing_is_left(self, *, has_ended: bool) -> None:
        """Who comes to the first screen from a visit, or back to the machine after hours, leaves nothing behind."""
        visit = self.visitor.visit
        is_first = isinstance(visit.screen, Attract)
        self.is_at_rest = is_first and _wiped(visit) == _wiped(self._fresh)
        if has_ended and is_first and not self.is_at_rest:
            raise Trouble(f"Of the visit there is left: {visit}")
        lies_over = self.visitor.app.stage.dialog_now
        if lies_over is not None and visit.dialog is None and visit.seconds_left is None:
            raise Trouble(f"A dialog of before lies over {visit.route}: {type(lies_over).__name__}")


class _Grumbles(logging.Handler):
    """Collects warnings and worse."""

    def __init__(self, told: list[str]) -> None:
        super().__init__(logging.WARNING)
        self._told = told

    def emit(self, record: logging.LogRecord) -> None:
        self._told.append(self.format(record))


class _ForgetfulVoice(SilentVoice):
    """Keeps nothing of what it has said: a monkey makes it say a great deal."""

    def say(self, utterance: Utterance) -> None:
        self.said.clear()
        super().say(utterance)

    def prepare(self, utterance: Utterance) -> None:
        pass


VOICES: Final[list[SilentVoice]] = []
"""Those that a kiosk in a cage has made."""


def silent_voice(*_: object) -> SilentVoice:
    """A voice for a kiosk in a cage."""
    VOICES.append(_ForgetfulVoice())
    return VOICES[-1]


def _home(visitor: Visitor) -> QAbstractButton:
    return visitor.button(visitor.app.scene().words.bar.home)


def _wiped(visit: Visit) -> Visit:
    """The visit without its place: which picture the first screen shows is nobody's."""
    return replace(visit, routes=())


def _told(place: QPoint) -> str:
    return f"({place.x()}, {place.y()})"


def drop_all() -> None:
    """Do what was put off before another kiosk begins."""
    QCoreApplication.processEvents()
    forget_dropped_widgets()
