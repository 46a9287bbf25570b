"""Every rule of the cage sees what it is there for: the kiosk is broken on purpose, and the trouble is told."""

import logging
from collections.abc import Iterator
from contextlib import AbstractContextManager
from unittest.mock import patch

import pytest
from PySide6.QtCore import QTimer, qWarning
from PySide6.QtGui import QPointingDevice

from kiosk.app import SCREENS, App
from kiosk.content.library import Library
from kiosk.device.printer import Printer
from kiosk.running.day_keeper import DayKeeper
from kiosk.services.staffing import Staffing
from kiosk.session.routes import Easier, Finish, Home
from kiosk.session.session import Session
from kiosk.session.visit import Go, Leave
from kiosk.staff.acts import Lock
from kiosk.ui.staff.board import StaffBoard
from kiosk.ui.staff.menu import MenuBoard
from kiosk.ui.staff.pin import PinBoard
from kiosk.ui.staff.tab import TabBoard
from kiosk.ui.stage import Stage
from kiosk.ui.window import Window
from tests.soak.monkey.actions import Action, Kind
from tests.soak.monkey.cage import Cage, Trouble
from tests.soak.monkey.grumbles import NO_PAPER
from tests.soak.monkey.machine import TABLET
from tests.soak.monkey.programs import Resting, Running, board_of
from tests.soak.monkey.world import SIZES

AT_ONCE = 100
"""A number with which threads answer at once, and a PIN is right."""
WRONG_PIN = 109
NIGHT, NOON = 20, 18
"""Numbers by which the clock on the wall shows these."""
NO_PAPER_NOW, READY, SILENT = 1, 0, 2
"""Numbers of the printer."""


@pytest.fixture
def cage(library: Library, glass: QPointingDevice, one_factory: None) -> Iterator[Cage]:
    with Cage({"all pages": library}, glass) as cage:
        yield cage


def does(cage: Cage, *kinds: Kind, number: int = AT_ONCE) -> None:
    """Each of these, in this order."""
    for kind in kinds:
        cage.do(Action(kind, 0, 0, number))


def comes_in(cage: Cage) -> None:
    """Staff hold the name and give their PIN."""
    does(cage, "staff", "staff")
    assert isinstance(board_of(program(cage)), TabBoard)


def begins(cage: Cage) -> None:
    """A patient touches the first picture."""
    cage.visitor.touch("Touch the screen to begin")
    does(cage, "cancel")


def touches(cage: Cage, *names: str) -> None:
    """The buttons whose names begin so, one after the other; each time the threads answer."""
    for name in names:
        found = {button.accessibleName(): button for button in cage._hand.buttons()}
        place = next((cage.visitor.centre(button) for told, button in found.items() if told.startswith(name)), None)
        assert place is not None, list(found)
        cage.visitor.taps(place)
        does(cage, "cancel")


def waits(cage: Cage, seconds: int) -> None:
    for begun in range(0, seconds, 200):
        does(cage, "wait", number=min(200, seconds - begun) - 1)


def program(cage: Cage) -> Running | Resting:
    assert cage.machine.program is not None
    return cage.machine.program


# --- all is well --------------------------------------------------------------------------------------------------


def test_staff_come_in_and_are_locked_out_when_they_go(cage: Cage) -> None:
    comes_in(cage)
    waits(cage, 200)
    assert board_of(program(cage)) is None


def test_a_wrong_pin_opens_nothing(cage: Cage) -> None:
    does(cage, "staff")
    does(cage, "staff", number=WRONG_PIN)
    assert isinstance(board_of(program(cage)), PinBoard)


def test_a_program_that_keeps_failing_rests_and_comes_back_by_itself(
    cage: Cage, caplog: pytest.LogCaptureFixture
) -> None:
    does(cage, "end", number=1)
    assert isinstance(program(cage), Resting)
    waits(cage, 1000)
    assert isinstance(program(cage), Running)


def test_staff_come_in_at_the_resting_screen_and_start_the_kiosk_again(
    cage: Cage, caplog: pytest.LogCaptureFixture
) -> None:
    does(cage, "end", number=1)
    comes_in(cage)
    touches(cage, "Restart", "Yes, restart")
    assert isinstance(program(cage), Running)


def test_the_screen_goes_dark_by_the_clock_on_the_wall_and_a_touch_wakes_it(cage: Cage) -> None:
    does(cage, "clock", number=NIGHT)
    waits(cage, 1400)
    kiosk = program(cage)
    assert isinstance(kiosk, Running)
    assert kiosk.is_dark
    cage.home_is_near()
    assert not kiosk.is_dark


def test_a_list_is_printed(cage: Cage) -> None:
    begins(cage)
    does(cage, "paper")
    waits(cage, 20)
    assert cage.machine.cups.printed == 1
    assert cage.visitor.heading == "Your sheet is printed"


def test_a_server_has_answered_also_when_the_monkey_did_not_look_for_long(cage: Cage) -> None:
    begins(cage)
    cage._hand.paper(Action("paper", 0, 0, AT_ONCE))
    cage.visitor.clock.passes(15)
    waits(cage, 20)
    assert cage.visitor.heading == "Your sheet is printed"


@pytest.mark.parametrize("state", [NO_PAPER_NOW, SILENT])
def test_a_printer_in_trouble_is_told_and_its_lines_are_due(
    cage: Cage, state: int, caplog: pytest.LogCaptureFixture
) -> None:
    begins(cage)
    does(cage, "printer", number=state)
    does(cage, "paper")
    waits(cage, 20)
    assert cage.visitor.heading == "The printer needs help"
    assert caplog.records


def test_what_staff_publish_comes_to_the_screen(cage: Cage) -> None:
    does(cage, "write", number=7)
    comes_in(cage)
    touches(cage, "Content", "Publish", "Lock")
    kiosk = program(cage)
    assert isinstance(kiosk, Running)
    tip = kiosk.app.scene().pages.page("tips/walk")
    assert tip is not None
    assert tip.title == "Walk 7"


def test_on_a_tablet_staff_meet_the_list_of_tabs_and_get_out_of_it(cage: Cage) -> None:
    does(cage, "turn", number=SIZES.index(TABLET))
    comes_in(cage)
    touches(cage, "Menu")
    assert isinstance(board_of(program(cage)), MenuBoard)
    cage.home_is_near()
    assert board_of(program(cage)) is None


def test_a_dialog_that_breaks_over_the_first_picture_leaves_no_slide_beneath_it(
    cage: Cage, caplog: pytest.LogCaptureFixture
) -> None:
    """The apology hides all of the slide, which waits to be seen."""
    kinds = sorted(SCREENS, key=lambda kind: kind.__name__)
    does(cage, "screen", number=3 * kinds.index(Finish))
    with patch("tests.visitor.ARRIVES_WITHIN", 1.0):
        touches(cage, "Finish")
    assert cage.visitor.heading == "Sorry, this page is not ready"
    assert cage.visitor.screen.isVisible()


# --- and what is not ----------------------------------------------------------------------------------------------


def test_a_staff_page_that_stays_open(cage: Cage) -> None:
    comes_in(cage)
    with patch("kiosk.services.staffing.LOCKS_AFTER", 100_000), sees("still open"):
        waits(cage, 200)


def test_a_staff_page_that_is_left_behind(cage: Cage) -> None:
    comes_in(cage)
    with patch.object(StaffBoard, "hide"), patch.object(StaffBoard, "deleteLater"), sees("Of the staff's pages"):
        waits(cage, 200)


def test_patients_pages_beneath_staff(cage: Cage) -> None:
    with patch.object(Window, "_show_or_hide"), sees("What patients see is seen"):
        does(cage, "staff")


def test_staff_who_cannot_get_out(cage: Cage) -> None:
    comes_in(cage)
    take = Staffing.take
    deaf = patch.object(Staffing, "take", lambda self, wish: None if wish == Lock() else take(self, wish))
    with deaf, sees("do not get out of TabBoard"):
        cage.home_is_near()


def test_a_visit_that_staff_do_not_end(cage: Cage) -> None:
    begins(cage)
    does(cage, "staff")
    with patch.object(Session, "take"), sees("Of the visit there is left"):
        does(cage, "staff")


def test_a_fault_that_leaves_the_visit(cage: Cage) -> None:
    begins(cage)
    with patch.object(App, "failed"):
        kiosk = program(cage)
        assert isinstance(kiosk, Running)
        kiosk.hooks._ends_visit = cage.visitor.app.failed
        with sees("Of the visit there is left"):
            does(cage, "fault")


def test_somebody_who_is_left_in_the_dark(cage: Cage) -> None:
    begins(cage)
    cage.visitor.window.set_dark(True)
    with sees("left in the dark"):
        does(cage, "voice")


def test_a_screen_that_does_not_keep_its_hours(cage: Cage) -> None:
    with patch.object(DayKeeper, "look"), sees("light for too long"):
        does(cage, "clock", number=NIGHT)
        waits(cage, 2000)


def test_a_panel_that_does_not_follow(cage: Cage) -> None:
    cage.machine._switched = "off"
    with sees("The panel is off"):
        cage.home_is_near()


def test_a_sheet_that_comes_out_after_its_visit(cage: Cage) -> None:
    begins(cage)
    does(cage, "paper")
    with patch.object(Printer, "take_back"), sees("came out after its visit"):
        does(cage, "leap")
        waits(cage, 10)


def test_a_visit_that_begins_by_itself(cage: Cage) -> None:
    QTimer.singleShot(0, lambda: cage.visitor.app.session.take(Go(Home())))
    with sees("Nobody has touched anything"):
        does(cage, "voice")


def test_a_line_that_is_not_due(cage: Cage, caplog: pytest.LogCaptureFixture) -> None:
    logging.getLogger("kiosk.device.printer").warning(NO_PAPER, "desk", "out_of_paper")
    with sees("is in trouble"):
        does(cage, "voice")


def test_a_fault_that_nobody_catches(cage: Cage) -> None:
    QTimer.singleShot(0, breaks)
    with sees("ZeroDivisionError"):
        does(cage, "voice")


def breaks() -> None:
    raise ZeroDivisionError


def test_a_warning_of_qt(cage: Cage) -> None:
    qWarning("a timer has no thread")
    with sees("Qt: a timer has no thread"):
        does(cage, "voice")


def test_a_dialog_that_stays(cage: Cage) -> None:
    begins(cage)
    session = cage.visitor.app.session
    session.take(Go(Easier()))
    with patch.object(Stage, "_show_dialog", return_value=False), sees("A dialog of before lies over"):
        session.take(Leave())
        does(cage, "voice")


def sees(words: str) -> AbstractContextManager[object]:
    """The cage tells this trouble within."""
    return pytest.raises(Trouble, match=words)
