"""Done on the spot: a minute of slow breaths, six gentle moves, a timer; with eyes, ears, keys, and with pauses."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from kiosk.content.library import Library
from kiosk.content.model.pages import Activity
from kiosk.device.cues import OVER
from kiosk.pages.activities import Course, course_of
from kiosk.session import routes
from kiosk.session.routes import Home
from kiosk.session.visit import Reader
from kiosk.ui.assistive import announcing
from kiosk.ui.widgets.phase_timer import Going, PhaseTimer
from tests.conftest import Comes
from tests.journeys.listening import SilentVoice
from tests.journeys.test_cueing import heard_at
from tests.visitor import PORTRAIT, Visitor

PAGES: Final[dict[Activity, str]] = {
    "breathe": "tips/breathe",
    "movement": "tips/move-a-minute",
    "timer": "tips/change-timer",
}
ALL = pytest.mark.parametrize("activity", PAGES)
LIMIT: Final = 120
"""Quiet seconds before somebody who has little to read is asked whether they are there (A11Y-68)."""


def opens(visitor: Visitor, activity: Activity) -> Course:
    """Go to the tip and touch "Do it now"; gives what will come."""
    cards = [card.id for card in visitor.app.scene().pages.cards("tip")]
    visitor.stands_at(Home(), routes.Tips(position=cards.index(PAGES[activity])))
    words = visitor.app.scene().words.tips
    visitor.finds(words.do_now)
    visitor.touch(words.do_now)
    return course_of(activity, words, visitor.app.scene().filled)


def running(visitor: Visitor) -> list[QTimer]:
    """What counts in the dialog."""
    return [timer for timer in visitor.top.findChildren(QTimer) if timer.isActive()]


def spends(visitor: Visitor, seconds: int) -> None:
    """Let the phase under way, so many seconds long, come to its end."""
    visitor.waits(seconds)
    (counting,) = (timer for timer in running(visitor) if timer.isSingleShot())
    assert counting.interval() <= seconds * 1000
    counting.stop()
    counting.timeout.emit()
    visitor.settles()


def goes_through(visitor: Visitor, course: Course) -> Iterator[str]:
    """Spend every phase of a course that was begun; gives what is told of each while it is on."""
    for phase in course.phases:
        yield phase.told
        spends(visitor, phase.seconds)


def seconds_until_asked(visitor: Visitor) -> int:
    """Do nothing until the kiosk asks whether somebody is there."""
    for seconds in range(1, 3 * LIMIT):
        visitor.waits(1)
        if visitor.seconds_left() is not None:
            return seconds
    raise TimeoutError("Nobody is ever asked.")


# --- from beginning to end ----------------------------------------------------------------------------------------


@ALL
def test_nothing_begins_before_it_is_wished(visitor: Visitor, activity: Activity) -> None:
    course = opens(visitor, activity)
    assert visitor.sees(course.opening)
    assert running(visitor) == []
    visitor.touch("Start")
    assert not visitor.sees(course.opening)
    assert len([timer for timer in running(visitor) if timer.isSingleShot()]) == 1


@pytest.mark.parametrize("shape", ["landscape", "portrait"])
def test_six_moves_each_with_its_words_and_then_it_is_over(comes: Comes, visitor: Visitor, shape: str) -> None:
    patient = visitor if shape == "landscape" else comes(PORTRAIT)
    heard = heard_at(patient)
    course = opens(patient, "movement")
    patient.touch("Start")
    seen = []
    for phase, _ in zip(course.phases, goes_through(patient, course), strict=True):
        assert patient.sees(phase.position)
        assert patient.sees(phase.words)
        seen.append((phase.position, phase.words, patient.window.grab().toImage()))
        assert heard == []
    assert [position for position, _, _ in seen] == [f"{number} of 6" for number in range(1, 7)]
    assert len({words for _, words, _ in seen}) == len(seen)
    assert all(one[-1] != another[-1] for one, another in pairwise(seen))
    assert patient.sees(course.closing)
    assert heard == [OVER]
    assert running(patient) == []


def test_a_minute_of_breaths_in_and_out_and_then_it_is_over(visitor: Visitor) -> None:
    heard = heard_at(visitor)
    course = opens(visitor, "breathe")
    visitor.touch("Start")
    told = []
    for words in goes_through(visitor, course):
        assert visitor.sees(words)
        told.append(words)
    assert told == ["Breathe in", "Breathe out"] * 6
    assert sum(phase.seconds for phase in course.phases) == 60
    assert visitor.sees(course.closing)
    assert heard == [OVER]


def test_the_timer_rings_after_five_minutes_and_not_before(visitor: Visitor) -> None:
    heard = heard_at(visitor)
    course = opens(visitor, "timer")
    visitor.touch("Start")
    for left, words in zip(range(5, 0, -1), goes_through(visitor, course), strict=True):
        assert words == f"Minutes left: {left}"
        assert visitor.sees(words)
        assert heard == []
    assert heard == [OVER]
    assert visitor.sees("Time to change.")
    visitor.waits(30)
    assert heard == [OVER]


@ALL
def test_it_can_be_done_once_more(visitor: Visitor, activity: Activity) -> None:
    course = opens(visitor, activity)
    visitor.touch("Start")
    list(goes_through(visitor, course))
    visitor.touch("Once more")
    assert visitor.sees(course.phases[0].words)
    assert visitor.offers("Pause")


def test_every_language_has_words_for_each_drawing(library: Library) -> None:
    drawings = [name for name in library.pictures if name.startswith("move-")]
    for language in library.languages.values():
        assert len(language.words.tips.moves) == len(drawings) == 6


def test_in_spanish_it_is_all_in_spanish(visitor: Visitor) -> None:
    visitor.stands_at(Home())
    visitor.reads_as(Reader(language="es"))
    course = opens(visitor, "movement")
    visitor.touch("Empezar")
    assert visitor.sees("1 de 6")
    visitor.touch("Pausa")
    visitor.touch("Seguir")
    list(goes_through(visitor, course))
    assert visitor.sees(course.closing)
    assert visitor.offers("Otra vez")


# --- pauses and the way out ---------------------------------------------------------------------------------------


@pytest.mark.a11y("A11Y-40")
@ALL
def test_pause_holds_it_and_continue_goes_on_from_there(visitor: Visitor, activity: Activity) -> None:
    course = opens(visitor, activity)
    visitor.touch("Start")
    spends(visitor, course.phases[0].seconds)
    visitor.touch("Pause")
    assert running(visitor) == []
    held = visitor.top.grab().toImage()
    visitor.waits(30)
    assert visitor.top.grab().toImage() == held
    visitor.touch("Continue")
    assert visitor.sees(course.phases[1].words)
    for phase in course.phases[1:]:
        spends(visitor, phase.seconds)
    assert visitor.sees(course.closing)


def test_what_is_held_keeps_the_time_that_is_left(visitor: Visitor) -> None:
    """Else a pause would begin the ten seconds of a move anew."""
    owner = QObject()
    timer = PhaseTimer(owner, [10, 10])
    assert timer.milliseconds_left == timer.milliseconds == 20_000
    timer.begin()
    counting = owner.findChild(QTimer)
    assert isinstance(counting, QTimer)
    counting.start(4_000)  # as after six seconds
    timer.hold()
    assert 13_000 < timer.milliseconds_left <= 14_000
    assert timer.share == pytest.approx(0.6, abs=0.1)
    timer.go_on()
    assert 3_000 < counting.interval() <= 4_000
    timer.hold()
    timer.hold()
    assert timer.going is Going.HELD
    timer.begin()
    assert counting.interval() == 10_000
    timer.hold()


@ALL
def test_closing_leaves_nothing_running(visitor: Visitor, activity: Activity) -> None:
    opens(visitor, activity)
    visitor.touch("Start")
    counting = running(visitor)
    assert counting
    visitor.touch("Close")
    assert visitor.visit.dialog is None
    assert not any(isValid(timer) for timer in counting)
    assert not visitor.offers("Pause")


def test_it_is_held_while_staff_are_there(visitor: Visitor) -> None:
    opens(visitor, "movement")
    visitor.touch("Start")
    visitor.window.cover(QWidget(visitor.window))
    assert running(visitor) == []
    visitor.window.cover(None)
    assert visitor.offers("Continue")


# --- time ---------------------------------------------------------------------------------------------------------


@pytest.mark.a11y("A11Y-68")
@ALL
def test_nobody_is_asked_while_it_goes_on_and_in_the_usual_time_when_it_is_over(
    visitor: Visitor, activity: Activity
) -> None:
    course = opens(visitor, activity)
    visitor.touch("Start")
    for _ in goes_through(visitor, course):
        assert visitor.seconds_left() is None
    assert seconds_until_asked(visitor) == pytest.approx(LIMIT, abs=1)
    visitor.waits(31)
    assert visitor.app.is_empty


@ALL
def test_who_pauses_and_goes_is_asked_in_the_usual_time(visitor: Visitor, activity: Activity) -> None:
    opens(visitor, activity)
    visitor.touch("Start")
    visitor.touch("Pause")
    assert seconds_until_asked(visitor) == pytest.approx(LIMIT, abs=1)


# --- without eyes, without motion, by keys ------------------------------------------------------------------------


@pytest.mark.a11y("A11Y-90")
@ALL
def test_a_screen_reader_is_told_each_phase_once_and_the_end_at_once(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch, activity: Activity
) -> None:
    said: list[tuple[str, bool]] = []
    urgent = QAccessible.AnnouncementPoliteness.Assertive
    course = opens(visitor, activity)
    monkeypatch.setattr("kiosk.app.QAccessible.isActive", lambda: True)
    monkeypatch.setattr(
        announcing, "_announce", lambda _, words, how: said.extend([(words, how is urgent)] if words else [])
    )
    visitor.touch("Start")
    visitor.touch("Pause")
    visitor.touch("Continue")
    list(goes_through(visitor, course))
    first, *later = [(phase.told, False) for phase in course.phases]
    assert said == [first, ("Paused", False), first, *later, (course.closing, True)]


def test_with_headphones_the_voice_leads_through_it_and_no_tone_is_heard_beside_it(
    visitor: Visitor, voice: SilentVoice
) -> None:
    heard = heard_at(visitor)
    visitor.window.plug(True)
    visitor.stands_at(routes.Tips(), routes.Activity(PAGES["movement"]))
    visitor.touch("Start")
    assert voice.words[-1] == "Start."
    visitor.touch("Start")
    course = course_of("movement", visitor.app.scene().words.tips, visitor.app.scene().filled)
    for _ in goes_through(visitor, course):
        while voice.is_speaking:
            voice.comes_to_the_end()
    while voice.is_speaking:
        voice.comes_to_the_end()
    at = voice.words.index("1 of 6.")
    assert voice.words[at + 1] == "Stand or sit tall."
    assert "6 of 6." in voice.words
    assert voice.words[-1] == "Rest a bit, or do them once more."
    assert heard == []


def test_who_has_pages_read_aloud_hears_it_too(visitor: Visitor, voice: SilentVoice) -> None:
    heard = heard_at(visitor)
    visitor.touch("Touch the screen to begin")
    visitor.touch("Listen")
    visitor.touch("Read this page")
    course = opens(visitor, "breathe")
    visitor.touch("Start")
    assert voice.words[-1] == "Breathe in"
    list(goes_through(visitor, course))
    while voice.is_speaking:
        voice.comes_to_the_end()
    assert voice.words[-1] == "Now breathe as you like."
    assert heard == []


def test_with_less_motion_the_words_change_and_nothing_moves(visitor: Visitor) -> None:
    visitor.stands_at(Home())
    visitor.reads_as(Reader(language="en", less_motion=True))
    course = opens(visitor, "breathe")
    visitor.touch("Start")
    assert all(timer.isSingleShot() for timer in running(visitor))
    spends(visitor, course.phases[0].seconds)
    assert visitor.sees("Breathe out")


@pytest.mark.a11y("A11Y-43")
def test_it_is_done_by_keys_alone(visitor: Visitor) -> None:
    opens(visitor, "timer")
    visitor.reaches("Start")
    visitor.presses_key(Qt.Key.Key_Return)
    assert visitor.sees("Minutes left: 5")
    button = visitor.focus
    spends(visitor, 60)
    assert visitor.focus is button
    visitor.presses_key(Qt.Key.Key_Return)
    assert visitor.offers("Continue")
