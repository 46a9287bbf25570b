"""The tab Content: mistakes with what to write, and what waits to be published."""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Final

from kiosk.content.check import Checked
from kiosk.content.editions.changes import Change
from kiosk.content.editions.edition import How
from kiosk.content.editions.publish import Wish, publish
from kiosk.content.editions.waiting import Waiting
from kiosk.content.problem import Problem
from kiosk.staff.acts import Publish
from kiosk.staff.page import Choice, Page, Preview, Row, Side
from kiosk.staff.place import Place, moment
from kiosk.staff.stick import stick_rows
from kiosk.staff.survey import Survey, survey
from kiosk.staff.translated import translation_rows

HOW: Final[dict[How, str]] = {"added": "added", "removed": "removed", "changed": "how_changed"}
"""The name of the words for each kind of change."""


def content(place: Place) -> Page:
    """What is wrong, what waits, and the packs on USB sticks."""
    words, found = place.words, survey(place)
    if not found.is_settled:
        return Page(words("looking"), seen=found.mark)
    to_mend = (*problem_rows(place, found.checked.problems), *translation_rows(place, found.checked))
    changes = found.waiting.changes if found.waiting is not None and not found.errors else ()
    well = () if to_mend or changes else (Row(words("content_none"), words("content_none_more"), kind="good"),)
    rows = (*to_mend, *stick_rows(place), *well, *change_rows(place, changes))
    return Page(
        _title(place, found, rows), rows, _note(place, found.waiting), side=_side(place, found), seen=found.mark
    )


def _title(place: Place, found: Survey, rows: Iterable[Row]) -> str:
    words = place.words
    if found.errors:
        return words.many("problems", found.errors)
    if found.waiting is not None and found.waiting.changes:
        return words("content_new")
    return words("content_look" if any(row.kind == "warning" for row in rows) else "content_well")


def published(place: Place, who: str) -> Page:
    """Publish, and tell what came of it."""
    words = place.words
    page_by_page = place.settings.publish == "page-by-page"
    outcome = publish(place.store, Wish(place.folders, who, place.now(), page_by_page))
    if outcome.edition is None:
        return Page(words("failed"), problem_rows(place, outcome.problems))
    title = words("published", number=outcome.edition.number) if outcome.is_new else words("same")
    return Page(title, (Row(outcome.edition.summary, words("published_more"), kind="good"),))


def problem_rows(place: Place, problems: Iterable[Problem]) -> tuple[Row, ...]:
    """A row for each, mistakes before warnings."""
    ordered = sorted(problems, key=lambda problem: (problem.severity != "error", problem))
    return tuple(
        Row(
            problem.what,
            problem.remedy,
            place.words("line", path=problem.path, line=problem.line),
            "fault" if problem.severity == "error" else "warning",
        )
        for problem in ordered
    )


def change_rows(place: Place, changes: Iterable[Change]) -> Iterator[Row]:
    """Each page that differs, with its words that go and come; pictures before and after."""
    words = place.words
    for change in changes:
        told = [
            *(words("gone", words=sentence) for sentence in change.gone),
            *(words("new", words=sentence) for sentence in change.new),
        ]
        seen = tuple(file.read_bytes() for file in (change.before, change.after) if file is not None)
        title = change.title or PurePosixPath(change.path).name
        yield Row(f"{words(HOW[change.how])}: {title}", "\n".join(told), change.path, pictures=seen)


def _note(place: Place, found: Waiting | None) -> str:
    words, current = place.words, place.store.current()
    if found is None:
        return words("content_same")
    return words("content_bundled") if current is None else words("content_last", date=moment(current.date))


def _side(place: Place, found: Survey) -> Side:
    words, waiting = place.words, found.waiting
    if found.errors:
        choice = Choice(words.many("publish_fix", found.errors))
    else:
        choice = Choice(words("publish"), Publish() if waiting else None, "check")
    if waiting is None or not waiting.changes:
        return Side(words("what_waits"), (words("nothing_waits"),), choice)
    sentences = sum(change.entry().sentences for change in waiting.changes)
    pages = len(waiting.changes)
    lines = [words("changed", pages=pages, sentences=sentences)]
    if waiting.is_held:
        lines.append(words("held"))
    return Side(words("preview"), tuple(lines), choice, _preview(found.checked, waiting))


def _preview(checked: Checked, found: Waiting) -> Preview | None:
    """The first page that changed and can be opened by itself."""
    library = checked.library
    if library is None:
        return None
    for change in found.changes:
        language, _, name = change.path.partition("/")
        page = name.rpartition(".")[0]
        if change.how != "removed" and language in library.languages and library.pages(language).card(page):
            return Preview(library, page, language)
    return None
