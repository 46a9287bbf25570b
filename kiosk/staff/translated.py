"""Pages that are missing, outdated or built otherwise in another language: one row a page, and never a wall of them."""

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from kiosk.content.check import Checked
from kiosk.content.review.limits import Limits
from kiosk.content.review.page_text import texts_of, unread
from kiosk.content.review.translations import review_translations
from kiosk.staff.page import Row
from kiosk.staff.this_kiosk import ThisKiosk

MOST_PAGES: Final = 6
"""Told one by one; of a language that was just begun, hundreds are missing."""


def translation_rows(kiosk: ThisKiosk, checked: Checked) -> Iterator[Row]:
    """The first finding of each of the first pages, then how many pages more there are."""
    words = kiosk.words
    found = sorted(review_translations(texts_of(checked.files), Limits(), unread(checked.files)))
    pages = [list(group) for _, group in groupby(found, key=lambda problem: problem.path)]
    for first, *others in pages[:MOST_PAGES]:
        more = f"{first.remedy}\n{words.many('translation_more', len(others))}" if others else first.remedy
        yield Row(first.what, more, words("line", path=first.path, line=first.line), "warning")
    left = len(pages) - MOST_PAGES
    if left > 0:
        yield Row(words.many("translations_left", left), words("translations_left_more"), kind="warning")
