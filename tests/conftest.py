"""What all tests share: no screen, the real library, a visitor, and nothing left behind."""

import gc
import logging
import os
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, settings

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from kiosk.content.folders import Folders
from kiosk.content.library import Library
from kiosk.content.live import open_library
from kiosk.paths import content_folder
from kiosk.settings.settings import Clinic, Settings
from kiosk.ui.assistive.accessible import Interfaces
from tests.journeys.listening import SilentVoice
from tests.visitor import LANDSCAPE, Visitor

# Tests run beside each other, on machines that do other things as well: to be slow is no fault.
settings.register_profile("beside others", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("beside others")

SETTINGS = Settings(clinic=Clinic(name="Riverside Spine Clinic", phone="555 0100"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--approve",
        action="store_true",
        help="take the outlines and pictures of the screens as they are now for right, and write them down",
    )


@pytest.fixture(scope="session")
def approve(request: pytest.FixtureRequest) -> bool:
    """Whether what is shown now is to be taken for right."""
    return bool(request.config.getoption("--approve"))


@pytest.fixture(autouse=True, scope="session")
def _home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What a kiosk keeps for whoever starts it lies in a folder of the tests: nobody's own kiosk is to find it."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_STATE_HOME", "XDG_CACHE_HOME"):
            patch.setenv(name, str(tmp_path_factory.mktemp(name.lower())))
        yield


# --- the kiosk ----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The bundled library, as a kiosk opens it."""
    told: list[str] = []
    folders, cache = Folders((content_folder(),)), tmp_path_factory.mktemp("cache")
    open_library(folders, cache, told.append)
    live = open_library(folders, cache, told.append)
    assert live.library is not None, told
    return live.library


@pytest.fixture(scope="session")
def english(library: Library) -> Library:
    """The bundled library in English alone, so that a translation changes no expectation."""
    return replace(library, languages={"en": library.languages["en"]})


@pytest.fixture(scope="session")
def glass(qapp: QApplication) -> QPointingDevice:
    """The screen that fingers touch."""
    return QTest.createTouchDevice()


@pytest.fixture(scope="session")
def one_factory(qapp: QApplication) -> None:
    """Qt keeps every factory of accessible interfaces for ever: one serves all tests."""
    Interfaces(qapp)


@pytest.fixture(autouse=True, scope="session")
def _has_a_voice() -> Iterator[None]:
    """Listen offers its voice, whatever this machine has: screens look the same everywhere."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kiosk.ui.screens.listen.has_voice", lambda _language: True)
        yield


Comes = Callable[[QSize], Visitor]


@pytest.fixture
def comes(
    library: Library, glass: QPointingDevice, one_factory: None, caplog: pytest.LogCaptureFixture
) -> Iterator[Comes]:
    """Brings a visitor to a kiosk whose window has a size."""
    visitors: list[Visitor] = []

    def bring(size: QSize) -> Visitor:
        visitors.append(Visitor(library, SETTINGS, glass, size))
        return visitors[-1]

    yield bring
    for visitor in visitors:
        visitor.leaves()


@pytest.fixture
def visitor(comes: Comes) -> Visitor:
    """Somebody in front of a kiosk on which nobody has touched anything yet."""
    return comes(LANDSCAPE)


@pytest.fixture
def arrived(visitor: Visitor) -> Visitor:
    """A visitor who has touched the loop."""
    visitor.touch("Touch the screen to begin")
    return visitor


@pytest.fixture
def voice(monkeypatch: pytest.MonkeyPatch) -> Iterator[SilentVoice]:
    """The voice of the kiosk: it makes no sound, and says what it was given."""
    silent = SilentVoice()
    monkeypatch.setattr("kiosk.services.listening.Voice", lambda *_: silent)
    yield silent
    silent.stop()


@pytest.fixture
def quick_pins(monkeypatch: pytest.MonkeyPatch) -> None:
    """A try of a PIN takes no moment on purpose; tests/device/test_pin.py says how long it takes else."""
    monkeypatch.setattr("kiosk.device.pin._COST", {"n": 2, "r": 1, "p": 1})


# --- nothing left behind ------------------------------------------------------------------------------------------


@pytest.fixture(autouse=True)
def _no_grumbling(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A warning in the log fails the test; a test that asks for caplog looks at the log itself."""
    yield
    if "caplog" in request.node.fixturenames and "caplog" in _asked_for(request):
        return
    grumbles = [record for when in ("setup", "call") for record in caplog.get_records(when)]
    told = [record.getMessage() for record in grumbles if record.levelno >= logging.WARNING]
    assert not told, f"The log grumbles: {told}"


def _asked_for(request: pytest.FixtureRequest) -> tuple[str, ...]:
    """The fixtures that the test itself names."""
    function = getattr(request.node, "function", None)
    code = getattr(function, "__code__", None)
    return code.co_varnames[: code.co_argcount] if code is not None else ()


@pytest.fixture(scope="session")
def shared_windows() -> set[QWidget]:
    """Windows that several tests share and that close at the end of all."""
    return set()


@pytest.fixture(autouse=True)
def _no_litter() -> None:
    """What the test before made is swept up, once pytest has let go of it: its screens take tens of megabytes.

    What lasts longer is searched no more.
    """
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _nothing_runs_on(request: pytest.FixtureRequest, shared_windows: set[QWidget], _no_litter: None) -> Iterator[None]:
    """No window stays open and no timer runs on after the test."""
    if "qapp" not in request.fixturenames:
        yield
        return
    yield
    windows = _open_windows() - shared_windows
    assert not windows, f"Windows are left open: {windows}"
    if _running_timers(shared_windows):
        gc.collect()
    left = _running_timers(shared_windows)
    assert not left, f"Timers run on: {[(timer.parent(), timer.interval()) for timer in left]}"


def _open_windows() -> set[QWidget]:
    return {widget for widget in QApplication.topLevelWidgets() if isValid(widget) and widget.isVisible()}


def _running_timers(shared: set[QWidget]) -> list[QTimer]:
    timers = [thing for thing in gc.get_objects() if isinstance(thing, QTimer) and isValid(thing) and thing.isActive()]
    return [timer for timer in timers if not _belongs_to(timer, shared)]


def _belongs_to(timer: QTimer, windows: set[QWidget]) -> bool:
    """Whether a timer is part of a window that several tests share."""
    parent = timer.parent()
    return isinstance(parent, QWidget) and parent.window() in windows
