"""Where this machine keeps things, by its settings and the options of a command."""

import argparse
import os
import sys
from pathlib import Path
from typing import Final, TypeAlias

from kiosk.content.folders import Folders
from kiosk.paths import content_folder, settings_file, state_folder
from kiosk.settings.settings import Settings

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001 - it has no other name
SOUND: Final = 0
PROBLEMS: Final = 1
WRONG_USE: Final = 2
CONTENT_HELP: Final = "a whole library, or a clinic's folder to lay over the bundled one"
SETTINGS_HELP: Final = "this machine's settings, a YAML file; else /etc/clinic-kiosk/settings.yaml if it is there"


def add_places(parser: argparse.ArgumentParser) -> None:
    """The options that say which clinic's folder and which settings."""
    parser.add_argument("--content", type=Path, metavar="DIR", help="the clinic's folder, if not that of the settings")
    parser.add_argument("--settings", type=Path, metavar="FILE", help=SETTINGS_HELP)


def has_screen() -> bool:
    """Whether Qt will find a screen; other systems than Linux always have one."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


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
    own = clinic_folder(options, settings)
    return Folders((content_folder(), own) if own is not None else (content_folder(),))


def state_of(settings: Settings) -> Path:
    """Where editions, PINs and counts are kept."""
    return settings.state_dir or state_folder()


def folders_to_show(content: Path | None, settings: Settings) -> Folders:
    """A whole library by itself; a clinic's folder over the bundled one."""
    if content is None:
        layers = (content_folder(), settings.content_dir) if settings.content_dir else (content_folder(),)
        return Folders(layers)
    from kiosk.content.kinds import is_whole_library

    return Folders((content,) if is_whole_library(content) else (content_folder(), content))


def window_size(words: str) -> tuple[int, int]:
    """A size such as 1280x800.

    Raises ArgumentTypeError for words that are none.
    """
    width, _, height = words.lower().partition("x")
    if not (width.isdecimal() and height.isdecimal() and int(width) >= 320 and int(height) >= 320):  # noqa: PLR2004 - pixels
        raise argparse.ArgumentTypeError(f"{words} is not a size such as 1280x800, each side 320 or more")
    return int(width), int(height)


def folder_there(words: str) -> Path:
    """A folder that somebody names, for argparse: it must be there."""
    folder = Path(words)
    if not folder.is_dir():
        raise argparse.ArgumentTypeError(f"there is no folder {words}")
    return folder
