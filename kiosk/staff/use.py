"""The tab Use: how often each page was opened lately, and day by day as a table on a stick."""

from typing import Final

from kiosk.device.counts import FEW
from kiosk.staff.acts import SaveCounts
from kiosk.staff.page import Choice, Page, Row, Side
from kiosk.staff.stick import saved
from kiosk.staff.this_kiosk import ThisKiosk

PLACES: Final = {"spine": "use_spine", "warning-signs": "use_warning_signs", "questions": "use_questions"}
"""The name of the words for places that are counted though no page of the library stands there alone."""


def use(kiosk: ThisKiosk) -> Page:
    """A row for each page: today, in 7 and in 30 days."""
    words = kiosk.words
    rows = tuple(Row(_title(kiosk, page), _sums(kiosk, sums)) for page, sums in kiosk.counts())
    can_save = kiosk.sticks.takes_files()
    choice = Choice(words("use_save"), SaveCounts(), "download") if can_save else Choice(words("use_no_stick"))
    side = Side(words("use_side"), (words("use_side_more"), words("use_side_days")), choice)
    return Page(words("use"), rows or (Row(words("use_none")),), side=side)


def _title(kiosk: ThisKiosk, page: str) -> str:
    place = PLACES.get(page)
    return kiosk.words(place) if place else kiosk.titles.get(page, page)


def _sums(kiosk: ThisKiosk, sums: tuple[str, ...]) -> str:
    today, week, month = (kiosk.words("use_few") if one == FEW else one for one in sums)
    return kiosk.words("use_sums", today=today, week=week, month=month)


def save_counts(kiosk: ThisKiosk) -> Page:
    """Write the counts on the stick as a table.

    Raises OSError when the disk does not take it.
    """
    name = f"clinic-kiosk-counts-{kiosk.now():%Y-%m-%d-%H%M%S}.csv"
    return saved(kiosk, "use", name, kiosk.csv().encode("utf-8-sig"))
