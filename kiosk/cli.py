"""The command line: the list of its commands; Qt is loaded only when a window is wanted."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence

from kiosk import __version__
from kiosk.commands import autostart, care, check, content, run, schema, screen, shots, staff, voice
from kiosk.commands.arguments import SOUND, show_help
from kiosk.health.journal import log_to


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; gives the exit status: 0 done and sound, 1 problems found, 2 wrong use."""
    if sys.stderr is not None:  # a program without a console on Windows has none
        log_to(sys.stderr, os.environ)
    parser = make_parser()
    options = parser.parse_args(argv)
    command: Callable[[argparse.Namespace], int] | None = getattr(options, "command", None)
    if command is None:
        return show_help(parser)
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
    for part in (run, check, shots, schema, content, staff, care, autostart, screen, voice):
        part.add_to(commands)
    return parser
