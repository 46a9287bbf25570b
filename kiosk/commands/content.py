"""`clinic-kiosk content`: the clinic's own folder, and packs that carry it on a stick."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from kiosk.commands.arguments import PROBLEMS, SOUND, WRONG_USE, Commands, add_places, show_help
from kiosk.commands.places import clinic_folder, settings_of, today
from kiosk.paths import content_folder


def add_to(commands: Commands) -> None:
    """Add the command to the others."""
    content = commands.add_parser(
        "content",
        help="change what patients read: your own pages, packs",
        description="The clinic's own folder lies over the pages that come with the kiosk.",
        epilog='Each explains itself: "clinic-kiosk content copy --help". Exit: 0 done, 1 problems, 2 wrong use.',
    )
    content.set_defaults(command=lambda _: show_help(content))
    parts = content.add_subparsers(title="commands", metavar="COMMAND")
    _add_start(parts)
    _add_copy(parts)
    _add_new(parts)
    _add_packs(parts)


def _add_start(parts: Commands) -> None:
    start = parts.add_parser(
        "start", help="lay out an empty folder", description="Lay out an empty folder, with a README and examples."
    )
    start.add_argument("folder", type=Path, metavar="DIR", help="a new folder, or an empty one")
    start.set_defaults(command=lambda options: _answer(lambda: _start(options)))


def _add_copy(parts: Commands) -> None:
    copy = parts.add_parser(
        "copy",
        help="bring a bundled page over to be changed",
        description="Copy a page or picture that comes with the kiosk into the clinic's folder, to be changed there. "
        "Where you have changed it already, yours stays; ours is put beside it, named .orig, so that you can compare.",
    )
    copy.add_argument("path", metavar="PATH", help="for example en/therapies/prp.yaml")
    add_places(copy)
    copy.set_defaults(command=lambda options: _answer(lambda: _copy(options)))


def _add_new(parts: Commands) -> None:
    new = parts.add_parser(
        "new",
        help="write a file to fill in",
        description="Write a file to be filled in, with a remark on every line that needs one.",
    )
    new.add_argument("kind", metavar="KIND", help="for example tip or topic; with any other word, all of them are told")
    new.add_argument("name", metavar="NAME", nargs="?", default="", help="for example our-garden")
    new.add_argument("--language", metavar="xx", default="en", help="default: en")
    add_places(new)
    new.set_defaults(command=lambda options: _answer(lambda: _new(options)))


def _add_packs(parts: Commands) -> None:
    pack = parts.add_parser(
        "pack",
        help="write the clinic's pages into one file",
        description="Check the clinic's folder and write all of it into one ZIP file, to be carried on a stick.",
    )
    pack.add_argument("out", type=Path, metavar="OUT.zip", help="the file to write; it must not be there yet")
    add_places(pack)
    pack.set_defaults(command=lambda options: _answer(lambda: _pack(options)))
    opened = parts.add_parser(
        "open",
        help="take the pages of such a file",
        description="Show page by page what a pack would change, then put its pages in the place of the clinic's.",
    )
    opened.add_argument("pack", type=Path, metavar="PACK", help="a file written by clinic-kiosk content pack")
    opened.add_argument("--yes", action="store_true", help="take it without asking")
    add_places(opened)
    opened.set_defaults(command=lambda options: _answer(lambda: _open(options)))


def _answer(act: Callable[[], int]) -> int:
    """Do it, and tell in one line what is in the way."""
    from kiosk.content.clinic.folder import Refused
    from kiosk.disk import told

    try:
        return act()
    except Refused as refused:
        print(refused, file=sys.stderr)
        return WRONG_USE if refused.wrong_use else PROBLEMS
    except BrokenPipeError:
        raise  # nobody reads on: no fault of a disk
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        print(f"{where}{' '.join(told(error))}", file=sys.stderr)
        return PROBLEMS


def _own_folder(options: argparse.Namespace) -> Path:
    """The clinic's folder.

    Raises Refused when neither the options nor the settings name one.
    """
    from kiosk.content.clinic.folder import Refused

    settings = settings_of(options)
    if settings is None:
        raise Refused("The settings cannot be read.", "Mend what is told above.")
    folder = clinic_folder(options, settings)
    if folder is None:
        remedy = "Name it with --content DIR, or make one: clinic-kiosk content start DIR"
        raise Refused("There is no clinic's folder yet.", remedy, wrong_use=True)
    return folder


def _start(options: argparse.Namespace) -> int:
    from kiosk.content.clinic.folder import start

    start(options.folder, today())
    print(f"{options.folder} is ready. Read README.txt in it. So that the kiosk shows it, write into its settings:")
    print(f"content_dir: {options.folder.absolute()}")
    return SOUND


def _copy(options: argparse.Namespace) -> int:
    from kiosk.content.clinic.copied import BESIDE
    from kiosk.content.clinic.folder import copy

    file = copy(options.path, content_folder(), _own_folder(options), today())
    if file.suffix == BESIDE:
        print(f"You have this page already, and yours stays. Ours lies beside it, to be compared: {file}")
    else:
        print(f"{file} is yours to change.")
    return SOUND


def _new(options: argparse.Namespace) -> int:
    from kiosk.content.clinic.folder import new

    file = new(options.kind, options.name, options.language, content_folder(), _own_folder(options), today())
    print(f"{file} is ready to be filled in.")
    return SOUND


def _pack(options: argparse.Namespace) -> int:
    from kiosk.content.packs.writing import write_pack

    count = write_pack(options.out, content_folder(), _own_folder(options))
    print(f"{count} file{'s' * (count != 1)} in {options.out}")
    return SOUND


def _open(options: argparse.Namespace) -> int:
    from kiosk.content.editions.changes import told
    from kiosk.content.packs.taking import opened

    with opened(options.pack, content_folder(), _own_folder(options)) as pack:
        for problem in pack.problems:
            print(problem, file=sys.stderr)
        for line in told(pack.changes):
            print(line)
        if not pack.changes:
            print("The pack changes nothing.")
            return SOUND
        if not options.yes and not _agreed():
            print("Nothing was changed.")
            return PROBLEMS
        pack.take()
    print("Taken. Patients see it when it is published; clinic-kiosk staff status tells.")
    return SOUND


def _agreed() -> bool:
    """Whether the person says yes; no answer is no."""
    try:
        return input("Take these changes? Write yes: ").strip().lower() in {"yes", "y"}
    except EOFError:
        return False
