"""What dpkg runs around an upgrade: whatever starts in the middle of it is a whole release, after a pulled plug too."""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

DEB = Path(__file__).parents[2] / "packaging/deb"
QUIET = ("systemctl", "systemd-sysusers", "systemd-tmpfiles", "setpriv", "sysctl", "update-grub")


@dataclass(frozen=True)
class Installed:
    """The package's folders, below one of ours."""

    root: Path

    @property
    def releases(self) -> Path:
        return self.root / "usr/lib/clinic-kiosk"

    def runs(self, script: str, *words: str) -> None:
        """Run a script as dpkg does."""
        told = (DEB / script).read_text()
        for place in ("/usr/lib/clinic-kiosk", "/var/lib/", "/run/systemd"):
            told = told.replace(place, f"{self.root}{place}")
        environ = {"PATH": f"{self.root / 'bin'}:{os.environ['PATH']}"}
        subprocess.run(("sh", "-c", told, script, *words), env=environ, check=True)

    def has(self, version: str, release: str = "release") -> None:
        """Put a release there, one file after the other, as dpkg does."""
        site = self.releases / release / "site"
        site.mkdir(parents=True, exist_ok=True)
        for file in (site / "program.py", site.parent / "VERSION"):
            file.with_name("new").write_text(f"{version}\n")
            file.with_name("new").replace(file)

    @property
    def current(self) -> tuple[str, str]:
        """What the link leads to: its program and its version."""
        release = self.releases / "current"
        return (release / "site/program.py").read_text().strip(), (release / "VERSION").read_text().strip()


@pytest.fixture
def installed(tmp_path: Path) -> Installed:
    """Version 1.0.0, healthy, and no release before it."""
    for folder in ("bin", "var/lib/clinic-kiosk", "var/lib/clinic-kiosk-releases"):
        (tmp_path / folder).mkdir(parents=True)
    for program in QUIET:
        (tmp_path / "bin" / program).symlink_to("/bin/true")
    installed = Installed(tmp_path)
    installed.has("1.0.0")
    (installed.releases / "current").symlink_to("release")
    (tmp_path / "var/lib/clinic-kiosk/healthy").write_text("1.0.0\n")
    return installed


def test_while_files_are_replaced_the_version_before_is_the_current_one(installed: Installed) -> None:
    installed.runs("prerm", "upgrade", "2.0.0")
    (installed.releases / "release/site/program.py").unlink()  # the plug is pulled here
    assert installed.current == ("1.0.0", "1.0.0")
    installed.has("2.0.0")
    assert installed.current == ("1.0.0", "1.0.0")
    installed.runs("postinst", "configure", "1.0.0")
    assert installed.current == ("2.0.0", "2.0.0")


def test_an_upgrade_given_up_leaves_what_was_there(installed: Installed) -> None:
    installed.has("0.9.0", "release-before")
    installed.runs("prerm", "upgrade", "2.0.0")
    installed.runs("postinst", "abort-upgrade", "2.0.0")
    assert (installed.releases / "current").readlink() == Path("release")
    assert installed.current == ("1.0.0", "1.0.0")


def test_a_version_that_never_got_healthy_takes_nobodys_place(installed: Installed) -> None:
    installed.has("2.0.0")
    installed.has("1.0.0", "release-before")
    installed.runs("prerm", "upgrade", "3.0.0")
    assert installed.current == ("1.0.0", "1.0.0")


def test_a_copy_that_was_cut_short_is_never_taken_for_a_release(installed: Installed) -> None:
    half = installed.releases / "release-before.new/site"
    half.mkdir(parents=True)
    (half / "left.py").touch()
    installed.runs("prerm", "upgrade", "2.0.0")
    assert installed.current == ("1.0.0", "1.0.0")
    assert not (installed.releases / "current/site/left.py").exists()
    assert not (installed.releases / "release-before.new").exists()


def test_what_is_taken_off_leaves_no_release(installed: Installed) -> None:
    installed.has("0.9.0", "release-before")
    (installed.releases / "release-before.new").mkdir()
    installed.runs("prerm", "remove")
    assert [place.name for place in installed.releases.iterdir()] == ["release"]
