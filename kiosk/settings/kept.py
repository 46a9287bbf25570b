"""The settings as they were last read: for a quick start, and for the day somebody makes a mistake in the file."""

import hashlib
import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

from kiosk.content.codec import decode, encode
from kiosk.disk import Disk, read_json, told
from kiosk.settings import settings as model
from kiosk.settings.settings import Settings
from kiosk.values import value_class

KEPT: Final = "settings.json"


@value_class
class Kept:
    """What was read last, and from which file."""

    file: str
    """Its place: the good settings of another file are not those of this one."""
    source: str
    """A name for the content of that file and this program."""
    settings: Settings


def settings_to_run(file: Path, state: Path, log: Callable[[str], None]) -> Settings:
    """The settings of a file; while there is a mistake in it, those that were good last, or defaults.

    state: this kiosk's folder, where the good ones are kept. A kiosk always runs: what is wrong is logged.
    """
    kept = _read(state / KEPT, file)
    source = _source(file)
    if kept is not None and kept.source == source:
        return kept.settings
    from kiosk.settings.file import read_settings  # late: the usual start can do without

    try:
        settings, problems = read_settings(file)
    except OSError as error:  # wherever a path in it leads: nothing there keeps the kiosk from starting
        log(f"{file} cannot be checked: {error}")
        settings, problems = None, ()
    for problem in problems:
        log(str(problem))
    if settings is not None:
        # With something left to be told, it is told at every start.
        _write(state / KEPT, Kept(_place(file), "" if problems else source, settings), log)
        return settings
    log(f"The kiosk runs with the {'last good' if kept else 'usual'} settings until {file} is mended.")
    return kept.settings if kept is not None else Settings()


def _place(file: Path) -> str:
    return str(file.absolute())


def _source(file: Path) -> str:
    digest = hashlib.blake2b(digest_size=16)
    for read in (file, Path(model.__file__)):
        with suppress(OSError):  # it is told as a problem by whoever reads it
            digest.update(read.read_bytes())
    return digest.hexdigest()


def _read(state: Path, file: Path) -> Kept | None:
    """What was kept, if it is of this file."""
    try:
        kept = read_json(state)
        known = Kept(str(kept["file"]), str(kept["source"]), decode(Settings, kept["settings"]))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    return known if known.file == _place(file) else None


def _write(file: Path, kept: Kept, log: Callable[[str], None]) -> None:
    kept_json = {"file": kept.file, "source": kept.source, "settings": encode(kept.settings)}
    data = json.dumps(kept_json, ensure_ascii=False)
    try:
        Disk().write_whole(file, data.encode(), private=True)
    except OSError as error:
        log(f"The settings could not be kept: {told(error)[0]}")
