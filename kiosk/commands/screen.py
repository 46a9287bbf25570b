"""`clinic-kiosk screen`: tells the compositor and the touch panel how the screen hangs, by the settings."""

import argparse
from pathlib import Path
from typing import Final

from kiosk.commands.arguments import PROBLEMS, SOUND, Commands, add_settings
from kiosk.commands.places import settings_of
from kiosk.settings.settings import Screen

ENVIRONMENT: Final = Path("clinic-kiosk/screen")
"""Variables for the unit, below the folder for what lasts until the machine is switched off."""
RULE: Final = Path("udev/rules.d/90-clinic-kiosk.rules")
_MATRICES: Final = {90: "0 -1 1 1 0 0", 180: "-1 0 1 0 -1 1", 270: "0 1 0 -1 0 1"}
"""libinput's calibration matrix for a panel that was turned with its picture."""


def add_to(commands: Commands) -> None:
    """Add the command to the others."""
    screen = commands.add_parser(
        "screen",
        help="turn the picture and its touch panel as the settings say",
        description="Tell which output shows the kiosk and how the picture and its touch panel are turned. The "
        "service does this before each start.",
        epilog="Exit status: 0 done, 1 the settings have mistakes.",
    )
    screen.add_argument("--write", type=Path, metavar="DIR", help="write it there (the service: /run)")
    add_settings(screen)
    screen.set_defaults(command=_screen)


def _screen(options: argparse.Namespace) -> int:
    settings = settings_of(options)
    if settings is None:
        return PROBLEMS
    files = {ENVIRONMENT: environment(settings.screen), RULE: rule(settings.screen)}
    for path, words in files.items():
        if options.write is None:
            print(words, end="")
            continue
        (options.write / path).parent.mkdir(parents=True, exist_ok=True)
        (options.write / path).write_text(words, encoding="ascii")
    return SOUND


def environment(screen: Screen) -> str:
    """What the service's session reads, one variable a line."""
    transform = str(screen.rotation) if screen.rotation else "normal"
    return f"KIOSK_OUTPUT={screen.output}\nKIOSK_TRANSFORM={transform}\n"


def rule(screen: Screen) -> str:
    """The rule by which udev turns touches; empty while nothing is turned."""
    if not screen.rotation:
        return ""
    matrix = _MATRICES[screen.rotation]
    return f'ENV{{ID_INPUT_TOUCHSCREEN}}=="1", ENV{{LIBINPUT_CALIBRATION_MATRIX}}="{matrix}"\n'
