"""A patient who sees nothing: a tactile pad of five keys, headphones, and the screen covered."""

import os
import struct
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from kiosk.device.keypad import FIVE, PAD_KEYS, PadKey, read_pad, write_pad
from kiosk.running.learning import Learning
from kiosk.running.tactile import Tactile
from kiosk.session import routes
from kiosk.session.routes import Attract, Home, Route
from kiosk.session.visit import Leave
from tests.ui.stops import SCREENS
from tests.visitor import Visitor

CODES: dict[PadKey, int] = {key: 191 + number for number, key in enumerate(PAD_KEYS)}
"""The scan codes of F13 to F19, as an X screen tells them."""
WAYS = {name: way for name, way in SCREENS.items() if name not in ("apology", "dialog-still-there")}


class Blind:
    """Somebody who has only the pad, and what is told."""

    def __init__(self, visitor: Visitor) -> None:
        self.visitor = visitor
        self.heard: list[str] = []
        visitor.window.told.connect(self.heard.append)
        visitor.window.learn({code: key for key, code in CODES.items()})

    def presses(self, key: PadKey, *, repeats: bool = False) -> str:
        """Press a key of the pad; what was told last."""
        none = Qt.KeyboardModifier.NoModifier
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, none, CODES[key], 0, 0, autorep=repeats)
        QCoreApplication.sendEvent(self.visitor.window, event)
        self.visitor.settles()
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
        while (words := self.presses("down")) != first:
            told.append(words)
            assert len(told) < 200
        return told


@pytest.fixture
def blind(visitor: Visitor) -> Blind:
    return Blind(visitor)


@pytest.mark.a11y("A11Y-43")
@pytest.mark.a11y("A11Y-51")
def test_a_whole_visit_with_five_keys_and_the_screen_covered(blind: Blind) -> None:
    blind.presses("down")
    for name in ("Touch the screen to begin", "Treatments explained", "Exosomes", "Risks"):
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


@pytest.mark.a11y("A11Y-74")
def test_the_end_of_the_visit_ends_the_telling(blind: Blind) -> None:
    blind.visitor.stands_at(Home())
    blind.presses("down")
    blind.visitor.app.session.take(Leave())
    blind.visitor.settles()
    before = len(blind.heard)
    blind.visitor.waits_for_the_screen()
    assert len(blind.heard) == before


def test_a_finger_ends_the_telling(blind: Blind) -> None:
    blind.visitor.stands_at(Home())
    blind.presses("down")
    blind.visitor.touch("Treatments explained")
    before = len(blind.heard)
    blind.visitor.presses_key(Qt.Key.Key_Down)
    assert len(blind.heard) == before
    assert isinstance(blind.visitor.focus, QAbstractButton)


# --- headphones ---------------------------------------------------------------------------------------------------


@pytest.fixture
def jack(visitor: Visitor, tmp_path: Path) -> Iterator[int]:
    """A jack that says what is written to it, as Linux's input device does."""
    tactile = Tactile(visitor.window, tmp_path, tmp_path)
    out, into = os.pipe2(os.O_NONBLOCK)
    tactile.watch(out)
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


def teaches(window: Learning, *codes: int) -> None:
    """Press keys of these scan codes; Escape for 0."""
    for code in codes:
        key = Qt.Key.Key_unknown if code else Qt.Key.Key_Escape
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, code, 0, 0)
        QCoreApplication.sendEvent(window, event)


@pytest.mark.a11y("A11Y-51")
def test_staff_teach_the_keys_and_the_kiosk_keeps_them(qtbot: QtBot, tmp_path: Path) -> None:
    window = Learning()
    qtbot.addWidget(window)
    window.taught.connect(lambda pad: write_pad(tmp_path, pad))
    teaches(window, 191, 191)
    assert "already" in window.words
    teaches(window, 192, 193, 194, 195, 0, 0)
    assert read_pad(tmp_path) == dict(zip(range(191, 196), FIVE, strict=True))


@pytest.mark.a11y("A11Y-51")
@pytest.mark.parametrize("text", ["", "[]", "{", '{"up": "191"}', '{"up": true, "sideways": 3}', "\udcff"])
def test_a_damaged_table_is_no_table(tmp_path: Path, text: str) -> None:
    (tmp_path / "keypad.json").write_text(text, encoding="utf-8", errors="surrogateescape")
    assert read_pad(tmp_path) == {}
