"""The command line: the list of its commands; Qt is loaded only when a window is wanted."""

import argparse
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Final, TypeAlias

from kiosk import __version__
from kiosk.commands.arguments import SOUND, show_help
from kiosk.health.journal import log_to

COMMANDS: Final[Mapping[str, str]] = {
    "run": "run",
    "resting": "run",
    "check": "check",
    "shots": "shots",
    "schema": "schema",
    "content": "content",
    "staff": "staff",
    "doctor": "care",
    "report": "care",
    "hours": "care",
    "autostart": "autostart",
    "screen": "screen",
    "voice": "voice",
}
"""Which module has which command: the kiosk's start needs only its own."""
Work: TypeAlias = Callable[[], bytes]


def main(argv: Sequence[str] | None = None, *, by_the_kiosk: Callable[[Work], bytes] | None = None) -> int:
    """Run a command; gives the exit status: 0 done and sound, 1 problems found, 2 wrong use.

    by_the_kiosk: has a work done without the rights of root, who has started the program.
    """
    if sys.stderr is not None:  # a program without a console on Windows has none
        log_to(sys.stderr, os.environ)
    words = sys.argv[1:] if argv is None else argv
    parser = make_parser(COMMANDS.get(words[0]) if words else None)
    options = parser.parse_args(words, argparse.Namespace(by_the_kiosk=by_the_kiosk or _at_once))
    command: Callable[[argparse.Namespace], int] | None = getattr(options, "command", None)
    if command is None:
        return show_help(parser)
    try:
        return command(options)
    except BrokenPipeError:
        return SOUND


def _at_once(work: Work) -> bytes:
    return work()


def make_parser(only: str | None = None) -> argparse.ArgumentParser:
    """All commands and their options, or those of one module alone."""
    parser = argparse.ArgumentParser(
        prog="clinic-kiosk",
        description="A waiting-room kiosk with plain, honest explainers about back pain.",
        epilog='Each command explains itself: "clinic-kiosk check --help".',
    )
    parser.add_argument("--version", action="version", version=f"clinic-kiosk {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    for module in dict.fromkeys([only] if only else COMMANDS.values()):
        import_module(f"kiosk.commands.{module}").add_to(commands)
    return parser
