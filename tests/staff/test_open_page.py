"""A page that tells of the folder and is left open keeps up with it, and never tells half of a change."""

import shutil
from pathlib import Path

import pytest

from kiosk.content.check import check
from kiosk.content.folders import Folders
from kiosk.services.staffing import LOOKS_EVERY
from kiosk.staff.acts import Menu, Open, Publish
from kiosk.staff.content import content
from kiosk.staff.desk import Desk
from kiosk.staff.this_kiosk import ThisKiosk
from kiosk.ui.staff.menu import MenuBoard
from tests.staff.receptionist import Receptionist

TIP = "en/tips/walk.yaml"


def this_kiosk(staff: Receptionist) -> ThisKiosk:
    return staff.door.room.this_kiosk()


def copies_a_tip(staff: Receptionist) -> Path:
    file = staff.own / TIP
    file.parent.mkdir(parents=True)
    shutil.copy(staff.clinic.library / TIP, file)
    return file


def spoil(file: Path) -> None:
    file.write_text(file.read_text(encoding="utf-8").replace("title:", "titel:", 1), encoding="utf-8")


def time_passes(staff: Receptionist) -> None:
    staff.visitor.clock.passes(LOOKS_EVERY + 0.1)
    staff.staffing.tick()


def test_content_and_today_tell_the_mistake_that_comes_while_they_are_open(staff: Receptionist) -> None:
    file = copies_a_tip(staff)
    staff.comes_in()
    staff.touches("Content")
    staff.waits_for("Nothing waits.")
    spoil(file)
    time_passes(staff)
    staff.waits_for(f"{TIP} line")
    assert staff.reads("Publish (mend")
    assert not staff.reads("Taken away")
    staff.touches("Today")
    staff.waits_for("Open Content to see what to write")
    shutil.copy(staff.clinic.library / TIP, file)
    time_passes(staff)
    staff.waits_for("No mistakes in the files.")


def test_an_edition_that_arrives_comes_to_the_open_page(staff: Receptionist) -> None:
    staff.comes_in()
    assert staff.reads("Patients see the pages that come with the kiosk.")
    Desk(this_kiosk(staff), "Ana").page(Publish())
    time_passes(staff)
    staff.waits_for("Patients see edition 1.")


def test_while_nothing_changes_the_page_stays_as_it_is(staff: Receptionist) -> None:
    staff.comes_in()
    board = staff.staffing.board
    time_passes(staff)
    staff.staffing._errand._worker.submit(int).result()  # it has looked
    staff.visitor.settles()
    assert staff.staffing.board is board


def test_the_list_of_tabs_is_not_covered_by_a_page_that_comes_late(staff: Receptionist) -> None:
    file = copies_a_tip(staff)
    staff.comes_in()
    spoil(file)
    time_passes(staff)
    staff.staffing.take(Menu())
    staff.staffing._errand._worker.submit(int).result()
    staff.visitor.settles()
    assert isinstance(staff.staffing.board, MenuBoard)


def test_an_edit_that_lands_while_the_page_is_made_is_not_told_by_half(
    staff: Receptionist, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = copies_a_tip(staff)

    def edited_meanwhile(folders: Folders) -> object:
        checked = check(folders)
        spoil(file)
        return checked

    kiosk = this_kiosk(staff)
    monkeypatch.setattr("kiosk.content.editions.outlook.check", edited_meanwhile)
    page = content(kiosk)
    assert (page.title, page.side) == ("One moment", None)
    monkeypatch.undo()
    later = Desk(kiosk, "Ana").again(Open("content"), page)
    assert later is not None
    assert any(row.kind == "fault" for row in later.rows)
    assert Desk(kiosk, "Ana").again(Open("content"), later) is None


def test_a_page_that_cannot_be_read_is_not_told_as_taken_away(staff: Receptionist) -> None:
    kiosk, file = this_kiosk(staff), copies_a_tip(staff)
    file.write_text('title: "Walk\n', encoding="utf-8")
    page = content(kiosk)
    assert page.side is not None
    assert page.side.lines == ("Nothing waits but what must be mended.",)
    assert not any("Taken away" in row.what for row in page.rows)


@pytest.mark.parametrize("name", ["notes.yaml", "en/tips/linked.yaml"])
def test_a_file_that_cannot_be_read_is_noticed_too(staff: Receptionist, name: str, tmp_path: Path) -> None:
    kiosk = this_kiosk(staff)
    desk, page = Desk(kiosk, "Ana"), content(kiosk)
    assert desk.again(Open("content"), page) is None
    (tmp_path / "elsewhere").write_text("x", encoding="utf-8")
    (staff.own / name).parent.mkdir(parents=True, exist_ok=True)
    (staff.own / name).symlink_to(tmp_path / "elsewhere")
    later = desk.again(Open("content"), page)
    assert later is not None
    assert later.rows[0].kind == "fault"
