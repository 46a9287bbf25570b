"""`clinic-kiosk shots`: takes pictures of the screens."""

import argparse
import os
import sys
from pathlib import Path

from kiosk.commands.arguments import (
    CONTENT_HELP,
    PROBLEMS,
    SOUND,
    WRONG_USE,
    Commands,
    add_settings,
    folder_there,
    window_size,
)
from kiosk.commands.new_file import is_taken
from kiosk.commands.places import folders_to_show, settings_of
from kiosk.disk import told
from kiosk.session.visit import TEXT_SIZES, THEMES


def add_to(commands: Commands) -> None:
    """Add the command to the others."""
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
    add_settings(shots)
    shots.set_defaults(command=_shots)


def _shots(options: argparse.Namespace) -> int:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from kiosk.tour.shots import shoot  # late: it loads Qt, which reads the platform then

    settings = settings_of(options)
    if settings is None:
        return PROBLEMS
    if is_taken(options.out):
        return PROBLEMS
    try:
        paths = shoot(folders_to_show(options.content, settings), settings, options)
    except ValueError as error:
        print(error, file=sys.stderr)
        return WRONG_USE
    except OSError as error:
        print(*(told(error) if error.errno else [error]), file=sys.stderr)
        return PROBLEMS
    print(f"{len(paths)} pictures in {options.out}")
    return SOUND
