"""The kiosk's own sounds: a tone for who has not seen the question, a click for who is not sure of their touch."""

import os
from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest
from PySide6.QtCore import QObject, QProcess
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.device.cues import CLICK, OVER, QUESTION, Cues, tone
from kiosk.running.run import _let_be_heard
from kiosk.services.cueing import Cueing
from kiosk.session.visit import Hearing
from kiosk.settings.settings import Settings, safe
from kiosk.speech.sound import Sound
from tests.conftest import SETTINGS
from tests.device.sound import WITH_VOICE, sound_server, sounds
from tests.journeys.listening import SilentVoice
from tests.visitor import Visitor, forget_dropped_widgets


class Heard:
    """A loudspeaker that remembers."""

    def __init__(self) -> None:
        self.sounds: list[Sound] = []

    def play(self, sound: Sound) -> None:
        self.sounds.append(sound)


def heard_at(visitor: Visitor, settings: Settings = SETTINGS) -> list[Sound]:
    """What is heard from now on."""
    heard = Heard()
    Cueing(visitor.window, lambda: visitor.visit, heard, settings)
    return heard.sounds


def comes_to_the_question(visitor: Visitor) -> None:
    visitor.touch("Touch the screen to begin")
    while visitor.seconds_left() is None:
        visitor.waits(5)


@pytest.mark.a11y("A11Y-71")
def test_the_question_is_heard_once_by_who_does_not_look(visitor: Visitor) -> None:
    heard = heard_at(visitor)
    comes_to_the_question(visitor)
    assert heard == [QUESTION]
    visitor.waits(5)
    assert heard == [QUESTION]
    visitor.touch("I am here")
    visitor.waits(200)
    assert heard == [QUESTION, QUESTION]


def test_who_is_read_to_hears_its_words_instead(visitor: Visitor) -> None:
    heard = heard_at(visitor)
    visitor.touch("Touch the screen to begin")
    visitor.app.session.visit = replace(visitor.visit, hearing=Hearing(on=True))
    visitor.is_asked(20)
    assert heard == []


@pytest.mark.a11y("A11Y-65")
@pytest.mark.parametrize(("has_voice", "rings"), [(True, []), (False, [QUESTION])])
def test_who_is_told_what_keys_reach_hears_the_question_alone(
    visitor: Visitor, voice: SilentVoice, has_voice: bool, rings: list[Sound]
) -> None:
    heard = heard_at(visitor, SETTINGS if has_voice else safe(SETTINGS))
    visitor.window.plug(True)
    visitor.is_asked(20)
    assert voice.words[-1] == "Are you still there?"
    assert heard == rings


@pytest.mark.parametrize(("wished", "count"), [("none", 0), ("question", 1), ("all", 1)])
def test_where_nothing_is_to_be_heard_nothing_is_made_for_it(
    visitor: Visitor, qapp: QApplication, wished: Literal["none", "question", "all"], count: int
) -> None:
    _let_be_heard(qapp, visitor.app, replace(SETTINGS, sounds=wished))
    assert len(visitor.window.findChildren(Cueing)) == len(visitor.window.findChildren(Cues)) == count


@pytest.mark.a11y("A11Y-14")
def test_a_finger_on_a_button_clicks_before_it_is_lifted(visitor: Visitor) -> None:
    heard = heard_at(visitor, replace(SETTINGS, sounds="all"))
    visitor.touch("Touch the screen to begin")
    heard.clear()
    visitor.clock.passes(1)
    visitor.presses(visitor.centre(visitor.button("Treatments explained")))
    assert heard == [CLICK]
    visitor.lifts(visitor.centre(visitor.button("Treatments explained")))
    assert heard == [CLICK]


def test_they_are_short_soft_and_end_in_silence() -> None:
    for sound in (QUESTION, OVER, CLICK):
        samples = memoryview(sound.samples).cast("h")
        assert max(map(abs, samples)) < 0.3 * 32768
        assert max(map(abs, samples[-10:])) < 0.01 * 32768
    assert CLICK.seconds < 0.05
    assert max(QUESTION.seconds, OVER.seconds) < 1
    assert tone(440, 1, 0.5).seconds == 1


def test_where_nothing_plays_there_is_silence_and_no_complaint(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, one_factory: None
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    nobody = QObject()
    cues = Cues(nobody)
    cues.play(QUESTION)
    assert not cues.is_heard


def test_a_player_that_does_not_hear_its_sound_out_is_waited_for(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Else the window would stand still until it is killed."""
    for name in ("paplay", "aplay"):
        program = tmp_path / name
        program.write_text("#!/bin/sh\nexec <&-\nexec sleep 60\n")
        program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    nobody = QObject()
    cues = Cues(nobody)
    cues.play(tone(440, 5, 0.5))  # longer than what waits between two programs
    player = cues.findChild(QProcess)
    assert isinstance(player, QProcess)
    qtbot.waitUntil(lambda: player.error() is QProcess.ProcessError.WriteError, timeout=5000)
    forget_dropped_widgets()
    assert cues.is_heard
    assert player.state() is QProcess.ProcessState.Running
    cues.close()
    assert not cues.is_heard


@WITH_VOICE
def test_the_question_comes_from_the_loudspeaker(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    nobody = QObject()
    with sound_server(tmp_path) as server:
        monkeypatch.setenv("PULSE_SERVER", server)
        cues = Cues(nobody)
        cues.play(QUESTION)
        qtbot.waitUntil(lambda: sounds(server) > 0, timeout=5000)
        qtbot.waitUntil(lambda: not cues.is_heard, timeout=10_000)
        cues.play(CLICK)
        cues.close()
        assert not cues.is_heard
