"""A patient who sees nothing: a tactile pad of five keys, headphones, and the screen covered."""

import os
import struct
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.device.keypad import FIVE, PAD_KEYS, PadKey, read_pad, write_pad
from kiosk.paths import assets_folder
from kiosk.running.tactile import Tactile
from kiosk.session import routes
from kiosk.session.routes import Attract, Home, Route
from kiosk.session.visit import Leave
from kiosk.speech.hearing import USUAL_LOUDNESS
from kiosk.staff.words import staff_words
from kiosk.ui.assistive.telling import Said
from kiosk.ui.staff.teaching import KeyTeacher
from tests.journeys.listening import SilentVoice
from tests.ui.stops import SCREENS
from tests.visitor import Visitor

CODES: dict[PadKey, int] = {key: 191 + number for number, key in enumerate(PAD_KEYS)}
"""The scan codes of F13 to F19, as an X screen tells them."""
TOP: Final = "Top of the screen. "
"""Said before what is reached when the keys have come round."""
BLANK: Final = QPoint(1900, 20)
"""Where nothing can be touched."""
WAYS = {name: way for name, way in SCREENS.items() if name not in ("apology", "dialog-still-there")}


class Blind:
    """Somebody who has only the pad, and what is told."""

    def __init__(self, visitor: Visitor) -> None:
        self.visitor = visitor
        self.heard: list[str] = []
        self.voices: set[str] = set()
        """The languages in which something was told; empty for the reader's own."""
        visitor.window.told.connect(self._hears)
        visitor.window.learn({code: key for key, code in CODES.items()})

    def _hears(self, told: Sequence[Said]) -> None:
        self.heard.append(" ".join(part.words for part in told))
        self.voices = {part.language for part in told}

    def presses(self, key: PadKey, *, repeats: bool = False) -> str:
        """Press a key of the pad; what was told last."""
        self.visitor.clock.passes(0.2)
        self.visitor.hits_key(Qt.Key.Key_unknown, CODES[key], repeats=repeats)
        return self.heard[-1] if self.heard else ""

    def finds(self, words: str) -> None:
        """Go down until something that begins with these words is told."""
        for _ in range(120):
            if self.presses("down").startswith(words):
                return
        raise LookupError(words)

    def hears_all(self) -> list[str]:
        """Go down once through the whole screen; everything that is told."""
        first = self.presses("down")
        told = [first]
        while not first.endswith((words := self.presses("down")).removeprefix(TOP)):
            told.append(words)
            assert len(told) < 200
        return told


@pytest.fixture
def blind(visitor: Visitor, voice: SilentVoice) -> Blind:
    """Told in words: whether this machine can be heard makes no difference."""
    return Blind(visitor)


@pytest.mark.a11y("A11Y-43")
@pytest.mark.a11y("A11Y-51")
def test_a_whole_visit_with_five_keys_and_the_screen_covered(blind: Blind) -> None:
    blind.presses("down")
    for name in ("Treatments explained", "Exosomes", "Risks"):
        blind.finds(name)
        blind.presses("select")
    assert blind.visitor.place() == routes.Reading("therapies/exosomes", chapter=4)
    blind.presses("right")
    assert blind.visitor.place() != routes.Reading("therapies/exosomes", chapter=4)
    blind.presses("left")
    assert blind.visitor.place() == routes.Reading("therapies/exosomes", chapter=4)
    blind.finds("Finish")
    blind.presses("select")
    blind.finds("Yes, finish")
    blind.presses("select")
    assert blind.visitor.place() == Attract()


@pytest.mark.a11y("A11Y-54")
def test_the_first_key_only_tells_where_one_is(blind: Blind) -> None:
    blind.visitor.stands_at(Home())
    assert "What would you like to know?" in f"{blind.presses('select')} {blind.hears_all()}"
    assert blind.visitor.visit.routes == (Home(),)


@pytest.mark.a11y("A11Y-54")
@pytest.mark.a11y("A11Y-74")
@pytest.mark.parametrize("begins", ["a key", "the headphones"])
def test_on_the_loop_the_telling_begins_a_visit_which_comes_to_its_end(
    blind: Blind, voice: SilentVoice, begins: str
) -> None:
    visitor = blind.visitor
    if begins == "a key":
        blind.presses("select")
    else:
        visitor.window.plug(True)
    assert visitor.place() == Home()
    assert len(blind.heard) == 1
    assert blind.heard[0].startswith(visitor.heading)
    voice.stop()  # all has been heard
    visitor.waits(300)
    assert visitor.app.is_empty
    told = len(blind.heard)
    for _ in range(3):
        visitor.waits_for_the_screen()
        visitor.waits(10)
    assert len(blind.heard) == told, "the loop says nothing to nobody"
    assert visitor.app.is_empty


@pytest.mark.a11y("A11Y-54")
@pytest.mark.a11y("A11Y-74")
@pytest.mark.parametrize("key", ["down", "an arrow of any keyboard"])
def test_headphones_that_are_left_in_tell_the_next_visitor_nothing_before_a_key(
    blind: Blind, voice: SilentVoice, key: str
) -> None:
    visitor = blind.visitor
    visitor.window.plug(True)
    visitor.app.session.take(Leave())
    visitor.settles()
    told = len(blind.heard)
    visitor.touch("Touch the screen to begin")
    assert visitor.place() == Home(), "one touch is enough"
    assert len(blind.heard) == told
    if key == "down":
        blind.presses("down")
    else:
        visitor.presses_key(Qt.Key.Key_Down)
    assert blind.heard[told:] == [blind.heard[-1]]
    assert blind.heard[-1].startswith(visitor.heading)


@pytest.mark.a11y("A11Y-74")
def test_headphones_that_are_plugged_in_beneath_staff_begin_nothing_on_the_loop(blind: Blind) -> None:
    visitor = blind.visitor
    visitor.window.cover(QWidget(visitor.window))
    visitor.window.plug(True)
    visitor.window.cover(None)
    visitor.waits_for_the_screen()
    assert visitor.app.is_empty
    assert not blind.heard


@pytest.mark.a11y("A11Y-56")
@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS.keys())
def test_everything_that_stands_on_a_screen_is_told(blind: Blind, way: tuple[Route, ...]) -> None:
    blind.visitor.stands_at(*way)
    blind.presses("down")
    told = " ".join(blind.hears_all())
    missing = [node.name for node in blind.visitor.nodes() if node.name and "disabled" not in node.state]
    assert [name for name in missing if name.rstrip(".") not in told] == []


@pytest.mark.a11y("A11Y-45")
def test_a_new_screen_is_told_from_its_title(blind: Blind) -> None:
    blind.visitor.stands_at(routes.Treatments())
    blind.presses("down")
    blind.finds("Exosomes")
    blind.presses("select")
    assert blind.heard[-1].startswith(blind.visitor.heading)


@pytest.mark.a11y("A11Y-53")
def test_what_is_chosen_is_told_with_its_state(blind: Blind) -> None:
    blind.visitor.stands_at(routes.Reading("therapies/prp", chapter=1))
    blind.presses("down")
    blind.finds("How it is done")
    assert blind.heard[-1].startswith("How it is done. on. ")
    blind.finds("Risks")
    assert " on. " not in blind.heard[-1]


@pytest.mark.a11y("A11Y-59")
def test_louder_and_softer_are_reached_by_the_pad_and_said(blind: Blind) -> None:
    blind.visitor.stands_at(Home(), routes.Listen())
    blind.presses("down")
    for number in (1, 2):
        blind.finds("Louder")
        blind.presses("select")
        assert blind.visitor.visit.hearing.loudness == USUAL_LOUDNESS + number
        blind.finds("Louder")
        assert f"Loudness: {USUAL_LOUDNESS + number + 1} of 5" in blind.heard[-1]
    blind.visitor.app.session.take(Leave())
    assert blind.visitor.visit.hearing.loudness == USUAL_LOUDNESS


@pytest.mark.a11y("A11Y-79")
def test_the_other_language_is_told_in_its_own_voice(blind: Blind) -> None:
    blind.visitor.stands_at(Home())
    blind.presses("down")
    blind.finds("Español")
    assert blind.voices == {"es", ""}
    blind.presses("down")
    assert blind.voices == {""}


@pytest.mark.a11y("A11Y-58")
def test_a_text_is_told_again_when_it_is_chosen(blind: Blind) -> None:
    blind.visitor.stands_at(routes.Treatments())
    first = blind.presses("down")
    before = len(blind.heard)
    assert blind.presses("select") == first
    assert len(blind.heard) == before + 1
    assert blind.visitor.place() == routes.Treatments()


@pytest.mark.a11y("A11Y-47")
@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS.keys())
def test_what_has_the_focus_is_wholly_in_view(blind: Blind, way: tuple[Route, ...]) -> None:
    visitor = blind.visitor
    visitor.stands_at(*way)
    for _ in blind.hears_all():
        blind.presses("down")
        focus = visitor.focus
        assert focus is not None
        rect = focus.rect().translated(focus.mapTo(visitor.window, focus.rect().topLeft()))
        assert visitor.window.rect().contains(rect), focus.accessibleName()
        assert visitor.top.isAncestorOf(focus) or visitor.bar.isAncestorOf(focus)


@pytest.mark.a11y("A11Y-50")
def test_a_pad_key_held_down_counts_once(blind: Blind) -> None:
    blind.visitor.stands_at(Home())
    blind.presses("down")
    focus = blind.visitor.focus
    for _ in range(5):
        blind.presses("down", repeats=True)
    assert blind.visitor.focus is focus


@pytest.mark.a11y("A11Y-50")
def test_a_key_that_a_shaking_hand_hits_twice_does_not_silence_what_it_tells(blind: Blind, voice: SilentVoice) -> None:
    blind.visitor.stands_at(Home())
    blind.presses("down")
    blind.presses("down")
    blind.visitor.clock.passes(0.05)
    blind.visitor.hits_key(Qt.Key.Key_unknown, CODES["down"])
    assert voice.is_speaking


@pytest.mark.a11y("A11Y-68")
def test_who_is_led_by_keys_has_double_the_time(blind: Blind, voice: SilentVoice) -> None:
    visitor = blind.visitor
    visitor.stands_at(Home())
    visitor.touch("Tips for every day")
    usual = seconds_until_asked(visitor)
    blind.presses("down")
    voice.stop()
    assert seconds_until_asked(visitor) == pytest.approx(2 * usual, abs=2)


def seconds_until_asked(visitor: Visitor) -> int:
    """How long nothing happens until the kiosk asks who is there; then somebody touches it."""
    seconds = 0
    while visitor.seconds_left() is None:
        visitor.waits(1)
        seconds += 1
    visitor.taps(BLANK)
    return seconds


@pytest.mark.a11y("A11Y-74")
def test_the_end_of_the_visit_ends_the_telling(blind: Blind) -> None:
    blind.visitor.stands_at(Home())
    blind.presses("down")
    blind.visitor.app.session.take(Leave())
    blind.visitor.settles()
    before = len(blind.heard)
    blind.visitor.waits_for_the_screen()
    assert len(blind.heard) == before


@pytest.mark.a11y("A11Y-44")
def test_the_ends_of_a_screen_are_told(blind: Blind) -> None:
    blind.visitor.stands_at(Home())
    title = blind.presses("down")
    told = blind.hears_all()
    round_to_top = [words for words in told if words.startswith(TOP)]
    assert len(round_to_top) == 1
    assert not any(words.startswith("End of the screen.") for words in told)
    assert blind.presses("up") == title
    while not (words := blind.presses("up")).startswith("End of the screen."):
        assert words == round_to_top[0].removeprefix(TOP)
    assert words.endswith(told[told.index(round_to_top[0]) - 1])


@pytest.mark.a11y("A11Y-90")
def test_a_changed_setting_is_told_where_it_was_chosen(blind: Blind) -> None:
    blind.visitor.stands_at(Home(), routes.Easier())
    blind.presses("down")
    blind.finds("Less motion: off")
    before = len(blind.heard)
    assert blind.presses("select").startswith("Less motion: on.")
    assert len(blind.heard) == before + 1


@pytest.mark.a11y("A11Y-48")
@pytest.mark.parametrize("closes", ["Close", "the question is answered"])
def test_what_a_closed_dialog_leads_back_to_is_told(blind: Blind, closes: str) -> None:
    blind.visitor.stands_at(Home())
    blind.presses("down")
    blind.finds("Easier to use")
    opener, before = blind.heard[-1], len(blind.heard)
    if closes == "Close":
        blind.presses("select")
        blind.presses("left")
    else:
        blind.visitor.is_asked(20)
        blind.presses("down")
    assert blind.heard[-1] == opener
    assert len(blind.heard) == before + 2


@pytest.mark.a11y("A11Y-71")
def test_the_question_who_is_there_is_told_once_and_not_each_second(blind: Blind) -> None:
    blind.visitor.stands_at(Home())
    blind.presses("down")
    before = len(blind.heard)
    for seconds in (30, 29, 28):
        blind.visitor.is_asked(seconds)
    assert [words for words in blind.heard[before:] if words.startswith("Are you still there?")] == blind.heard[before:]
    assert len(blind.heard) == before + 1


# --- a finger while the screen is told ----------------------------------------------------------------------------


@pytest.mark.a11y("A11Y-67")
def test_the_first_touch_tells_and_the_second_presses(blind: Blind) -> None:
    visitor = blind.visitor
    visitor.stands_at(Home())
    visitor.window.plug(True)
    visitor.touch("Treatments explained")
    assert blind.heard[-1].startswith("Treatments explained")
    assert visitor.place() == Home()
    visitor.touch("My questions")
    assert blind.heard[-1].startswith("My questions")
    visitor.touch("Treatments explained")
    assert visitor.place() == Home()  # another was touched between: it is told again
    visitor.touch("Treatments explained")
    assert visitor.place() == routes.Treatments()
    assert blind.heard[-1].startswith(visitor.heading)


@pytest.mark.a11y("A11Y-67")
def test_a_text_that_is_touched_is_told(blind: Blind) -> None:
    visitor = blind.visitor
    visitor.stands_at(routes.Treatments())
    blind.presses("down")
    blind.finds("Exosomes")
    title = next(node for node in visitor.nodes() if node.name == visitor.heading).widget
    assert isinstance(title, QWidget)
    visitor.taps(visitor.centre(title))
    assert blind.heard[-1].startswith(visitor.heading)
    assert visitor.focus is title


@pytest.mark.a11y("A11Y-67")
def test_a_hand_that_shakes_is_told_and_presses_nothing(blind: Blind) -> None:
    visitor = blind.visitor
    visitor.stands_at(Home())
    visitor.window.plug(True)
    place = visitor.centre(visitor.button("Treatments explained"))
    visitor.taps(place)
    for _ in range(3):
        visitor.clock.passes(0.1)
        visitor.presses(place)
        visitor.lifts(place)
    assert visitor.place() == Home()


@pytest.mark.a11y("A11Y-67")
def test_who_is_told_nothing_presses_at_once(blind: Blind) -> None:
    blind.visitor.stands_at(Home())
    blind.visitor.presses_key(Qt.Key.Key_Down)
    blind.visitor.touch("Treatments explained")
    assert blind.visitor.place() == routes.Treatments()
    assert not blind.heard


# --- headphones ---------------------------------------------------------------------------------------------------


@pytest.fixture
def jack(visitor: Visitor, tmp_path: Path) -> Iterator[int]:
    """A jack that says what is written to it, as Linux's input device does."""
    tactile = Tactile(visitor.window, tmp_path, tmp_path)
    out, into = os.pipe2(os.O_NONBLOCK)
    tactile.watch(tmp_path / "event0", out)
    yield into
    tactile.close()
    os.close(into)


def says(jack: int, kind: int, code: int, value: int) -> None:
    os.write(jack, struct.pack("@qqHHi", 0, 0, kind, code, value))


@pytest.mark.a11y("A11Y-54")
@pytest.mark.a11y("A11Y-61")
def test_headphones_begin_and_end_the_telling(blind: Blind, jack: int, qtbot: QtBot) -> None:
    blind.visitor.stands_at(Home())
    with qtbot.waitSignal(blind.visitor.window.plugged) as told:
        says(jack, 5, 2, 1)
    assert told.args == [True]
    assert blind.heard
    with qtbot.waitSignal(blind.visitor.window.plugged) as told:
        says(jack, 5, 2, 0)
    assert told.args == [False]
    before = len(blind.heard)
    blind.visitor.presses_key(Qt.Key.Key_Down)
    assert len(blind.heard) == before


@pytest.mark.a11y("A11Y-61")
def test_pulled_out_they_leave_silence_and_the_question_though_the_pad_was_used(
    blind: Blind, voice: SilentVoice
) -> None:
    visitor = blind.visitor
    blind.presses("down")
    visitor.window.plug(True)
    blind.presses("down")
    heard, said = len(blind.heard), len(voice.said)
    visitor.window.plug(False)
    visitor.settles()
    visitor.waits(29)
    assert visitor.seconds_left() is None
    visitor.waits(2)
    assert visitor.seconds_left() is not None
    assert len(blind.heard) == heard
    assert len(voice.said) == said
    assert not voice.is_speaking


@pytest.mark.a11y("A11Y-61")
@pytest.mark.parametrize("meanwhile", ["it asks who is there", "it is dark"])
def test_a_pads_own_word_of_its_jack_counts_whatever_is_on_show(blind: Blind, meanwhile: str) -> None:
    visitor = blind.visitor
    blind.presses("plugged")
    were_in = visitor.window.keys.plugged_in
    if meanwhile == "it is dark":
        visitor.window.set_dark(True)
    else:
        visitor.is_asked(20)
    told = len(blind.heard)
    blind.presses("unplugged")
    assert (were_in, visitor.window.keys.plugged_in) == (True, False)
    assert len(blind.heard) == told
    assert visitor.seconds_left() is None


@pytest.mark.a11y("A11Y-54")
def test_a_sound_card_that_is_put_back_later_tells_of_its_jack(
    blind: Blind, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    devices = tmp_path / "input"
    devices.mkdir()
    tactile = Tactile(blind.visitor.window, tmp_path, devices)
    monkeypatch.setattr("kiosk.device.jack._asks", lambda *_: True)  # it has a jack, with headphones in
    with qtbot.waitSignal(blind.visitor.window.plugged) as told:
        os.mkfifo(devices / "event7")
    assert told.args == [True]
    card = os.open(devices / "event7", os.O_WRONLY)
    with qtbot.waitSignal(blind.visitor.window.plugged) as told:
        says(card, 5, 2, 0)
    assert told.args == [False]
    tactile.close()
    os.close(card)


def test_other_switches_and_keys_of_the_sound_card_mean_nothing(blind: Blind, jack: int, qtbot: QtBot) -> None:
    says(jack, 5, 4, 1)
    says(jack, 1, 2, 1)
    with qtbot.waitSignal(blind.visitor.window.plugged) as told:
        says(jack, 5, 2, 1)
    assert told.args == [True]


@pytest.mark.a11y("A11Y-54")
def test_a_pad_that_tells_of_its_jack_by_a_key(blind: Blind, qtbot: QtBot) -> None:
    with qtbot.waitSignal(blind.visitor.window.plugged) as told:
        blind.presses("plugged")
    assert told.args == [True]


# --- what staff teach ---------------------------------------------------------------------------------------------


def teaches(window: KeyTeacher, *codes: int) -> None:
    """Press keys of these scan codes; Escape for 0."""
    for code in codes:
        key = Qt.Key.Key_unknown if code else Qt.Key.Key_Escape
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, code, 0, 0)
        QCoreApplication.sendEvent(window, event)


@pytest.mark.a11y("A11Y-51")
def test_staff_teach_the_keys_and_the_kiosk_keeps_them(qtbot: QtBot, tmp_path: Path) -> None:
    window = KeyTeacher(staff_words(assets_folder(), "en"), {})
    qtbot.addWidget(window)
    window.taught.connect(lambda pad: write_pad(tmp_path, pad))
    teaches(window, 191, 191)
    assert "already" in window.words
    teaches(window, 192, 193, 194, 195, 0, 0)
    assert read_pad(tmp_path) == dict(zip(range(191, 196), FIVE, strict=True))


@pytest.mark.a11y("A11Y-51")
def test_a_pad_that_tells_nothing_of_headphones_is_taught_without_a_keyboard(qtbot: QtBot, tmp_path: Path) -> None:
    window = KeyTeacher(staff_words(assets_folder(), "en"), {})
    qtbot.addWidget(window)
    window.taught.connect(lambda pad: write_pad(tmp_path, pad))
    teaches(window, 191, 192, 193, 194, 195)
    assert window.words == "Plug headphones into the pad. If nothing happens, press the key in the middle."
    assert read_pad(tmp_path) == {}
    teaches(window, 195)
    assert read_pad(tmp_path) == dict(zip(range(191, 196), FIVE, strict=True))


@pytest.mark.a11y("A11Y-51")
def test_a_pad_that_tells_of_headphones_is_asked_for_both(qtbot: QtBot, tmp_path: Path) -> None:
    window = KeyTeacher(staff_words(assets_folder(), "en"), {})
    qtbot.addWidget(window)
    window.taught.connect(lambda pad: write_pad(tmp_path, pad))
    teaches(window, 191, 192, 193, 194, 195, 196, 197)
    assert read_pad(tmp_path) == dict(zip(range(191, 198), PAD_KEYS, strict=True))


@pytest.mark.a11y("A11Y-51")
def test_keys_that_were_taught_stay_when_it_is_ended_before_the_last(qtbot: QtBot, tmp_path: Path) -> None:
    before: dict[int, PadKey] = {91: "up", 92: "down", 93: "left", 196: "plugged"}
    window = KeyTeacher(staff_words(assets_folder(), "en"), before)
    qtbot.addWidget(window)
    window.taught.connect(lambda pad: write_pad(tmp_path, pad))
    teaches(window, 191, 93)
    window.close()
    assert read_pad(tmp_path) == {191: "up", 93: "down", 196: "plugged"}


@pytest.mark.a11y("A11Y-51")
def test_where_no_key_was_pressed_the_pad_stays_as_it_was(qtbot: QtBot) -> None:
    window = KeyTeacher(staff_words(assets_folder(), "en"), {91: "up"})
    qtbot.addWidget(window)
    with qtbot.assertNotEmitted(window.taught):
        window.close()


@pytest.mark.a11y("A11Y-51")
def test_staff_are_asked_for_the_keys_in_the_language_of_the_clinic(qtbot: QtBot) -> None:
    window = KeyTeacher(staff_words(assets_folder(), "es"), {})
    qtbot.addWidget(window)
    assert window.words == "Pulse la tecla ARRIBA."


@pytest.mark.a11y("A11Y-51")
@pytest.mark.parametrize("text", ["", "[]", "{", '{"up": "191"}', '{"up": true, "sideways": 3}', "\udcff"])
def test_a_damaged_table_is_no_table(tmp_path: Path, text: str) -> None:
    (tmp_path / "keypad.json").write_text(text, encoding="utf-8", errors="surrogateescape")
    assert read_pad(tmp_path) == {}
