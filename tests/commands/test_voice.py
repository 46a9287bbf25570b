"""`clinic-kiosk voice render`: what it makes, what it leaves alone, what it says when a program makes no speech."""

import shlex
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.cli import main
from kiosk.session.routes import Home, Reading
from kiosk.speech.recordings import Recordings
from kiosk.tour import read_aloud

SPEAKS = """
import io, sys, wave
words = sys.stdin.read()
with wave.open(sys.stdout.buffer, "wb") as file:
    file.setparams((1, 2, 8000, 0, "NONE", ""))
    file.writeframes(bytes(2 * len(words)))
"""


@pytest.fixture(autouse=True)
def _few_screens(monkeypatch: pytest.MonkeyPatch, qapp: QApplication, one_factory: None, tmp_path: Path) -> None:
    """The first pages alone."""

    monkeypatch.setattr(read_aloud, "everywhere", lambda _scene: [(Home(),), (Reading("therapies/prp"),)])
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def program(tmp_path: Path, script: str) -> str:
    file = tmp_path / "speaks.py"
    file.write_text(script)
    return shlex.join([sys.executable, str(file)])


def test_every_sentence_is_recorded_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = ["voice", "render", str(tmp_path / "own"), "--language", "en", "--with", program(tmp_path, SPEAKS)]
    assert main(command) == 0
    told = capsys.readouterr().out
    recordings = Recordings((tmp_path / "own",))
    for sentence in ("What would you like to know?", "We do not know whom it helps.", "This is how it sounds."):
        assert recordings.find(sentence, "en") is not None, sentence
    audio = tmp_path / "own/en/audio"
    listed = (audio / "sentences.txt").read_text(encoding="utf-8").splitlines()
    assert len(listed) == len(list(audio.glob("*.wav")))
    assert told.startswith(f"en: {len(listed)} sentences, {len(listed)} made now, ")
    next(audio.glob("*.wav")).unlink()
    assert main(command) == 0
    assert f"en: {len(listed)} sentences, 1 made now, " in capsys.readouterr().out


@pytest.mark.parametrize(
    ("script", "told"),
    [
        ("print('no sound')", "made nothing that can be heard of: Riverside"),
        ("import sys; sys.exit('The voice is not here.')", "The voice is not here."),
    ],
)
def test_a_program_that_makes_no_speech_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], script: str, told: str
) -> None:
    settings = tmp_path / "settings.yaml"
    settings.write_text("clinic: {name: Riverside}\n")
    command = ["voice", "render", str(tmp_path / "own"), "--language", "en", "--settings", str(settings)]
    assert main([*command, "--with", program(tmp_path, script)]) == 1
    assert told in capsys.readouterr().err
    assert not list((tmp_path / "own").rglob("*.wav"))


def test_the_mistakes_of_whoever_types(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["voice", "render"]) == 2
    assert "Name a folder" in capsys.readouterr().err
    assert main(["voice", "render", str(tmp_path), "--language", "xx"]) == 2
    assert "There is no language xx; there are: en, es." in capsys.readouterr().err
