"""`clinic-kiosk staff learn-keys` over the network, where there is no screen to teach the keys at."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.cli import main
from kiosk.device.keypad import read_pad


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a screen")
def test_without_a_screen_it_says_how_to_use_the_kiosks(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert main(["staff", "learn-keys"]) == 2
    told = capsys.readouterr().err
    assert told.startswith("There is no screen here")
    assert "WAYLAND_DISPLAY=wayland-0" in told


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.parametrize("number", ["SIGHUP", "SIGINT", "SIGTERM"])
def test_who_goes_in_the_middle_keeps_what_was_taught(tmp_path: Path, number: str) -> None:
    """The network is cut, Ctrl+C is pressed, or the machine is shut down."""
    settings = tmp_path / "settings.yaml"
    settings.write_text(f"state_dir: {tmp_path / 'state'}\n", encoding="utf-8")
    code = f"""
import os, signal, sys
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from kiosk.cli import main
from kiosk.ui.staff.teaching import KeyTeacher

def presses(teacher):
    teacher.show()
    for code in (191, 192):
        key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, code, 0, 0)
        QCoreApplication.sendEvent(teacher, key)
    QTimer.singleShot(0, lambda: os.kill(os.getpid(), signal.{number}))

KeyTeacher.showFullScreen = presses
sys.exit(main(["staff", "learn-keys", "--settings", {str(settings)!r}]))
"""
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "2 keys are known. They work from the kiosk's next start.\n"), (
        done.stderr
    )
    assert read_pad(tmp_path / "state") == {191: "up", 192: "down"}
