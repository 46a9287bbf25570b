"""The commands for who looks after a kiosk: doctor, report, autostart."""

import json
import os
import re
import shlex
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.cli import main
from kiosk.health.autostart import Autostart
from kiosk.health.report import without_secrets
from kiosk.settings.hours import DAYS

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command in a home of its own; gives status, output and errors."""
    for name in ("HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    monkeypatch.setenv("CLINIC_KIOSK_SETTINGS", str(tmp_path / "none.yaml"))

    def command(*words: object) -> tuple[int, str, str]:
        try:
            status = main([str(word) for word in words])
        except SystemExit as ended:
            status = int(ended.code or 0)
        return status, *capsys.readouterr()

    return command


# --- doctor -------------------------------------------------------------------------------------------------------


def test_the_doctor_in_words_and_for_programs(run: Run) -> None:
    status, told, _ = run("doctor")
    again, as_json, _ = run("doctor", "--format", "json")
    findings = json.loads(as_json)
    assert status == again == int(any(finding["state"] == "fault" for finding in findings))
    for finding in findings:
        assert set(finding) == {"topic", "state", "what", "remedy"}
        assert f"  {finding['topic']}: " in told


def test_the_doctor_tells_mistakes_in_the_settings(run: Run, tmp_path: Path) -> None:
    settings = tmp_path / "settings.yaml"
    settings.write_text("hours:\n  monday: 8-18\n")
    status, told, _ = run("doctor", "--settings", settings)
    assert status == 1
    assert f'WRONG  settings: {settings}:2:3: error: "8-18" does not say from when to when.' in told


# --- report -------------------------------------------------------------------------------------------------------


def test_a_report_for_support(run: Run, tmp_path: Path) -> None:
    settings = tmp_path / "settings.yaml"
    settings.write_text("clinic: {phone: 555 0100}\n")
    out = tmp_path / "report.zip"
    assert run("report", out, "--settings", settings) == (0, f"Written to {out}\n", "")
    with zipfile.ZipFile(out) as pack:
        names = set(pack.namelist())
        parts = {name: pack.read(name).decode() for name in names}
    listed = {
        word for word in parts["README.txt"].replace(",", " ").split() if word.endswith((".txt", ".json", ".yaml"))
    }
    assert listed | {"README.txt"} == names
    assert parts["settings.yaml"] == settings.read_text()
    assert json.loads(parts["versions.json"])["python"] == sys.version
    assert "disk: " in parts["doctor.txt"]
    assert ": error: " not in parts["content.txt"]
    assert json.loads(parts["editions.json"]) == {"shown": None, "kept": []}


def test_a_report_takes_nobodys_place(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "report.zip"
    out.write_text("mine")
    assert run("report", out) == (1, "", f"There is {out} already. Choose another name.\n")
    assert out.read_text() == "mine"
    assert run("report", tmp_path / "none" / "report.zip")[0] == 1


def test_secrets_stay_at_home() -> None:
    settings = "phone: 555 0100\nwifi_password: hush\n  pin: 2580\nTOKEN: abc\nspinal: no secret\nshipping: none\n"
    told = without_secrets(settings)
    assert "hush" not in told
    assert "2580" not in told
    assert "abc" not in told
    assert "phone: 555 0100" in told


# --- hours --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("settings", "status", "told"),
    [
        ("clinic: {phone: 555 0100}\n", 0, "Always open."),
        (f"hours: {{{', '.join(f'{day}: 00:00-24:00' for day in DAYS)}}}\n", 0, "Always open."),
    ],
)
def test_whether_it_is_open(run: Run, tmp_path: Path, settings: str, status: int, told: str) -> None:
    file = tmp_path / "settings.yaml"
    file.write_text(settings)
    assert run("hours", "--settings", file)[:2] == (status, f"{told}\n")


def test_until_when(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "settings.yaml"
    file.write_text("hours: {monday: 08:00-09:00}\n")
    status, told, _ = run("hours", "--settings", file)
    assert re.fullmatch(r"(Open|Closed) until \d{4}-\d\d-\d\d 0[89]:00\.\n", told)
    assert status == int(told.startswith("Closed"))


# --- autostart ----------------------------------------------------------------------------------------------------


def test_a_desk_machine_opens_the_kiosk_at_login(run: Run, tmp_path: Path) -> None:
    settings = tmp_path / "our settings.yaml"
    settings.write_text("")
    assert run("autostart", "status") == (1, "Not enabled.\n", "")
    status, told, _ = run("autostart", "enable", "--settings", settings)
    entry = tmp_path / "home/.config/autostart/clinic-kiosk.desktop"
    assert (status, str(entry) in told) == (0, True)
    assert run("autostart", "status") == (0, f"Enabled: {entry}\n", "")
    command = shlex.split(entry.read_text().partition("Exec=")[2].splitlines()[0])
    assert command[-3:] == ["run", "--settings", str(settings)]
    environ = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    helped = subprocess.run([*command[:-3], "run", "--help"], env=environ, capture_output=True, text=True, check=True)
    assert "open the kiosk" in helped.stdout.lower()
    assert run("autostart", "disable")[0] == 0
    assert not entry.exists()
    assert run("autostart", "disable")[0] == 0


def test_what_cannot_be_done_is_told(run: Run, tmp_path: Path) -> None:
    assert run("autostart", "enable", "--settings", tmp_path / "none.yaml")[0] == 2
    (tmp_path / "home").write_text("a file where the folder should be")
    status, _, told = run("autostart", "enable")
    assert (status, "clinic-kiosk.desktop: " in told) == (1, True)
    assert run("autostart")[0] == 2


def test_on_windows_it_is_a_small_file_in_the_startup_folder(tmp_path: Path) -> None:
    autostart = Autostart("win32", {"APPDATA": str(tmp_path)}, tmp_path)
    autostart.enable(("C:\\Program Files\\kiosk\\clinic-kiosk.exe", "run"))
    file = tmp_path / "Microsoft/Windows/Start Menu/Programs/Startup/clinic-kiosk.cmd"
    assert file.read_bytes() == b'@echo off\r\nstart "" "C:\\Program Files\\kiosk\\clinic-kiosk.exe" "run"\r\n'
    assert autostart.is_enabled
    autostart.disable()
    assert not autostart.is_enabled


@pytest.mark.parametrize(
    ("word", "written"),
    [
        ("/usr/bin/clinic-kiosk", "/usr/bin/clinic-kiosk"),
        ("/home/a b/kiosk", '"/home/a b/kiosk"'),
        ("100%", "100%%"),
        ('a"b', '"a\\\\"b"'),
        ("a$b", '"a\\\\$b"'),
    ],
)
def test_words_of_the_desktop_entry(tmp_path: Path, word: str, written: str) -> None:
    """As the Desktop Entry Specification has it: the string's own escapes come before those of Exec."""
    autostart = Autostart("linux", {}, tmp_path)
    autostart.enable((word,))
    assert f"Exec={written}\n" in autostart.file.read_text()
