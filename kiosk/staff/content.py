"""The tab Content: mistakes with what to write, and what waits to be published."""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Final

from kiosk.content.check import Checked, check
from kiosk.content.editions.changes import Change
from kiosk.content.editions.edition import How
from kiosk.content.editions.publish import Wish, publish
from kiosk.content.editions.waiting import Waiting, waiting
from kiosk.content.problem import Problem
from kiosk.staff.acts import Publish
from kiosk.staff.page import Choice, Page, Preview, Row, Side
from kiosk.staff.place import Place, moment
from kiosk.staff.stick import stick_rows

HOW: Final[dict[How, str]] = {"added": "added", "removed": "removed", "changed": "how_changed"}
"""The name of the words for each kind of change."""


def content(place: Place) -> Page:
    """What is wrong, what waits, and the packs on USB sticks."""
    words = place.words
    checked, found = check(place.folders), _waiting(place)
    errors = sum(problem.severity == "error" for problem in checked.problems)
    is_new = found is not None and found.changes
    new = change_rows(place, found.changes) if found and not errors else ()
    well = () if checked.problems or is_new else (Row(words("content_none"), words("content_none_more"), kind="good"),)
    rows = (*problem_rows(place, checked.problems), *stick_rows(place), *well, *new)
    title = words.many("problems", errors) if errors else words("content_new" if is_new else "content_well")
    return Page(
        title,
        rows,
        _note(place, found),
        side=_side(place, checked, found, errors),
    )


def _waiting(place: Place) -> Waiting | None:
    """What waits; nothing on a kiosk that has no folder of its own and has published nothing."""
    if place.own is None and place.store.current() is None:
        return None
    return waiting(place.store, place.folders)


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


def _side(place: Place, checked: Checked, found: Waiting | None, errors: int) -> Side:
    words = place.words
    if errors:
        choice = Choice(words.many("publish_fix", errors))
    else:
        choice = Choice(words("publish"), Publish() if found else None, "check")
    if found is None or not found.changes:
        return Side(words("what_waits"), (words("nothing_waits"),), choice)
    sentences = sum(change.entry().sentences for change in found.changes)
    pages = len(found.changes)
    lines = [words("changed", pages=pages, sentences=sentences)]
    if found.is_held:
        lines.append(words("held"))
    return Side(words("preview"), tuple(lines), choice, _preview(checked, found))


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
