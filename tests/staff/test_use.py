"""What the tab Use tells: sums for each page, however long the kiosk has been counting."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from kiosk.content.editions.store import Store
from kiosk.content.folders import Folders
from kiosk.device.counts import Counts
from kiosk.device.sticks import MountedSticks
from kiosk.disk import Disk
from kiosk.paths import assets_folder
from kiosk.services.counting import _OTHERS
from kiosk.settings.settings import Settings
from kiosk.staff.acts import Open
from kiosk.staff.desk import Desk
from kiosk.staff.page import Page
from kiosk.staff.this_kiosk import Shelf, ThisKiosk
from kiosk.staff.use import PLACES
from kiosk.staff.words import staff_words
from tests.staff.clinic import NOW

TODAY = date(2026, 11, 20)
SHELF = Shelf("", "Tips for every day", (("tips/walk", "Take a short walk"),))


class Front:
    """A front desk where somebody looks at the counts."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.days: dict[str, dict[str, int]] = {}

    def opened(self, back: int, page: str, times: int) -> None:
        """So many days ago."""
        self.days.setdefault((TODAY - timedelta(days=back)).isoformat(), {})[page] = times

    def reads(self, language: str = "en") -> Page:
        (self.folder / "counts.json").write_text(json.dumps(self.days), encoding="utf-8")
        counts = Counts(self.folder, Disk(), lambda: TODAY)
        kiosk = ThisKiosk(
            Settings(), Folders((self.folder,)), Store(self.folder, Disk()), staff_words(assets_folder(), language),
            lambda: NOW, NOW, counts.lately, counts.csv, lambda: 0, MountedSticks(Disk(), ()), (SHELF,),
        )  # fmt: skip
        return Desk(kiosk, "Ana").page(Open("use"))


@pytest.fixture
def front(tmp_path: Path) -> Front:
    return Front(tmp_path)


def test_after_a_year_and_more_there_is_one_row_for_each_page(front: Front) -> None:
    pages = [*PLACES, "tips/walk", *(f"tips/t{number}" for number in range(60))]
    for back in range(400):
        for page in pages:
            front.opened(back, page, 6)
    rows = front.reads().rows
    assert len(rows) == len(pages) == 64
    assert {row.more for row in rows} == {"Today: 6. In 7 days: 42. In 30 days: 180."}


def test_small_sums_are_hidden(front: Front) -> None:
    front.opened(0, "tips/walk", 2)
    front.opened(3, "tips/walk", 4)
    (row,) = front.reads().rows
    assert (row.what, row.more) == ("Take a short walk", "Today: under 5. In 7 days: 6. In 30 days: 6.")
    (row,) = front.reads("es").rows
    assert row.more == "Hoy: menos de 5. En 7 días: 6. En 30 días: 6."


def test_places_that_are_no_pages_have_names_too(front: Front) -> None:
    for number, page in enumerate(_OTHERS.values()):
        front.opened(0, page, 9 - number)
    assert [row.what for row in front.reads().rows] == [
        "The spine to touch",
        "When to get help",
        "The list of questions",
    ]
    assert not {row.what for row in front.reads("es").rows} & {*PLACES}
    assert set(_OTHERS.values()) == set(PLACES)


def test_what_was_opened_long_ago_is_in_the_file_alone(front: Front) -> None:
    front.opened(90, "tips/walk", 50)
    page = front.reads()
    assert [row.what for row in page.rows] == ["No page was opened in the last 30 days."]
    assert page.side is not None
    assert page.side.lines[-1] == "The file on the stick tells each day."
