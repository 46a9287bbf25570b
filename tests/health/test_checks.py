"""Machines with something wrong, and what the doctor says of each."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest

from kiosk.device.keypad import FIVE, write_pad
from kiosk.health.checks import devices, keeping, system
from kiosk.health.doctor import examine, lines
from kiosk.health.exits import FRESH_START, TOLD_TO
from kiosk.health.finding import Finding, is_sound
from kiosk.health.selftest import FILE, last_self_test, run_self_test
from kiosk.health.starts import starts_of_this_machine
from kiosk.settings.settings import Settings
from tests.health.conftest import Bench

TOUCHSCREEN = """I: Bus=0003 Vendor=222a Product=0001 Version=0110
N: Name="ILITEK Touch"
B: PROP=2
B: EV=1b

I: Bus=0003 Vendor=046d Product=c31c Version=0110
N: Name="A Keyboard"
B: PROP=0
"""
MOUSE = 'N: Name="A Mouse"\nB: PROP=0\n'
PEN = 'N: Name="Wacom Pen Stylus"\nB: PROP=2\n'
PAD = 'N: Name="Tactile Pad"\nB: PROP=0\nB: KEY=3e000000 0 0 0\n'
"""Five keys from the kernel's number 217 on."""
JACK = 'N: Name="HDA Intel Headphone"\nH: Handlers=event7 \nB: PROP=0\nB: SW=4\n'
VOICES = "Pty Language Age/Gender VoiceName File\n 5  es  --/M  Spanish  roa/es\n"


def about(finding: Finding) -> tuple[str, bool]:
    """The state, and whether it says what to do when something is wrong."""
    return finding.state, bool(finding.remedy) or finding.state in ("well", "unknown")


def test_a_screen(bench: Bench) -> None:
    assert devices.check_screen(bench.machine()).state == "unknown"
    bench.has("sys/class/drm/card0-HDMI-A-1/status", "disconnected\n")
    assert about(devices.check_screen(bench.machine())) == ("fault", True)
    bench.has("sys/class/drm/card0-DP-1/status", "connected\n")
    assert devices.check_screen(bench.machine()).what == "Connected: DP-1."


@pytest.mark.parametrize(
    ("told", "state"),
    [("", "unknown"), (MOUSE, "fault"), (PEN, "fault"), (TOUCHSCREEN, "well"), (f"{MOUSE}\n{TOUCHSCREEN}", "well")],
)
def test_glass_that_feels_fingers(bench: Bench, told: str, state: str) -> None:
    bench.has("proc/bus/input/devices", told)
    assert about(devices.check_touch(bench.machine())) == (state, True)


def test_the_tactile_pad(bench: Bench) -> None:
    bench.has("proc/bus/input/devices", f"{TOUCHSCREEN}\n{PAD}")
    assert devices.check_keypad(bench.machine()).what.startswith("None is known")
    write_pad(bench.state, {217 + 8 + number: key for number, key in enumerate(FIVE)})
    assert devices.check_keypad(bench.machine()).what == "The tactile pad is connected."
    bench.has("proc/bus/input/devices", TOUCHSCREEN)
    assert about(devices.check_keypad(bench.machine())) == ("fault", True)
    bench.has("proc/bus/input/devices", "")
    assert devices.check_keypad(bench.machine()).state == "unknown"


def test_headphones(bench: Bench) -> None:
    bench.has("proc/bus/input/devices", f"{TOUCHSCREEN}\n{PAD}")
    assert devices.check_headphones(bench.machine()).state == "unknown"
    write_pad(bench.state, {99: "plugged"})
    assert devices.check_headphones(bench.machine()).what == "The tactile pad tells when they are plugged in."
    bench.has("dev/input/event7", "")
    bench.has("proc/bus/input/devices", f"{TOUCHSCREEN}\n{JACK}")
    assert devices.check_headphones(bench.machine()).what == "The jack tells when they are plugged in."


def test_a_jack_that_the_kiosk_may_not_read_is_told(bench: Bench) -> None:
    bench.has("proc/bus/input/devices", f"{TOUCHSCREEN}\n{JACK}")
    assert about(devices.check_headphones(bench.machine())) == ("warning", True)


def test_voices(bench: Bench) -> None:
    assert about(devices.check_voices(bench.machine())) == ("warning", True)
    bench.programs = {"espeak-ng --voices=es": VOICES, "espeak-ng --voices=en": ""}
    assert about(devices.check_voices(bench.machine())) == ("warning", True)
    bench.programs = {"aplay": "", **bench.programs}
    assert devices.check_voices(bench.machine()).what == "There is no voice for: en."
    bench.settings = Settings(languages=("es",))
    assert devices.check_voices(bench.machine()).state == "well"
    bench.programs, bench.settings = {}, Settings(reads_aloud=False)
    assert devices.check_voices(bench.machine()).state == "well"


def test_a_printer(bench: Bench) -> None:
    assert devices.check_printer(bench.machine()).state == "well"
    bench.settings = Settings(printer="desk")
    assert about(devices.check_printer(bench.machine())) == ("fault", True)
    bench.programs = {"lpstat -e": "hall\n"}
    assert devices.check_printer(bench.machine()).what == "There is no printer desk. There are: hall."
    bench.programs = {"lpstat -e": "hall\ndesk\n", "lpstat -p desk": "printer desk disabled since Mon -\n"}
    assert devices.check_printer(bench.machine()).remedy.endswith("cupsenable desk")
    bench.programs = {"lpstat -e": "hall\ndesk\n", "lpstat -p desk": "printer desk is idle.  enabled since Mon\n"}
    assert devices.check_printer(bench.machine()).what == "desk is ready."


@pytest.mark.parametrize(("free", "state"), [(50, "fault"), (500, "warning"), (50_000, "well")])
def test_room_on_the_disk(bench: Bench, monkeypatch: pytest.MonkeyPatch, free: int, state: str) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=free * 1_000_000))
    assert about(keeping.check_disk(bench.machine())) == (state, True)
    assert list(bench.state.iterdir()) == []


def test_a_trial_follows_no_link(bench: Bench) -> None:
    """Who may write into the folder may have laid one to what is not theirs."""
    bench.has("precious", "of somebody else")
    bench.state.mkdir()
    (bench.state / "may-write").symlink_to(bench.root / "precious")
    assert "may write" in keeping.check_disk(bench.machine()).what
    assert (bench.root / "precious").read_text() == "of somebody else"


def test_a_disk_that_takes_nothing(bench: Bench) -> None:
    bench.has("state", "a file where the folder should be")
    assert about(keeping.check_disk(bench.machine())) == ("fault", True)


def test_an_edition_that_is_damaged(bench: Bench) -> None:
    assert keeping.check_edition(bench.machine()).state == "well"
    bench.has("state/current", '{"edition": 3, "newest": 3, "held": ""}')
    assert about(keeping.check_edition(bench.machine())) == ("fault", True)


def test_fonts(bench: Bench, tmp_path: Path) -> None:
    assert keeping.check_fonts(bench.machine()).state == "well"
    bench.assets = tmp_path
    assert about(keeping.check_fonts(bench.machine())) == ("fault", True)


def test_a_clock(bench: Bench) -> None:
    assert about(system.check_clock(bench.machine())) == ("warning", True)
    bench.has("sys/class/rtc/rtc0/name", "rtc_cmos")
    assert system.check_clock(bench.machine()).state == "well"
    bench.now = datetime(1970, 1, 1, 0, 3, tzinfo=UTC)
    assert about(system.check_clock(bench.machine())) == ("fault", True)
    typed = re.findall(r"timedatectl (\S+)", system.check_clock(bench.machine()).remedy)
    assert typed == ["set-ntp", "set-time", "set-ntp"], "systemd refuses else to have it set"


def test_a_library_that_is_missing(bench: Bench) -> None:
    assert system.check_packages(bench.machine()).state == "unknown"
    bench.programs = {"ldd": "\tlibEGL.so.1 => not found\n\tlibodd.so.9 => not found\n\tlibc.so.6 => /lib/libc.so.6\n"}
    found = system.check_packages(bench.machine())
    assert (found.state, found.remedy) == ("fault", "Type: apt install libegl1")
    bench.programs = {"ldd": "\tlibc.so.6 => /lib/libc.so.6\n"}
    assert system.check_packages(bench.machine()).state == "well"


@pytest.mark.parametrize(
    ("told", "state"),
    [
        ("", "unknown"),
        ("LoadState=not-found\nActiveState=inactive\n", "unknown"),
        ("LoadState=loaded\nActiveState=failed\nNRestarts=7\n", "fault"),
        ("LoadState=loaded\nActiveState=active\nNRestarts=2\n", "warning"),
        ("LoadState=loaded\nActiveState=active\nNRestarts=0\nStatusText=Running.\n", "well"),
    ],
)
def test_the_service(bench: Bench, told: str, state: str) -> None:
    bench.programs = {"systemctl": told}
    assert about(system.check_unit(bench.machine())) == (state, True)


def test_fresh_starts_at_night_are_no_reason_to_look(bench: Bench) -> None:
    bench.state.mkdir(parents=True, exist_ok=True)
    starts = starts_of_this_machine(bench.state)
    for _ in range(12):
        starts.guard(lambda: FRESH_START, lambda: TOLD_TO)
    bench.programs = {"systemctl": "LoadState=loaded\nActiveState=active\nNRestarts=12\nStatusText=Running.\n"}
    assert system.check_unit(bench.machine()).state == "well"
    bench.programs = {"systemctl": "LoadState=loaded\nActiveState=active\nNRestarts=13\nStatusText=Running.\n"}
    assert " 1 times without a plan" in system.check_unit(bench.machine()).what


def test_every_library_of_the_doctor_is_in_the_one_list_of_packages() -> None:
    listed = (Path(__file__).parents[2] / "packaging/debian-packages.txt").read_text()
    implied = {"libwayland-client0", "libwayland-egl1", "libxkbcommon0"}  # by those that are listed, or by themselves
    assert [name for name in system._PACKAGES.values() if name not in listed and name not in implied] == []


def test_the_doctor_says_what_to_do(bench: Bench) -> None:
    bench.has("proc/bus/input/devices", MOUSE)
    findings = examine(bench.machine())
    assert not is_sound(findings)
    told = lines(findings)
    at = told.index("WRONG  touch: There is no touchscreen.")
    assert "USB cable" in told[at + 1]
    assert all(finding.what.endswith(".") for finding in findings)


# --- the self-test ------------------------------------------------------------------------------------------------


@pytest.mark.a11y("A11Y-92")
def test_the_result_is_kept_and_news_are_logged_once(bench: Bench) -> None:
    assert last_self_test(bench.state) is None
    bench.has("proc/bus/input/devices", TOUCHSCREEN)
    logged: list[str] = []
    first = run_self_test(bench.machine(), logged.append)
    assert last_self_test(bench.state) == first
    assert not any("touch" in line for line in logged)
    bench.has("proc/bus/input/devices", MOUSE)
    logged.clear()
    later = run_self_test(replace(bench.machine(), now=datetime(2099, 5, 5, tzinfo=UTC)), logged.append)
    assert len(logged) == 1
    assert logged[0].startswith("Self-test, touch: There is no touchscreen. Connect the USB cable")
    assert last_self_test(bench.state) == later
    run_self_test(bench.machine(), logged.append)
    assert len(logged) == 1


@pytest.mark.a11y("A11Y-92")
def test_what_works_and_what_cannot_be_seen_from_here_is_not_broken(bench: Bench) -> None:
    bench.settings = Settings(printer="desk")
    test = run_self_test(bench.machine(), lambda _line: None)
    assert test.finds_broken("printer")
    assert not test.finds_broken("touch")
    bench.programs = {"lpstat -e": "desk\n", "lpstat -p desk": "printer desk is idle.  enabled since Mon\n"}
    assert not run_self_test(bench.machine(), lambda _line: None).finds_broken("printer")


def test_a_result_that_cannot_be_kept_is_told(bench: Bench) -> None:
    bench.has("state", "a file where the folder should be")
    logged: list[str] = []
    run_self_test(bench.machine(), logged.append)
    assert any("could not be kept" in line for line in logged)


@pytest.mark.parametrize(
    "damage", ["", "[]", '{"when": "x", "findings": []}', '{"when": "2026-11-20", "findings": [1]}']
)
def test_a_damaged_result_is_none(bench: Bench, damage: str) -> None:
    bench.has(f"state/{FILE}", damage)
    assert last_self_test(bench.state) is None
