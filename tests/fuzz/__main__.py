"""Attacks packs, settings, pictures, Markdown and the PIN pad, one after the other; ends with 1 if anything broke.

Needs atheris (Linux on x86_64 and the like, CPython 3.11 to 3.13), which `make fuzz` fetches into build/fuzz/: it is
no part of the kiosk, and of its locks. What broke something is left in build/fuzz/found/.
"""

import argparse
import os
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Final

NAMES: Final = ("packs", "settings", "drawings", "photographs", "markdown", "pin")
FOUND: Final = Path("build/fuzz/found")
_SLOWEST: Final = 20
"""Seconds: an input that takes longer is a fault."""
_LARGEST_MB: Final = 2048
_DONE: Final = re.compile(r"^stat::number_of_executed_units: (\d+)", re.MULTILINE)


def main() -> int:
    """Do what the command line asks for."""
    parser = argparse.ArgumentParser(prog="make fuzz FUZZ_ARGS=...", description=__doc__)
    parser.add_argument("targets", nargs="*", help=f"of {', '.join(NAMES)} (all)")
    parser.add_argument("--seconds", type=int, default=600, help="for each target (600)")
    options = parser.parse_args()
    unknown = set(options.targets) - set(NAMES)
    if unknown:
        parser.error(f"There is no {', '.join(sorted(unknown))}; there are {', '.join(NAMES)}.")
    if find_spec("atheris") is None:
        print("atheris is missing. make fuzz fetches it.", file=sys.stderr)
        return 1
    FOUND.mkdir(parents=True, exist_ok=True)
    return max([_attack(name, options.seconds) for name in options.targets or NAMES])


def _attack(name: str, seconds: int) -> int:
    """In a process of its own, which an attack ends."""
    command = (
        *(sys.executable, "-m", "tests.fuzz.attack", name),
        *(f"-max_total_time={seconds}", f"-timeout={_SLOWEST}", f"-rss_limit_mb={_LARGEST_MB}"),
        *(f"-artifact_prefix={FOUND}/{name}-", "-print_final_stats=1", "-verbosity=0"),
    )
    ended = subprocess.run(command, check=False, stderr=subprocess.PIPE, env=os.environ, text=True, errors="replace")
    done = _DONE.search(ended.stderr)
    inputs = f"{int(done[1]):,} inputs" if done else "an unknown number of inputs"
    if ended.returncode:
        print(ended.stderr, file=sys.stderr)
    print(f"{name}: {inputs}, {'something broke' if ended.returncode else 'nothing broke'}", flush=True)
    return int(bool(ended.returncode))


if __name__ == "__main__":
    sys.exit(main())
