"""Somebody who hears the pages in headphones wants nobody in the waiting room to read along."""

import pytest
from PySide6.QtCore import Qt

from kiosk.session.routes import Home, Tips
from tests.journeys.listening import SilentVoice
from tests.visitor import Visitor


@pytest.fixture
def hidden(visitor: Visitor, voice: SilentVoice) -> Visitor:
    """Headphones in, and the screen darkened by the keys alone."""
    visitor.touch("Touch the screen to begin")
    visitor.window.plug(True)
    for name in ("Listen", "Dark screen"):
        visitor.reaches(name)
        visitor.presses_key(Qt.Key.Key_Return)
    return visitor


def is_black(visitor: Visitor) -> bool:
    """Whether every dot of the window is black."""
    picture = visitor.window.grab().toImage()
    dots = ((x, y) for x in range(0, picture.width(), 7) for y in range(0, picture.height(), 7))
    return all(picture.pixelColor(x, y) == Qt.GlobalColor.black for x, y in dots)


@pytest.mark.a11y("A11Y-76")
def test_the_screen_is_dark_and_the_voice_goes_on(hidden: Visitor, voice: SilentVoice) -> None:
    assert is_black(hidden)
    hidden.reaches("Tips for every day")
    hidden.presses_key(Qt.Key.Key_Return)
    assert hidden.place() == Tips()
    assert voice.is_speaking
    assert is_black(hidden)


@pytest.mark.a11y("A11Y-76")
def test_nobody_finds_it_dark_who_has_not_asked_for_it(visitor: Visitor, voice: SilentVoice) -> None:
    visitor.touch("Touch the screen to begin")
    visitor.touch("Listen")
    assert not visitor.offers("Dark screen")  # out loud everybody hears it anyway
    visitor.window.plug(True)
    assert not is_black(visitor)


@pytest.mark.a11y("A11Y-76")
def test_a_touch_lifts_it_and_does_nothing_else(hidden: Visitor) -> None:
    place = hidden.centre(hidden.button("Tips for every day"))
    hidden.clock.passes(1)
    hidden.taps(place)
    assert hidden.place() == Home()
    assert not is_black(hidden)


@pytest.mark.a11y("A11Y-61")
@pytest.mark.a11y("A11Y-76")
def test_it_goes_with_the_headphones(hidden: Visitor) -> None:
    hidden.window.plug(False)
    assert not is_black(hidden)


@pytest.mark.a11y("A11Y-64")
@pytest.mark.a11y("A11Y-76")
def test_it_goes_with_the_voice(hidden: Visitor, voice: SilentVoice, caplog: pytest.LogCaptureFixture) -> None:
    voice.failed.emit("the sound card is gone")
    assert not is_black(hidden)
    assert "The voice cannot be heard" in caplog.text


@pytest.mark.a11y("A11Y-74")
@pytest.mark.a11y("A11Y-76")
def test_the_next_patient_sees_everything(hidden: Visitor, voice: SilentVoice) -> None:
    while voice.is_speaking:
        voice.comes_to_the_end()
    hidden.waits(600)
    assert hidden.app.is_empty
    assert not is_black(hidden)
