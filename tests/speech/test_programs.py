"""What this machine can say is asked of its programs."""

import os
from pathlib import Path

import pytest

from kiosk.speech.programs import has_voice

SILENT_AT_FIRST = """#!/bin/sh
mkdir "$0.asked" 2>/dev/null && exit 1
echo "Pty Language  Age/Gender VoiceName"
echo " 5  zz             --/M      Somebody"
"""


@pytest.mark.a11y("A11Y-64")
def test_a_synthesiser_that_gave_no_answer_is_asked_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a machine that has just started and does a hundred other things."""
    for name, text in (("aplay", "#!/bin/sh\n"), ("espeak-ng", SILENT_AT_FIRST)):
        (tmp_path / name).write_text(text)
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    assert not has_voice("zz")
    assert has_voice("zz")
    (tmp_path / "espeak-ng").unlink()
    assert has_voice("zz"), "an answer is kept"
