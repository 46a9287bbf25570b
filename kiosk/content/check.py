"""Reads a whole library and tells every problem in one pass; the sound part of it can be shown."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any, Final

from kiosk.content.cards import card_of
from kiosk.content.clinic.copied import review_copies
from kiosk.content.folders import PICTURES, ContentFile, Folders
from kiosk.content.kinds import KINDS, LANGUAGE, is_page_name, kind_of, page_id, page_name_like
from kiosk.content.library import LanguagePages, Library, Page, in_order
from kiosk.content.model.home import Home, Language
from kiosk.content.model.pages import Glossary, PatientQuestions, Source, Sources, Spine
from kiosk.content.model.parts import Review
from kiosk.content.model.value import Value
from kiosk.content.model.words import Words
from kiosk.content.pictures.check import check_pictures
from kiosk.content.problem import Problem, has_errors
from kiosk.content.reader import Hidden, ReadFile, Reading, read_at
from kiosk.content.review.filled import review_filled
from kiosk.content.review.hiding import review_hidden
from kiosk.content.review.ids import review_sources
from kiosk.content.review.references import References, review_references
from kiosk.values import value_class


@value_class
class Checked:
    """What came of checking a library."""

    library: Library | None
    """The sound part, or None if there is not enough of it to be shown."""
    problems: tuple[Problem, ...]
    files: tuple[ReadFile, ...]
    """Every page, for the review of its words; one with a mistake has no value."""
    pictures: Mapping[str, Path]
    """Every picture by its name."""
    references: References
    """The names that a page may name."""

    def due(self, by: date) -> tuple[tuple[date, str], ...]:
        """Day and path of the pages that must be looked at again by a day, the first ones first."""
        reviews = ((getattr(read_file.reading.value, "review", None), read_file.file.shown) for read_file in self.files)
        return tuple(
            sorted((review.due, path) for review, path in reviews if isinstance(review, Review) and review.due <= by)
        )


@value_class
class Known:
    """What was found out before of files that have not changed since, and need not be read and reviewed again."""

    readings: Mapping[str, Reading]
    """Those in which nothing was wrong, by their paths below the library."""
    pictures: Collection[str]
    """The names of those that do no harm."""
    references: References
    """The names that there were: a page is sound by these and by any that are added."""


NOTHING_KNOWN: Final = Known({}, (), References((), (), (), (), ()))


@dataclass(slots=True)
class _Gathered:
    """Readings sorted by what they are."""

    singles: dict[str, dict[str, Any]] = field(default_factory=dict)
    pages: dict[str, dict[str, Page]] = field(default_factory=dict)
    glossaries: dict[str, list[Glossary]] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)


def check(folders: Folders, known: Known = NOTHING_KNOWN) -> Checked:
    """Read and check every file of the folders, but not what is known."""
    files, problems = folders.files()
    pictures = {file.path.relative_to(PICTURES).as_posix(): file.where for file in files.values() if file.is_picture}
    new = {name: file for name, file in pictures.items() if name not in known.pictures}
    found = [*problems, *check_pictures(new), *review_copies(folders)]
    readings = _with_translations_hidden(_read_all(files, found, known))
    references = _references(readings, pictures)
    is_still_sound = references.has_all_of(known.references)
    for read_file in readings:
        if is_still_sound and read_file.file.path.as_posix() in known.readings:
            continue
        found += review_references(read_file.file.shown, read_file.reading, references)
        found += review_filled(read_file.file.shown, read_file.reading)
    found += [*review_sources(readings), *review_hidden(readings, _first_language(readings))]
    unsound = {problem.path for problem in found if problem.severity == "error"}
    shown = {name: file for name, file in pictures.items() if f"{PICTURES}/{name}" not in unsound}
    gathered = _Gathered()
    _gather(gathered, _stand_ins(folders, unsound), frozenset())
    _gather(gathered, readings, unsound)
    library = _assemble(gathered, shown)
    found += _missing_files(files, library)
    return Checked(library, tuple(sorted(set(found))), tuple(readings), pictures, references)


def _read_all(
    files: Mapping[str, ContentFile], problems: list[Problem], known: Known = NOTHING_KNOWN
) -> list[ReadFile]:
    readings = []
    for file in files.values():
        kind = kind_of(file.path) if file.is_page else None
        if file.is_picture:
            continue
        if kind is None:
            problems.append(_stray(file))
            continue
        if kind.many and not is_page_name(file.path.stem.lower()):
            problems.append(_oddly_named(file))
        reading = known.readings.get(file.path.as_posix()) or read_at(file.shown, file.where, kind)
        problems += reading.problems
        readings.append(ReadFile(file, kind, reading))
    return readings


def _with_translations_hidden(readings: list[ReadFile]) -> list[ReadFile]:
    """A page that is hidden in the first language is hidden in all; one that is no translation stays where it is."""
    hidden = _hidden_in_first(readings)
    return [
        replace(read_file, reading=Reading(Hidden(), (), read_file.reading.places))
        if getattr(read_file.reading.value, "translation", None) and page_id(read_file.file.path).lower() in hidden
        else read_file
        for read_file in readings
    ]


def _hidden_in_first(readings: list[ReadFile]) -> set[str]:
    """The pages that the first language hides; what a language cannot do without, another one keeps."""
    first = _first_language(readings)
    return {
        page_id(read_file.file.path).lower()
        for read_file in readings
        if isinstance(read_file.reading.value, Hidden)
        and not read_file.kind.required
        and read_file.file.path.parts[0] == first
    }


def _first_language(readings: list[ReadFile]) -> str:
    """The code of the language that others fall back on."""
    orders = {
        read_file.file.path.parts[0]: value.order
        for read_file in readings
        if isinstance(value := read_file.reading.value, Language)
    }
    return min(orders, key=lambda code: (orders[code], code), default="")


class _Unknown(Collection[str]):
    """The names in a file that could not be read: the file's own problem is told, not every page that names them."""

    def __contains__(self, _name: object) -> bool:
        return True

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


def _references(readings: list[ReadFile], pictures: Mapping[str, Path]) -> References:
    """The names that may be named: pages with problems and hidden ones too, which screens leave out."""
    references = References.of([(r.file.path, r.reading.value) for r in readings if r.reading.value], pictures)
    kinds = {r.kind.model for r in readings if r.reading.value is None}
    away = [r for r in readings if r.reading.visible is None]
    return replace(
        references,
        sources=_Unknown() if Sources in kinds else references.sources,
        pages={*references.pages, *(page_id(r.file.path) for r in away)},
        places=_Unknown() if Spine in kinds else references.places,
    )


def _stray(file: ContentFile) -> Problem:
    places = ", ".join(kind.where.replace(LANGUAGE, "en/") for kind in KINDS if kind.many)
    what = "The kiosk does not know what this file is."
    return Problem(file.shown, 1, 1, "error", what, f"Pages end in .yaml and lie in one of: {places}, or pictures/.")


def _oddly_named(file: ContentFile) -> Problem:
    """It is shown beside the page that it is a copy of, as the file managers of Windows and Mac make them."""
    what = "This name has other signs than letters, digits and hyphens, as a copy that was made by mistake."
    like = f"{page_name_like(file.path.stem)}{file.path.suffix}"
    return Problem(file.shown, 1, 1, "warning", what, f"Rename it, for example {like}, or take it out.")


def _stand_ins(folders: Folders, unsound: Collection[str]) -> list[ReadFile]:
    """What lies below files that cannot be shown: one mistake in the clinic's folder takes nothing away."""
    if folders.own is None or not unsound:
        return []
    below = folders.below_own.files()[0]
    return _read_all({name: file for name, file in below.items() if file.shown in unsound}, [])


def _gather(gathered: _Gathered, readings: list[ReadFile], unsound: Collection[str]) -> None:
    for read_file in readings:
        value, path = read_file.reading.visible, read_file.file.path
        if value is None:
            continue
        language, is_sound = path.parts[0], read_file.file.shown not in unsound
        if isinstance(value, Sources):
            told = {source.id: source for source in reversed(value.sources)}
            # With a mistake in it, one of its ids may be that of another source.
            gathered.sources = gathered.sources | told if is_sound else told | gathered.sources
        elif isinstance(value, Glossary):
            gathered.glossaries.setdefault(language, []).append(value)
        elif read_file.kind.required:
            singles = gathered.singles.setdefault(language, {})
            if is_sound or read_file.kind.name not in singles:  # else what lies below stands in for it
                singles[read_file.kind.name] = _as_shown(value)
        elif is_sound:
            gathered.pages.setdefault(language, {})[page_id(path)] = value  # type: ignore[assignment]  # the kinds left are pages


def _as_shown(value: Value) -> Value:
    """Of what no screen says who has checked it, that is left behind: a start has less to read."""
    if isinstance(value, Words | Home | Spine | PatientQuestions):
        return replace(value, review=None, translation=None)
    return value


def _assemble(gathered: _Gathered, pictures: Mapping[str, Path]) -> Library | None:
    needed = {kind.name for kind in KINDS if kind.required}
    languages = [
        LanguagePages(
            code=code,
            language=single["language"],
            words=single["words"],
            home=single["home"],
            spine=single["spine"],
            questions=single["questions"],
            warning_signs=single["warning signs"],
            cards=tuple(card_of(name, page) for name, page in _in_order(gathered, code)),
            pages=dict(_in_order(gathered, code)),
            glossaries=tuple(gathered.glossaries.get(code, ())),
        )
        for code, single in gathered.singles.items()
        if needed <= set(single)
    ]
    return Library(in_order(languages), gathered.sources, pictures) if languages else None


def _in_order(gathered: _Gathered, code: str) -> list[tuple[str, Page]]:
    return sorted(gathered.pages.get(code, {}).items())


def _missing_files(files: Mapping[str, ContentFile], library: Library | None) -> list[Problem]:
    """The files that a language cannot do without."""
    kinds = ((file, kind_of(file.path)) for file in files.values() if file.is_page)
    codes = {file.path.parts[0] for file, kind in kinds if kind is not None and kind.per_language}
    problems = []
    for code in sorted(codes):
        for kind in KINDS:
            path = f"{kind.where.replace(LANGUAGE, f'{code}/')}.yaml"
            if kind.required and path.removesuffix(".yaml").lower() not in files:
                what = f"The file {path} is missing."
                problems.append(Problem(path, 1, 1, "error", what, "Copy it from another language and translate it."))
    if not codes and library is None:
        what, remedy = "There are no pages in this folder.", "Name the folder that holds a language folder such as en."
        problems.append(Problem(".", 1, 1, "error", what, remedy))
    return problems


def is_sound(checked: Checked) -> bool:
    """Whether nothing keeps the library from being published whole."""
    return checked.library is not None and not has_errors(checked.problems)
