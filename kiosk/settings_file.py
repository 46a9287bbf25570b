"""Reads the settings file; every mistake in it is told like a content problem."""

from pathlib import Path

from kiosk.content.kinds import Kind
from kiosk.content.problem import Problem
from kiosk.content.reader import read
from kiosk.settings import Settings

_KIND = Kind("settings", Settings, "settings")


def read_settings(file: Path) -> tuple[Settings | None, tuple[Problem, ...]]:
    """The settings in a file, or None and what is wrong with them; an empty file means all defaults."""
    try:
        data = file.read_bytes()
    except OSError:
        return None, (Problem(str(file), 1, 1, "error", "There is no such file.", "Name the settings file."),)
    if not any(line.strip() and not line.lstrip().startswith(b"#") for line in data.splitlines()):
        return Settings(), ()
    reading = read(str(file), data, _KIND)
    return (reading.value if isinstance(reading.value, Settings) else None), reading.problems
