"""What stands in the folders becomes what patients see: whole, or not at all."""

import errno
import os
import shutil
import time
from datetime import timedelta
from pathlib import Path
from pwd import getpwnam

import pytest

from kiosk.content import compiled
from kiosk.content.editions.changes import NOTHING, changes, told
from kiosk.content.editions.edition import Edition, Entry, digest
from kiosk.content.editions.gathering import state_of
from kiosk.content.editions.publish import edition_state, roll_back
from kiosk.content.editions.store import KEPT, Store
from kiosk.content.editions.waiting import waiting
from kiosk.content.library import Library
from kiosk.content.problem import Problem
from kiosk.device.pin import Pins
from tests.content.base import write
from tests.content.editions.desk import NOW, Desk, FailingDisk, first_failing


def test_before_anything_is_published_the_bundled_library_serves(desk: Desk) -> None:
    serving = desk.start()
    assert serving.edition is None
    assert serving.problems == ()
    assert desk.title() == "Take a short walk"


def test_what_is_published_is_what_patients_see(desk: Desk) -> None:
    desk.tip("Walk in our garden")
    edition = desk.published()
    serving = desk.start()
    assert desk.title() == "Walk in our garden"
    assert serving.edition == edition
    assert serving.problems == ()
    assert desk.left_over() == []


def test_an_edition_tells_when_who_and_what(desk: Desk) -> None:
    desk.published()
    desk.tip("Walk in our garden")
    desk.tip("Have a rest", "en/tips/rest.yaml")
    write(desk.clinic, "en/topics/scans.yaml", "hidden: true\n")
    edition = desk.published()
    assert (edition.number, edition.date, edition.who) == (2, NOW, "Ana")
    assert [(entry.path, entry.how) for entry in edition.changes] == [
        ("en/tips/rest.yaml", "added"),
        ("en/tips/walk.yaml", "changed"),
        ("en/topics/scans.yaml", "removed"),
    ]
    assert edition.changes[1] == Entry("en/tips/walk.yaml", "changed", 2)
    assert edition.summary.startswith("1 changed, 1 added, 1 removed, ")
    assert edition.own == ("en/tips/rest.yaml", "en/tips/walk.yaml", "en/topics/scans.yaml")


def test_the_words_of_a_change_can_be_read_before_it_is_taken(desk: Desk) -> None:
    before = edition_state(desk.store, desk.published())
    page = (desk.base / "en/tips/walk.yaml").read_text()
    write(desk.clinic, "en/tips/walk.yaml", page.replace("Walk for five minutes", "Walk for ten minutes"))
    assert list(told(changes(before, state_of(desk.folders)))) == [
        "changed: en/tips/walk.yaml (Take a short walk)",
        "  - Walk for five minutes.",
        "  + Walk for ten minutes.",
    ]


def test_what_comes_and_goes_is_told_by_what_patients_read_of_it(desk: Desk) -> None:
    """Of a new page its sentences, of one that goes its name alone."""
    before = edition_state(desk.store, desk.published())
    desk.tip("Have a rest", "en/tips/rest.yaml")
    write(desk.clinic, "en/tips/walk.yaml", "hidden: true\n")
    found = changes(before, state_of(desk.folders))
    assert list(told(found)) == [
        "added: en/tips/rest.yaml (Have a rest)",
        "  + Have a rest",
        "  + A slow walk counts.",
        "  + Walk for five minutes.",
        "removed: en/tips/walk.yaml (Take a short walk)",
    ]
    assert found[1].entry().sentences == len(found[1].gone) > 1


def test_a_new_picture_is_a_change_with_both_pictures_to_look_at(desk: Desk) -> None:
    before = edition_state(desk.store, desk.published())
    own = write(desk.clinic, "pictures/walk.svg", (desk.base / "pictures/walk.svg").read_text() + "<!-- ours -->")
    (change,) = changes(before, state_of(desk.folders))
    assert (change.path, change.how, change.is_picture) == ("pictures/walk.svg", "changed", True)
    assert (change.before, change.after) == (desk.store.place(1) / "files/pictures/walk.svg", own)


def test_a_page_that_was_hidden_before_and_after_is_no_change(desk: Desk) -> None:
    write(desk.clinic, "en/tips/walk.yaml", "hidden: true\n")
    before = edition_state(desk.store, desk.published())
    write(desk.clinic, "en/tips/walk.yaml", "# for the summer\nhidden: true\n")
    assert changes(before, state_of(desk.folders)) == ()


@pytest.mark.parametrize(
    ("entries", "summary"),
    [
        ((), "nothing changed"),
        ((Entry("a", "changed", 1),), "1 changed, 1 sentence"),
        ((Entry("a", "changed", 2), Entry("b", "added", 3)), "1 changed, 1 added, 5 sentences"),
        ((Entry("pictures/a.svg", "removed", 0),), "1 removed"),
    ],
)
def test_an_edition_is_summed_up_in_a_few_words(entries: tuple[Entry, ...], summary: str) -> None:
    assert Edition(1, NOW, "Ana", entries, {}, (), "").summary == summary


def test_the_first_edition_adds_every_page(desk: Desk) -> None:
    found = changes(NOTHING, state_of(desk.folders))
    assert {change.how for change in found} == {"added"}
    assert len(found) == len(desk.published().content)


def test_a_picture_is_carried_along(desk: Desk) -> None:
    own = write(desk.clinic, "pictures/walk.svg", (desk.base / "pictures/walk.svg").read_text() + "<!-- ours -->")
    desk.published()
    drawn = own.read_bytes()
    own.unlink()
    library = desk.start().library
    assert library is not None
    assert library.pictures["walk.svg"].read_bytes() == drawn


def test_an_edition_does_not_change_with_the_folder(desk: Desk) -> None:
    desk.tip("Walk in our garden")
    desk.published()
    desk.tip("Something else")
    assert desk.title() == "Walk in our garden"


def test_the_state_folder_can_be_moved(desk: Desk, tmp_path: Path) -> None:
    desk.tip("Walk in our garden")
    desk.published()
    desk.state.rename(tmp_path / "elsewhere")
    desk.state = tmp_path / "elsewhere"
    library = desk.start().library
    assert library is not None
    assert library.pictures["walk.svg"].is_file()


def test_a_mistake_never_shows(desk: Desk) -> None:
    desk.tip("Walk in our garden")
    desk.published()
    desk.tip("Walk: in the park")
    outcome = desk.publish()
    assert outcome.edition is None
    (problem,) = outcome.problems
    assert (problem.path, problem.line) == ("en/tips/walk.yaml", 1)
    assert problem.remedy == "Put the words in double quotes, or move the line back under the one above."
    assert desk.title() == "Walk in our garden"
    assert desk.left_over() == []


def test_nothing_new_makes_no_edition(desk: Desk) -> None:
    first = desk.published()
    again = desk.publish()
    assert again.edition == first
    assert not again.is_new
    assert desk.store.numbers() == (1,)


def test_sound_changes_wait_for_the_others(desk: Desk) -> None:
    desk.published()
    desk.tip("Have a rest", "en/tips/rest.yaml")
    write(desk.clinic, "en/tips/walk.yaml", "title: [")
    assert desk.publish().edition is None


def test_page_by_page_the_sound_ones_go_ahead(desk: Desk) -> None:
    desk.tip("Walk in our garden")
    desk.published()
    desk.tip("Have a rest", "en/tips/rest.yaml")
    write(desk.clinic, "en/tips/walk.yaml", "title: [")
    write(desk.clinic, "en/tips/new.yaml", "title: [")
    outcome = desk.publish(page_by_page=True)
    assert outcome.is_new
    assert [problem.path for problem in outcome.problems] == ["en/tips/new.yaml", "en/tips/walk.yaml"]
    assert desk.title() == "Walk in our garden"
    library = desk.start().library
    assert library is not None
    assert {card.id for card in library.pages("en").cards("tip")} == {"tips/walk", "tips/rest"}


def test_page_by_page_keeps_a_page_that_names_one_kept_back(desk: Desk) -> None:
    desk.published()
    home = (desk.base / "en/home.yaml").read_text()
    write(desk.clinic, "en/home.yaml", home.replace("tips/walk", "tips/rest"))
    desk.tip("Have a rest", "en/tips/rest.yaml")
    rest = desk.clinic / "en/tips/rest.yaml"
    rest.write_text(rest.read_text().replace("walk.svg", "no-such.svg"))
    outcome = desk.publish(page_by_page=True)
    assert outcome.edition is not None
    assert desk.start().library is not None


# --- stepping back ------------------------------------------------------------------------------------------------


def test_stepping_back_takes_one_step(desk: Desk) -> None:
    desk.editions(3)
    outcome = desk.roll_back(1)
    assert outcome.edition is not None
    assert desk.title() == "Walk 1"


def test_what_was_stepped_back_from_is_not_published_again_by_itself(desk: Desk) -> None:
    desk.editions(2)
    now = digest(state_of(desk.folders).content)
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
    roll_back(desk.store, 1, found.digest)
    again = waiting(desk.store, desk.folders)
    assert again is not None
    assert again.is_held
    desk.tip("Walk 1")
    assert waiting(desk.store, desk.folders) is None
    monkeypatch.setattr("kiosk.content.editions.waiting.form", lambda: "a newer program")
    assert waiting(desk.store, desk.folders) is not None


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
    assert len(desk.store.numbers()) == KEPT


def test_a_clock_set_back_a_year_changes_no_order(desk: Desk) -> None:
    desk.editions(1)
    desk.now -= timedelta(days=365)
    desk.tip("Walk later")
    assert desk.published().number == 2
    assert desk.title() == "Walk later"


# --- the disk -----------------------------------------------------------------------------------------------------


def test_a_disk_that_is_full_at_any_write_changes_nothing(desk: Desk) -> None:
    desk.tip("Before")
    desk.published()
    desk.tip("After")

    def takes(count: int) -> bool:
        outcome = desk.publish(disk=FailingDisk(count))
        if outcome.edition is not None:
            return True
        assert [(problem.what, problem.remedy) for problem in outcome.problems] == [
            ("The disk is full.", "Delete files that nobody needs, then try again.")
        ]
        assert desk.left_over() == []
        assert desk.title() == "Before"
        return False

    assert first_failing(takes) > 40
    assert desk.title() == "After"
    assert desk.left_over() == []


def test_a_full_disk_while_the_compiled_form_is_written(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.tip("Before")
    desk.published()
    desk.tip("After")

    def full(_library: Library, _problems: tuple[Problem, ...], _folder: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(compiled, "write", full)
    assert [problem.what for problem in desk.publish().problems] == ["The disk is full."]
    assert desk.left_over() == []
    assert desk.title() == "Before"


@pytest.mark.parametrize(
    ("number", "what"),
    [
        (errno.EROFS, "The disk can only be read, not written to."),
        (errno.EACCES, "The kiosk may not write here."),
        (errno.EIO, "The disk does not answer as it should."),
        (errno.ENAMETOOLONG, "The disk does not take it (File name too long)."),
    ],
)
def test_other_faults_of_the_disk_are_told(desk: Desk, number: int, what: str) -> None:
    (problem,) = desk.publish(disk=FailingDisk(3, number)).problems
    assert problem.what == what
    assert problem.remedy.endswith(".")


def test_a_state_folder_that_cannot_be(desk: Desk) -> None:
    desk.state.write_text("a file in its place")
    assert [problem.severity for problem in desk.publish().problems] == ["error"]
    assert desk.title() == "Take a short walk"


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away")
def test_what_the_administrator_publishes_belongs_to_the_kiosk(desk: Desk) -> None:
    (desk.state / "editions").mkdir(parents=True)
    for folder in (desk.state, desk.state / "editions"):
        os.chown(folder, 65534, 65534)
    desk.published()
    owners = {path.stat().st_uid for path in desk.state.rglob("*") if path.name != "lock"}
    assert owners == {65534}


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away")
def test_before_the_first_start_the_administrator_sets_a_pin_and_publishes(desk: Desk) -> None:
    """The package's folder is root's, and of the kiosk's group: here of another that every system has."""
    daemon = getpwnam("daemon")
    desk.state.mkdir()
    os.chown(desk.state, 0, daemon.pw_gid)
    Pins(desk.state, desk.store.disk, time.monotonic, time.time).set("Front desk", "471193")
    desk.published()
    owners = {path.stat().st_uid for path in desk.state.rglob("*") if path.name != "lock"}
    assert owners == {daemon.pw_uid}


def test_a_disk_that_keeps_other_than_was_written_is_noticed(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything is read back before patients see it."""
    desk.tip("Walk in our garden")
    desk.published()
    desk.tip("Something else")
    monkeypatch.setattr("kiosk.content.editions.publish.faults", lambda _folder, _edition: ("files/en/home.yaml",))
    outcome = desk.publish()
    assert outcome.edition is None
    assert [problem.severity for problem in outcome.problems] == ["error"]
    assert desk.title() == "Walk in our garden"
    assert desk.left_over() == []


def test_everybody_on_the_machine_may_read_what_was_published(desk: Desk) -> None:
    """The kiosk is another user than the person who publishes at the command line."""
    desk.published()
    assert desk.store.place(1).stat().st_mode & 0o777 == 0o755


def test_two_who_publish_at_once(desk: Desk) -> None:
    with desk.store.alone():
        (problem,) = desk.publish().problems
        assert str(problem).endswith(
            "error: Somebody else is publishing at this moment. Wait a moment, then try again."
        )
    assert desk.publish().edition is not None


# --- the folder is away -------------------------------------------------------------------------------------------


def test_a_folder_that_is_away_is_not_taken_for_deleted(desk: Desk) -> None:
    desk.tip("Walk in our garden")
    desk.published()
    desk.clinic.rename(desk.clinic.with_name("unplugged"))
    (problem,) = desk.publish().problems
    assert problem.what == "The clinic's folder cannot be opened. Patients keep what they see now."
    assert problem.remedy == "Connect the disk or network that it lies on."
    assert problem.severity == "error"
    desk.clinic.with_name("unplugged").rename(desk.clinic)
    desk.tip("Back again")
    assert desk.publish().is_new


def test_a_folder_that_is_suddenly_empty_is_taken_for_a_disk_that_is_away(desk: Desk) -> None:
    desk.tip("Walk in our garden")
    desk.published()
    shutil.rmtree(desk.clinic / "en")
    (problem,) = desk.publish().problems
    assert problem.what == "The clinic's folder is empty, but was not before. Patients keep what they see now."
    assert problem.remedy == "Connect its disk. If it shall be empty, put a file README.txt in it."
    assert problem.severity == "error"
    write(desk.clinic, "README.txt", "empty on purpose")
    assert desk.publish().is_new
    assert desk.title() == "Take a short walk"


def test_page_by_page_the_bundled_file_stands_in_where_nothing_was_published(desk: Desk) -> None:
    write(desk.clinic, "en/home.yaml", "title: [")
    desk.tip("Have a rest", "en/tips/rest.yaml")
    outcome = desk.publish(page_by_page=True)
    assert outcome.is_new
    assert [problem.path for problem in outcome.problems] == ["en/home.yaml"]
    library = desk.start().library
    assert library is not None
    assert "tips/rest" in library.languages["en"].pages
