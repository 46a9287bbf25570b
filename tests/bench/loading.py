"""How the time and memory of loading grow with the content: once, ten and a hundred times as much.

`python -m tests.bench.loading LAYER...` measures these layers in a process of its own and prints the result as JSON.
"""

import json
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
PER_LAYER = 30  # copies of the content that one layer holds: no layer may have more files than a clinic's folder


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
        layers = multiply(Path(folder), factor)
        command = (sys.executable, "-m", "tests.bench.loading", *map(str, layers))
        answer = subprocess.run(command, check=True, capture_output=True, text=True)
    return Loading(**json.loads(answer.stdout))


def multiply(target: Path, factor: int) -> list[Path]:
    """The content and layers over it, with every page so many times, each copy under a name of its own."""
    layers = [CONTENT]
    pages = [page for place in MULTIPLIED for page in CONTENT.glob(f"*/{place}/*.yaml")]
    for number in range(2, factor + 1):
        layer = target / str((number - 2) // PER_LAYER)
        if layer not in layers:
            layers.append(layer)
        for page in pages:
            copy = layer / page.relative_to(CONTENT).with_stem(f"{page.stem}-{number}")
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(page, copy)
    return layers


def load(layers: list[Path]) -> Loading:
    """Check the library in the layers, then open it once more from the cache."""
    with tempfile.TemporaryDirectory() as cache:
        folders = Folders(tuple(layers))
        begun = time.perf_counter()
        first = live.open_library(folders, Path(cache), lambda _problem: None)
        checked = time.perf_counter()
        again = live.open_library(folders, Path(cache), lambda _problem: None)
        opened = time.perf_counter()
    if first.problems or again.library is None:
        raise SystemExit("\n".join(map(str, first.problems[:5])) or "The content cannot be shown.")
    files = sum(1 for layer in layers for _ in layer.rglob("*.yaml"))
    return Loading(files, round(checked - begun, 3), round((opened - checked) * 1000, 1), peak_megabytes())


def peak_megabytes() -> float:
    """The most memory this process has had; not what getrusage tells, which begins with the parent's."""
    status = Path("/proc/self/status").read_text()
    kilobytes = next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1]
    return round(int(kilobytes) / 1024, 1)


if __name__ == "__main__":
    print(json.dumps(asdict(load([Path(layer) for layer in sys.argv[1:]]))))
