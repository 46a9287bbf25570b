"""`clinic-kiosk voice`: recordings of what is read aloud."""

import argparse
import os
import shlex
import sys
from dataclasses import replace
from pathlib import Path

from kiosk.commands.arguments import PROBLEMS, SOUND, WRONG_USE, Commands, add_places, show_help
from kiosk.commands.places import clinic_folder, folders_of, settings_of
from kiosk.paths import cache_folder


def add_to(commands: Commands) -> None:
    """Add the command to the others."""
    voice = commands.add_parser("voice", help="recordings of what Listen reads aloud")
    voice.set_defaults(command=lambda _: show_help(voice))
    parts = voice.add_subparsers(title="commands", metavar="COMMAND")
    render = parts.add_parser(
        "render",
        help="make them with the best voice you have",
        description="Make a recording of every sentence that Listen reads, below DIR/en/audio/ and so on. A sentence "
        "that is recorded is not made again: take its file out first, or put in one that a person has spoken; "
        "sentences.txt there says which file is which sentence. A changed sentence wants a new recording.",
        epilog="Exit status: 0 done, 1 it could not be done, 2 wrong use.",
    )
    render.add_argument("folder", nargs="?", type=Path, metavar="DIR", help="default: the clinic's own folder")
    render.add_argument("--language", metavar="xx", help="default: every language")
    render.add_argument(
        "--with",
        dest="program",
        default="",
        metavar="COMMAND",
        help="a program that reads words and writes a WAV file (mono, 16 bits); default: espeak-ng",
    )
    render.add_argument("--ogg", action="store_true", help="in a ninth of the room; needs vorbis-tools, here and there")
    add_places(render)
    render.set_defaults(command=_render)


def _render(options: argparse.Namespace) -> int:
    settings = settings_of(options)
    if settings is None:
        return PROBLEMS
    folder = options.folder or clinic_folder(options, settings)
    if folder is None:
        print("Name a folder: the settings have no clinic's folder (content_dir).", file=sys.stderr)
        return WRONG_USE
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from kiosk.content.live import open_library
    from kiosk.tour.recording import Making, render
    from kiosk.tour.shots import application_here

    application = application_here()
    folders = folders_of(options, settings)
    library = open_library(folders, cache_folder(), lambda told: print(told, file=sys.stderr)).library
    if library is None:
        print("There is no library to read. Run clinic-kiosk check to see why.", file=sys.stderr)
        return PROBLEMS
    languages = [options.language] if options.language else list(library.languages)
    if options.language and (lack := library.lack_of(options.language)):
        print(lack, file=sys.stderr)
        return WRONG_USE
    for language in languages:
        try:
            speaks = replace(settings, language=language)
            done = render(library, speaks, folder, Making(language, shlex.split(options.program), ogg=options.ogg))
        except (OSError, ValueError) as error:
            print(error, file=sys.stderr)
            return PROBLEMS
        size = done.size / 1_000_000
        print(f"{language}: {done.sentences} sentences, {done.made} made now, {size:.1f} MB in all")
    del application
    return SOUND
