"""There is one sound at a time, it is the voice, and nothing is told by it alone."""

import ast
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import pytest
from pytestqt.qtbot import QtBot

from kiosk.device.voice import Utterance, Voice
from kiosk.paths import content_folder
from kiosk.speech.hearing import USUAL_LOUDNESS, USUAL_PACE
from kiosk.speech.recordings import OGG, WAV, Recordings
from tests.device.sound import WITH_VOICE, is_heard, sound_server, sounds

KIOSK: Final = Path(__file__).parents[2] / "kiosk"
MAKES_SOUND: Final = frozenset({"beep", "bell", "QSoundEffect", "QMediaPlayer", "QAudioSink", "QTextToSpeech"})
"""Names by which a Qt program makes itself heard."""
READ_ON_THE_SCREEN: Final = frozenset({".yaml", ".svg", ".png", ".md", ".json"})
"""Kinds of files in which nothing moves and nothing sounds."""
LONG: Final = "This is a long sentence, and somebody who hears it has the time to do a great many other things."


@pytest.fixture
def server() -> Iterator[str]:
    with TemporaryDirectory(prefix="sound") as folder, sound_server(Path(folder)) as address:
        yield address


@WITH_VOICE
@pytest.mark.a11y("A11Y-65")
def test_a_new_sentence_silences_the_old_before_it_begins(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, server: str
) -> None:
    monkeypatch.setenv("PULSE_SERVER", server)
    voice = Voice(Recordings(()))
    voice.say(Utterance(LONG, "en", USUAL_PACE, USUAL_LOUDNESS))
    qtbot.waitUntil(lambda: is_heard(voice, server), timeout=10_000)
    first = voice._playing
    assert first is not None
    process = Path("/proc", str(first.processId()))
    assert process.exists()
    voice.say(Utterance(f"Then. {LONG}", "en", USUAL_PACE, USUAL_LOUDNESS))
    qtbot.waitUntil(lambda: voice._playing not in (None, first), timeout=10_000)
    assert not process.exists()
    assert sounds(server) <= 1
    voice.close()


@pytest.mark.a11y("A11Y-65")
def test_nothing_but_the_voice_makes_a_sound() -> None:
    names = {
        (str(file.relative_to(KIOSK)), name)
        for file in KIOSK.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        for name in _names(node)
        if name in MAKES_SOUND or name.startswith(("PySide6.QtMultimedia", "PySide6.QtTextToSpeech"))
    }
    assert names == set()


def _names(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Attribute):
        return [node.attr]
    if isinstance(node, ast.ImportFrom):
        return [node.module or "", *(alias.name for alias in node.names)]
    return [alias.name for alias in node.names] if isinstance(node, ast.Import) else []


@pytest.mark.a11y("A11Y-66")
def test_what_is_heard_is_read_as_well() -> None:
    """Recordings are of sentences that stand on the screen; there are no films, and no sounds besides."""
    files = [file for file in content_folder().rglob("*") if file.is_file() and not file.name.startswith(".")]
    others = [file for file in files if file.suffix not in READ_ON_THE_SCREEN]
    assert [file.name for file in others if file.parent.name != "audio" or file.suffix not in (WAV, OGG)] == []
