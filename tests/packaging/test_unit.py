"""The units are sound, and shut as far as they can be."""

import re
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from kiosk.device.leaving import WISH

SYSTEMD = Path(__file__).parents[2] / "packaging/systemd"
UNITS = (
    "clinic-kiosk.service",
    "clinic-kiosk-screens.service",
    "clinic-kiosk-stick.service",
    "clinic-kiosk-stick.path",
    "clinic-kiosk-leave.service",
    "clinic-kiosk-leave.path",
)
SCRIPTS = ("arrange", "compositor", "prepare", "session", "stick")
MOST_OPEN = 1.5
MOST_SILENT = 15.0
"""Seconds from a hang to the attract screen, at most."""
START = 2.0
"""Seconds of a start, as measured for docs/reliability.md."""
needs_systemd = pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd's tools are not here")


@pytest.fixture
def units(tmp_path: Path) -> Path:
    """A root folder in which what the units start is there."""
    place = tmp_path / "usr/lib/systemd/system"
    place.mkdir(parents=True)
    for unit in UNITS:
        shutil.copy(SYSTEMD / unit, place)
    programs = tmp_path / "usr/lib/clinic-kiosk"
    programs.mkdir()
    for program in SCRIPTS:
        shutil.copy(SYSTEMD / program, programs)
    (tmp_path / "bin").mkdir()
    for program in ("sh", "sleep"):
        shutil.copy(f"/bin/{program}", tmp_path / "bin")
    (tmp_path / "usr/bin").mkdir()
    shutil.copy("/bin/sh", tmp_path / "usr/bin/systemctl")
    return tmp_path


@needs_systemd
def test_systemd_understands_every_line(units: Path) -> None:
    command = ("systemd-analyze", "verify", "--man=no", f"--root={units}", *UNITS)
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    said = [line for line in done.stderr.splitlines() if "clinic-kiosk" in line and not line.endswith("not found.")]
    assert said == []


@needs_systemd
def test_a_misspelt_line_would_be_told(units: Path) -> None:
    unit = units / "usr/lib/systemd/system/clinic-kiosk.service"
    unit.write_text(unit.read_text().replace("WatchdogSec=", "WatchdogSeconds="))
    command = ("systemd-analyze", "verify", "--man=no", f"--root={units}", unit.name)
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "WatchdogSeconds" in done.stderr


@needs_systemd
@pytest.mark.parametrize("name", UNITS[:2])
def test_the_sandbox_is_shut(units: Path, name: str) -> None:
    unit = units / "usr/lib/systemd/system" / name
    command = ("systemd-analyze", "security", "--offline=yes", "--no-pager", str(unit))
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    score = re.search(r"Overall exposure level for \S+: (\d+\.\d)", done.stdout)
    assert score is not None, done.stderr
    assert float(score[1]) <= MOST_OPEN


@pytest.mark.parametrize("script", SCRIPTS)
def test_every_script_can_be_read_by_the_shell_of_debian(script: str) -> None:
    file = SYSTEMD / script
    assert file.stat().st_mode & 0o111, "it must be executable"
    done = subprocess.run(("sh", "-n", str(file)), capture_output=True, text=True, check=False)
    assert done.stderr == ""


def test_the_kiosk_is_never_a_login_session() -> None:
    """A session would take the program out of the unit: its signs of life would not count."""
    assert not re.search(r"^PAMName=", (SYSTEMD / UNITS[0]).read_text(), re.MULTILINE)


def test_it_never_gives_up() -> None:
    lines = (SYSTEMD / UNITS[0]).read_text().splitlines()
    assert {"StartLimitIntervalSec=0", "Restart=always", "Type=notify", "NotifyAccess=all"} <= set(lines)


def _values(unit: str, name: str) -> list[str]:
    """All that a unit says for one name."""
    return re.findall(rf"^{name}=(.*)$", (SYSTEMD / unit).read_text(), re.MULTILINE)


def _seconds(name: str) -> float:
    (value,) = _values(UNITS[0], name)
    return float(value[:-2]) / 1000 if value.endswith("ms") else float(value)


def test_a_hang_ends_in_time_even_where_only_sigkill_ends_it() -> None:
    waits = sum(map(_seconds, ("WatchdogSec", "TimeoutAbortSec", "RestartSec")))
    assert waits + START <= MOST_SILENT


def test_the_jack_of_the_headphones_can_be_read() -> None:
    """By the unit's list of devices and by the group that Debian gives them to."""
    assert "char-input r" in _values(UNITS[0], "DeviceAllow")
    assert "input" in " ".join(_values(UNITS[0], "SupplementaryGroups")).split()
    assert "m kiosk input" in (SYSTEMD / "conf/sysusers.conf").read_text().splitlines()


def test_staff_leave_the_kiosk_and_it_stays_away() -> None:
    """Its own end would begin it anew, so its wish is heard by another unit, which stops it."""
    assert _values("clinic-kiosk-leave.path", "PathExists") == [str(WISH)]
    assert _values("clinic-kiosk-leave.service", "ExecStart") == [f"/usr/bin/systemctl stop {UNITS[0]}"]
    assert WISH.parent.name in _values(UNITS[0], "RuntimeDirectory"), "the wish must go with the service"


@pytest.mark.parametrize("unit", ["clinic-kiosk-screens.service", "clinic-kiosk-stick.service"])
def test_staff_may_look_for_a_stick_and_a_cable_may_be_loose_without_end(unit: str) -> None:
    assert _values(unit, "StartLimitIntervalSec") == ["0"]


def test_a_screen_that_is_plugged_in_has_all_of_them_arranged() -> None:
    """Anew for each news: one that is still waiting begins its wait again."""
    (rule,) = (line for line in (SYSTEMD / "conf/udev.rules").read_text().splitlines() if not line.startswith("#"))
    *matches, run = rule.split(", ")
    assert matches == ['ACTION=="change"', 'SUBSYSTEM=="drm"', 'ENV{HOTPLUG}=="1"']
    assert run == 'RUN+="/usr/bin/systemctl --no-block restart clinic-kiosk-screens.service"'
    assert _values("clinic-kiosk-screens.service", "ExecStart") == ["/usr/lib/clinic-kiosk/arrange"]


@pytest.mark.parametrize(("name", "is_waited_for"), [("cage", True), ("sway", False)])
def test_a_stop_waits_only_for_what_it_has_told_to_end(tmp_path: Path, name: str, is_waited_for: bool) -> None:  # noqa: FBT001 - a parameter of the test
    """Sway's child is not the kiosk, so nothing would end while it is waited for."""
    (command,) = _values(UNITS[0], "ExecStop")
    script = re.fullmatch(r"-\+/bin/sh -c '(.*)'", command)
    assert script is not None
    compositor = tmp_path / name
    compositor.symlink_to("/bin/sleep")
    main = subprocess.Popen((str(compositor), "1"))
    try:
        begun = time.monotonic()
        environ = {"MAINPID": str(main.pid), "PATH": "/usr/bin:/bin"}
        subprocess.run(("sh", "-c", script[1]), env=environ, check=False)
        assert (time.monotonic() - begun > 0.5) == is_waited_for
    finally:
        main.kill()
        main.wait()
