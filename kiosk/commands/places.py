"""This machine as a command finds it, by its settings and the command's options: folders, screen, day."""

import argparse
import os
import sys
from datetime import date
from pathlib import Path

from kiosk.content.folders import Folders
from kiosk.paths import content_folder, settings_file, state_folder
from kiosk.settings.settings import Settings


def settings_of(options: argparse.Namespace) -> Settings | None:
    """The settings, or None when the file has problems, which are then told."""
    file = options.settings or settings_file()
    if file is None:
        return Settings()
    from kiosk.settings.file import read_settings  # late: the kiosk's own start can do without

    settings, problems = read_settings(file)
    for problem in problems:
        print(problem, file=sys.stderr)
    return settings


def clinic_folder(options: argparse.Namespace, settings: Settings) -> Path | None:
    """The clinic's own folder, if there is one."""
    folder: Path | None = options.content or settings.content_dir
    return folder


def folders_of(options: argparse.Namespace, settings: Settings) -> Folders:
    """The bundled library, and the clinic's folder over it."""
    return Folders.of(content_folder(), clinic_folder(options, settings))


def folders_to_show(content: Path | None, settings: Settings) -> Folders:
    """A whole library by itself; a clinic's folder over the bundled one."""
    if content is None:
        return Folders.of(content_folder(), settings.content_dir)
    from kiosk.content.kinds import is_whole_library

    return Folders((content,)) if is_whole_library(content) else Folders.of(content_folder(), content)


def state_of(settings: Settings) -> Path:
    """Where editions, PINs and counts are kept."""
    return settings.state_dir or state_folder()


def has_screen() -> bool:
    """Whether Qt will find a screen; other systems than Linux always have one."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def today() -> date:
    """The clinic's own day."""
    return date.today()  # noqa: DTZ011 - by the clock on its wall
