"""Spoils inputs and cuts the power, again and again; prints the seed and what came of it.

Ends with 1 at the first input that is not taken as it must be, and leaves that input in a file.
"""

import argparse
import random
import sys
import tempfile
import time
from pathlib import Path

from tests.content.base import make_base
from tests.content.editions.desk import Desk
from tests.content.editions.test_damage import is_whole_after_kills
from tests.content.editions.test_hard_ground import survives_slips
from tests.faults.test_writes import is_whole_after_kills as kept_is_whole_after_kills
from tests.soak.again import again
from tests.soak.inputs import Wrong, try_bytes_of_all_kinds, try_spoilt_files

_SHARE_OF_BYTES = 0.1
"""Of all inputs: made from nothing, the others from our own good files."""


def main() -> int:
    """Do what the command line asks for."""
    options = _options()
    print(f"Seed {options.seed}; again with: {again('spoil', options)}", flush=True)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        try:
            _inputs(options.inputs, options.seed)
        except Wrong as wrong:
            spoilt = Path(tempfile.mkdtemp(prefix="soak-")) / "input"
            spoilt.write_bytes(wrong.data)
            print(f"{wrong} The input lies in {spoilt}", file=sys.stderr)
            return 1
        _publishes(options.publishes, options.seed, folder)
        _kills(options.kills, options.seed, folder)
    return 0


def _inputs(count: int, seed: int) -> None:
    begun = time.monotonic()
    from_nothing = round(count * _SHARE_OF_BYTES)
    tried = try_spoilt_files(count - from_nothing, random.Random(seed))  # noqa: S311 - nothing secret
    tried["bytes of all kinds"] = try_bytes_of_all_kinds(from_nothing, seed)
    told = ", ".join(f"{number} {kind}" for kind, number in sorted(tried.items()))
    print(f"{sum(tried.values())} inputs in {time.monotonic() - begun:.0f} s, none raised: {told}", flush=True)


def _publishes(count: int, seed: int, folder: Path) -> None:
    begun = time.monotonic()
    desk = _desk(folder / "publishes")
    survives_slips(desk, count, seed)
    print(f"{count} slips published in {time.monotonic() - begun:.0f} s: always a whole edition.", flush=True)


def _kills(count: int, seed: int, folder: Path) -> None:
    begun = time.monotonic()
    is_whole_after_kills(_desk(folder / "kills"), count, seed)
    print(
        f"{count} power cuts while publishing in {time.monotonic() - begun:.0f} s: always one whole edition.",
        flush=True,
    )
    begun = time.monotonic()
    kept_is_whole_after_kills(folder / "kept", count, seed)
    print(
        f"{count} power cuts while counts, PINs, settings and keys are kept in {time.monotonic() - begun:.0f} s: "
        "always the old or the new.",
        flush=True,
    )


def _desk(folder: Path) -> Desk:
    folder.mkdir()
    desk = Desk(folder, make_base(folder / "library"))
    desk.tip("Good")
    desk.published()
    return desk


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make spoil SPOIL_ARGS=...", description=__doc__)
    parser.add_argument("--inputs", type=int, default=100_000, help="spoilt inputs (100,000)")
    parser.add_argument("--publishes", type=int, default=1_000, help="spoilt pages that are published (1,000)")
    parser.add_argument("--kills", type=int, default=200, help="power cuts while publishing (200)")
    parser.add_argument("--seed", type=int, default=random.randrange(10**6), help="else by chance")  # noqa: S311 - nothing secret
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
