"""`clinic-kiosk staff learn-keys` over the network, where there is no screen to teach the keys at."""

import sys

import pytest

from kiosk.cli import main


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
