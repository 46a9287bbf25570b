"""A step back shows an edition of before, and what was stepped back from does not come again by itself."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.content.editions.edition import digest
from kiosk.content.editions.gathering import state_of
from kiosk.content.editions.publish import roll_back
from kiosk.content.editions.store import KEPT, Store
from kiosk.content.editions.waiting import held_name, waiting
from kiosk.content.folders import Folders
from kiosk.publishing.job import run
from kiosk.publishing.messages import Order
from tests.content.base import write
from tests.content.editions.desk import TIP, Desk, FailingDisk


def test_stepping_back_takes_one_step(desk: Desk) -> None:
    desk.editions(3)
    outcome = desk.roll_back(1)
    assert outcome.edition is not None
    assert desk.title() == "Walk 1"


def test_what_was_stepped_back_from_is_not_published_again_by_itself(desk: Desk) -> None:
    desk.editions(2)
    now = held_name(desk.folders)
    desk.store.point_to(1, now)
    pointer = desk.store.pointer()
    assert pointer is not None
    assert pointer.held == now
    assert desk.publish().is_new  # a person may
    assert desk.title() == "Walk 2"


def test_what_waits_is_known_before_it_is_published(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.editions(1)
    assert waiting(desk.store, desk.folders) is None
    desk.tip("Walk 2")
    found = waiting(desk.store, desk.folders)
    assert found is not None
    assert [change.path for change in found.changes] == ["en/tips/walk.yaml"]
    assert not found.is_held
    desk.publish()
    roll_back(desk.store, 1, held_name(desk.folders))
    again = waiting(desk.store, desk.folders)
    assert again is not None
    assert again.is_held
    desk.tip("Walk 1")
    assert waiting(desk.store, desk.folders) is None
    monkeypatch.setattr("kiosk.content.editions.waiting.form", lambda: "a newer program")
    assert waiting(desk.store, desk.folders) is not None


def is_held(desk: Desk) -> bool:
    """Whether something waits that only a person publishes again."""
    found = waiting(desk.store, desk.folders)
    assert found is not None
    return found.is_held


def test_an_update_of_the_program_shows_nothing_again_that_somebody_stepped_back_from(
    desk: Desk, own_base: Path
) -> None:
    desk.base = own_base
    desk.editions(2)
    roll_back(desk.store, 1, held_name(desk.folders))
    home = own_base / "en/home.yaml"
    home.write_text(home.read_text(encoding="utf-8").replace("greeting: ", "greeting: From the new version. "))
    assert is_held(desk)
    assert run(Order(desk.folders, desk.state, page_by_page=False), desk.now).edition is None
    assert desk.title() == "Walk 1"
    desk.tip("Walk, mended")
    assert not is_held(desk)
    assert run(Order(desk.folders, desk.state, page_by_page=False), desk.now).edition == 3
    assert desk.title() == "Walk, mended"


def test_without_a_folder_of_the_clinic_the_pages_that_come_with_the_kiosk_are_held(desk: Desk, own_base: Path) -> None:
    folders = Folders((own_base,))
    write(own_base, "en/tips/rest.yaml", TIP.format(title="Have a rest"))
    desk.editions(1)
    roll_back(desk.store, 1, held_name(folders))
    found = waiting(desk.store, folders)
    assert found is not None
    assert found.is_held
    write(own_base, "en/tips/rest.yaml", TIP.format(title="Rest"))
    found = waiting(desk.store, folders)
    assert found is not None
    assert not found.is_held


def test_a_step_back_by_an_older_program_is_still_known(desk: Desk) -> None:
    """It kept the name of all layers."""
    desk.editions(2)
    desk.store.point_to(1, digest(state_of(desk.folders).content))
    assert is_held(desk)


def test_after_stepping_back_the_next_edition_has_a_number_of_its_own(desk: Desk) -> None:
    desk.editions(3)
    desk.roll_back(1)
    desk.tip("Walk again")
    assert desk.published().number == 4


def test_an_edition_that_is_not_there(desk: Desk) -> None:
    desk.editions(2)
    (problem,) = desk.roll_back(7).problems
    assert (problem.what, problem.remedy) == ("There is no edition 7.", "Choose one of: 2, 1.")


def test_a_damaged_edition_is_not_stepped_back_to(desk: Desk) -> None:
    desk.editions(2)
    (desk.store.place(1) / "files/en/home.yaml").write_text("")
    assert [problem.what for problem in desk.roll_back(1).problems] == ["Edition 1 is damaged on the disk."]
    assert desk.title() == "Walk 2"


def test_stepping_back_while_somebody_publishes_changes_nothing(desk: Desk) -> None:
    desk.editions(2)
    with desk.store.alone():
        (problem,) = desk.roll_back(1).problems
    assert problem.what == "Somebody else is publishing at this moment."
    assert desk.title() == "Walk 2"


def test_stepping_back_on_a_full_disk_changes_nothing(desk: Desk) -> None:
    desk.editions(2)
    outcome = roll_back(Store(desk.state, FailingDisk(0)), 1)
    assert (outcome.edition, outcome.is_new) == (None, False)
    assert [(problem.path, problem.severity) for problem in outcome.problems] == [(str(desk.state), "error")]
    assert desk.title() == "Walk 2"


def test_stepping_back_before_anything_was_published(desk: Desk) -> None:
    assert [problem.remedy for problem in desk.roll_back(1).problems] == ["Choose one of: none."]


def test_twenty_are_kept_and_the_one_on_show_among_them(desk: Desk) -> None:
    for number in range(1, KEPT + 4):  # as publishing would leave them, without its cost
        if number > 3:
            shutil.copytree(desk.store.place(1), desk.store.place(number))
        else:
            desk.tip(f"Walk {number}")
            desk.publish()
    desk.store.point_to(KEPT + 3)
    desk.store.point_to(2)
    desk.store.clean()
    assert desk.store.numbers() == (*range(KEPT + 3, 4, -1), 2)
    assert len(desk.store.numbers()) == KEPT == 20


def test_a_clock_set_back_a_year_changes_no_order(desk: Desk) -> None:
    desk.editions(1)
    desk.now -= timedelta(days=365)
    desk.tip("Walk later")
    assert desk.published().number == 2
    assert desk.title() == "Walk later"
