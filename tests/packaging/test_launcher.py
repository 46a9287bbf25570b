"""The program as root starts it: what it reads and writes in the kiosk's own folder, it does as the kiosk."""

import grp
import json
import os
import pwd
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

ROOT = Path(__file__).parents[2]
LAUNCHER = ROOT / "packaging/deb/clinic-kiosk"
NOBODY = pwd.getpwnam("nobody")
THEIR_GROUP = grp.getgrgid(NOBODY.pw_gid).gr_name
TELLS = '''"""Stands in for the program."""
import os
def main(by_the_kiosk=None):
    print(os.getuid(), os.geteuid(), os.getgid(), *os.getgroups(), os.environ["HOME"])
'''
HAS_IT_DONE = '''"""Stands in for a command that has a part of it done by the kiosk."""
import os
def main(by_the_kiosk):
    print(by_the_kiosk(lambda: f"{os.getuid()} {os.access('/etc/shadow', os.R_OK)}".encode()).decode())
    print(os.getuid())
    by_the_kiosk(lambda: bytes(-1))
    print("never reached")
'''
LIBRARIES = (
    "yaml",
    "_yaml",
    "pydantic",
    "pydantic_core",
    "annotated_types",
    "qtawesome",
    "typing_extensions.py",
    "typing_inspection",
)
"""What the program reads files with."""


def _put(folder: Path) -> Path:
    """The launcher in a folder, with the program beside it, and with nobody in the kiosk's place."""
    words = LAUNCHER.read_text().replace("/usr/lib/clinic-kiosk/current/site", str(folder / "site"))
    words = words.replace('KIOSK = "kiosk"', 'KIOSK = "nobody"').replace('"/var/', f'"{folder}/var/')
    file = folder / "clinic-kiosk"
    file.write_text(words.replace('STAFF = "clinic-staff"', f'STAFF = "{THEIR_GROUP}"'))
    return file


@pytest.fixture
def folder() -> Iterator[Path]:
    """One that everybody may look into: pytest's own are the owner's alone."""
    with TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


@pytest.fixture
def launcher(folder: Path) -> Path:
    """With a program that tells who it is."""
    (folder / "site/kiosk").mkdir(parents=True)
    (folder / "site/kiosk/__init__.py").touch()
    (folder / "site/kiosk/cli.py").write_text(TELLS)
    return _put(folder)


def _tells(launcher: Path, *words: str) -> str:
    environ = {"PATH": "/usr/bin:/bin", "HOME": "/home/of-root"}
    command = ("python3", "-I", "-B", str(launcher), *words)
    return subprocess.run(command, env=environ, capture_output=True, text=True, check=True).stdout.strip()


needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root has rights to give away")


@needs_root
@pytest.mark.parametrize(
    "words", ["staff set-pin Anna", "staff publish", "content copy en/home.yaml", "doctor", "doctor --format=json"]
)
def test_root_gives_its_rights_away(launcher: Path, words: str) -> None:
    user, group = NOBODY.pw_uid, NOBODY.pw_gid
    assert _tells(launcher, *words.split()) == f"{user} {user} {group} {group} {NOBODY.pw_dir}"


@needs_root
@pytest.mark.parametrize("words", ["", "report out.zip", "staff", "staff counts --out c.csv", "content pack a.zip"])
def test_root_keeps_them_where_it_says_what_is_written(launcher: Path, words: str) -> None:
    assert _tells(launcher, *words.split()).startswith("0 0 0 ")


@needs_root
def test_what_root_has_done_by_the_kiosk_is_done_without_its_rights(launcher: Path) -> None:
    (launcher.parent / "site/kiosk/cli.py").write_text(HAS_IT_DONE)
    done = subprocess.run(("python3", "-I", "-B", str(launcher), "report"), capture_output=True, text=True, check=False)
    assert done.stdout.splitlines() == [f"{NOBODY.pw_uid} False", "0"]
    assert done.stderr.count("ValueError: negative count") == 1
    assert done.returncode == 1


# --- the whole program, and a kiosk that was taken over -----------------------------------------------------------


@dataclass(frozen=True)
class Wall:
    """A machine with the program installed, and what only root may read or write on it."""

    folder: Path
    launcher: Path

    @property
    def state(self) -> Path:
        """The folder that is the kiosk's own."""
        return self.folder / "var/lib/clinic-kiosk"

    @property
    def settings(self) -> Path:
        return self.folder / "settings.yaml"

    @property
    def roots(self) -> Path:
        """What the kiosk may not even read."""
        return self.folder / "of-root"

    def runs(self, *words: str) -> "subprocess.CompletedProcess[str]":
        """As root."""
        environ = {
            "PATH": f"{self.folder / 'bin'}:/usr/bin:/bin",
            "HOME": str(self.folder),
            "CLINIC_KIOSK_SETTINGS": str(self.settings),
        }
        command = ("python3", "-I", "-B", str(self.launcher), *words)
        return subprocess.run(command, env=environ, capture_output=True, text=True, check=False)

    def is_led_astray(self, *names: str) -> None:
        """The kiosk lays links in its folder to what it may not read itself."""
        for name in names:
            (self.state / name).symlink_to(self.roots)


@pytest.fixture
def wall(folder: Path) -> Wall:
    asks = ("python3", "-I", "-c", "import sys; print(*sys.version_info[:2])")
    told = subprocess.run(asks, env={"PATH": "/usr/bin:/bin"}, capture_output=True, check=True)
    if told.stdout.split() != [str(part).encode() for part in sys.version_info[:2]]:
        pytest.skip("the system's Python cannot use the libraries of this one")
    without = shutil.ignore_patterns("__pycache__")
    for part in ("kiosk", "content", "assets"):
        shutil.copytree(ROOT / part, folder / "site" / part, ignore=without)
    for name in LIBRARIES:
        library = Path(sysconfig.get_path("platlib"), name)
        copy = shutil.copy if library.is_file() else shutil.copytree
        copy(library, folder / "site" / name)
    wall = Wall(folder, _put(folder))
    wall.state.mkdir(parents=True)
    os.chown(wall.state, NOBODY.pw_uid, NOBODY.pw_gid)
    wall.roots.write_text('{"secret": "hush"}')
    wall.roots.chmod(0o600)
    wall.settings.write_text(f"state_dir: {wall.state}\n")  # as the package has it
    journal = folder / "bin/journalctl"
    journal.parent.mkdir()
    journal.write_text('#!/bin/sh\necho "told to user $(id -u)"\n')
    journal.chmod(0o755)
    return wall


@needs_root
def test_the_doctor_follows_no_link_of_the_kiosks(wall: Wall) -> None:
    wall.is_led_astray("may-write", "self-test.json", "starts.json", "current", "keypad.json")
    there = sorted(wall.state.iterdir())
    done = wall.runs("doctor")
    assert "and the kiosk may write." in done.stdout, done.stderr
    assert "hush" not in done.stdout + done.stderr
    assert sorted(wall.state.iterdir()) == there
    assert wall.roots.read_text() == '{"secret": "hush"}'


@needs_root
def test_the_doctor_says_when_the_kiosk_may_not_write_though_root_may(wall: Wall) -> None:
    os.chown(wall.state, 0, 0)
    done = wall.runs("doctor", "--format", "json")
    (disk,) = (finding for finding in json.loads(done.stdout) if finding["topic"] == "disk")
    assert (disk["state"], disk["what"]) == ("fault", f"{wall.state}: The kiosk may not write here.")
    assert done.returncode == 1


@needs_root
def test_a_report_tells_no_secret_of_roots_and_has_the_log(wall: Wall) -> None:
    wall.is_led_astray("self-test.json", "starts.json", "current")
    out = wall.folder / "report.zip"
    done = wall.runs("report", str(out))
    assert (done.returncode, done.stdout) == (0, f"Written to {out}\n"), done.stderr
    with zipfile.ZipFile(out) as pack:
        parts = {name: pack.read(name).decode() for name in pack.namelist()}
    assert not [name for name, text in parts.items() if "hush" in text]
    assert parts["log.txt"] == "told to user 0\n"
    assert parts["settings.yaml"] == wall.settings.read_text()
    assert "and the kiosk may write." in parts["doctor.txt"]
    assert out.stat().st_uid == 0
