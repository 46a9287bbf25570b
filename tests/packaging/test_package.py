"""What is in the Debian package, and what is not."""

import ast
import os
import re
import subprocess
from pathlib import Path

import pytest

from kiosk import __version__
from kiosk.settings.file import read_settings

ROOT = Path(__file__).parents[2]
KEPT = Path(__file__).parent / "contents.txt"
SITE = "usr/lib/clinic-kiosk/release/site"
MOST = 180_000_000
"""Bytes on the disk, without what is compiled there."""
ONE_FOR_ALL = re.compile(r"\.cpython-3\d+-")


def _field(package: Path, name: str) -> str:
    return subprocess.run(
        ("dpkg-deb", "-f", str(package), name), capture_output=True, text=True, check=True
    ).stdout.strip()


def _shown(unpacked: Path) -> list[str]:
    """All files but our own program and pages, whose folders are enough; names of versions taken out."""
    files = (file.relative_to(unpacked).as_posix() for file in unpacked.rglob("*") if not file.is_dir())
    found = {re.sub(r"-\d[\w.]*\.dist-info/", ".dist-info/", file) for file in files}
    return sorted(
        re.sub(rf"^({SITE}/(?:kiosk|pydantic|qtawesome|qtpy|packaging|segno|yaml)/).*", r"\1*", file)
        if not file.endswith(".so")
        else file
        for file in found
    )


def test_the_files_are_those_of_the_kept_list(unpacked: Path, request: pytest.FixtureRequest) -> None:
    """After a change that is meant: pytest tests/packaging --approve, and look at what has changed."""
    shown = "".join(f"{line}\n" for line in sorted(set(_shown(unpacked))))
    if request.config.getoption("--approve", default=False):
        KEPT.write_text(shown)
    assert shown == KEPT.read_text()


def test_all_that_patients_read_is_in_it(unpacked: Path) -> None:
    for folder in ("content", "assets"):
        inside = unpacked / SITE / "kiosk/bundled" / folder
        theirs = {file.relative_to(inside).as_posix() for file in inside.rglob("*") if file.is_file()}
        ours = {file.relative_to(ROOT / folder).as_posix() for file in (ROOT / folder).rglob("*") if file.is_file()}
        assert theirs == ours


def test_one_package_serves_both_debians(unpacked: Path) -> None:
    for name in ("yaml/_yaml", "pydantic_core/_pydantic_core"):
        built = {file.name.split("-")[1] for file in (unpacked / SITE).glob(f"{name}.cpython-*.so")}
        assert built == {"311", "313"}
    others = [f.name for f in (unpacked / SITE).rglob("*.so") if not ONE_FOR_ALL.search(f.name)]
    assert all(name.endswith(".abi3.so") or name.startswith("lib") for name in others)


def test_every_module_of_qt_that_the_program_imports_is_in_it(unpacked: Path) -> None:
    wanted = set()
    for file in (ROOT / "kiosk").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_bytes())):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("PySide6."):
                wanted.add(str(node.module).split(".")[1])
            elif isinstance(node, ast.ImportFrom) and node.module == "PySide6":
                wanted |= {alias.name for alias in node.names}
    there = {file.name.split(".")[0] for file in (unpacked / SITE / "PySide6").glob("*.abi3.so")}
    assert wanted <= there


def test_every_library_finds_those_it_needs(unpacked: Path) -> None:
    libraries = [str(file) for file in (unpacked / SITE).rglob("*.so*")]
    told = subprocess.run(("ldd", *libraries), capture_output=True, text=True, check=False).stdout
    missing = set(re.findall(r"^\s*(\S+) => not found", told, re.MULTILINE))
    assert missing == set()


def test_what_it_depends_on_is_in_the_one_list(package: Path) -> None:
    lines = (ROOT / "packaging/debian-packages.txt").read_text().splitlines()
    listed = [line.split(maxsplit=1) for line in lines if line and not line.startswith("#")]
    wanted = {name.strip() for group, name in listed if group in ("run", "kiosk")}
    depends = set(_field(package, "Depends").split(", "))
    assert {entry for entry in depends if not entry.startswith("libc6 ")} == wanted
    assert "python3-venv" not in _field(package, "Depends")


def test_it_asks_for_the_c_library_that_its_wheels_need(package: Path) -> None:
    """Qt's are built against that of Debian 12 on a PC, and that of Debian 13 on ARM."""
    needed = {"amd64": "2.34", "arm64": "2.39"}[_field(package, "Architecture")]
    assert f"libc6 (>= {needed})" in _field(package, "Depends").split(", ")


@pytest.mark.parametrize(
    ("version", "is_taken"),
    [("3.10.6-1", False), ("3.11.2-1+b1", True), ("3.12.3-0ubuntu2", False), ("3.13.5-1", True), ("3.14.0-1", False)],
)
def test_it_is_installed_only_with_a_python_that_it_is_built_for(version: str, is_taken: bool) -> None:  # noqa: FBT001 - a parameter of the test
    """Elsewhere what is compiled is missing: the next Debian would leave a kiosk that cannot start."""
    lines = (ROOT / "packaging/debian-packages.txt").read_text().splitlines()
    entries = [line.removeprefix("kiosk") for line in lines if re.match(r"kiosk\s+python3 ", line)]

    def is_met(entry: str) -> bool:
        return any(
            subprocess.run(("dpkg", "--compare-versions", version, *bound), check=False).returncode == 0
            for bound in re.findall(r"python3 \((\S+) (\S+)\)", entry)
        )

    assert all(map(is_met, entries)) == is_taken


def test_the_boot_check_takes_the_newest_package(tmp_path: Path) -> None:
    """Where an older one lies beside it in dist/."""
    told = subprocess.run(("make", "-n", "boot-check"), cwd=ROOT, capture_output=True, text=True, check=True).stdout
    (line,) = (line for line in told.splitlines() if "tests.boot" in line)
    python = tmp_path / ".venv/bin/python"
    python.parent.mkdir(parents=True)
    python.write_text('#!/bin/sh\necho "$@"\n')
    python.chmod(0o755)
    (tmp_path / "dist").mkdir()
    for age, name in enumerate(("clinic-kiosk_2.deb", "clinic-kiosk_1.deb"), 1):
        (tmp_path / "dist" / name).touch()
        os.utime(tmp_path / "dist" / name, (age, age))
    done = subprocess.run(("sh", "-c", line), cwd=tmp_path, capture_output=True, text=True, check=True)
    assert "--deb dist/clinic-kiosk_1.deb --image" in done.stdout
    assert "clinic-kiosk_2.deb" not in done.stdout


def test_its_name_and_version(package: Path) -> None:
    assert (_field(package, "Package"), _field(package, "Version")) == ("clinic-kiosk", __version__)


def test_it_is_small(unpacked: Path) -> None:
    assert sum(file.stat().st_size for file in unpacked.rglob("*") if file.is_file()) < MOST


def test_settings_survive_an_upgrade(package: Path, tmp_path: Path) -> None:
    subprocess.run(("dpkg-deb", "-e", str(package), str(tmp_path)), check=True)
    conffiles = (tmp_path / "conffiles").read_text().split()
    assert "/etc/clinic-kiosk/settings.yaml" in conffiles


def test_the_settings_name_the_folders_of_the_package(unpacked: Path) -> None:
    settings, problems = read_settings(unpacked / "etc/clinic-kiosk/settings.yaml")
    assert settings is not None, problems
    assert settings.state_dir == Path("/var/lib/clinic-kiosk")
    assert settings.content_dir == Path("/var/lib/clinic-kiosk/content")


@pytest.mark.parametrize("script", ["postinst", "prerm", "postrm"])
def test_the_package_s_scripts_can_be_read(package: Path, tmp_path: Path, script: str) -> None:
    subprocess.run(("dpkg-deb", "-e", str(package), str(tmp_path)), check=True)
    done = subprocess.run(("sh", "-n", str(tmp_path / script)), capture_output=True, text=True, check=False)
    assert done.stderr == ""
