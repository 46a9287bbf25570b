"""Somebody has the pages read to them: what is said, what is lit, and how it stops."""

from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QPointingDevice
from pytestqt.qtbot import QtBot

from kiosk.colours.palette import PALETTES
from kiosk.content.library import Library
from kiosk.session import routes
from kiosk.session.routes import Home, Tips
from kiosk.session.visit import THEMES, Reader
from kiosk.settings.settings import safe
from kiosk.speech.hearing import LOUDNESSES, PACES, USUAL_LOUDNESS, WORDS_A_MINUTE, words_a_minute
from kiosk.ui.listening.light import Frame
from kiosk.ui.listening.script import script_of
from kiosk.ui.widgets.box import BoxButton
from kiosk.ui.widgets.text_block import TextBlock
from tests.conftest import SETTINGS
from tests.device.sound import WITH_VOICE, sound_server, sounds
from tests.journeys.listening import SilentVoice
from tests.visitor import LANDSCAPE, Visitor

if TYPE_CHECKING:
    from kiosk.device.voice import Voice

BLANK = QPoint(1900, 20)
"""Where nothing can be touched."""


@pytest.fixture
def listener(visitor: Visitor, voice: SilentVoice) -> Visitor:
    """Somebody who has the first tip read to them."""
    visitor.touch("Touch the screen to begin")
    visitor.touch("Tips for every day")
    visitor.touch("Listen")
    visitor.touch("Read this page")
    return visitor


def hears_all(voice: SilentVoice) -> None:
    """Hear the page to its end."""
    while voice.is_speaking:
        voice.comes_to_the_end()


def explores(visitor: Visitor, *names: str) -> None:
    """Touch each button twice: with headphones in, the first time only tells what it is."""
    for name in names:
        visitor.touch(name)
        visitor.touch(name)


def lit(visitor: Visitor) -> str:
    """The words that are lit up."""
    listening = visitor.app._listening
    line = listening.light.line if listening is not None else None
    return line.words if line is not None else ""


# --- the choice ---------------------------------------------------------------------------------------------------


@pytest.mark.a11y("A11Y-55")
def test_nothing_is_heard_before_it_is_chosen(visitor: Visitor, voice: SilentVoice) -> None:
    visitor.touch("Touch the screen to begin")
    visitor.touch("Listen")
    assert visitor.sees("People near you may hear it.")
    assert voice.said == []
    visitor.touch("Read this page")
    assert voice.words == ["Riverside Spine Clinic"]
    assert visitor.place() == Home()


@pytest.mark.a11y("A11Y-55")
def test_who_has_headphones_in_is_told_that_only_they_hear_it(visitor: Visitor, voice: SilentVoice) -> None:
    visitor.window.plug(True)
    explores(visitor, "Listen")
    assert visitor.sees("in your headphones")


@pytest.mark.a11y("A11Y-55")
def test_who_chooses_headphones_is_read_to_as_soon_as_they_are_in(visitor: Visitor, voice: SilentVoice) -> None:
    visitor.window.has_jack = True
    visitor.touch("Touch the screen to begin")
    visitor.touch("Listen")
    visitor.touch("In headphones")
    assert visitor.sees("only you hear it")
    assert voice.said == []
    visitor.window.plug(True)
    visitor.settles()
    hears_all(voice)
    assert visitor.place() == Home()
    assert "What would you like to know?" in voice.words


@pytest.mark.a11y("A11Y-55")
def test_headphones_are_no_choice_where_nobody_would_see_them_pulled_out(visitor: Visitor, voice: SilentVoice) -> None:
    visitor.touch("Touch the screen to begin")
    visitor.touch("Listen")
    assert not visitor.offers("In headphones")


# --- reading ------------------------------------------------------------------------------------------------------


def test_a_page_is_read_in_its_order_to_its_end(listener: Visitor, voice: SilentVoice) -> None:
    hears_all(voice)
    assert voice.words[0] == "Tips for every day"
    at = voice.words.index("Take a short walk")
    assert voice.words[at + 1 : at + 3] == [
        "A slow walk counts.",
        "In a large study, some people had a walking plan and a coach.",
    ]
    assert voice.words.index("A person walks along a path in the sun.") < at
    assert voice.words[-1] == "That is the end of this page."
    assert lit(listener) == ""


def test_the_next_sentence_is_made_while_this_one_is_heard(listener: Visitor, voice: SilentVoice) -> None:
    hears_all(voice)
    prepared = [utterance.words for utterance in voice.prepared]
    assert prepared == voice.words[1:-1]


@pytest.mark.a11y("A11Y-57")
def test_the_sentence_that_is_heard_is_lit(listener: Visitor, voice: SilentVoice) -> None:
    seen = []
    while voice.is_speaking and not voice.words[-1].startswith("That is the end"):
        assert lit(listener) == voice.words[-1]
        listening = listener.app._listening
        assert listening is not None
        line = listening.light.line
        assert line is not None
        if isinstance(line.widget, TextBlock):
            assert line.widget._lit is not None
            assert line.widget.words[line.widget._lit.start : line.widget._lit.end] == line.words
        else:
            assert len(line.widget.findChildren(Frame)) == 1
        seen.append(line.widget)
        voice.comes_to_the_end()
    assert all(widget._lit is None for widget in seen if isinstance(widget, TextBlock))
    listener.settles()
    assert not listener.screen.findChildren(Frame)


@pytest.mark.a11y("A11Y-57")
@pytest.mark.parametrize("theme", THEMES)
def test_the_light_is_seen_in_every_theme(listener: Visitor, voice: SilentVoice, theme: str) -> None:
    listener.reads_as(Reader(language="en", theme=theme))  # type: ignore[arg-type]  # one of THEMES
    while voice.words[-1] != "A slow walk counts.":
        voice.comes_to_the_end()
    listening = listener.app._listening
    assert listening is not None
    line = listening.light.line
    assert line is not None
    assert line.words == "A slow walk counts."
    picture = line.widget.grab().toImage()
    wanted = QColor(PALETTES[listener.visit.reader.theme].lit)
    count = sum(picture.pixelColor(x, 4) == wanted for x in range(picture.width()))
    assert count > picture.width() / 8


def test_a_comparison_is_read_row_by_row(visitor: Visitor, voice: SilentVoice) -> None:
    visitor.touch("Touch the screen to begin")
    visitor.stands_at(routes.Compare(visitor.app.scene().pages.cards("comparison")[0].id))
    script = script_of(visitor.screen)
    first = next(at for at, line in enumerate(script) if isinstance(line.widget, BoxButton))
    question, column = script[first - 1].words, script[first].words
    box = script[first].widget.accessibleName()
    assert question.endswith("?")
    assert column == "PRP."
    assert box.startswith(f"{column} {question} ")
    assert script[first + 1].words != question
    assert [line.words for line in script].count(question) == 1


# --- stopping -----------------------------------------------------------------------------------------------------


@pytest.mark.a11y("A11Y-58")
def test_a_finger_anywhere_stops_it_before_it_is_lifted(listener: Visitor, voice: SilentVoice) -> None:
    listener.clock.passes(1)
    listener.presses(BLANK)
    assert not voice.is_speaking
    assert lit(listener) == ""
    listener.lifts(BLANK)
    assert not voice.is_speaking
    assert not listener.visit.hearing.on


@pytest.mark.a11y("A11Y-58")
def test_it_goes_on_where_it_was_stopped_or_begins_again(listener: Visitor, voice: SilentVoice) -> None:
    voice.comes_to_the_end()
    stopped = voice.words[-1]
    listener.touch("Listen")
    assert not voice.is_speaking
    listener.touch("Go on")
    assert voice.words[-1] == stopped
    listener.touch("Listen")
    listener.touch("From the start")
    assert voice.words[-1] == "Tips for every day"
    listener.touch("Listen")
    listener.touch("Stop reading")
    assert not voice.is_speaking
    listener.touch("Next tip")
    assert not voice.is_speaking


@pytest.mark.a11y("A11Y-58")
def test_a_turned_page_is_read_instead(listener: Visitor, voice: SilentVoice) -> None:
    listener.touch("Next tip")
    assert listener.place() == Tips(position=1)
    assert voice.is_speaking
    assert voice.words.count("Tips for every day") == 1  # what was just read is not read again
    assert lit(listener) == voice.words[-1]
    voice.comes_to_the_end()
    assert lit(listener) == voice.words[-1]
    listener.touch("Finish")
    assert voice.words[-1] == "Are you done?"


def test_after_a_look_aside_it_goes_on_where_it_was(listener: Visitor, voice: SilentVoice) -> None:
    for _ in range(3):
        voice.comes_to_the_end()
    stopped = voice.words[-1]
    listener.touch("Easier to use")
    assert voice.words[-1] == "Easier to use"
    listener.touch("Close")
    assert voice.words[-1] == stopped
    assert lit(listener) == stopped


@pytest.mark.a11y("A11Y-62")
def test_another_language_is_read_in_its_own_voice(listener: Visitor, voice: SilentVoice) -> None:
    assert {utterance.language for utterance in voice.said} == {"en"}
    listener.touch("Español")
    assert voice.said[-1].language == "es"
    assert voice.words[-1] == listener.heading


# --- slower, louder -----------------------------------------------------------------------------------------------


@pytest.mark.a11y("A11Y-60")
def test_the_pace_has_steps(listener: Visitor, voice: SilentVoice) -> None:
    assert (PACES[0], PACES[-1]) == (75, 200)
    assert len(PACES) >= 5
    assert words_a_minute(listener.visit.hearing.pace) == WORDS_A_MINUTE
    listener.touch("Listen")
    listener.touch("Slower")
    assert voice.words[-1] == "This is how it sounds."
    assert PACES[voice.said[-1].pace] == 90
    assert listener.sees("Speed: 2 of 6")
    for _ in range(3):
        listener.touch("Slower")
    assert PACES[voice.said[-1].pace] == 75
    listener.touch("Go on")
    assert PACES[voice.said[-1].pace] == 75


@pytest.mark.a11y("A11Y-59")
def test_the_loudness_has_steps_that_are_heard(listener: Visitor, voice: SilentVoice) -> None:
    assert LOUDNESSES[-1] - LOUDNESSES[0] >= 18
    assert LOUDNESSES[USUAL_LOUDNESS] + 12 in LOUDNESSES
    listener.touch("Listen")
    listener.touch("Louder")
    assert voice.said[-1].loudness == USUAL_LOUDNESS + 1
    for _ in range(4):
        listener.touch("Louder")
    assert listener.sees("Loudness: 5 of 5")


# --- headphones and the pad ---------------------------------------------------------------------------------------


@pytest.mark.a11y("A11Y-54")
@pytest.mark.a11y("A11Y-56")
def test_headphones_begin_the_telling_with_how_it_works(visitor: Visitor, voice: SilentVoice) -> None:
    visitor.window.plug(True)
    hears_all(voice)
    assert voice.words[:2] == ["Welcome.", "Press down to hear what is here."]
    assert any(visitor.heading in words for words in voice.words)


@pytest.mark.a11y("A11Y-61")
def test_headphones_out_means_silence(visitor: Visitor, voice: SilentVoice) -> None:
    visitor.window.plug(True)
    explores(visitor, "Listen", "Read this page")
    assert voice.words[-1] == "Riverside Spine Clinic"
    visitor.window.plug(False)
    assert not voice.is_speaking
    assert not visitor.visit.hearing.on


@pytest.mark.a11y("A11Y-61")
def test_who_pulls_the_headphones_out_and_goes_is_asked_soon(visitor: Visitor, voice: SilentVoice) -> None:
    visitor.window.plug(True)
    explores(visitor, "Tips for every day", "Ask about this")
    visitor.window.plug(False)
    visitor.waits(29)
    assert visitor.seconds_left() is None
    visitor.waits(2)
    assert visitor.seconds_left() is not None
    visitor.waits(31)
    assert visitor.app.is_empty


@pytest.mark.a11y("A11Y-61")
def test_who_stays_without_headphones_has_their_usual_time(visitor: Visitor, voice: SilentVoice) -> None:
    visitor.window.plug(True)
    visitor.window.plug(False)
    visitor.touch("Tips for every day")
    visitor.waits(110)
    assert visitor.seconds_left() is None


# --- time ---------------------------------------------------------------------------------------------------------


@pytest.mark.a11y("A11Y-68")
def test_nobody_is_taken_for_gone_while_they_listen(listener: Visitor, voice: SilentVoice) -> None:
    listener.waits(900)
    assert listener.seconds_left() is None
    hears_all(voice)
    listener.waits(230)
    assert listener.seconds_left() is None


@pytest.mark.a11y("A11Y-71")
def test_the_warning_is_heard_and_still_ends_the_visit(listener: Visitor, voice: SilentVoice) -> None:
    hears_all(voice)
    while listener.seconds_left() is None:
        listener.waits(1)
    assert voice.words[-1] == "Are you still there?"
    listener.waits(31)
    assert listener.place() == routes.Attract()
    assert not voice.is_speaking


@pytest.mark.a11y("A11Y-74")
def test_the_next_visitor_hears_nothing_of_the_last(listener: Visitor, voice: SilentVoice) -> None:
    listener.touch("Listen")
    listener.touch("Louder")
    listener.touch("Finish")
    listener.touch("Yes, finish")
    assert not voice.is_speaking
    said = len(voice.said)
    listener.touch("Touch the screen to begin")
    listener.touch("Tips for every day")
    assert len(voice.said) == said
    assert listener.visit.hearing.loudness == USUAL_LOUDNESS
    assert not listener.visit.hearing.on


# --- when it cannot -----------------------------------------------------------------------------------------------


@pytest.mark.a11y("A11Y-64")
def test_without_a_voice_the_button_says_so(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.ui.screens.listen.has_voice", lambda _language: False)
    visitor.touch("Touch the screen to begin")
    visitor.touch("Listen")
    assert visitor.sees("This kiosk has no voice.")
    assert not visitor.offers("Read this page")
    visitor.touch("Close")
    assert visitor.place() == Home()
    assert visitor.app._listening is None


@pytest.mark.a11y("A11Y-64")
def test_a_voice_that_breaks_leaves_a_kind_word_and_may_be_tried_again(
    listener: Visitor, voice: SilentVoice, caplog: pytest.LogCaptureFixture
) -> None:
    voice.breaks()
    assert listener.sees("The voice cannot be heard just now.")
    assert "the cable was pulled" in caplog.text
    listener.touch("Try again")
    assert voice.is_speaking
    voice.breaks()
    listener.touch("Close")
    listener.touch("Next tip")
    assert listener.place() == Tips(position=1)
    assert not voice.is_speaking


def test_who_uses_the_pad_by_sight_is_not_stopped_by_a_broken_voice(
    visitor: Visitor, voice: SilentVoice, caplog: pytest.LogCaptureFixture
) -> None:
    visitor.window.plug(True)
    assert voice.is_speaking
    voice.breaks()
    said = len(voice.said)
    visitor.presses_key(Qt.Key.Key_Down)
    visitor.presses_key(Qt.Key.Key_Down)
    assert len(voice.said) == said
    assert visitor.place() == Home()


def test_safe_mode_has_no_voice(
    library: Library, glass: QPointingDevice, one_factory: None, voice: SilentVoice
) -> None:
    visitor = Visitor(library, safe(SETTINGS), glass, LANDSCAPE)
    visitor.window.plug(True)
    explores(visitor, "Listen")
    assert visitor.sees("This kiosk has no voice.")
    assert visitor.app._listening is None
    visitor.leaves()


# --- with the real voice ------------------------------------------------------------------------------------------


@WITH_VOICE
@pytest.mark.a11y("A11Y-57")
@pytest.mark.a11y("A11Y-58")
def test_the_real_voice_reads_and_falls_silent_at_a_touch(
    visitor: Visitor, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with sound_server(tmp_path) as server:
        monkeypatch.setenv("PULSE_SERVER", server)
        visitor.touch("Touch the screen to begin")
        visitor.touch("Listen")
        visitor.touch("Read this page")
        qtbot.waitUntil(lambda: lit(visitor) == "What would you like to know?", timeout=10_000)
        qtbot.waitUntil(lambda: sounds(server) > 0, timeout=5000)
        visitor.clock.passes(1)
        visitor.presses(BLANK)
        qtbot.waitUntil(lambda: sounds(server) == 0, timeout=5000)
        assert lit(visitor) == ""
        visitor.lifts(BLANK)
        listening = visitor.app._listening
        assert listening is not None
        listening._voice.close()


@WITH_VOICE
@pytest.mark.a11y("A11Y-61")
def test_headphones_out_ends_the_player_itself(
    visitor: Visitor, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The sound server is asked: what was begun in headphones is not heard from the loudspeaker."""
    with sound_server(tmp_path) as server:
        monkeypatch.setenv("PULSE_SERVER", server)
        visitor.window.plug(True)
        qtbot.waitUntil(lambda: sounds(server) > 0, timeout=10_000)
        listening = visitor.app._listening
        assert listening is not None
        voice = cast("Voice", listening._voice)
        qtbot.waitUntil(lambda: voice._playing is not None and voice._playing.processId() > 0, timeout=10_000)
        assert voice._playing is not None
        process = Path("/proc", str(voice._playing.processId()))
        assert process.exists()
        visitor.window.plug(False)
        qtbot.waitUntil(lambda: not process.exists(), timeout=5000)
        qtbot.waitUntil(lambda: sounds(server) == 0, timeout=5000)
        listening._voice.close()
