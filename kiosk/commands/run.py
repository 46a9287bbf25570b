"""`clinic-kiosk run`: opens the kiosk, or after too many failures the resting screen; `resting` shows that by hand."""

import argparse
import gc
import logging
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kiosk.commands.arguments import CONTENT_HELP, WRONG_USE, Commands, add_settings, folder_there, window_size
from kiosk.commands.places import folders_to_show, has_screen, state_of
from kiosk.content.folders import Folders
from kiosk.paths import assets_folder, cache_folder, content_folder, settings_file, state_folder
from kiosk.settings.settings import Settings, safe

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kiosk.health.starts import Starts
    from kiosk.running.rest import OpenToStaff
    from kiosk.running.run import Places

log = logging.getLogger(__name__)


def add_to(commands: Commands) -> None:
    """Add the commands to the others."""
    _add_run(commands)
    _add_resting(commands)


def _add_run(commands: Commands) -> None:
    run = commands.add_parser(
        "run", help="open the kiosk", description="Open the kiosk, full screen unless told otherwise."
    )
    _add_windowed(run)
    run.add_argument("--content", type=folder_there, metavar="DIR", help=CONTENT_HELP)
    add_settings(run)
    run.add_argument("--language", metavar="xx", help="the language a visit begins in, for example es")
    run.add_argument(
        "--safe", action="store_true", help="the bundled pages alone: no clinic's folder, speech, printer or hours"
    )
    run.set_defaults(command=_run)


def _add_resting(commands: Commands) -> None:
    resting = commands.add_parser(
        "resting",
        help="show the calm screen for times of trouble",
        description="Show the screen that patients see when the kiosk cannot run: go to the desk, and the telephone.",
    )
    _add_windowed(resting)
    add_settings(resting)
    resting.set_defaults(command=_resting)


def _add_windowed(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--windowed", type=window_size, metavar="WxH", help="open in a window of this size, for example 1280x800"
    )


def _run(options: argparse.Namespace) -> int:
    if not has_screen():
        return _tell_how_to_have_a_screen()
    settings = _settings_to_run(options.settings, options.language, options.content)
    if options.language and _lacks_language(options, settings):
        return WRONG_USE
    if options.safe:
        return _open(options, safe(settings))
    from kiosk.health.heartbeat import find_heartbeat

    if not find_heartbeat().restarts:
        from kiosk.running.anew import start_anew_if_due

        return start_anew_if_due(_open(options, settings))
    from kiosk.health.starts import starts_of_this_machine

    starts = starts_of_this_machine(state_of(settings))
    return starts.guard(lambda: _open(options, settings), lambda: _rest(options, settings, starts))


def _open(options: argparse.Namespace, settings: Settings) -> int:
    gc.disable()  # nothing is unused yet: 80 searches for it would only keep the first picture waiting
    from kiosk.running.run import run

    return run(settings, _places(options, settings), options.windowed, safe=options.safe)


def _places(options: argparse.Namespace, settings: Settings) -> "Places":
    from kiosk.running.run import Places

    folders = Folders((content_folder(),)) if options.safe else folders_to_show(options.content, settings)
    has_editions = not options.safe and folders.bundled == content_folder()
    file = options.settings or settings_file()
    return Places(folders, assets_folder(), cache_folder(), state_of(settings), has_editions, file)


def _lacks_language(options: argparse.Namespace, settings: Settings) -> bool:
    """Whether the language that the command line names is not there, which is told; one of the settings is let be."""
    from kiosk.running.run import what_patients_see

    library, _ = what_patients_see(_places(options, settings))
    lack = library.lack_of(options.language) if library is not None else None
    if lack is not None:
        print(lack, file=sys.stderr)
    return lack is not None


def _rest(options: argparse.Namespace, settings: Settings, starts: "Starts") -> int:
    from kiosk.running.rest import rest

    trying = (*sys.orig_argv, "--safe"), starts
    staff = _open_to_staff(settings, options.settings, options.content)
    return rest(settings.clinic, assets_folder(), options.windowed, staff, trying)


def _resting(options: argparse.Namespace) -> int:
    if not has_screen():
        return _tell_how_to_have_a_screen()
    from kiosk.running.rest import rest

    settings = _settings_to_run(options.settings)
    return rest(settings.clinic, assets_folder(), options.windowed, _open_to_staff(settings, options.settings, None))


def _open_to_staff(settings: Settings, file: Path | None, content: Path | None) -> "OpenToStaff":
    """The way in for staff while the screen rests; loaded when the screen stands."""

    def let_in(window: "QWidget") -> Callable[[], None]:
        from kiosk.running.staff_access import StaffAccess
        from kiosk.running.staff_door import StaffDoor

        folders, state = folders_to_show(content, settings), state_of(settings)
        access = StaffAccess(folders, assets_folder(), state, settings_file=file or settings_file())
        return StaffDoor(window, None, settings, access).close

    return let_in


def _settings_to_run(file: Path | None, language: str | None = None, content: Path | None = None) -> Settings:
    """The settings as far as they are good: patients never wait for somebody to mend a file.

    language, content: what the command line names in place of theirs; recordings are looked for there as well.
    """
    file = file or settings_file()
    settings = Settings()
    if file is not None:
        from kiosk.settings.kept import settings_to_run

        settings = settings_to_run(file, state_folder(), log.warning)
    settings = replace(settings, language=language) if language else settings
    return replace(settings, content_dir=content) if content is not None else settings


def _tell_how_to_have_a_screen() -> int:
    print(_NO_SCREEN.format(program=sys.argv[0]), file=sys.stderr)
    return WRONG_USE


_NO_SCREEN: Final = """There is no screen here: neither DISPLAY nor WAYLAND_DISPLAY is set.
On a desk, start it from a terminal of the desktop. To try it on a virtual screen (Debian: apt install xvfb xauth):
  xvfb-run -s "-screen 0 1920x1080x24" {program} run
To see every screen as a picture:
  {program} shots pictures/"""
