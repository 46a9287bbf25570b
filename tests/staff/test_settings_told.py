"""A mistake in the settings is told on the staff's pages, and keeps no page from patients."""

from argparse import Namespace
from pathlib import Path

import pytest

from kiosk.commands.run import _places
from kiosk.content.editions.publish import Publication, publish
from kiosk.content.folders import Folders
from kiosk.paths import assets_folder
from kiosk.running.staff_access import StaffAccess
from kiosk.running.staff_door import StaffDoor
from kiosk.settings.settings import Settings
from kiosk.staff.acts import Open, Publish
from kiosk.staff.desk import Desk
from kiosk.staff.page import Page, Row
from tests.staff.clinic import NOW, Clinic
from tests.visitor import Visitor

MISSPELT = "clinic:\n  nme: Riverside\n"
ODD = "screen:\n  bottom_mm: 1200\n"
"""Too high for a wheelchair: a warning."""


@pytest.fixture
def clinic(clinic: Clinic) -> Clinic:
    """A clinic that has published once."""
    publish(clinic.store, Publication(clinic.folders, "Ana", NOW))
    return clinic


def row(page: Page, what: str) -> Row:
    return next(row for row in page.rows if what in row.what)


def test_today_tells_that_the_settings_have_a_mistake_and_content_what_to_write(clinic: Clinic) -> None:
    assert clinic.tab("content").title == "All files are right"
    clinic.settings_file.write_text(MISSPELT, encoding="utf-8")
    told = row(clinic.tab("today"), "in the settings")
    assert (told.what, told.kind) == ("1 problem in the settings", "fault")
    assert told.more == "The last good settings stay. Open Content to see what to write."
    content = clinic.tab("content")
    assert content.title == "1 problem in the settings"
    (problem,) = content.rows[:1]
    assert (problem.place, problem.kind) == (f"{clinic.settings_file} line 2", "fault")
    assert '"name"' in problem.more
    assert not [row for row in content.rows if row.kind == "good"]


def test_a_mistake_in_the_settings_keeps_no_page_back(clinic: Clinic) -> None:
    clinic.settings_file.write_text(MISSPELT, encoding="utf-8")
    clinic.changes_the_tip()
    content = clinic.tab("content")
    assert content.title == "Changes wait to be published"
    assert content.side is not None
    assert content.side.choice is not None
    assert content.side.choice.act == Publish()
    assert clinic.answers(Publish()).title == "Edition 2 is published"


def test_what_is_odd_in_the_settings_is_something_to_look_at(clinic: Clinic) -> None:
    clinic.settings_file.write_text(ODD, encoding="utf-8")
    told = row(clinic.tab("today"), "in the settings")
    assert (told.kind, told.more) == ("warning", "Open Content to see what to write.")
    content = clinic.tab("content")
    assert content.title == "No mistakes, but something to look at"
    assert content.rows[0].kind == "warning"


def test_an_open_page_is_made_anew_when_the_settings_are_mended(clinic: Clinic) -> None:
    clinic.settings_file.write_text(MISSPELT, encoding="utf-8")
    desk = Desk(clinic.kiosk(), "Ana")
    page = desk.page(Open("content"))
    assert desk.again(Open("content"), page) is None
    clinic.settings_file.write_text("clinic:\n  name: Riverside\n", encoding="utf-8")
    mended = desk.again(Open("content"), page)
    assert mended is not None
    assert mended.title == "All files are right"


def test_settings_that_are_gone_are_told(clinic: Clinic) -> None:
    clinic.settings_file.unlink()
    assert row(clinic.tab("content"), "There is no such file").place == f"{clinic.settings_file} line 1"


def test_staff_are_told_of_the_file_that_the_kiosk_was_started_with(
    visitor: Visitor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    named, usual = tmp_path / "named.yaml", tmp_path / "usual.yaml"
    usual.write_text(MISSPELT, encoding="utf-8")
    monkeypatch.setenv("CLINIC_KIOSK_SETTINGS", str(usual))
    started = [_places(Namespace(content=None, settings=file, safe=False), Settings()) for file in (named, None)]
    assert [places.settings for places in started] == [named, usual]
    access = StaffAccess(Folders((tmp_path,)), assets_folder(), tmp_path / "state", settings_file=usual)
    door = StaffDoor(visitor.window, visitor.app, Settings(), access, visitor.clock)
    assert door.room.this_kiosk().settings_file == usual
    door.close()
