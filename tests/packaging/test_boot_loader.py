"""What GRUB and the kernel are told: nothing is written on the screen, and what a machine needs stays."""

import subprocess
from pathlib import Path

import pytest

from tests.boot.image import Image

CONF = Path(__file__).parents[2] / "packaging/systemd/conf"
PROGRAM = "/usr/lib/clinic-kiosk/compositor"


def told(file: str, program: Path, then: str = "") -> str:
    """What a file of ours says when it is run as grub-mkconfig runs it, after Debian's own settings."""
    words = (CONF / file).read_text().replace(PROGRAM, str(program))
    debian = "GRUB_TIMEOUT=5\nGRUB_CMDLINE_LINUX_DEFAULT='splash nomodeset'\n"
    done = subprocess.run(("sh", "-e", "-c", f"{debian}{words}{then}"), capture_output=True, text=True, check=True)
    return done.stdout


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """It is there while the package is installed."""
    file = tmp_path / "compositor"
    file.touch(0o755)
    return file


LINE = 'echo "$GRUB_TIMEOUT $GRUB_CMDLINE_LINUX_DEFAULT"'


def test_the_kernel_is_quiet_and_the_file_system_mended_without_asking(program: Path) -> None:
    words = told("grub.cfg", program, LINE).split()
    assert words[0] == "0"
    assert {"quiet", "loglevel=3", "systemd.show_status=0", "fsck.repair=yes", "panic=10"} <= set(words)


def test_what_this_machine_needs_stays_and_ours_comes_behind_it(program: Path) -> None:
    assert told("grub.cfg", program, LINE).startswith("0 splash nomodeset quiet ")


def test_it_says_nothing_once_the_package_is_removed(tmp_path: Path) -> None:
    """As files of the administrator's, both stay until purge."""
    assert told("grub.cfg", tmp_path / "none", LINE) == "5 splash nomodeset\n"
    assert told("06_clinic-kiosk", tmp_path / "none") == ""


def test_what_grub_tells_is_black_on_black(program: Path) -> None:
    assert told("06_clinic-kiosk", program) == "set color_normal=black/black\n"
    assert (CONF / "06_clinic-kiosk").stat().st_mode & 0o111, "grub-mkconfig runs only what is executable"


def test_the_boot_check_sees_what_a_real_screen_shows(tmp_path: Path) -> None:
    """The last console is the one to which fsck, systemd and a shell for emergencies write."""
    (tmp_path / "kernel-line").write_text("quiet\n")
    words = Image(tmp_path).kernel_line.split()
    consoles = [word.removeprefix("console=") for word in words if word.startswith("console=")]
    assert consoles == ["ttyS0,115200", "tty0"]
    assert words.index("modules_load=virtio_gpu") < words.index("quiet"), "a screen for the console, before the kiosk"
