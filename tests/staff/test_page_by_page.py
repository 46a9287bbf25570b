"""A clinic where several people write at once: what is right is shown, and what is not stays as it was."""

from dataclasses import replace
from datetime import datetime
from typing import Literal

import pytest

from kiosk.commands.staff_status import report
from kiosk.content.editions.publish import Publication, publish
from kiosk.staff.acts import Publish
from kiosk.staff.page import Page, Row
from tests.staff.clinic import NOW, TIP, Clinic

BROKEN, GARDEN, HOME = "en/topics/scans.yaml", "en/tips/our-garden.yaml", "en/home.yaml"


@pytest.fixture
def clinic(clinic: Clinic) -> Clinic:
    """A clinic that has published once, and where one page has a mistake and another a new title since."""
    clinic.settings = replace(clinic.settings, publish="page-by-page")
    publish(clinic.store, Publication(clinic.folders, "Ana", NOW))
    clinic.changes(BROKEN, "group: ", "groop: ")
    clinic.changes_the_tip()
    return clinic


def faults(page: Page) -> list[str]:
    return [row.place.split()[0] for row in page.rows if row.kind == "fault"]


def told(clinic: Clinic) -> str:
    lines, _ = report(clinic.folders, clinic.store.folder, datetime.now().astimezone(), page_by_page=True)
    return "\n".join(lines)


def row_of(page: Page, place: str) -> Row:
    return next(row for row in page.rows if row.place == place)


def test_what_is_right_can_be_published_while_another_page_has_a_mistake(clinic: Clinic) -> None:
    page = clinic.tab("content")
    assert page.side is not None
    assert page.side.choice is not None
    assert (page.title, page.side.choice.act) == ("1 problem in the new files", Publish())
    assert page.side.lines == ("Pages changed: 1. Sentences changed: 1.", "Files with mistakes stay as they were.")
    assert row_of(page, TIP).what == "Changed: Walk to the desk"
    assert faults(page) == [BROKEN]
    after = clinic.answers(Publish())
    assert (after.title, after.rows[0].what) == ("Edition 2 is published", "1 changed, 1 sentence")
    assert faults(after) == [BROKEN]


def test_afterwards_nothing_waits_but_what_has_a_mistake(clinic: Clinic) -> None:
    clinic.answers(Publish())
    page = clinic.tab("content")
    assert page.side is not None
    assert page.side.choice is not None
    assert page.side.choice.act is None
    assert page.note == "Patients see all other files"
    assert page.side.lines == ("Nothing waits but what must be mended.", "Files with mistakes stay as they were.")
    assert [row for row in page.rows if row.kind == "plain"] == []
    assert "Not published" not in told(clinic)


def test_today_tells_the_mistake_and_that_changes_wait(clinic: Clinic) -> None:
    rows = clinic.tab("today").rows
    assert [row.more for row in rows if row.kind == "fault"] == [
        "These files stay as patients see them now. Open Content to see what to write."
    ]
    assert [row.what for row in rows].count("Changes wait to be published") == 1
    clinic.answers(Publish())
    assert not any(row.what == "Changes wait to be published" for row in clinic.tab("today").rows)


def test_where_everything_waits_for_the_mistake_publish_stays_shut(clinic: Clinic) -> None:
    clinic.settings = replace(clinic.settings, publish="when-sound")
    page = clinic.tab("content")
    assert page.side is not None
    assert page.side.choice is not None
    assert (page.side.choice.label, page.side.choice.act) == ("Publish (mend 1 problem first)", None)
    assert [row for row in page.rows if row.kind == "plain"] == []


def test_a_page_that_leads_to_a_new_one_with_a_mistake_waits_with_it(clinic: Clinic) -> None:
    tip = (clinic.own / TIP).read_text(encoding="utf-8")
    clinic.writes(GARDEN, tip.replace("title: ", "titel: "))
    clinic.changes(HOME, "opens: tips/walk", "opens: tips/our-garden")
    for _ in range(2):  # before and after publishing
        page = clinic.tab("content")
        assert row_of(page, HOME).what == "This page stays as it was."
        assert faults(page) == [GARDEN, BROKEN]
        assert f"{HOME} stays as well: it names a page with a mistake." in told(clinic)
        clinic.answers(Publish())
    current = clinic.store.current()
    assert current is not None
    assert HOME not in {entry.path for entry in current.changes}
    assert "Not published" not in told(clinic)
    clinic.writes(GARDEN, tip.replace("Walk to the desk", "Our garden"))
    page = clinic.tab("content")
    assert {row.place for row in page.rows if row.kind == "plain"} == {HOME, GARDEN}


def test_trying_out_what_could_be_published_leaves_nothing_behind(clinic: Clinic) -> None:
    before = sorted(clinic.store.folder.rglob("*"))
    clinic.tab("content")
    assert sorted(clinic.store.folder.rglob("*")) == before


def test_a_folder_copied_here_by_mistake_takes_no_page_away_and_nothing_is_published(
    clinic: Clinic, monkeypatch: pytest.MonkeyPatch
) -> None:
    clinic.answers(Publish())
    monkeypatch.setattr("kiosk.content.folders.MAX_FILES", 20)
    for number in range(30):
        clinic.writes(f"holiday/{number}.yaml", "title: At the sea\n")
    page = clinic.tab("content")
    assert page.side is not None
    assert page.side.choice is not None
    assert (page.side.choice.act, page.side.lines) == (None, ("Nothing waits but what must be mended.",))
    assert [row for row in page.rows if row.kind == "plain"] == []
    assert "Nothing is published until they are mended." in told(clinic)
    assert "Not published" not in told(clinic)


@pytest.mark.parametrize("publish_when", ["page-by-page", "when-sound"])
@pytest.mark.parametrize("state", ["away", "empty"])
def test_a_folder_that_is_away_is_told_as_that_and_not_as_pages_taken_away(
    clinic: Clinic, publish_when: Literal["page-by-page", "when-sound"], state: str
) -> None:
    """The network disk is not there, or another stick is in its place: nothing can be published, and nothing waits."""
    clinic.changes(BROKEN, "group: ", "group: ")
    clinic.answers(Publish())
    clinic.settings = replace(clinic.settings, publish=publish_when)
    clinic.own.rename(clinic.own.with_name("elsewhere"))
    if state == "empty":
        clinic.own.mkdir()
    page = clinic.tab("content")
    why = "cannot be opened" if state == "away" else "is empty, but was not before"
    assert [row.what for row in page.rows] == [f"The clinic's folder {why}. Patients keep what they see now."]
    assert page.side is not None
    assert page.side.choice is not None
    assert (page.side.choice.act, page.side.lines) == (None, ("Nothing waits but what must be mended.",))
    lines, is_well = report(clinic.folders, clinic.store.folder, NOW, page_by_page=publish_when == "page-by-page")
    assert "Mistakes: 1. Nothing is published until they are mended." in lines
    assert not is_well
    assert "Not published" not in "\n".join(lines)
