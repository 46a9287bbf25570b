"""The receptionist at the screen: the name held, the PIN, publishing at eight, going back; and those who lean on it."""

import shutil
import time
from pathlib import Path
from typing import NoReturn

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint
from PySide6.QtGui import QFontDatabase, QPixmap, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.content.editions.store import Store
from kiosk.content.folders import Folders
from kiosk.device.pin import WAITS, Pins
from kiosk.device.sticks import MountedSticks
from kiosk.disk import Disk
from kiosk.paths import assets_folder
from kiosk.running.staff_access import StaffAccess
from kiosk.running.staff_door import StaffDoor
from kiosk.session.routes import Attract, Home, Reading
from kiosk.settings.settings import Settings
from kiosk.staff.desk import Desk
from kiosk.staff.page import Preview
from kiosk.ui.resting import RestingScreen
from kiosk.ui.staff.menu import CleaningBoard
from kiosk.ui.staff.pin import PinBoard
from kiosk.ui.staff.preview import PreviewBoard
from kiosk.ui.staff.tab import TabBoard
from kiosk.ui.theme.theme import Fonts
from tests.clock import Clock
from tests.staff.clinic import NEW_TITLE, OLD_TITLE
from tests.staff.receptionist import PIN, Receptionist, waits


def test_the_receptionist_publishes_at_eight_and_steps_back_at_nine(staff: Receptionist) -> None:
    staff.comes_in()
    staff.touches("Content")
    staff.waits_for("Patients see the pages that come with the kiosk")
    staff.touches("Publish")
    staff.waits_for("Edition 1 is published")
    staff.clinic.changes_the_tip()
    staff.touches("Content")
    staff.waits_for("How the page will look")
    staff.touches("Publish")
    staff.waits_for("Edition 2 is published")
    staff.touches("Editions")
    staff.waits_for("Patients see this one")
    staff.touches("What going back changes. Edition 1")
    staff.waits_for("Going back to edition 1 changes this")
    assert staff.reads(f"No longer: {NEW_TITLE}")
    assert staff.reads(f"New: {OLD_TITLE}")
    staff.touches("Go back to edition 1")
    staff.waits_for("Go back to edition 1?")
    staff.touches("No")
    staff.waits_for("Edition 1")
    staff.touches("What going back changes. Edition 1")
    staff.waits_for("Going back to edition 1 changes this")
    staff.touches("Go back to edition 1")
    staff.waits_for("Go back to edition 1?")
    staff.touches("Yes, go back")
    staff.waits_for("Patients see edition 1")
    current = Store(staff.state, Disk()).current()
    assert current is not None
    assert (current.number, current.who) == (1, "Ana")


def test_a_mistake_is_told_by_file_and_line_and_cannot_be_published(staff: Receptionist) -> None:
    page = staff.own / "en/tips/wrong.yaml"
    page.parent.mkdir(parents=True)
    page.write_text("titel: A tip\n", encoding="utf-8")
    staff.comes_in()
    staff.touches("Content")
    staff.waits_for("en/tips/wrong.yaml line 1")
    assert staff.reads("first)")
    staff.touches("Publish (mend")
    assert Store(staff.state, Disk()).numbers() == ()


def test_three_wrong_pins_and_the_wait_survives_a_restart(staff: Receptionist) -> None:
    staff.holds_the_name()
    for wait in (1, 5, 30):
        staff.enters("1379")
        staff.waits_for("That was not right")
        assert staff.reads(f"Try again in {wait} second")
        if wait < 30:
            staff.visitor.clock.passes(wait)
            staff.staffing.tick()
    again = Pins(staff.state, Disk(), staff.visitor.clock, time.time)
    assert 25 < again.wait() <= 30
    staff.enters(PIN)
    staff.visitor.settles()
    assert isinstance(staff.staffing.board, PinBoard)


def test_two_fingers_enter_a_pin_and_the_second_is_down_before_the_first_is_lifted(staff: Receptionist) -> None:
    staff.holds_the_name()
    staff.visitor.clock.passes(1)
    first, second = staff.key("2"), staff.key("5")
    staff.visitor.presses(first)
    staff.visitor.presses(second, finger=1)
    staff.visitor.lifts(first)
    staff.visitor.lifts(second, finger=1)
    assert staff.reads("2 digits")


def test_during_the_wait_no_digit_is_taken_and_the_keys_come_back_by_themselves(staff: Receptionist) -> None:
    staff.holds_the_name()
    staff.enters("1379")
    staff.waits_for("That was not right. Try again in 1 second")
    staff.enters(PIN)
    staff.visitor.settles()
    assert staff.reads("Try again in 1 second")
    assert not staff.reads("digit")
    staff.visitor.clock.passes(2)
    staff.staffing.tick()
    staff.visitor.settles()
    assert not staff.reads("Try again")
    keypad = staff.staffing.board
    staff.staffing.tick()
    assert staff.staffing.board is keypad, "the keypad holds still"
    staff.enters(PIN)
    staff.waits_for("Patients see")


def test_who_comes_back_during_a_long_wait_is_told_the_minutes_and_of_no_mistake(staff: Receptionist) -> None:
    pins = staff.staffing._entry.pins
    for wait in WAITS:
        pins.try_pin("1379")
        if wait < WAITS[-1]:
            staff.visitor.clock.passes(wait)
    assert pins.try_pin(PIN).is_early
    staff.holds_the_name()
    assert staff.reads("Try again in 5 minutes")
    assert not staff.reads("That was not right")
    staff.visitor.clock.passes(WAITS[-1] - 60)
    staff.staffing.noticed()
    staff.staffing.tick()
    assert staff.reads("seconds.")


def test_a_pin_that_follows_a_wrong_one_too_soon_is_not_called_wrong(staff: Receptionist) -> None:
    """Both are typed before the first was looked at."""
    staff.holds_the_name()
    staff.staffing._entry.pins.try_pin("1379")
    assert isinstance(staff.staffing.board, PinBoard)
    staff.enters(PIN)
    staff.waits_for("Try again in 1 second")
    assert not staff.reads("That was not right")


def test_a_pin_that_cannot_be_looked_at_opens_nothing_and_is_told(
    staff: Receptionist, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(Pins, "try_pin", broken)
    staff.holds_the_name()
    staff.enters(PIN)
    staff.waits_for("This did not work")
    assert isinstance(staff.staffing.board, PinBoard)
    assert "the disk is on fire" in caplog.text
    monkeypatch.undo()
    staff.enters(PIN)
    staff.waits_for("Patients see")


def test_a_page_that_cannot_be_made_says_so_and_is_told_in_the_log(
    staff: Receptionist, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    staff.comes_in()
    monkeypatch.setattr(Desk, "page", broken)
    staff.touches("Content")
    staff.waits_for("This did not work")
    assert "the disk is on fire" in caplog.text


def broken(*_: object) -> NoReturn:
    raise LookupError("the disk is on fire")


def test_the_picture_of_a_page_that_waits_is_drawn_once_and_loads_no_fonts(staff: Receptionist) -> None:
    """Qt keeps every font that it is given, and knows none of them again."""
    staff.clinic.changes_the_tip()
    staff.comes_in()
    drawn, draw = [], staff.staffing._draw

    def counted(preview: Preview) -> QPixmap:
        drawn.append(preview)
        return draw(preview)

    staff.staffing._draw = counted
    before = next_font()
    staff.touches("Content")
    staff.waits_for("How the page will look")
    staff.visitor.window.resize(1600, 900)
    staff.visitor.settles()
    assert len(drawn) == 1
    assert next_font() == before


def next_font() -> int:
    """The number that Qt gives to the next font."""
    number = QFontDatabase.addApplicationFont(str(next((assets_folder() / "fonts").glob("*.ttf"))))
    QFontDatabase.removeApplicationFont(number)
    return number


def test_it_locks_itself_after_two_minutes(staff: Receptionist) -> None:
    staff.comes_in()
    staff.visitor.clock.passes(119)
    staff.staffing.tick()
    assert staff.is_in()
    staff.visitor.clock.passes(2)
    staff.staffing.tick()
    assert not staff.is_in()
    assert staff.visitor.place() == Attract()
    assert staff.visitor.sees("Touch the screen to begin")


def test_a_patients_touch_on_the_name_notices_nothing(staff: Receptionist) -> None:
    staff.holds_the_name(0.9)
    assert not staff.is_in()
    assert staff.visitor.place() == Home()


def test_a_patient_leans_on_the_name_with_the_whole_hand(staff: Receptionist) -> None:
    place = staff.door.name_place().center()
    staff.visitor.presses(place)
    staff.visitor.presses(place + QPoint(60, 10), finger=1)
    staff.visitor.clock.passes(10)
    staff.door.hold.look()
    assert not staff.is_in()
    staff.visitor.cancels_touches()


def test_a_machine_that_slept_with_a_hand_on_the_name_does_not_open_when_it_wakes(staff: Receptionist) -> None:
    staff.holds_the_name(9 * 60 * 60)
    assert not staff.is_in()
    staff.holds_the_name()
    assert staff.is_in()


def test_entering_ends_the_visit(staff: Receptionist) -> None:
    staff.visitor.touch("Touch the screen to begin")
    assert staff.visitor.place() == Home()
    staff.comes_in()
    assert staff.visitor.app.session.is_empty
    staff.staffing.lock()
    assert staff.visitor.sees("Touch the screen to begin")


@pytest.mark.a11y("A11Y-85")
@pytest.mark.parametrize("goes", ["closes it", "leaves it alone"])
def test_a_patient_who_holds_the_name_by_accident_loses_nothing(staff: Receptionist, goes: str) -> None:
    visitor = staff.visitor
    visitor.touch("Touch the screen to begin")
    visitor.touch("Easier to use")
    visitor.touch("Dark")
    visitor.touch("Close")
    before, seen = visitor.visit, visitor.reads()
    staff.holds_the_name()
    assert isinstance(staff.staffing.board, PinBoard)
    shown = [part for part in visitor.window.children() if isinstance(part, QWidget) and part.isVisible()]
    assert shown == [staff.staffing.board], "nothing of the visit is seen"
    if goes == "closes it":
        staff.touches(staff.staffing._words("pin_cancel"))
    else:
        visitor.waits(121)
        staff.staffing.tick()
        assert visitor.seconds_left() is not None, "the visit's own time has gone on"
        visitor.taps(QPoint(5, 5))
    assert not staff.is_in()
    assert (visitor.visit, visitor.reads()) == (before, seen)


def test_a_pin_is_told_to_nobody(staff: Receptionist) -> None:
    visitor, told = staff.visitor, list[object]()
    visitor.window.plug(True)
    staff.holds_the_name()
    visitor.window.told.connect(told.append)
    staff.touches("2")
    assert staff.reads("1 digit"), "one touch is enough"
    assert not told
    staff.touches(staff.staffing._words("pin_cancel"))
    assert len(told) == 1, "the patient is told where they are again"


@pytest.mark.a11y("A11Y-74")
def test_a_visit_that_nobody_comes_back_to_ends_beneath_the_keypad(staff: Receptionist) -> None:
    staff.visitor.touch("Touch the screen to begin")
    staff.holds_the_name()
    staff.visitor.waits(600)
    staff.staffing.tick()
    assert not staff.is_in()
    assert staff.visitor.app.is_empty
    assert staff.visitor.sees("Touch the screen to begin")


def test_while_a_pin_is_typed_the_question_beneath_takes_no_touch(staff: Receptionist) -> None:
    staff.visitor.touch("Touch the screen to begin")
    staff.holds_the_name()
    staff.visitor.waits(119)
    staff.visitor.is_asked(30)
    staff.touches("2")
    assert staff.reads("1 digit")


def test_without_a_pin_nobody_gets_in_and_it_says_how_to_set_one(staff: Receptionist) -> None:
    Pins(staff.state, Disk(), staff.visitor.clock, time.time).remove("Ana")
    staff.holds_the_name()
    assert staff.reads("clinic-kiosk staff set-pin")
    staff.touches("Close")
    assert not staff.is_in()


@pytest.mark.a11y("A11Y-91")
def test_while_the_screen_is_wiped_no_touch_does_anything(staff: Receptionist) -> None:
    staff.comes_in()
    staff.touches("Clean the screen")
    staff.waits_for("For 30 seconds")
    staff.touches("Begin")
    board = staff.staffing.board
    assert isinstance(board, CleaningBoard)
    assert not board.findChildren(QAbstractButton)
    for x in range(100, 1900, 300):
        staff.visitor.taps(QPoint(x, 540))
    assert isinstance(staff.staffing.board, CleaningBoard)
    staff.visitor.clock.passes(31)
    staff.staffing.tick()
    assert isinstance(staff.staffing.board, TabBoard)
    staff.waits_for("Patients see")


def test_a_page_is_opened_for_a_patient(staff: Receptionist) -> None:
    staff.comes_in()
    staff.touches("Show to a patient")
    staff.waits_for("Tips for every day")
    staff.touches("Choose. Regenerative treatments")
    staff.waits_for("Open. Platelet-rich plasma")
    staff.touches("Open. Platelet-rich plasma")
    assert not staff.is_in()
    assert staff.visitor.place() == Reading("therapies/prp")


def test_the_way_back_from_one_kind_of_page_to_the_others(staff: Receptionist) -> None:
    staff.comes_in()
    staff.touches("Show to a patient")
    staff.waits_for("Tips for every day")
    staff.touches("Choose. Tips for every day")
    staff.waits_for("1 of ")
    staff.touches("More")
    assert staff.reads("2 of ")
    staff.touches("Back")
    assert staff.reads("1 of ")
    staff.touches("Show to a patient")
    staff.waits_for("Choose. Tips for every day")
    staff.touches("Choose. Regenerative treatments")
    staff.waits_for("Prolotherapy")
    staff.touches("All kinds")
    staff.waits_for("Choose. Tips for every day")


def test_every_page_stands_on_one_shelf_and_no_other(staff: Receptionist) -> None:
    shelves = staff.door.room.this_kiosk().shelves
    listed = [page for shelf in shelves for page, _ in shelf.pages]
    assert sorted(listed) == sorted(card.id for card in staff.visitor.app.scene().pages.all_cards())


def test_a_touch_shows_how_the_page_will_look_on_the_whole_screen_and_a_touch_leads_back(staff: Receptionist) -> None:
    staff.clinic.changes("en/therapies/needle.yaml", "title: A step", "title: One step")
    staff.comes_in()
    staff.touches("Content")
    staff.waits_for("How the page will look. Enlarge")
    small = staff.staffing.board
    staff.touches("How the page will look. Enlarge")
    board = staff.staffing.board
    assert isinstance(board, PreviewBoard)
    assert staff.staffing._drawn is not None
    assert staff.staffing._drawn[1].size() == board.size() == staff.visitor.window.size()
    staff.visitor.taps(QPoint(200, 300))
    assert isinstance(staff.staffing.board, TabBoard)
    assert staff.staffing.board is not small
    assert staff.reads("How the page will look. Enlarge")
    staff.touches("How the page will look. Enlarge")
    staff.visitor.clock.passes(121)
    staff.staffing.tick()
    assert not staff.is_in()


def test_all_content_is_broken_and_staff_still_get_in(glass: QPointingDevice, tmp_path: Path, qapp: object) -> None:
    library, state, clock = tmp_path / "library", tmp_path / "state", Clock()
    (library / "en").mkdir(parents=True)
    (library / "en/home.yaml").write_text("- : {", encoding="utf-8")
    Pins(state, Disk(), clock, time.time).set("Ana", PIN)
    settings = Settings()
    window = RestingScreen(assets_folder(), Fonts(assets_folder() / "fonts"), settings.clinic)
    window.resize(1920, 1080)
    window.show()
    QCoreApplication.processEvents()
    door = StaffDoor(window, None, settings, StaffAccess(Folders((library,)), assets_folder(), state), clock)

    def fingers() -> QTest.QTouchEventSequence:
        return QTest.touchEvent(window.windowHandle(), glass, False)

    def holds_the_name() -> None:
        clock.passes(1)
        fingers().press(0, window.clinic_place.center()).commit()
        clock.passes(3.1)
        door.hold.look()
        fingers().release(0, window.clinic_place.center()).commit()

    def touches(name: str) -> None:
        clock.passes(1)
        board = door.room.staffing.board
        assert board is not None
        button = next(b for b in board.findChildren(QAbstractButton) if b.accessibleName() == name)
        place = button.mapTo(window, button.rect().center())
        fingers().press(0, place).commit()
        fingers().release(0, place).commit()

    def is_in() -> bool:
        return door.room.staffing.is_open

    holds_the_name()
    touches("Close")
    assert not is_in()
    holds_the_name()
    for name in (*PIN, "Open"):
        touches(name)
    assert waits(lambda: isinstance(door.room.staffing.board, TabBoard))
    door.room.staffing.lock()
    holds_the_name()
    assert is_in()
    door.room.staffing.lock()
    door.room.staffing.close()
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)


def test_an_empty_folder_that_a_stick_left_behind_is_no_stick(tmp_path: Path) -> None:
    (tmp_path / "STICK").mkdir()
    shutil.copy(__file__, tmp_path / "STICK/pack.zip")
    assert MountedSticks(Disk(), (tmp_path,)).look().state == "none"
