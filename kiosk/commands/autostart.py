"""`clinic-kiosk autostart`: on a desk machine, the kiosk opens when somebody logs in."""

import argparse
import shutil
import sys
from pathlib import Path

from kiosk.commands.arguments import PROBLEMS, SOUND, WRONG_USE, Commands, add_settings, show_help


def add_to(commands: Commands) -> None:
    """Add the command to the others."""
    autostart = commands.add_parser(
        "autostart",
        help="open the kiosk when somebody logs in, on a desk machine",
        description="Open the kiosk full screen whenever this user logs in. For a kiosk on the wall install the Debian "
        "package instead: it starts at boot, without a login, and is started again whatever happens.",
        epilog="Exit status: 0 done, or it is enabled; 1 it is not enabled, or could not be done; 2 wrong use.",
    )
    autostart.set_defaults(command=lambda _: show_help(autostart))
    parts = autostart.add_subparsers(title="commands", metavar="COMMAND")
    enable = parts.add_parser("enable", help="open it from the next login on", description="Open it at every login.")
    add_settings(enable)
    enable.set_defaults(command=_enable)
    disable = parts.add_parser("disable", help="open it no more", description="Open it at login no more.")
    disable.set_defaults(command=_disable)
    status = parts.add_parser("status", help="tell whether it is enabled", description="Tell whether it is enabled.")
    status.set_defaults(command=_status)


def _enable(options: argparse.Namespace) -> int:
    from kiosk.disk import told
    from kiosk.health.autostart import autostart_here

    if options.settings is not None and not options.settings.is_file():
        print(f"There is no file {options.settings}.", file=sys.stderr)
        return WRONG_USE
    settings = ("--settings", str(options.settings.absolute())) if options.settings is not None else ()
    autostart = autostart_here()
    try:
        autostart.enable((*_program(), "run", *settings))
    except OSError as error:
        print(f"{autostart.file}: {' '.join(told(error))}", file=sys.stderr)
        return PROBLEMS
    print(f"The kiosk opens at every login. The file for it is {autostart.file}")
    return SOUND


def _disable(_options: argparse.Namespace) -> int:
    from kiosk.disk import told
    from kiosk.health.autostart import autostart_here

    autostart = autostart_here()
    try:
        autostart.disable()
    except OSError as error:
        print(f"{autostart.file}: {' '.join(told(error))}", file=sys.stderr)
        return PROBLEMS
    print("The kiosk does not open at login.")
    return SOUND


def _status(_options: argparse.Namespace) -> int:
    from kiosk.health.autostart import autostart_here

    autostart = autostart_here()
    if autostart.is_enabled:
        print(f"Enabled: {autostart.file}")
        return SOUND
    print("Not enabled.")
    return PROBLEMS


def _program() -> tuple[str, ...]:
    """How this program is called from anywhere."""
    installed = Path(sys.executable).with_name("clinic-kiosk.exe" if sys.platform == "win32" else "clinic-kiosk")
    found = str(installed) if installed.is_file() else shutil.which("clinic-kiosk")
    return (found,) if found else (sys.executable, "-m", "kiosk")
