"""A bundled page that a clinic has copied says so in a line of its own, so that later changes of ours can be told."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

from kiosk.content.folders import ContentFile, Folders
from kiosk.content.model.parts import Review
from kiosk.content.model.value import Value
from kiosk.content.problem import Problem
from kiosk.content.reader import visible_at
from kiosk.content.review.translations import fingerprint
from kiosk.content.untrusted import Unreadable, read_limited

_MARK: Final = re.compile(r"#\s*copy-of:\s*([0-9a-f]+)\s+(\d{4}-\d{2}-\d{2})\s*$")
BESIDE: Final = ".orig"
"""The ending of ours where it lies beside a copy, to be compared: such files are no pages."""
_YOURS: Final = "Your copy of"
_WITHIN_BYTES: Final = 2000
"""The mark stands among the remarks at the beginning."""


def mark(value: Value, today: date) -> str:
    """The line that a copy of this page begins with."""
    return f"# copy-of: {fingerprint(value)} {today}"


def is_of_a_copy(problem: Problem) -> bool:
    """Whether a problem is one that review_copies tells."""
    return problem.what.startswith(_YOURS)


def review_copies(folders: Folders) -> Iterator[Problem]:
    """Every copy whose bundled original has changed since it was made."""
    if folders.own is None:
        return
    originals, _ = folders.below_own.files()
    own, _ = Folders((folders.own,)).files()
    for name, file in own.items():
        if file.is_page and name in originals:
            yield from _review(file, originals[name])


def _review(copy: ContentFile, original: ContentFile) -> Iterator[Problem]:
    found = _marked(copy.where)
    value = visible_at(original.shown, original.where) if found else None
    if found is None or value is None:
        return
    line, known, day = found
    present = fingerprint(value)
    if known == present:
        return
    review = getattr(value, "review", None)
    revised = f"was revised in {review.written:%Y-%m}" if isinstance(review, Review) else "has changed since"
    title = getattr(value, "title", "") or original.shown
    what = f"{_YOURS} {title} is from {day[:7]}; ours {revised}."
    today = review.written if isinstance(review, Review) else day
    first = f'First type "clinic-kiosk content copy {original.shown}": ours then lies beside yours'
    then = f'Compare the two, then write here "# copy-of: {present} {today}".'
    remedy = f"{first}, as {original.path.name}{BESIDE}. {then}"
    yield Problem(copy.shown, line, 1, "warning", what, remedy)


def is_marked(file: Path) -> bool:
    """Whether a file says that it is a copy of ours."""
    return _marked(file) is not None


def _marked(file: Path) -> tuple[int, str, str] | None:
    """Line, fingerprint and day of the mark in a file."""
    try:
        lines = read_limited(file, _WITHIN_BYTES).decode("utf-8-sig", "replace").splitlines()
    except Unreadable:
        return None
    for number, line in enumerate(lines, 1):
        found = _MARK.match(line.strip())
        if found:
            return number, found[1], found[2]
    return None
