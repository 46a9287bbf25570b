"""`clinic-kiosk check`: tells every problem in the content."""

import argparse
import sys
from pathlib import Path

from kiosk.commands.arguments import PROBLEMS, SOUND, WRONG_USE, Commands, add_settings
from kiosk.commands.places import folders_to_show, settings_of
from kiosk.content.folders import Folders
from kiosk.paths import content_folder
from kiosk.settings.settings import Settings


def add_to(commands: Commands) -> None:
    """Add the command to the others."""
    check = commands.add_parser(
        "check",
        help="tell every problem in the content",
        description="Read every file and tell each problem as path:line:column: error|warning: what. What to write.",
        epilog="Exit status: 0 sound (there may be warnings), 1 errors found, 2 wrong use.",
    )
    check.add_argument(
        "folder", nargs="?", type=Path, metavar="DIR", help="a whole library; without it, what this machine would show"
    )
    check.add_argument("--clinic", type=Path, metavar="DIR", help="lay a clinic's folder over the bundled library")
    check.add_argument("--format", choices=("text", "json"), default="text", help="how to print (default: text)")
    add_settings(check)
    check.add_argument("--release", action="store_true", help="fail on any warning too, as before a release")
    check.add_argument(
        "--clinician",
        type=Path,
        metavar="OUT.md",
        help="write the list of all that a clinician or translator must sign; the file must not be there yet",
    )
    check.set_defaults(command=_check)


def _check(options: argparse.Namespace) -> int:
    if options.folder and options.clinic:
        print("Name either a whole library or --clinic, not both.", file=sys.stderr)
        return WRONG_USE
    for folder in (options.folder, options.clinic):
        if folder is not None and not folder.is_dir():
            print(f"There is no folder {folder}.", file=sys.stderr)
            return WRONG_USE
    settings = settings_of(options)
    if settings is None:
        return PROBLEMS
    from kiosk.commands.check_report import report  # late: no other command checks

    try:
        is_sound = report(_folders(options, settings), options)
    except OSError as error:
        print(error, file=sys.stderr)
        return WRONG_USE
    if not is_sound and options.folder and not any(options.folder.glob("*/language.yaml")):
        print("This is no whole library. If it is the clinic's folder, write:", file=sys.stderr)
        print(f"clinic-kiosk check --clinic {options.folder}", file=sys.stderr)
    return SOUND if is_sound else PROBLEMS


def _folders(options: argparse.Namespace, settings: Settings) -> Folders:
    if options.folder:
        return Folders((options.folder,))
    if options.clinic:
        return Folders.of(content_folder(), options.clinic)
    return folders_to_show(None, settings)
