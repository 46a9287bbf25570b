"""The program as root starts it: what it writes in the kiosk's own folder, it writes as the kiosk."""

import grp
import os
import pwd
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

LAUNCHER = Path(__file__).parents[2] / "packaging/deb/clinic-kiosk"
NOBODY = pwd.getpwnam("nobody")
THEIR_GROUP = grp.getgrgid(NOBODY.pw_gid).gr_name
TELLS = '''"""Stands in for the program."""
import os
def main():
    print(os.getuid(), os.geteuid(), os.getgid(), *os.getgroups(), os.environ["HOME"])
'''


@pytest.fixture
def launcher() -> Iterator[Path]:
    """With a program that tells who it is, and with nobody in the kiosk's place."""
    with TemporaryDirectory() as name:  # pytest's own folders are the owner's alone
        Path(name).chmod(0o755)
        site = Path(name, "site")
        (site / "kiosk").mkdir(parents=True)
        (site / "kiosk/__init__.py").touch()
        (site / "kiosk/cli.py").write_text(TELLS)
        words = LAUNCHER.read_text().replace("/usr/lib/clinic-kiosk/current/site", str(site))
        words = words.replace('KIOSK = "kiosk"', 'KIOSK = "nobody"')
        file = Path(name, "clinic-kiosk")
        file.write_text(words.replace('STAFF = "clinic-staff"', f'STAFF = "{THEIR_GROUP}"'))
        yield file


def _tells(launcher: Path, *words: str) -> str:
    environ = {"PATH": "/usr/bin:/bin", "HOME": "/home/of-root"}
    command = ("python3", "-I", "-B", str(launcher), *words)
    return subprocess.run(command, env=environ, capture_output=True, text=True, check=True).stdout.strip()


needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root has rights to give away")


@needs_root
@pytest.mark.parametrize("words", ["staff set-pin Anna", "staff publish", "content copy en/home.yaml"])
def test_root_gives_its_rights_away(launcher: Path, words: str) -> None:
    user, group = NOBODY.pw_uid, NOBODY.pw_gid
    assert _tells(launcher, *words.split()) == f"{user} {user} {group} {group} {NOBODY.pw_dir}"


@needs_root
@pytest.mark.parametrize("words", ["", "report out.zip", "staff", "staff counts --out c.csv", "content pack a.zip"])
def test_root_keeps_them_where_it_says_what_is_written(launcher: Path, words: str) -> None:
    assert _tells(launcher, *words.split()).startswith("0 0 0 ")
