"""The wheel holds all that the kiosk needs: built, installed and run from another folder, with no network."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LIBRARIES = next(Path(path) for path in sys.path if path.endswith("site-packages"))
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which the wheel alone was installed."""
    wheels, target = tmp_path_factory.mktemp("wheels"), tmp_path_factory.mktemp("installed")
    _python(ROOT, "-m", "hatchling", "build", "-t", "wheel", "-d", str(wheels))
    (wheel,) = wheels.glob("clinic_kiosk-*.whl")
    options = ("--no-deps", "--no-index", "--no-compile", "--quiet", "--disable-pip-version-check")
    _python(ROOT, "-m", "pip", "install", *options, "--target", str(target), str(wheel))
    return target


def _python(folder: Path, *words: str) -> None:
    done = subprocess.run([sys.executable, *words], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.fixture
def kiosk(installed: Path, tmp_path: Path) -> Run:
    """Runs the installed program from an empty folder, in an environment that knows nothing of the checkout."""
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path),
        "PYTHONPATH": os.pathsep.join((str(installed), str(LIBRARIES))),
        "LD_LIBRARY_PATH": os.environ.get("LD_LIBRARY_PATH", ""),
    }

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        script = installed / "bin" / "clinic-kiosk"
        return subprocess.run(
            [sys.executable, "-S", str(script), *words],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )

    return run


def test_content_and_assets_travel_in_the_wheel(installed: Path) -> None:
    bundled = installed / "kiosk" / "bundled"
    for folder in ("content", "assets"):
        theirs = {file.relative_to(bundled).as_posix() for file in (bundled / folder).rglob("*") if file.is_file()}
        ours = {file.relative_to(ROOT).as_posix() for file in (ROOT / folder).rglob("*") if file.is_file()}
        assert theirs == ours


def test_nothing_else_travels(installed: Path) -> None:
    top = {entry.name for entry in installed.iterdir() if not entry.name.endswith(".dist-info")}
    assert top == {"kiosk", "bin"}
    assert not list((installed / "kiosk").rglob("tests"))


def test_check(kiosk: Run) -> None:
    done = kiosk("check", "--format", "json")
    assert done.returncode == 0, done.stderr
    assert all(problem["severity"] == "warning" for problem in json.loads(done.stdout))


def test_schema(kiosk: Run, tmp_path: Path) -> None:
    done = kiosk("schema", str(tmp_path / "schemas"))
    assert done.returncode == 0, done.stderr
    assert len(list((tmp_path / "schemas").iterdir())) == 12


def test_shots(kiosk: Run, tmp_path: Path) -> None:
    done = kiosk("shots", "pictures", "--size", "960x540", "--screen", "attract")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "pictures" / "attract.png").stat().st_size > 1000


def test_run_without_a_screen(kiosk: Run) -> None:
    done = kiosk("run")
    assert done.returncode == 2
    assert "There is no screen here" in done.stderr
