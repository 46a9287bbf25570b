"""What is measured: the kiosk, and Chromium on the same words."""

import os
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench import static_site
from tests.bench.screen import HEIGHT, WIDTH, Point

CHROMIUM_FLAGS = (
    "--kiosk",
    "--no-sandbox",  # so that it also runs as root, as on a build server
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    f"--window-size={WIDTH},{HEIGHT}",
    "--window-position=0,0",
)


@dataclass(frozen=True)
class Subject:
    """A program to measure and how to leaf through it."""

    name: str
    command: tuple[str, ...]
    environment: Mapping[str, str]
    first: Point
    """Where to touch the screen that it starts with."""
    pause: float
    """Seconds to leave between two touches, because it ignores faster ones."""
    tour: tuple[Point, ...] = field(default=())
    """Touches that each open another page, to be repeated."""


def environment(display: str, home: Path) -> dict[str, str]:
    """A home of its own, so that nothing of this machine's user slows or quickens the program."""
    home.mkdir(exist_ok=True)
    runtime = home / "run"
    runtime.mkdir(mode=0o700, exist_ok=True)
    return {
        "DISPLAY": display,
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "PATH": os.environ["PATH"],
        "XDG_RUNTIME_DIR": str(runtime),
    }


def kiosk(display: str, folder: Path) -> Subject:
    """The kiosk as it is installed beside this Python."""
    command = (str(Path(sys.executable).with_name("clinic-kiosk")), "run")
    beside = Point(WIDTH // 5, HEIGHT // 4)  # beside the picture, which opens a page of its own
    return Subject("clinic-kiosk", command, environment(display, folder / "kiosk"), beside, pause=0.6)


def chromium(display: str, folder: Path) -> Subject:
    """Chromium's kiosk mode on the page that static_site writes."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or "chromium"
    site = folder / "site.html"
    static_site.write_site(site)
    command = (program, *CHROMIUM_FLAGS, f"--user-data-dir={folder / 'profile'}", site.as_uri())
    following = Point(WIDTH - static_site.NEXT_FROM_RIGHT, HEIGHT - static_site.NEXT_FROM_BOTTOM)
    return Subject("Chromium", command, environment(display, folder / "chromium"), following, 0.1, (following,))
