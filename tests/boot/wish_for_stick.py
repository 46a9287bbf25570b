"""Does with a stick what the staff screen does, by its own parts.  Runs in a guest, where the kiosk runs.

usage: wish_for_stick.py show|save|away
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path("/usr/lib/clinic-kiosk/current/site").resolve()))

from kiosk.device.wished_stick import WishedStick
from kiosk.disk import Disk


def main() -> None:
    """Tell what comes of it."""
    stick = WishedStick(Disk())
    if sys.argv[1] == "show":
        found = stick.look()
        print(found.state, *(f"{pack.name} ({len(pack.read_bytes())} bytes)" for pack in found.packs))
    elif sys.argv[1] == "save":
        print(stick.save("counts.csv", b"day,visits\n"))
    else:
        stick.let_go()


if __name__ == "__main__":
    main()
