"""Reads the settings file; every mistake in it is told like a content problem."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any, Final, TypeVar

from kiosk.colours.accent import TEXT, reached, readable
from kiosk.content.kinds import Kind
from kiosk.content.pictures.check import look
from kiosk.content.problem import Problem, has_errors
from kiosk.content.reader import read
from kiosk.content.tree import MAX_BYTES
from kiosk.content.untrusted import Unreadable, read_limited
from kiosk.disk import is_closed, is_file
from kiosk.settings.settings import Settings
from kiosk.values import value_class

_KIND = Kind("settings", Settings, "settings")
_COLOUR: Final = re.compile(r"#[0-9A-Fa-f]{6}")
_OUTPUT: Final = re.compile(r"[A-Za-z]+(-[A-Za-z0-9]+)+")
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_CODE: Final = "Write its code, for example en or es."
LOWEST_MM: Final = 380
"""Above the floor: nothing lower is operated from a wheelchair, 15 inches (ADA 308.2.1)."""
HIGHEST_MM: Final = 970
"""So that the bar along the lower edge, up to 150 mm high, ends at 1120 mm, 44 inches (ADA 308.2.2)."""
LONGEST_GUARD_MS: Final = 2000
"""Longer, and a key seems dead to whoever presses it with care."""
_HOMES: Final = (Path("/home"), Path("/root"), Path("/run/user"))
"""What ProtectHome= keeps from the kiosk's service."""
T = TypeVar("T")


@value_class
class Fault:
    """What is wrong with the value at the end of a way of keys."""

    where: tuple[str | int, ...]
    what: str
    remedy: str
    is_warning: bool = False


def read_settings(file: Path) -> tuple[Settings | None, tuple[Problem, ...]]:
    """The settings in a file, or None and what is wrong with them; an empty file means all defaults.

    Paths that are not absolute are taken from the file's own folder.
    """
    try:
        data = read_limited(file, MAX_BYTES)
    except Unreadable as fault:
        there = is_closed(file) or file.exists()
        what, remedy = (fault.what, fault.remedy) if there else ("There is no such file.", "Name the settings file.")
        return None, (Problem(str(file), 1, 1, "error", what, remedy),)
    if not any(line.strip() and not line.lstrip().startswith(b"#") for line in data.splitlines()):
        return Settings(), ()
    reading = read(str(file), data, _KIND)
    if not isinstance(reading.value, Settings):
        return None, reading.problems
    settings = _absolute(reading.value, file.absolute().parent)
    found = [
        reading.problem(str(file), fault.where, fault.what, fault.remedy, warning=fault.is_warning)
        for fault in (*(fault for review in REVIEWS for fault in review(settings)), *_hidden(settings, file.absolute()))
    ]
    problems = tuple(sorted({*reading.problems, *found}))
    return (None if has_errors(problems) else settings), problems


def _absolute(value: T, base: Path) -> T:
    """The same with every path in it made absolute."""
    if isinstance(value, Path):
        return base / value
    if is_dataclass(value) and not isinstance(value, type):
        parts: dict[str, Any] = {field.name: _absolute(getattr(value, field.name), base) for field in fields(value)}
        return replace(value, **parts)
    return value


# --- what cannot be seen from a key alone -------------------------------------------------------------------------


def _accent(settings: Settings) -> Iterator[Fault]:
    accent, where = settings.clinic.accent, ("clinic", "accent")
    if accent and not _COLOUR.fullmatch(accent):
        what = f'"{accent}" is not a colour.'
        yield Fault(where, what, 'Write # and six digits or letters from a to f, in quotes: "#18557E".')
    elif accent and reached(accent) < TEXT:
        what = f"Words in {accent} are too pale: {reached(accent):.1f} to 1 on the light ground, {TEXT:.0f} is needed."
        yield Fault(where, what, f'Write "{readable(accent)}", the same colour darker.')


def _logo(settings: Settings) -> Iterator[Fault]:
    clinic, where = settings.clinic, ("clinic", "logo")
    if clinic.logo is not None and is_closed(clinic.logo):
        return  # told with all that is
    if clinic.logo is not None and not is_file(clinic.logo):
        yield Fault(where, f"There is no picture {clinic.logo}.", "Write where it lies, or copy it there.")
    elif clinic.logo is not None:
        found = look(clinic.logo.name, clinic.logo)
        yield from (Fault(where, p.what, p.remedy, is_warning=p.severity == "warning") for p in found)
    elif clinic.logo_holds_name:
        yield Fault(("clinic", "logo_holds_name"), "There is no logo.", "Name its picture at logo, or write false.")


def _languages(settings: Settings) -> Iterator[Fault]:
    for number, code in enumerate(settings.languages):
        if not _LANGUAGE.fullmatch(code):
            yield Fault(("languages", number), f'"{code}" is not a language.', _CODE)
        elif code in settings.languages[:number]:
            yield Fault(("languages", number), f'"{code}" stands here a second time.', "Keep one of the two.")
    if settings.language and not _LANGUAGE.fullmatch(settings.language):
        yield Fault(("language",), f'"{settings.language}" is not a language.', _CODE)
    elif settings.language and settings.languages and settings.language not in settings.languages:
        what = f'"{settings.language}" is not among the languages that are offered.'
        yield Fault(("language",), what, f"Write one of: {', '.join(settings.languages)}.")
    for key, told in (("offers", settings.clinic.offers), ("phone_hours", settings.clinic.phone_hours)):
        yield from _by_language(key, told)


def _by_language(key: str, told: Mapping[str, str]) -> Iterator[Fault]:
    for code, words in told.items():
        if not _LANGUAGE.fullmatch(code):
            yield Fault(("clinic", key, code), f'"{code}" is not a language.', _CODE)
        elif not words.strip():
            yield Fault(("clinic", key, code), f'"{code}" is empty.', "Write its words, or take the line out.")


def _telephones(settings: Settings) -> Iterator[Fault]:
    for key, number in (("phone", settings.clinic.phone), ("emergency_phone", settings.clinic.emergency_phone)):
        if (number or key == "emergency_phone") and not any(letter.isdigit() for letter in number):
            yield Fault(("clinic", key), f'"{number}" is not a telephone number.', "Write it as it is dialled.")


def _folders(settings: Settings) -> Iterator[Fault]:
    folder = settings.content_dir
    if folder is None or is_closed(folder):
        return
    if folder.exists() and not folder.is_dir():
        yield Fault(("content_dir",), f"{folder} is not a folder.", "Name the folder that the clinic's pages lie in.")
    elif not folder.exists():
        what = f"There is no folder {folder} at this moment."
        remedy = f"Connect its disk, or make it: clinic-kiosk content start {folder}"
        yield Fault(("content_dir",), what, remedy, is_warning=True)


def _closed(settings: Settings) -> Iterator[Fault]:
    """A warning only: all the rest of the settings is as good as before."""
    for where, path in _paths(settings):
        if is_closed(path):
            yield Fault(where, f"{path} cannot be opened by the kiosk.", _COPY_IT, is_warning=True)


def _hidden(settings: Settings, file: Path) -> Iterator[Fault]:
    """What who checks can open and the service cannot; it reads no settings that lie there themselves."""
    if _is_in_a_home(file):
        return
    for where, path in _paths(settings):
        if _is_in_a_home(path) and not is_closed(path):
            what = f"{path} lies in somebody's home: the kiosk on the wall cannot open it."
            yield Fault(where, what, _COPY_IT, is_warning=True)


def _is_in_a_home(path: Path) -> bool:
    return any(path.is_relative_to(home) for home in _HOMES)


def _paths(settings: Settings) -> Iterator[tuple[tuple[str, ...], Path]]:
    ways = ("clinic", "logo"), ("content_dir",), ("state_dir",)
    for where, path in zip(ways, (settings.clinic.logo, settings.content_dir, settings.state_dir), strict=True):
        if path is not None:
            yield where, path


_COPY_IT: Final = "Copy it below /var/lib/clinic-kiosk, and write here where it lies then."


def _screen(settings: Settings) -> Iterator[Fault]:
    density, height = settings.screen.px_per_mm, settings.screen.bottom_mm
    if density is not None and not 1 <= density <= 20:  # noqa: PLR2004 - from a wall of light to a phone
        what = f"{density:g} pixels for each millimetre are not those of a screen."
        yield Fault(("screen", "px_per_mm"), what, "Divide the pixels of a line by the width in millimetres.")
    if not 0 <= height <= 2000:  # noqa: PLR2004 - millimetres that anybody can reach
        what = f"{height} mm above the floor is nothing that people reach."
        yield Fault(("screen", "bottom_mm"), what, "Measure in millimetres from the floor to the picture's lower edge.")
    elif not LOWEST_MM <= height <= HIGHEST_MM:
        what = f"With its lower edge {height} mm above the floor, the screen is hard to reach from a wheelchair."
        remedy = f"Hang it so that the lower edge is {LOWEST_MM} to {HIGHEST_MM} mm above the floor."
        yield Fault(("screen", "bottom_mm"), what, remedy, is_warning=True)

    if settings.screen.brightness is not None and not 10 <= settings.screen.brightness <= 100:  # noqa: PLR2004 - per cent
        what = f"{settings.screen.brightness} is no brightness."
        yield Fault(("screen", "brightness"), what, "Write per cent, from 10 to 100, or leave the line out.")
    if settings.screen.rotation not in (0, 90, 180, 270):
        what = f"A screen cannot be turned by {settings.screen.rotation} degrees."
        yield Fault(("screen", "rotation"), what, "Write 0, 90, 180 or 270.")
    if settings.screen.output and not _OUTPUT.fullmatch(settings.screen.output):
        what = f'"{settings.screen.output}" is not the name of a socket.'
        yield Fault(("screen", "output"), what, "Write it as clinic-kiosk doctor does, for example HDMI-A-1.")


def _keys(settings: Settings) -> Iterator[Fault]:
    if not 0 <= settings.key_guard_ms <= LONGEST_GUARD_MS:
        what = f"{settings.key_guard_ms} ms between two presses of a key are not what hands need."
        yield Fault(("key_guard_ms",), what, f"Write milliseconds, from 0 to {LONGEST_GUARD_MS}; 100 is usual.")


def _hours(settings: Settings) -> Iterator[Fault]:
    yield from (Fault(("hours", *where), what, remedy) for where, what, remedy in settings.hours.mistakes())


REVIEWS: Final[tuple[Callable[[Settings], Iterator[Fault]], ...]] = (
    _accent,
    _logo,
    _languages,
    _telephones,
    _folders,
    _closed,
    _screen,
    _keys,
    _hours,
)
"""Each asks one question of settings whose keys are right."""
