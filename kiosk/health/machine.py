"""The machine as the checks see it: its files, its programs, its clock."""

import os
import shutil
import subprocess
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from kiosk.device.panel import Run, run_tool
from kiosk.paths import assets_folder, content_folder
from kiosk.settings.settings import Settings
from kiosk.values import value_class


@value_class
class Machine:
    """All that a check may ask; a test builds one of folders and functions."""

    settings: Settings
    state: Path
    """The folder for editions, PINs and counts."""
    root: Path
    """Where /proc, /sys and /etc lie."""
    environ: Mapping[str, str]
    which: Callable[[str], str | None]
    """Where a program lies."""
    run: Run
    now: datetime
    content: Path
    """The bundled library."""
    assets: Path

    def read(self, path: str) -> str:
        """The text of a file of the system; empty if there is none."""
        try:
            return (self.root / path).read_text(encoding="utf-8", errors="replace")
        except OSError:
            return ""

    def ask(self, *command: str) -> str | None:
        """What a program says; None if it is not there or fails."""
        if self.which(command[0]) is None:
            return None
        try:
            return self.run(command)
        except (OSError, subprocess.SubprocessError):
            return None


def machine_here(settings: Settings, state: Path) -> Machine:
    """This machine, now."""
    return Machine(
        settings,
        state,
        Path("/"),
        os.environ,
        shutil.which,
        run_tool,
        datetime.now(UTC),
        content_folder(),
        assets_folder(),
    )
