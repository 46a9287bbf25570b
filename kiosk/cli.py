"""The command line; Qt is loaded only when a window is wanted."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from kiosk import __version__
from kiosk.commands import autostart, care, content, run, screen, staff, voice
from kiosk.commands.places import (
    CONTENT_HELP,
    PROBLEMS,
    SETTINGS_HELP,
    SOUND,
    WRONG_USE,
    Commands,
    folder_there,
    folders_to_show,
    settings_of,
    window_size,
)
from kiosk.content.folders import Folders
from kiosk.health.journal import log_to
from kiosk.paths import content_folder
from kiosk.session.visit import TEXT_SIZES, THEMES


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; gives the exit status: 0 done and sound, 1 problems found, 2 wrong use."""
    if sys.stderr is not None:  # a program without a console on Windows has none
        log_to(sys.stderr, os.environ)
    parser = make_parser()
    options = parser.parse_args(argv)
    command: Callable[[argparse.Namespace], int] | None = getattr(options, "command", None)
    if command is None:
        parser.print_help()
        return WRONG_USE
    try:
        return command(options)
    except BrokenPipeError:
        return SOUND


def make_parser() -> argparse.ArgumentParser:
    """All commands and their options."""
    parser = argparse.ArgumentParser(
        prog="clinic-kiosk",
        description="A waiting-room kiosk with plain, honest explainers about back pain.",
        epilog='Each command explains itself: "clinic-kiosk check --help".',
    )
    parser.add_argument("--version", action="version", version=f"clinic-kiosk {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    run.add_to(commands)
    _add_check(commands)
    _add_shots(commands)
    _add_schema(commands)
    content.add_to(commands)
    staff.add_to(commands)
    care.add_to(commands)
    autostart.add_to(commands)
    screen.add_to(commands)
    voice.add_to(commands)
    return parser


def _add_check(commands: Commands) -> None:
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
    check.add_argument("--settings", type=Path, metavar="FILE", help=SETTINGS_HELP)
    check.add_argument("--release", action="store_true", help="fail on any warning too, as before a release")
    check.add_argument(
        "--clinician",
        type=Path,
        metavar="OUT.md",
        help="write the list of all that a clinician or translator must sign",
    )
    check.set_defaults(command=_check)


def _add_shots(commands: Commands) -> None:
    shots = commands.add_parser(
        "shots",
        help="take pictures of the screens",
        description="Write every screen, each chapter and dialog as PNG; no display server is needed.",
    )
    shots.add_argument("out", type=Path, metavar="OUT", help="the folder for the pictures")
    shots.add_argument("--size", type=window_size, default=(1920, 1080), metavar="WxH", help="default: 1920x1080")
    shots.add_argument("--language", metavar="xx", help="default: the library's first")
    shots.add_argument("--text-size", type=int, choices=TEXT_SIZES, default=100, help="per cent (default: 100)")
    shots.add_argument("--theme", choices=THEMES, default="light", help="colours (default: light)")
    shots.add_argument("--screen", metavar="NAME", help="only screens whose name contains this")
    shots.add_argument("--content", type=folder_there, metavar="DIR", help=CONTENT_HELP)
    shots.add_argument("--settings", type=Path, metavar="FILE", help=SETTINGS_HELP)
    shots.set_defaults(command=_shots)


def _add_schema(commands: Commands) -> None:
    schema = commands.add_parser(
        "schema",
        help="write the JSON Schema of each kind of file",
        description="Write one JSON Schema for each kind of content file; editors complete and check with them.",
    )
    schema.add_argument("out", type=Path, metavar="OUT", help="the folder for the schemas")
    schema.set_defaults(command=_schema)


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
    from kiosk.commands.check import report

    if options.folder:
        folders = Folders((options.folder,))
    elif options.clinic:
        folders = Folders((content_folder(), options.clinic))
    else:
        folders = folders_to_show(None, settings)
    try:
        return SOUND if report(folders, options) else PROBLEMS
    except OSError as error:
        print(error, file=sys.stderr)
        return WRONG_USE


def _shots(options: argparse.Namespace) -> int:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from kiosk.tour.shots import shoot

    settings = settings_of(options)
    if settings is None:
        return PROBLEMS
    try:
        paths = shoot(folders_to_show(options.content, settings), settings, options)
    except OSError as error:
        print(error, file=sys.stderr)
        return PROBLEMS
    print(f"{len(paths)} pictures in {options.out}")
    return SOUND if paths else PROBLEMS


def _schema(options: argparse.Namespace) -> int:
    from kiosk.content.schema import write_schemas

    try:
        paths = write_schemas(options.out)
    except OSError as error:
        print(error, file=sys.stderr)
        return PROBLEMS
    print(f"{len(paths)} schemas in {options.out}")
    return SOUND
