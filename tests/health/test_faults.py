"""Faults are logged with their traceback; the same one again and again ends in a fresh start."""

import logging
import sys
import threading
from collections.abc import Iterator
from types import TracebackType
from typing import NoReturn

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QThread, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from kiosk.health.exits import FAULTY
from kiosk.health.recurring_faults import MOST, WITHIN, RecurringFaults
from kiosk.running.fault_hooks import FaultHooks
from tests.clock import Clock
from tests.visitor import Visitor


class Ends:
    """How the program was told to end."""

    def __init__(self) -> None:
        self.status: list[int] = []

    def exit(self, status: int) -> None:
        self.status.append(status)


def fault() -> NoReturn:
    raise ZeroDivisionError("the secret reason")


def other_fault() -> NoReturn:
    raise ZeroDivisionError("another place")


def caught(what: object) -> tuple[type[BaseException], BaseException, TracebackType | None]:
    """What a hook would be given."""
    try:
        what()  # type: ignore[operator]  # one of the two above
    except ZeroDivisionError as error:
        return type(error), error, error.__traceback__
    raise AssertionError


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def ends() -> Ends:
    return Ends()


@pytest.fixture
def hooks(visitor: Visitor, ends: Ends, clock: Clock, qapp: QApplication) -> Iterator[FaultHooks]:
    """The hooks of the visitor's kiosk, as the program sets them."""
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    hooks = FaultHooks(qapp, visitor.app.failed, clock)
    hooks._app = ends  # type: ignore[assignment]  # the tests' own application must not end
    hooks.install()
    yield hooks
    sys.excepthook, threading.excepthook, sys.unraisablehook = before
    hooks.deleteLater()


def test_the_same_fault_too_often(clock: Clock) -> None:
    faults = RecurringFaults(clock)
    assert [faults.note(*caught(fault)[::2]) for _ in range(MOST)] == [False] * (MOST - 1) + [True]


def test_other_faults_and_old_ones_do_not_add_up(clock: Clock) -> None:
    faults = RecurringFaults(clock)
    for _ in range(MOST - 1):
        assert not faults.note(*caught(fault)[::2])
        assert not faults.note(*caught(other_fault)[::2])
    clock.passes(WITHIN + 1)
    assert not faults.note(*caught(fault)[::2])


def test_of_very_many_faults_those_that_are_known_are_still_kept_apart(clock: Clock) -> None:
    faults = RecurringFaults(clock)
    kinds = [type(f"Fault{number}", (Exception,), {}) for number in range(60)]
    assert not any(faults.note(kind, None) for kind in kinds[:53])
    clock.passes(WITHIN + 1)
    assert not any(faults.note(kind, None) for kind in kinds[:MOST])


def test_a_fault_in_a_slot_ends_the_visit(
    hooks: FaultHooks, visitor: Visitor, ends: Ends, caplog: pytest.LogCaptureFixture
) -> None:
    visitor.touch("Touch the screen to begin")
    hooks.failed(*caught(fault))
    visitor.settles()
    assert visitor.app.is_empty
    assert ends.status == []
    assert "the secret reason" in caplog.text
    assert "Traceback" in caplog.text


def test_again_and_again_it_ends_the_program(hooks: FaultHooks, ends: Ends, caplog: pytest.LogCaptureFixture) -> None:
    for _ in range(MOST):
        hooks.failed(*caught(fault))
    assert ends.status == [FAULTY]
    assert "again and again" in caplog.text


def test_a_visit_that_cannot_be_ended_ends_the_program(
    hooks: FaultHooks, ends: Ends, caplog: pytest.LogCaptureFixture
) -> None:
    hooks._ends_visit = lambda *_: fault()
    hooks.failed(*caught(other_fault))
    assert ends.status == [FAULTY]
    assert "could not be ended" in caplog.text


def test_a_fault_in_a_thread_leaves_the_visitor_alone(
    hooks: FaultHooks, visitor: Visitor, ends: Ends, caplog: pytest.LogCaptureFixture
) -> None:
    visitor.touch("Touch the screen to begin")
    for _ in range(MOST):
        thread = threading.Thread(target=fault, name="voice")
        thread.start()
        thread.join()
    assert not visitor.app.is_empty
    assert ends.status == []  # counted by the window's own thread, not by the one that failed
    QCoreApplication.processEvents()
    assert ends.status == [FAULTY]
    assert "A fault in voice; the visit goes on" in caplog.text
    assert all(record.exc_info for record in caplog.records if record.levelno == logging.ERROR)


class Publishes(QObject):
    """Works in a thread of Qt's own, whose faults go the way of those of the window."""

    def publish(self) -> None:
        fault()


def test_a_fault_in_a_thread_of_qt_leaves_the_visitor_alone(
    hooks: FaultHooks, visitor: Visitor, ends: Ends, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    visitor.touch("Touch the screen to begin")
    work, thread = Publishes(), QThread()
    work.moveToThread(thread)
    for _ in range(MOST):
        QTimer.singleShot(0, work, work.publish)
    thread.start()
    qtbot.waitUntil(lambda: ends.status == [FAULTY])
    thread.quit()
    thread.wait()
    assert not visitor.app.is_empty
    assert "A fault in another thread; the visit goes on" in caplog.text


class Fragile:
    def __del__(self) -> None:
        fault()


def test_a_fault_where_nobody_can_be_told(
    hooks: FaultHooks, visitor: Visitor, caplog: pytest.LogCaptureFixture
) -> None:
    visitor.touch("Touch the screen to begin")
    Fragile()
    assert not visitor.app.is_empty
    assert "the secret reason" in caplog.text


def test_qt_hands_faults_of_slots_to_the_hook(
    hooks: FaultHooks, visitor: Visitor, caplog: pytest.LogCaptureFixture
) -> None:
    """What the rest of these tests stands on."""
    with capture_exceptions() as found:
        QTimer.singleShot(0, visitor.window, fault)
        visitor.settles()
    assert [kind for kind, _, _ in found] == [ZeroDivisionError]
