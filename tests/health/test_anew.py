"""Staff touch Restart on a desk, where nothing but the program itself can start it again."""

import subprocess
import sys

import pytest

from kiosk.health.exits import FAULTY, FRESH_START, TOLD_TO
from kiosk.running.anew import start_anew_if_due

PROGRAM = """
import os, sys
from kiosk.running.anew import start_anew_if_due
starts = int(os.environ.get("STARTS", "0")) + 1
os.environ["STARTS"] = str(starts)
print(starts, *sys.argv[1:], flush=True)
sys.exit(start_anew_if_due({fresh}) if starts < 3 else 0)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="on Windows Shell Launcher starts it again")
def test_it_begins_again_with_the_same_command_line() -> None:
    command = (sys.executable, "-c", PROGRAM.format(fresh=FRESH_START), "--windowed", "1280x800")
    told = subprocess.run(command, check=True, capture_output=True, text=True)
    assert told.stdout.splitlines() == [f"{start} --windowed 1280x800" for start in (1, 2, 3)]


@pytest.mark.parametrize("status", [TOLD_TO, FAULTY])
def test_any_other_end_is_an_end(status: int) -> None:
    assert start_anew_if_due(status) == status
