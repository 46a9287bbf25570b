"""The whole program on a real display, watched as systemd watches it: it lives, hangs, is killed, rests, comes back."""

import errno
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk import __version__
from kiosk.health.healthy import mark_healthy
from kiosk.health.starts import FILE, MOST
from tests.faults.slips import slips
from tests.health.conftest import LONG, Server, Supervisor

LIMIT = 1.0
"""Seconds of silence after which systemd would act."""
BLOCKED = """
import sys, time
from PySide6.QtCore import QTimer
from kiosk.cli import main
from kiosk.running import keeping
keep = keeping.keep
def keep_and_hang(*words, **more):
    keep(*words, **more)
    QTimer.singleShot(300, lambda: time.sleep(60))
keeping.keep = keep_and_hang
sys.exit(main(["run"]))
"""
SEARCHES = """
import gc, sys
from kiosk.cli import main
from kiosk.running import keeping
keep = keeping.keep
def keep_and_tell(*words, **more):
    print("Python searches for what is unused:", gc.isenabled(), file=sys.stderr)
    return keep(*words, **more)
keeping.keep = keep_and_tell
sys.exit(main(["run"]))
"""
SOON_SOUND = """
import sys
from kiosk.cli import main
from kiosk.running import keeping
keeping.HEALTHY_AFTER_MS = 1
sys.exit(main(["run"]))
"""
Starts = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library is checked once for all starts."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def start(tmp_path: Path, cache: Path, supervisor: Supervisor) -> Iterator[Starts]:
    """Starts the program under the supervisor."""
    started: list[subprocess.Popen[str]] = []

    def start(server: Server | None, *words: str) -> "subprocess.Popen[str]":
        place = server.environ if server else {"QT_QPA_PLATFORM": "offscreen"}
        environ = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(Path(__file__).parents[2]),
            "HOME": str(tmp_path),
            "XDG_CACHE_HOME": str(cache),
            "XDG_STATE_HOME": str(tmp_path),
            "CLINIC_KIOSK_SETTINGS": str(tmp_path / "none.yaml"),
            "NOTIFY_SOCKET": supervisor.address,
            "WATCHDOG_USEC": str(round(LIMIT * 1_000_000)),
        }
        command = (sys.executable, *(words or ("-m", "kiosk", "run")))
        started.append(subprocess.Popen(command, env=environ | place, stderr=subprocess.PIPE, text=True))
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.communicate()


def told_by(process: "subprocess.Popen[str]") -> str:
    """All that a program that has ended has logged."""
    return process.communicate(timeout=LONG)[1]


def child_of(process: "subprocess.Popen[str]") -> int:
    """The one program that a program has started."""
    tasks = Path(f"/proc/{process.pid}/task").glob("*/children")
    (child,) = [int(number) for task in tasks for number in task.read_text().split()]
    return child


def test_a_day_at_the_wall(start: Starts, supervisor: Supervisor, display_server: Server, tmp_path: Path) -> None:
    kiosk = start(display_server)
    assert [supervisor.hears() for _ in range(3)] == ["READY=1", "STATUS=Running.", "WATCHDOG=1"]
    assert [supervisor.hears() for _ in range(3)] == ["WATCHDOG=1"] * 3
    kiosk.terminate()
    assert supervisor.waits_for("STOPPING=1")
    assert kiosk.wait(LONG) == 0
    assert '"runs": false' in (tmp_path / "clinic-kiosk" / FILE).read_text()
    assert "Traceback" not in told_by(kiosk)


def test_unused_memory_is_searched_for_once_the_first_picture_stands(start: Starts, supervisor: Supervisor) -> None:
    """Until then it only costs time."""
    kiosk = start(None, "-c", SEARCHES)
    assert supervisor.waits_for("READY=1")
    kiosk.terminate()
    assert "Python searches for what is unused: True" in told_by(kiosk)


def test_a_frozen_display_stops_the_beats(start: Starts, supervisor: Supervisor, display_server: Server) -> None:
    kiosk = start(display_server)
    assert supervisor.waits_for("WATCHDOG=1")
    display_server.process.send_signal(signal.SIGSTOP)
    assert supervisor.hears_nothing_for(1.5 * LIMIT)
    display_server.process.send_signal(signal.SIGCONT)
    assert supervisor.waits_for("WATCHDOG=1")
    kiosk.terminate()
    told = told_by(kiosk)
    assert "most recent call first" in told  # where it stood while it waited


def test_a_display_that_never_answers_is_never_ready(start: Starts, supervisor: Supervisor, x_server: Server) -> None:
    x_server.process.send_signal(signal.SIGSTOP)
    start(x_server)
    assert supervisor.hears(LIMIT) == ""


def test_a_blocked_loop_stops_the_beats(start: Starts, supervisor: Supervisor) -> None:
    kiosk = start(None, "-c", BLOCKED)
    assert supervisor.waits_for("WATCHDOG=1")
    assert supervisor.hears_nothing_for(1.5 * LIMIT)
    kiosk.send_signal(signal.SIGABRT)  # as systemd does
    told = told_by(kiosk)
    assert "Fatal Python error: Aborted" in told
    assert "in keep_and_hang" in told or 'File "<string>"' in told


def test_killed_again_and_again_it_rests_and_tries_safe_mode(start: Starts, supervisor: Supervisor) -> None:
    for _ in range(MOST):
        kiosk = start(None)
        assert supervisor.waits_for("STATUS=Running.")
        kiosk.kill()
        kiosk.wait(LONG)
    resting = start(None)
    assert supervisor.waits_for("STATUS=Failed too often")
    assert supervisor.waits_for("STATUS=Running in safe mode")
    assert supervisor.waits_for("WATCHDOG=1")
    os.kill(child_of(resting), signal.SIGKILL)
    assert supervisor.waits_for("WATCHDOG=1", 2 * LIMIT)  # the resting screen is there again, and beats
    resting.terminate()
    assert supervisor.waits_for("STOPPING=1")
    assert resting.wait(LONG) == 0
    start(None)
    assert supervisor.waits_for("STATUS=Running.")


def test_a_power_cut_is_no_failure(start: Starts, supervisor: Supervisor, tmp_path: Path) -> None:
    place = tmp_path / "clinic-kiosk" / FILE
    place.parent.mkdir()
    place.write_text('{"boot": "before", "failures": [1, 2, 3, 4, 5], "runs": true, "rests": true}')
    start(None)
    assert supervisor.waits_for("STATUS=Running.")


def test_a_sound_version_is_told_to_the_package_wherever_the_clinic_keeps_its_things(
    start: Starts, supervisor: Supervisor, tmp_path: Path
) -> None:
    """The package looks in one place alone: a version that it does not find there goes back after three starts."""
    (tmp_path / "none.yaml").write_text(f"state_dir: {tmp_path / 'elsewhere'}\n")
    kiosk = start(None, "-c", SOON_SOUND)
    assert supervisor.waits_for("STATUS=Running.")
    mark, end = tmp_path / "clinic-kiosk/healthy", time.monotonic() + LONG
    while not mark.exists():
        assert kiosk.poll() is None
        assert time.monotonic() < end
        time.sleep(0.02)
    assert mark.read_text() == f"{__version__}\n"
    assert (tmp_path / "elsewhere" / FILE).exists()
    kiosk.terminate()
    assert kiosk.wait(LONG) == 0


def test_a_mark_of_health_that_is_there_is_not_written_again(tmp_path: Path) -> None:
    """On a disk that takes nothing more, it stays; what was not kept of another version is told."""
    logged: list[str] = []
    mark_healthy(tmp_path, "1.0", logged.append)
    with slips(0, errno.ENOSPC):
        mark_healthy(tmp_path, "1.0", logged.append)
        assert logged == []
        mark_healthy(tmp_path, "2.0", logged.append)
    assert logged == ["It could not be kept that version 2.0 is sound: The disk is full."]
    assert (tmp_path / "healthy").read_text() == "1.0\n"
