"""How the time and memory of loading grow with the content: once, ten and a hundred times as much.

`python -m tests.bench.loading FOLDER` measures one folder in a process of its own and prints the result as JSON.
"""

import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from kiosk.content import live
from kiosk.content.folders import Folders

CONTENT = Path(__file__).parents[2] / "content"
FACTORS = (1, 10, 100)
MULTIPLIED = ("tips", "topics", "therapies")  # folders of pages; the rest is there once


@dataclass(frozen=True)
class Loading:
    """What one library costs."""

    files: int
    check_seconds: float
    """Read, check and write in compact form: at the first start after a change."""
    open_milliseconds: float
    """Open what was checked before: at every other start."""
    peak_megabytes: float


def measure_loading(factor: int) -> Loading:
    """Multiply the content and measure it in a fresh process."""
    with tempfile.TemporaryDirectory() as folder:
        multiply(Path(folder), factor)
        command = (sys.executable, "-m", "tests.bench.loading", folder)
        answer = subprocess.run(command, check=True, capture_output=True, text=True)
    return Loading(**json.loads(answer.stdout))


def multiply(target: Path, factor: int) -> None:
    """The content with every page so many times, each copy under a name of its own."""
    shutil.copytree(CONTENT, target, dirs_exist_ok=True)
    pages = [page for place in MULTIPLIED for page in target.glob(f"*/{place}/*.yaml")]
    for page in pages:
        for number in range(2, factor + 1):
            shutil.copy(page, page.with_stem(f"{page.stem}-{number}"))


def load(folder: Path) -> Loading:
    """Check the library in the folder, then open it once more from the cache."""
    with tempfile.TemporaryDirectory() as cache:
        folders = Folders((folder,))
        begun = time.perf_counter()
        first = live.open_library(folders, Path(cache), lambda _problem: None)
        checked = time.perf_counter()
        again = live.open_library(folders, Path(cache), lambda _problem: None)
        opened = time.perf_counter()
    if first.problems or again.library is None:
        raise SystemExit("\n".join(map(str, first.problems[:5])) or "The content cannot be shown.")
    files = sum(1 for _ in folder.rglob("*.yaml"))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Loading(files, round(checked - begun, 3), round((opened - checked) * 1000, 1), round(peak, 1))


if __name__ == "__main__":
    print(json.dumps(asdict(load(Path(sys.argv[1])))))
