"""Windows lacks what only Unix has: publishing and the open kiosk do without it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.content.editions.store import Store
from kiosk.disk import Disk

ROOT = Path(__file__).parents[2]
_SLOW = 120.0
"""Seconds after which a program that does not end has hung."""


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    """A desk with a folder of its own."""
    for folder in ("pages/en", "state"):
        (tmp_path / folder).mkdir(parents=True)
    home = (ROOT / "content/en/home.yaml").read_text(encoding="utf-8")
    (tmp_path / "pages/en/home.yaml").write_text(home, encoding="utf-8")
    file = tmp_path / "settings.yaml"
    file.write_text(f"content_dir: {tmp_path / 'pages'}\nstate_dir: {tmp_path / 'state'}\n", encoding="utf-8")
    return file


def _kiosk(settings: Path, how: str, *words: str) -> subprocess.CompletedProcess[str]:
    command = (sys.executable, "-m", "tests.commands.not_unix", how, *words, "--settings", str(settings))
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CACHE_HOME": str(settings.parent / "cache")}
    return subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True, check=False, timeout=_SLOW)


def test_a_page_is_published_and_shown(settings: Path) -> None:
    done = _kiosk(settings, "stay", "staff", "publish")
    assert done.returncode == 0, done.stderr
    assert Store(settings.parent / "state", Disk()).damage(1) == ()
    done = _kiosk(settings, "quit", "run", "--windowed", "800x600")
    assert (done.returncode, done.stdout) == (0, "It runs.\n"), done.stderr


def test_two_do_not_publish_at_once(settings: Path) -> None:
    with Store(settings.parent / "state", Disk()).alone():
        done = _kiosk(settings, "stay", "staff", "publish")
    assert "Somebody else is publishing at this moment." in done.stderr
