"""Which pages a clinician has to look at again by a day: for Today on the staff screen, and for staff status."""

from datetime import date
from pathlib import Path

from kiosk.content.check import check
from kiosk.content.folders import Folders
from tests.content.base import write

DUE = "due: 2027-11-21"


def due_on(library: Path, path: str, day: date) -> None:
    """Let a page be due on another day than the rest."""
    write(library, path, (library / path).read_text(encoding="utf-8").replace(DUE, f"due: {day}"))


def test_the_pages_that_are_due_by_a_day_the_first_ones_first(own_base: Path) -> None:
    due_on(own_base, "en/tips/walk.yaml", date(2027, 3, 2))
    due_on(own_base, "en/topics/scans.yaml", date(2027, 3, 1))
    checked = check(Folders.of(own_base, None))
    first, second = (date(2027, 3, 1), "en/topics/scans.yaml"), (date(2027, 3, 2), "en/tips/walk.yaml")
    assert checked.due(date(2027, 2, 28)) == ()
    assert checked.due(date(2027, 3, 1)) == (first,)
    assert checked.due(date(2027, 11, 20)) == (first, second)
    later = checked.due(date(2027, 11, 21))[2:]
    assert [path for _, path in later] == sorted(path for _, path in later), "those of one day by their names"
    assert "en/warning-signs.yaml" in [path for _, path in later]


def test_the_clinics_page_is_due_on_its_own_day(own_base: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    write(own, "en/tips/walk.yaml", (own_base / "en/tips/walk.yaml").read_text(encoding="utf-8"))
    due_on(own, "en/tips/walk.yaml", date(2027, 1, 1))
    assert check(Folders.of(own_base, own)).due(date(2027, 2, 1)) == ((date(2027, 1, 1), "en/tips/walk.yaml"),)
