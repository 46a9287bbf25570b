"""The lines of the guide that bring a new version: nobody is there to answer, and the clinic's settings stay."""

import re
import shutil
import subprocess
from datetime import datetime
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs/install.md").read_text(encoding="utf-8")
OPTIONS = re.compile(r"-o Dpkg::Options::=(--force-\S+)")


def _line(begins: str) -> str:
    """The one line of the guide that begins like this."""
    (found,) = (line for line in GUIDE.splitlines() if line.startswith(begins))
    return found


@pytest.fixture(params=["systemd-run ", "env DEBIAN_FRONTEND="])
def line(request: pytest.FixtureRequest) -> str:
    """By night, and by hand."""
    return _line(str(request.param))


def _deb(folder: Path, version: str, settings: str) -> str:
    """A package with nothing but settings."""
    tree = folder / version
    (tree / "DEBIAN").mkdir(parents=True)
    (tree / "DEBIAN/control").write_text(
        f"Package: kiosk-try\nVersion: {version}\nArchitecture: all\nMaintainer: nobody <nobody@localhost>\n"
        "Description: settings\n"
    )
    (tree / "DEBIAN/conffiles").write_text("/etc/settings.yaml\n")
    (tree / "etc").mkdir()
    (tree / "etc/settings.yaml").write_text(settings)
    deb = folder / f"{version}.deb"
    subprocess.run(("dpkg-deb", "--root-owner-group", "-b", str(tree), str(deb)), check=True, stdout=subprocess.DEVNULL)
    return str(deb)


@pytest.mark.skipif(shutil.which("dpkg") is None, reason="needs dpkg")
def test_settings_that_both_sides_have_changed_stop_no_update(line: str, tmp_path: Path) -> None:
    """With nobody at the keyboard, dpkg leaves the package half installed where it has to ask."""
    for folder in ("root/var/lib/dpkg/updates", "root/var/lib/dpkg/info"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "root/var/lib/dpkg/status").touch()
    told = ("--force-not-root", "--force-bad-path", "--log=/dev/null", *OPTIONS.findall(line))
    dpkg = ("dpkg", f"--root={tmp_path / 'root'}", *told, "-i")

    def installs(deb: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run((*dpkg, deb), stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)

    assert installs(_deb(tmp_path, "1", "name: Your clinic\n")).returncode == 0
    ours = tmp_path / "root/etc/settings.yaml"
    ours.write_text("name: Hill Street\n")
    done = installs(_deb(tmp_path, "2", "name: Your clinic\n# sounds: question\n"))
    assert done.returncode == 0, done.stderr
    assert ours.read_text() == "name: Hill Street\n"
    assert ours.with_name("settings.yaml.dpkg-dist").exists()


def test_nothing_asks(line: str) -> None:
    assert "DEBIAN_FRONTEND=noninteractive" in line
    assert " apt-get install -y " in line


def test_it_serves_for_a_step_back(line: str) -> None:
    """As the guide says of both; without it, apt-get gives up: nobody is there to say yes."""
    assert " --allow-downgrades " in line


def test_by_night_it_is_done_once() -> None:
    """A time without a day would come again every night, and undo a step back by hand."""
    found = re.search(r'--on-calendar="([^"]+)"', _line("systemd-run "))
    assert found is not None
    datetime.strptime(found[1], "%Y-%m-%d %H:%M")  # noqa: DTZ007 - the machine's own time; raises otherwise
