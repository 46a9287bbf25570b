"""Has each page been looked at in time?"""

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import MAXYEAR, date
from typing import Final

from kiosk.content.model.pages import Comparison
from kiosk.content.model.parts import Review
from kiosk.content.model.treatment import Treatment
from kiosk.content.problem import Problem
from kiosk.content.review.limits import Limits
from kiosk.content.review.page_text import PageText

_SAYS_APPROVAL: Final = (Treatment, Comparison)
"""The kinds of page that say what is approved and who pays."""


def review_dates(pages: Iterable[PageText], today: date, limits: Limits) -> Iterator[Problem]:
    """Every page whose review is overdue, too far off or missing."""
    for page in pages:
        review = getattr(page.value, "review", None)
        if not isinstance(review, Review):
            continue
        yield from _day(page, "due", review.due, add_months(review.written, limits.review_months), today)
        if review.rules_due is not None:
            yield from _day(page, "rules_due", review.rules_due, add_months(review.written, limits.rules_months), today)
        elif isinstance(page.value, _SAYS_APPROVAL):
            last = add_months(review.written, limits.rules_months)
            what = "The page does not say when approval and cover must be checked again."
            yield page.problem(("review",), what, f'Add "rules_due: {last}" or a day before it.')
        if review.written > today:
            yield page.problem(
                ("review", "written"), f"{review.written} has not come yet.", "Write the day it was written."
            )


def add_months(day: date, months: int) -> date:
    """The same day some months later, or the last of that month."""
    year, month = divmod(day.month - 1 + months, 12)
    year, month = min(day.year + year, MAXYEAR), month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _day(page: PageText, key: str, day: date, last: date, today: date) -> Iterator[Problem]:
    subject = "The page" if key == "due" else "What it says of approval and cover"
    if day < today:
        remedy = 'Check it, then write the new dates under "review".'
        yield page.problem(("review", key), f"{subject} had to be checked again by {day}.", remedy)
    if day > last:
        what = f"{subject} would be checked again later than allowed."
        yield page.problem(("review", key), what, f"Write {last} or a day before it.")
