"""The command line; Qt is loaded only when a window is wanted."""

import argparse
import logging
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final, TypeAlias

from kiosk import __version__
from kiosk.commands import content, staff
from kiosk.content.folders import Folders
from kiosk.paths import assets_folder, cache_folder, content_folder
from kiosk.settings import Settings

SOUND: Final = 0
PROBLEMS: Final = 1
WRONG_USE: Final = 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; gives the exit status: 0 done and sound, 1 problems found, 2 wrong use."""
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s: %(message)s")
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
    _add_run(commands)
    _add_check(commands)
    _add_shots(commands)
    _add_schema(commands)
    content.add_to(commands)
    staff.add_to(commands)
    return parser


Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001 - it has no other name


def _add_run(commands: Commands) -> None:
    run = commands.add_parser(
        "run", help="open the kiosk", description="Open the kiosk, full screen unless told otherwise."
    )
    run.add_argument(
        "--windowed", type=_size, metavar="WxH", help="open in a window of this size, for example 1280x800"
    )
    run.add_argument("--content", type=Path, metavar="DIR", help=_CONTENT_HELP)
    run.add_argument("--settings", type=Path, metavar="FILE", help="this machine's settings, a YAML file")
    run.add_argument("--language", metavar="xx", help="the language a visit begins in, for example es")
    run.set_defaults(command=_run)


_CONTENT_HELP: Final = "a whole library, or a clinic's folder to lay over the bundled one"


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
    check.add_argument("--settings", type=Path, metavar="FILE", help="this machine's settings, a YAML file")
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
    shots.add_argument("--size", type=_size, default=(1920, 1080), metavar="WxH", help="default: 1920x1080")
    shots.add_argument("--language", metavar="xx", help="default: the library's first")
    shots.add_argument(
        "--text-size", type=int, choices=(100, 125, 150, 200), default=100, help="per cent (default: 100)"
    )
    shots.add_argument("--theme", choices=_THEMES, default="light", help="colours (default: light)")
    shots.add_argument("--screen", metavar="NAME", help="only screens whose name contains this")
    shots.add_argument("--content", type=Path, metavar="DIR", help=_CONTENT_HELP)
    shots.set_defaults(command=_shots)


_THEMES: Final = ("light", "dark", "contrast-light", "contrast-dark", "yellow")


def _add_schema(commands: Commands) -> None:
    schema = commands.add_parser(
        "schema",
        help="write the JSON Schema of each kind of file",
        description="Write one JSON Schema for each kind of content file; editors complete and check with them.",
    )
    schema.add_argument("out", type=Path, metavar="OUT", help="the folder for the schemas")
    schema.set_defaults(command=_schema)


def _run(options: argparse.Namespace) -> int:
    if not _has_screen():
        print(_NO_SCREEN, file=sys.stderr)
        return WRONG_USE
    settings = _settings(options.settings, options.language)
    if settings is None:
        return PROBLEMS
    from kiosk.run import Places, run

    places = Places(_folders(options.content, settings), assets_folder(), cache_folder())
    return run(settings, places, options.windowed)


_NO_SCREEN: Final = """There is no screen here: neither DISPLAY nor WAYLAND_DISPLAY is set.
On a desk, start it from a terminal of the desktop. To try it on a virtual screen:
  xvfb-run -s "-screen 0 1920x1080x24" clinic-kiosk run
To see every screen as a picture:
  clinic-kiosk shots pictures/"""


def _has_screen() -> bool:
    """Whether Qt will find a screen; other systems than Linux always have one."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _check(options: argparse.Namespace) -> int:
    if options.folder and options.clinic:
        print("Name either a whole library or --clinic, not both.", file=sys.stderr)
        return WRONG_USE
    for folder in (options.folder, options.clinic):
        if folder is not None and not folder.is_dir():
            print(f"There is no folder {folder}.", file=sys.stderr)
            return WRONG_USE
    settings = _settings(options.settings, None)
    if settings is None:
        return PROBLEMS
    from kiosk.check_report import report

    if options.folder:
        folders = Folders((options.folder,))
    elif options.clinic:
        folders = Folders((content_folder(), options.clinic))
    else:
        folders = _folders(None, settings)
    try:
        return SOUND if report(folders, options) else PROBLEMS
    except OSError as error:
        print(error, file=sys.stderr)
        return WRONG_USE


def _shots(options: argparse.Namespace) -> int:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from kiosk.shots import shoot

    folders = _folders(options.content, Settings())
    try:
        paths = shoot(folders, options)
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


def _folders(content: Path | None, settings: Settings) -> Folders:
    """A whole library by itself; a clinic's folder over the bundled one."""
    if content is None:
        layers = (content_folder(), settings.content_dir) if settings.content_dir else (content_folder(),)
        return Folders(layers)
    whole = not content.is_dir() or any(content.glob("*/words.y*ml")) or not any(content.iterdir())
    return Folders((content,) if whole else (content_folder(), content))


def _settings(file: Path | None, language: str | None) -> Settings | None:
    """The settings of a file, or defaults; None when the file has problems, which are then told."""
    settings: Settings | None = Settings()
    if file is not None:
        from kiosk.settings_file import read_settings

        settings, problems = read_settings(file)
        for problem in problems:
            print(problem, file=sys.stderr)
    if settings is not None and language:
        settings = replace(settings, language=language)
    return settings


def _size(words: str) -> tuple[int, int]:
    width, _, height = words.lower().partition("x")
    if not (width.isdecimal() and height.isdecimal() and int(width) >= 320 and int(height) >= 320):  # noqa: PLR2004 - pixels
        raise argparse.ArgumentTypeError(f"{words} is not a size such as 1280x800, each side 320 or more")
    return int(width), int(height)
