import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WHEELS = ROOT / "build/wheels"


@pytest.fixture(scope="session")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Debian package, built from what is here; its wheels are fetched once by `make test`."""
    if not all((WHEELS / minor / "lock").is_file() for minor in ("3.11", "3.13")):
        pytest.skip("the wheels are not here yet: make wheels")
    out = tmp_path_factory.mktemp("deb")
    build = (str(ROOT / "packaging/deb/build"), sys.executable, str(out))
    told = {"PATH": "/usr/bin:/bin", "XZ": "0"}
    done = subprocess.run(build, cwd=out, env=told, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return next(out.glob("clinic-kiosk_*.deb"))


@pytest.fixture(scope="session")
def unpacked(package: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its files."""
    folder = tmp_path_factory.mktemp("unpacked")
    subprocess.run(("dpkg-deb", "-x", str(package), str(folder)), check=True)
    return folder
