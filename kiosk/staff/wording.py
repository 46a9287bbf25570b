"""What the clinic's own pages should say better: claims without a source, words that promise, hard sentences."""

from collections.abc import Iterator
from typing import Final

from kiosk.content.check import Checked
from kiosk.staff.page import Row
from kiosk.staff.this_kiosk import ThisKiosk

MOST_TOLD: Final = 12
"""A page that was taken over from elsewhere has more; who mends these is told the next ones."""


def wording_rows(kiosk: ThisKiosk, checked: Checked) -> Iterator[Row]:
    """The first findings, then how many more there are."""
    from kiosk.content.review.review import review_own  # its rules are many words, for which no start waits

    words = kiosk.words
    found = review_own(checked.files) if kiosk.folders.own is not None else []
    for problem in found[:MOST_TOLD]:
        yield Row(problem.what, problem.remedy, words("line", path=problem.path, line=problem.line), "warning")
    left = len(found) - MOST_TOLD
    if left > 0:
        yield Row(words.many("wording_left", left), words("wording_left_more"), kind="warning")
