"""What the commands' arguments have in common, and how a command ends."""

import argparse
from pathlib import Path
from typing import Final, TypeAlias

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001 - it has no other name
SOUND: Final = 0
PROBLEMS: Final = 1
WRONG_USE: Final = 2
"""Exit statuses."""
CONTENT_HELP: Final = "a whole library, or a clinic's folder to lay over the bundled one"
_SETTINGS_HELP: Final = "this machine's settings, a YAML file; else /etc/clinic-kiosk/settings.yaml if it is there"


def add_settings(parser: argparse.ArgumentParser) -> None:
    """The option that says which settings."""
    parser.add_argument("--settings", type=Path, metavar="FILE", help=_SETTINGS_HELP)


def add_places(parser: argparse.ArgumentParser) -> None:
    """The options that say which clinic's folder and which settings."""
    parser.add_argument("--content", type=Path, metavar="DIR", help="the clinic's folder, if not that of the settings")
    add_settings(parser)


def show_help(parser: argparse.ArgumentParser) -> int:
    """Tell what there is, where nobody has said which command; gives the exit status."""
    parser.print_help()
    return WRONG_USE


def window_size(words: str) -> tuple[int, int]:
    """A size such as 1280x800.

    Raises ArgumentTypeError for words that are none.
    """
    width, _, height = words.lower().partition("x")
    if not (width.isdecimal() and height.isdecimal() and int(width) >= 320 and int(height) >= 320):  # noqa: PLR2004 - pixels
        raise argparse.ArgumentTypeError(f"{words} is not a size such as 1280x800, each side 320 or more")
    return int(width), int(height)


def folder_there(words: str) -> Path:
    """A folder that somebody names; it must be there.

    Raises ArgumentTypeError when it is not.
    """
    folder = Path(words)
    if not folder.is_dir():
        raise argparse.ArgumentTypeError(f"there is no folder {words}")
    return folder
