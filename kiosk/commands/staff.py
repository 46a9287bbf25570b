"""`clinic-kiosk staff`: what the staff screen does, for the command line."""

import argparse
import signal
import sys
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Final, TypeAlias

from kiosk.commands.arguments import PROBLEMS, SOUND, WRONG_USE, Commands, add_places, show_help
from kiosk.commands.places import clinic_folder, folders_of, has_screen, settings_of, state_of, today
from kiosk.device.keypad import PadKey
from kiosk.settings.settings import Settings

_Act: TypeAlias = Callable[[argparse.Namespace, Settings], int]
_NO_SCREEN: Final = """There is no screen here: neither DISPLAY nor WAYLAND_DISPLAY is set.
To teach the keys at the screen of a kiosk that runs, as root (Debian 12: wayland-1):
  setpriv --reuid kiosk --regid kiosk --clear-groups env HOME=/var/lib/clinic-kiosk \\
    XDG_RUNTIME_DIR=/run/kiosk WAYLAND_DISPLAY=wayland-0 QT_QPA_PLATFORM=wayland clinic-kiosk staff learn-keys"""


def add_to(commands: Commands) -> None:
    """Add the command to the others."""
    staff = commands.add_parser(
        "staff",
        help="publish, step back, see counts, set a PIN",
        description="What the staff screen does, for the command line.",
        epilog='Each explains itself: "clinic-kiosk staff publish --help". Exit: 0 done, 1 problems, 2 wrong use.',
    )
    staff.set_defaults(command=lambda _: show_help(staff))
    parts = staff.add_subparsers(title="commands", metavar="COMMAND")
    _add(parts, "status", "tell what patients see and what waits", _status)
    publish = _add(parts, "publish", "let patients see what stands in the clinic's folder", _publish)
    publish.add_argument("--by", metavar="NAME", help="who publishes")
    publish.add_argument(
        "--page-by-page", action="store_true", help="leave out files with mistakes, and publish the others"
    )
    back = _add(parts, "rollback", "let patients see an earlier edition again", _roll_back)
    back.add_argument("edition", type=int, metavar="ID", help="its number; clinic-kiosk staff status lists them")
    counts = _add(parts, "counts", "tell how often each page was opened, as CSV", _counts)
    counts.add_argument("--out", type=Path, metavar="FILE", help="write it to a file that is not there yet")
    _add(parts, "learn-keys", "teach the kiosk the keys of its tactile pad", _learn_keys)
    pin = _add(parts, "set-pin", "set a PIN for the staff screen", _set_pin)
    pin.add_argument("name", nargs="?", default="Staff", metavar="NAME", help="whose PIN it is (default: Staff)")
    pin.add_argument("--remove", action="store_true", help="take this person's PIN away")


def _add(parts: Commands, name: str, about: str, act: _Act) -> argparse.ArgumentParser:
    parser = parts.add_parser(name, help=about, description=f"{about[0].upper()}{about[1:]}.")
    add_places(parser)
    parser.set_defaults(command=lambda options: _with_settings(act, options))
    return parser


def _with_settings(act: _Act, options: argparse.Namespace) -> int:
    settings = settings_of(options)
    return PROBLEMS if settings is None else act(options, settings)


def _status(options: argparse.Namespace, settings: Settings) -> int:
    from kiosk.commands.staff_status import report

    lines, is_well = report(
        folders_of(options, settings),
        state_of(settings),
        datetime.now().astimezone(),
        page_by_page=settings.publish == "page-by-page",
    )
    print("\n".join(lines))
    return SOUND if is_well else PROBLEMS


def _publish(options: argparse.Namespace, settings: Settings) -> int:
    from kiosk.content.editions.edition import AT_COMMAND_LINE
    from kiosk.content.editions.publish import Publication, publish
    from kiosk.content.editions.store import Store
    from kiosk.content.packs.recovery import recover
    from kiosk.disk import Disk

    own = clinic_folder(options, settings)
    if own is not None:
        recover(own)
    page_by_page = options.page_by_page or settings.publish == "page-by-page"
    publication = Publication(
        folders_of(options, settings), options.by or AT_COMMAND_LINE, datetime.now().astimezone(), page_by_page
    )
    outcome = publish(Store(state_of(settings), Disk()), publication)
    for problem in outcome.problems:
        print(problem, file=sys.stderr)
    if outcome.edition is None:
        print("Nothing was published. Patients see what they saw before.", file=sys.stderr)
        return PROBLEMS
    told = f"published: {outcome.edition.summary}" if outcome.is_new else "says the same already. Nothing to publish"
    print(f"Edition {outcome.edition.number} {told}.")
    return SOUND


def _roll_back(options: argparse.Namespace, settings: Settings) -> int:
    from kiosk.content.editions.publish import roll_back
    from kiosk.content.editions.store import Store
    from kiosk.content.editions.waiting import held_name
    from kiosk.disk import Disk

    held = held_name(folders_of(options, settings))
    outcome = roll_back(Store(state_of(settings), Disk()), options.edition, held)
    for problem in outcome.problems:
        print(problem.what, problem.remedy, file=sys.stderr)
    if outcome.edition is None:
        return PROBLEMS
    print(f"Patients see edition {outcome.edition.number} of {outcome.edition.date:%Y-%m-%d %H:%M}.")
    print("What stands in the clinic's folder now is not published again until it is changed, or you publish it.")
    return SOUND


def _counts(options: argparse.Namespace, settings: Settings) -> int:
    from kiosk.commands.new_file import write_new
    from kiosk.device.counts import Counts
    from kiosk.disk import Disk

    table = Counts(state_of(settings), Disk(), today).csv()
    if options.out is None:
        sys.stdout.write(table.replace("\r\n", "\n"))
        return SOUND

    def write() -> None:
        with options.out.open("x", encoding="utf-8", newline="") as file:
            file.write(table)

    return write_new(options.out, write)


def _set_pin(options: argparse.Namespace, settings: Settings) -> int:
    from kiosk.device.pin import Pins
    from kiosk.disk import Disk, told

    pins = Pins(state_of(settings), Disk(), time.monotonic, time.time)
    if options.remove and options.name not in pins.names():
        print(f"{options.name} has no PIN. There are: {', '.join(pins.names()) or 'none'}.", file=sys.stderr)
        return WRONG_USE
    try:
        if options.remove:
            pins.remove(options.name)
        else:
            pins.set(options.name, _asked_for_pin())
    except ValueError as why:
        print(why, file=sys.stderr)
        return PROBLEMS
    except OSError as error:
        print(*told(error), file=sys.stderr)
        return PROBLEMS
    print(f"The PIN of {options.name} is {'taken away' if options.remove else 'set'}.")
    return SOUND


def _asked_for_pin() -> str:
    """The PIN as it is typed, or as it comes from a file or another program.

    Raises ValueError when it was typed differently the second time.
    """
    if not sys.stdin.isatty():
        return sys.stdin.readline().strip()
    from getpass import getpass

    pin = getpass("New PIN: ")
    if getpass("Once more: ") != pin:
        raise ValueError("The two are not the same. Nothing was changed.")
    return pin


def _learn_keys(_options: argparse.Namespace, settings: Settings) -> int:
    if not has_screen():
        print(_NO_SCREEN, file=sys.stderr)
        return WRONG_USE
    from kiosk.device.keypad import read_pad, write_pad
    from kiosk.paths import assets_folder
    from kiosk.running.application import make_application
    from kiosk.staff.words import staff_words
    from kiosk.ui.staff.teaching import KeyTeacher

    app = make_application()
    if sys.platform != "win32":  # who types over the network goes, and what is known by then is kept
        signal.signal(signal.SIGHUP, signal.getsignal(signal.SIGTERM))
    taught: list[dict[int, PadKey]] = []
    window = KeyTeacher(staff_words(assets_folder(), settings.language or "en"), read_pad(state_of(settings)))
    window.taught.connect(taught.append)
    window.showFullScreen()
    app.exec()
    window.close()
    if not taught:
        print("No key was taught; the pad stays as it was.")
        return PROBLEMS
    try:
        write_pad(state_of(settings), taught[0])
    except OSError as fault:
        print(f"The keys could not be kept: {fault}", file=sys.stderr)
        return PROBLEMS
    print(f"{len(taught[0])} keys are known. They work from the kiosk's next start.")
    return SOUND
