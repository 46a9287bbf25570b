"""The tab Use: how often each page was opened, and the same as a table on a stick."""

from kiosk.device.counts import FEW
from kiosk.staff.acts import SaveCounts
from kiosk.staff.page import Choice, Page, Row, Side
from kiosk.staff.stick import saved
from kiosk.staff.this_kiosk import ThisKiosk


def use(kiosk: ThisKiosk) -> Page:
    """A row for each page and day."""
    words, titles = kiosk.words, kiosk.titles
    rows = tuple(
        Row(titles.get(page, page), words("use_few") if count == FEW else words("use_more", count=count), day)
        for day, page, count in kiosk.counts()
    )
    can_save = kiosk.sticks.takes_files()
    choice = Choice(words("use_save"), SaveCounts(), "download") if can_save else Choice(words("use_no_stick"))
    side = Side(words("use_side"), (words("use_side_more"),), choice)
    return Page(words("use"), rows or (Row(words("use_none")),), side=side)


def save_counts(kiosk: ThisKiosk) -> Page:
    """Write the counts on the stick as a table.

    Raises OSError when the disk does not take it.
    """
    name = f"clinic-kiosk-counts-{kiosk.now():%Y-%m-%d-%H%M%S}.csv"
    return saved(kiosk, "use", name, kiosk.csv().encode("utf-8-sig"))
