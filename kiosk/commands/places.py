"""Where this machine keeps things, by its settings and the options of a command."""

import argparse
import sys
from pathlib import Path
from typing import Final, TypeAlias

from kiosk.content.folders import Folders
from kiosk.paths import content_folder, state_folder
from kiosk.settings import Settings

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001 - it has no other name
SOUND: Final = 0
PROBLEMS: Final = 1
WRONG_USE: Final = 2


def add_places(parser: argparse.ArgumentParser) -> None:
    """The options that say which clinic's folder and which settings."""
    parser.add_argument("--content", type=Path, metavar="DIR", help="the clinic's folder, if not that of the settings")
    parser.add_argument("--settings", type=Path, metavar="FILE", help="this machine's settings, a YAML file")


def settings_of(options: argparse.Namespace) -> Settings | None:
    """The settings, or None when the file has problems, which are then told."""
    if options.settings is None:
        return Settings()
    from kiosk.settings_file import read_settings  # late: the kiosk's own start can do without

    settings, problems = read_settings(options.settings)
    for problem in problems:
        print(problem, file=sys.stderr)
    return settings


def clinic_folder(options: argparse.Namespace, settings: Settings) -> Path | None:
    """The clinic's own folder, if there is one."""
    folder: Path | None = options.content or settings.content_dir
    return folder


def folders_of(options: argparse.Namespace, settings: Settings) -> Folders:
    """The bundled library, and the clinic's folder over it."""
    own = clinic_folder(options, settings)
    return Folders((content_folder(), own) if own is not None else (content_folder(),))


def state_of(settings: Settings) -> Path:
    """Where editions, PINs and counts are kept."""
    return settings.state_dir or state_folder()
