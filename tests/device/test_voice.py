"""The real voice: espeak-ng makes the sound, a sound server plays it, and every way in which that can go wrong."""

import io
import os
import shutil
import signal
import subprocess
import time
import wave
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from PySide6.QtCore import QProcess
from pytestqt.qtbot import QtBot

from kiosk.device.voice import Utterance, Voice
from kiosk.speech.hearing import LOUDNESSES, USUAL_LOUDNESS, USUAL_PACE
from kiosk.speech.recordings import OGG, WAV, Recordings, name_of
from kiosk.speech.sound import Sound, read_wav
from tests.device.sound import WITH_VOICE, is_heard, sound_server, sounds

LONG = "This is a long sentence, and somebody who hears it has the time to do a great many other things meanwhile, " * 3


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of a sound server."""
    with TemporaryDirectory(prefix="sound") as folder, sound_server(Path(folder)) as address:
        yield address


@pytest.fixture
def voice(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, server: str, tmp_path: Path) -> Iterator[Voice]:
    """This machine's voice, with an empty folder for recordings."""
    monkeypatch.setenv("PULSE_SERVER", server)
    voice = Voice(Recordings((tmp_path,)))
    yield voice
    voice.close()


def says(words: str, language: str = "en", pace: int = USUAL_PACE) -> Utterance:
    return Utterance(words, language, pace, USUAL_LOUDNESS)


def is_playing(voice: Voice) -> bool:
    return voice._playing is not None and voice._playing.state() is QProcess.ProcessState.Running


# --- heard --------------------------------------------------------------------------------------------------------


@WITH_VOICE
@pytest.mark.a11y("A11Y-62")
@pytest.mark.parametrize(("language", "words"), [("en", "Good day."), ("es", "Buenos días.")])
def test_a_sentence_is_heard_for_as_long_as_it_lasts(voice: Voice, qtbot: QtBot, language: str, words: str) -> None:
    began = time.monotonic()
    with qtbot.waitSignal(voice.ended, timeout=10_000):
        voice.say(says(words, language, pace=5))
    sound = next(iter(voice._made.values()))
    assert time.monotonic() - began >= sound.seconds
    assert not voice.is_speaking


@WITH_VOICE
@pytest.mark.a11y("A11Y-58")
def test_it_is_silent_as_soon_as_it_is_told(voice: Voice, qtbot: QtBot, server: str) -> None:
    """The sound server itself is asked: nothing plays any more."""
    voice.say(says(LONG))
    qtbot.waitUntil(lambda: is_heard(voice, server), timeout=5000)
    player = voice._playing
    assert player is not None
    with qtbot.waitSignal(player.finished, timeout=1000):
        voice.stop()
    assert sounds(server) == 0
    assert not voice.is_speaking


@WITH_VOICE
def test_what_is_made_ahead_is_not_made_again(voice: Voice, qtbot: QtBot) -> None:
    voice.prepare(says("One."))
    qtbot.waitUntil(lambda: says("One.").key in voice._made, timeout=5000)
    voice.say(says("One."))
    assert voice._playing is not None


@WITH_VOICE
def test_a_new_sentence_takes_the_place_of_the_old(voice: Voice, qtbot: QtBot, server: str) -> None:
    voice.say(says(LONG))
    qtbot.waitUntil(lambda: is_heard(voice, server), timeout=5000)
    voice.say(says("Yes.", pace=5))
    with qtbot.waitSignal(voice.ended, timeout=5000):
        pass
    assert not voice.is_speaking


# --- recorded -----------------------------------------------------------------------------------------------------


def wav(words: str) -> bytes:
    """What espeak-ng makes of some words."""
    return subprocess.run(["espeak-ng", "-s", "300", "--stdout", words], capture_output=True, check=True).stdout


@WITH_VOICE
def test_a_recording_is_preferred(voice: Voice, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "en/audio" / f"{name_of('Welcome.')}{WAV}"
    file.parent.mkdir(parents=True)
    file.write_bytes(wav("something quite different"))
    voice.say(says("Welcome."))
    assert voice._playing is not None  # at once: nothing was made
    assert voice._length.interval() == round(read_wav(file.read_bytes()).seconds * 1000)


@WITH_VOICE
@pytest.mark.skipif(shutil.which("oggdec") is None, reason="needs the Debian package vorbis-tools")
def test_a_pressed_recording_is_unpacked(voice: Voice, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "en/audio" / f"{name_of('Welcome.')}{OGG}"
    file.parent.mkdir(parents=True)
    sound = wav("something quite different")
    subprocess.run(["oggenc", "-Q", "-o", str(file), "-"], input=sound, check=True)
    with qtbot.waitSignal(voice.ended, timeout=5000):
        voice.say(says("Welcome."))
    assert voice._length.interval() == pytest.approx(read_wav(sound).seconds * 1000, abs=50)


@WITH_VOICE
@pytest.mark.parametrize("ending", [WAV, OGG])
def test_a_spoilt_recording_is_told_and_spoken_instead(
    voice: Voice, qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture, ending: str
) -> None:
    file = tmp_path / "en/audio" / f"{name_of('Welcome.')}{ending}"
    file.parent.mkdir(parents=True)
    file.write_bytes(b"RIFF and nothing more")
    with qtbot.waitSignal(voice.ended, timeout=5000):
        voice.say(says("Welcome."))
    assert f"The recording {file.name} cannot be played" in caplog.text


def test_a_recording_of_more_than_two_minutes_is_no_sentence_and_is_not_cut(tmp_path: Path) -> None:
    def file(seconds: float) -> bytes:
        data = io.BytesIO()
        with wave.open(data, "wb") as made:
            made.setparams((1, 2, 8000, 0, "NONE", ""))
            made.writeframes(bytes(2 * round(8000 * seconds)))
        return data.getvalue()

    assert read_wav(file(120)).seconds == 120
    with pytest.raises(ValueError, match="longer than 120 seconds"):
        read_wav(file(120.001))


@WITH_VOICE
def test_at_another_pace_the_next_sentence_is_made_ahead_though_there_is_a_recording(
    voice: Voice, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "en/audio" / f"{name_of('Welcome.')}{WAV}"
    file.parent.mkdir(parents=True)
    file.write_bytes(wav("something quite different"))
    faster = says("Welcome.", pace=USUAL_PACE + 1)
    voice.prepare(faster)
    qtbot.waitUntil(lambda: faster.key in voice._made, timeout=5000)
    voice.say(faster)
    assert voice._playing is not None  # at once
    assert voice._length.interval() != round(read_wav(file.read_bytes()).seconds * 1000)


# --- not heard ----------------------------------------------------------------------------------------------------


@WITH_VOICE
@pytest.mark.a11y("A11Y-64")
def test_the_player_is_killed_in_the_middle_of_a_sentence(voice: Voice, qtbot: QtBot, server: str) -> None:
    voice.say(says(LONG))
    qtbot.waitUntil(lambda: is_heard(voice, server), timeout=5000)
    assert voice._playing is not None
    with qtbot.waitSignal(voice.failed, timeout=2000):
        os.kill(voice._playing.processId(), signal.SIGKILL)
    assert not voice.is_speaking


def program(folder: Path, name: str, script: str) -> None:
    """A program of this name that does something else."""
    file = folder / name
    file.write_text(f"#!/bin/sh\n{script}\n")
    file.chmod(0o755)


@WITH_VOICE
@pytest.mark.a11y("A11Y-64")
@pytest.mark.parametrize(
    ("name", "script", "why"),
    [
        ("espeak-ng", "kill -SEGV $$", "espeak-ng"),
        ("espeak-ng", "echo The voice does not exist. >&2; exit 1", "The voice does not exist."),
        ("espeak-ng", "echo this is no sound", "no WAV file"),
        ("espeak-ng", "exec sleep 60", "too long"),
        ("paplay", "echo Connection refused >&2; exit 1", "Connection refused"),
        ("paplay", "cat > /dev/null", "goes nowhere"),
        ("paplay", "exec sleep 60", "too long"),
    ],
)
def test_a_program_that_crashes_hangs_or_lies(
    voice: Voice, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, script: str, why: str
) -> None:
    monkeypatch.setattr("kiosk.device.voice.MADE_WITHIN_MS", 500)
    monkeypatch.setattr("kiosk.device.voice.LATE_MS", 500)
    program(tmp_path, name, script)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    with qtbot.waitSignal(voice.failed, timeout=5000) as told:
        voice.say(says("Good day.", pace=5))
    assert why in told.args[0]
    assert not voice.is_speaking


@WITH_VOICE
@pytest.mark.a11y("A11Y-64")
def test_a_voice_that_says_nothing_is_known_in_less_than_two_seconds(
    voice: Voice, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path, "espeak-ng", "exec sleep 60")
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    with qtbot.waitSignal(voice.failed, timeout=2000):
        voice.say(says("Good day."))


def test_where_nothing_is_installed_it_says_so(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    voice = Voice(Recordings(()))
    with qtbot.waitSignal(voice.failed, timeout=2000) as told:
        voice.say(says("Good day."))
    assert told.args[0] == "espeak-ng cannot be started."
    voice.close()


# --- samples ------------------------------------------------------------------------------------------------------


@pytest.mark.a11y("A11Y-59")
@pytest.mark.parametrize("decibels", LOUDNESSES)
def test_a_step_of_loudness_is_so_many_decibels(decibels: int) -> None:
    sound = Sound(b"".join(value.to_bytes(2, "little", signed=True) for value in (0, 20000, -20000)), 22050)
    softer = memoryview(sound.at(decibels)).cast("h")
    assert softer[1] == pytest.approx(20000 * 10 ** (decibels / 20), abs=1)
    assert softer[2] == pytest.approx(-20000 * 10 ** (decibels / 20), abs=1)
