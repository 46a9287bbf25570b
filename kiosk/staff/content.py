"""The tab Content: mistakes with what to write, and what waits to be published."""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Final

from kiosk.content.check import Checked
from kiosk.content.editions.changes import Change
from kiosk.content.editions.edition import How
from kiosk.content.editions.publish import Publication, publish
from kiosk.content.editions.waiting import Waiting
from kiosk.content.problem import Problem, has_errors
from kiosk.pages.changed import place_of
from kiosk.staff.acts import Publish
from kiosk.staff.page import Choice, Page, Preview, Row, Side
from kiosk.staff.stick import stick_rows
from kiosk.staff.summary import summary
from kiosk.staff.survey import Survey, survey
from kiosk.staff.this_kiosk import ThisKiosk, moment
from kiosk.staff.translated import translation_rows
from kiosk.staff.wording import wording_rows

HOW: Final[dict[How, str]] = {"added": "added", "removed": "removed", "changed": "how_changed"}
"""The name of the words for each kind of change."""


def content(kiosk: ThisKiosk) -> Page:
    """What is wrong, what waits, and the packs on USB sticks."""
    words, found = kiosk.words, survey(kiosk)
    if not found.is_settled:
        return Page(words("looking"), seen=found.mark)
    to_mend = (
        *problem_rows(kiosk, (*found.checked.problems, *found.mark.settings)),
        *(Row(words("kept_why"), words("kept_why_more"), path, "warning") for path in found.kept),
        *wording_rows(kiosk, found.checked),
        *translation_rows(kiosk, found.checked),
    )
    changes = found.waiting.changes if found.waiting is not None and not found.stops else ()
    well = () if to_mend or changes else (Row(words("content_none"), words("content_none_more"), kind="good"),)
    rows = (*to_mend, *stick_rows(kiosk), *well, *change_rows(kiosk, changes))
    return Page(_title(kiosk, found, rows), rows, _note(kiosk, found), side=_side(kiosk, found), seen=found.mark)


def _title(kiosk: ThisKiosk, found: Survey, rows: Iterable[Row]) -> str:
    words = kiosk.words
    if found.errors:
        return words.many("problems", found.errors)
    if found.waiting is not None and found.waiting.changes:
        return words("content_new")
    if has_errors(found.mark.settings):
        return words.many("settings_problems", len(found.mark.settings))
    return words("content_look" if any(row.kind == "warning" for row in rows) else "content_well")


def published(kiosk: ThisKiosk, who: str) -> Page:
    """Publish, and tell what came of it."""
    words = kiosk.words
    outcome = publish(kiosk.store, Publication(kiosk.folders, who, kiosk.now(), kiosk.is_page_by_page))
    if outcome.edition is None:
        return Page(words("failed"), problem_rows(kiosk, outcome.problems))
    title = words("published", number=outcome.edition.number) if outcome.is_new else words("same")
    stays = problem_rows(kiosk, (problem for problem in outcome.problems if problem.severity == "error"))
    return Page(title, (Row(summary(words, outcome.edition), words("published_more"), kind="good"), *stays))


def problem_rows(kiosk: ThisKiosk, problems: Iterable[Problem]) -> tuple[Row, ...]:
    """A row for each, mistakes before warnings."""
    ordered = sorted(problems, key=lambda problem: (problem.severity != "error", problem))
    return tuple(
        Row(
            problem.what,
            problem.remedy,
            kiosk.words("line", path=problem.path, line=problem.line),
            "fault" if problem.severity == "error" else "warning",
        )
        for problem in ordered
    )


def change_rows(kiosk: ThisKiosk, changes: Iterable[Change]) -> Iterator[Row]:
    """Each page that differs, with its words that go and come; pictures before and after."""
    words = kiosk.words
    for change in changes:
        told = [
            *(words("gone", words=sentence) for sentence in change.gone),
            *(words("new", words=sentence) for sentence in change.new),
        ]
        seen = tuple(file.read_bytes() for file in (change.before, change.after) if file is not None)
        title = change.title or PurePosixPath(change.path).name
        yield Row(f"{words(HOW[change.how])}: {title}", "\n".join(told), change.path, pictures=seen)


def _note(kiosk: ThisKiosk, found: Survey) -> str:
    """What patients see meanwhile."""
    words, current = kiosk.words, kiosk.store.current()
    if found.waiting is None:
        return words("content_same")
    if current is None:
        return words("edition_none")
    if not found.errors:
        return words("edition_now", number=current.number)
    if not found.stops and not found.waiting.changes:
        return words("content_rest")
    return words("content_last", date=moment(current.date))


def _side(kiosk: ThisKiosk, found: Survey) -> Side:
    words, waiting = kiosk.words, found.waiting
    choice = Choice(words.many("publish_fix", found.errors)) if found.stops else _publish(kiosk, found)
    stays = (words("kept"),) if found.errors and not found.stops else ()
    if waiting is None or not waiting.changes:
        nothing = words("nothing_else_waits" if found.errors else "nothing_waits")
        return Side(words("what_waits"), (nothing, *stays), choice)
    preview = _preview(found.checked, waiting)
    sentences = sum(change.entry().sentences for change in waiting.changes)
    lines = (words("changed", pages=len(waiting.changes), sentences=sentences), *stays)
    held = (words("held"),) if waiting.is_held else ()
    return Side(words("preview" if preview else "what_waits"), (*lines, *held), choice, preview)


def _publish(kiosk: ThisKiosk, found: Survey) -> Choice:
    """Can be touched where something waits, if only what a newer program reads otherwise."""
    waits = found.waiting is not None and bool(found.waiting.changes or not found.errors)
    return Choice(kiosk.words("publish"), Publish() if waits else None, "check")


def _preview(checked: Checked, found: Waiting) -> Preview | None:
    """The first page that changed and has a place of its own."""
    library = checked.library
    if library is None:
        return None
    for change in found.changes:
        language, _, name = change.path.partition("/")
        if change.how != "removed" and language in library.languages:
            place = place_of(library.pages(language), name.rpartition(".")[0], change.new)
            if place is not None:
                return Preview(library, place, language)
    return None
