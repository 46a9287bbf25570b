"""The folder of editions, whatever crashes, hands and rust have left in it."""

import errno
import hashlib
import os
import shutil
from pathlib import Path

import pytest

from kiosk.content.editions import publish as publishing
from kiosk.content.editions.edition import Entry, digest
from kiosk.content.editions.publish import Outcome, kept_back
from kiosk.content.editions.serving import serve_at_once
from kiosk.content.editions.store import KEPT, Pointer
from kiosk.content.editions.waiting import waiting
from tests.content.base import write
from tests.content.editions.desk import Desk
from tests.content.editions.test_every_slip import png


def copied(desk: Desk, *numbers: int) -> None:
    """Editions of these numbers, as copies of the first: only their folders count."""
    for number in numbers:
        shutil.copytree(desk.store.place(1), desk.store.place(number))


# --- which edition is which ---------------------------------------------------------------------------------------


def test_after_the_one_on_show_come_those_before_it_and_then_those_after(desk: Desk) -> None:
    desk.editions(1)
    copied(desk, 2, 3, 4)
    desk.store.point_to(4)
    desk.store.point_to(2)
    assert desk.store.candidates() == (2, 1, 3, 4)
    (desk.state / "current").unlink()
    assert desk.store.candidates() == (4, 3, 2, 1)


def test_a_number_is_never_given_twice(desk: Desk) -> None:
    """Whoever reads edition 3 in a log means one edition for ever."""
    desk.editions(1)
    copied(desk, 2, 3)
    desk.store.point_to(3)
    shutil.rmtree(desk.store.place(3))
    assert desk.store.next_number() == 4
    copied(desk, 5)
    desk.store.set_aside(5)
    assert desk.store.next_number() == 6


def test_the_highest_number_is_known_again_after_the_pointer_was_lost(desk: Desk) -> None:
    desk.editions(1)
    copied(desk, 2)
    (desk.state / "current").unlink()
    desk.store.point_to(1)
    assert desk.store.pointer() == Pointer(1, 2)
    desk.store.point_to(2)
    desk.store.point_to(1)
    assert desk.store.pointer() == Pointer(1, 2)


def test_a_folder_with_another_s_number_is_no_edition(desk: Desk) -> None:
    desk.editions(1)
    copied(desk, 7)
    assert desk.store.edition(7) is None
    assert desk.store.damage(7) == ("manifest.json",)
    assert [edition.number for edition in desk.store.editions()] == [1]


def test_an_edition_whose_pages_are_links_is_damaged(desk: Desk, tmp_path: Path) -> None:
    desk.editions(1)
    page = desk.store.place(1) / "files/en/home.yaml"
    page.replace(tmp_path / "home.yaml")
    page.symlink_to(tmp_path / "home.yaml")
    (desk.store.place(1) / "files/empty").mkdir()
    (desk.store.place(1) / "files/link").symlink_to(tmp_path)
    assert desk.store.damage(1) == ("files/en/home.yaml", "files/link")


def test_all_pages_have_one_name_that_stays_the_same_for_ever() -> None:
    """Stepping back writes it down, and the next version of the program looks it up."""
    content = {"en/tips/walk.yaml": "b2", "en/home.yaml": "a1"}
    assert digest(content) == hashlib.sha256(b"a1 en/home.yaml\nb2 en/tips/walk.yaml\n").hexdigest()


# --- what is left over --------------------------------------------------------------------------------------------


def test_what_a_crash_has_left_is_gone_after_the_next_start(desk: Desk) -> None:
    desk.editions(2)
    copied(desk, 3)
    write(desk.state / "editions", "building-x/files/en/home.yaml", "half")
    assert desk.title() == "Walk 2"
    assert desk.store.numbers() == (2, 1)
    assert desk.left_over() == []


def test_the_last_three_that_were_damaged_are_kept_to_be_looked_at(desk: Desk) -> None:
    desk.editions(1)
    for number in range(2, 7):
        copied(desk, number)
        desk.store.point_to(number)
        desk.store.set_aside(number)
    desk.store.clean()
    assert desk.left_over() == ["damaged-000004", "damaged-000005", "damaged-000006"]


def test_one_that_is_damaged_again_takes_the_place_of_the_first(desk: Desk) -> None:
    desk.editions(1)
    for name in ("first", "second"):
        copied(desk, 2)
        write(desk.store.place(2), "note.txt", name)
        desk.store.set_aside(2)
    assert (desk.state / "editions/damaged-000002/note.txt").read_text() == "second"


def test_what_was_damaged_is_counted_in_files(desk: Desk) -> None:
    desk.editions(2)
    for name in ("files/en/home.yaml", "files/en/spine.yaml"):
        (desk.store.place(2) / name).unlink()
    assert [str(problem) for problem in desk.start().problems] == [
        (
            f"{desk.state}:1:1: error: Edition 2 was damaged on the disk (2 files) and is set aside. "
            "Look at what patients see now, and publish again. If it comes back, the disk must be replaced."
        )
    ]


def test_an_edition_for_an_older_program_is_told_with_what_to_do(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.editions(1)
    monkeypatch.setattr("kiosk.content.editions.serving.load", lambda *_: None)
    assert [str(problem) for problem in desk.start().problems] == [
        (
            f"{desk.state}:1:1: warning: Edition 1 was made for an older program and cannot be shown by this one. "
            "Publish again."
        )
    ]


# --- a quick start ------------------------------------------------------------------------------------------------


def test_a_start_shows_the_edition_on_show_and_else_what_serves(desk: Desk) -> None:
    def first() -> tuple[str, int | None]:
        library, number = serve_at_once(desk.store, desk.base, desk.cache, desk.log.append)
        assert library is not None
        page = library.pages("en").page("tips/walk")
        assert page is not None
        assert library.pictures["walk.svg"].is_file()
        return page.title, number

    assert first() == ("Take a short walk", None)
    desk.editions(2)
    desk.roll_back(1)
    assert first() == ("Walk 1", 1)
    (desk.store.place(1) / "compiled/start.json").write_bytes(b"rust")
    assert first() == ("Walk 2", 2)
    (desk.state / "current").unlink()
    assert first() == ("Walk 2", 2)


# --- publishing, once more ----------------------------------------------------------------------------------------


def test_the_first_edition_tells_what_the_clinic_has_changed(desk: Desk) -> None:
    desk.tip("Walk in our garden")
    assert desk.published().changes == (Entry("en/tips/walk.yaml", "changed", 3),)


def test_a_new_program_publishes_the_same_pages_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.editions(1)
    monkeypatch.setattr(publishing, "form", lambda: "a newer program")
    outcome = desk.publish()
    assert outcome.is_new
    assert outcome.edition is not None
    assert (outcome.edition.number, outcome.edition.changes) == (2, ())


def test_the_oldest_is_gone_as_soon_as_there_is_one_more_than_are_kept(desk: Desk) -> None:
    desk.editions(1)
    copied(desk, *range(2, KEPT + 1))
    desk.store.point_to(KEPT)
    desk.tip("One more")
    assert desk.publish().is_new
    assert desk.store.numbers() == tuple(range(KEPT + 1, 1, -1))


def test_where_nobody_knows_what_is_on_show_the_same_pages_are_published_again(desk: Desk) -> None:
    desk.editions(2)
    (desk.state / "current").unlink()
    assert desk.publish().is_new
    assert desk.store.pointer() == Pointer(3, 3)


def test_a_folder_that_was_always_empty_is_not_taken_for_a_disk_that_is_away(desk: Desk) -> None:
    assert desk.published().own == ()
    assert desk.publish() == Outcome(desk.store.current())


def test_whoever_steps_back_is_given_the_edition(desk: Desk) -> None:
    desk.editions(2)
    assert desk.roll_back(1) == Outcome(desk.store.edition(1), is_new=True)
    (desk.store.place(2) / "files/en/home.yaml").write_text("")
    assert [(problem.line, problem.column, problem.remedy) for problem in desk.roll_back(2).problems] == [
        (1, 1, "Choose another.")
    ]


def test_what_stays_as_it_was_is_known_before_the_rest_is_published(desk: Desk) -> None:
    """Page by page: a page with a mistake, and one that names it."""
    desk.published()
    home = (desk.base / "en/home.yaml").read_text()
    write(desk.clinic, "en/home.yaml", home.replace("tips/walk", "tips/rest"))
    desk.tip("Have a rest", "en/tips/rest.yaml")
    rest = desk.clinic / "en/tips/rest.yaml"
    rest.write_text(rest.read_text().replace("walk.svg", "no-such.svg"))
    desk.tip("Walk in our garden")
    unsound = {problem.path for problem in desk.publish().problems}
    assert unsound == {"en/tips/rest.yaml"}
    assert kept_back(desk.store, desk.folders, unsound) == {"en/tips/rest.yaml", "en/home.yaml"}
    assert desk.left_over() == []
    assert desk.title() == "Take a short walk"


def closed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody may open a folder, not even root, as whom the tests may run."""
    looks = os.scandir

    def refuses(asked: str | Path | int) -> object:
        if not isinstance(asked, int) and Path(asked) == folder:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(asked))
        return looks(asked)

    monkeypatch.setattr(os, "scandir", refuses)


def test_page_by_page_what_lies_in_a_folder_that_cannot_be_opened_stays_as_it_was(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.tip("Walk in our garden")
    desk.tip("Have a rest", "en/tips/rest.yaml")
    desk.published()
    write(desk.clinic, "en/topics/scans.yaml", "hidden: true\n")
    closed(desk.clinic / "en/tips", monkeypatch)
    assert desk.publish().edition is None
    outcome = desk.publish(page_by_page=True)
    assert [str(problem) for problem in outcome.problems] == [
        "en/tips:1:1: error: This folder cannot be opened. Ask who looks after this machine to allow it."
    ]
    assert outcome.edition is not None
    assert outcome.edition.changes == (Entry("en/topics/scans.yaml", "removed", 5),)
    library = desk.start().library
    assert library is not None
    assert [card.title for card in library.pages("en").cards("tip")] == ["Have a rest", "Walk in our garden"]


def test_page_by_page_nothing_is_published_of_a_folder_with_far_too_many_files(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """None of them is read, and none is taken for deleted."""
    desk.editions(1)
    most = sum(file.is_file() for file in desk.base.rglob("*"))
    monkeypatch.setattr("kiosk.content.folders.MAX_FILES", most)
    for number in range(most):
        write(desk.clinic, f"en/tips/t{number}.yaml", "hidden: true\n")
    outcome = desk.publish(page_by_page=True)
    assert outcome.edition is None
    assert [problem.path for problem in outcome.problems] == [str(desk.clinic)]
    assert desk.title() == "Walk 1"


def test_what_waits_is_told_without_the_files_that_stay_as_they_were(desk: Desk) -> None:
    desk.published()
    desk.tip("Have a rest", "en/tips/rest.yml")
    desk.tip("Walk: in our garden")
    found = waiting(desk.store, desk.folders)
    assert found is not None
    assert [(change.how, change.path) for change in found.changes] == [
        ("added", "en/tips/rest.yml"),
        ("removed", "en/tips/walk.yaml"),
    ]
    unsound = {problem.path for problem in desk.publish().problems}
    assert [change.path for change in found.without(unsound).changes] == ["en/tips/rest.yml"]
    assert [change.path for change in found.without(["en/tips/rest.yaml"]).changes] == ["en/tips/walk.yaml"]


def test_a_large_photograph_that_was_published_does_not_wait_for_ever(desk: Desk) -> None:
    """It may be larger than a page: all of it is looked at."""
    (desk.clinic / "pictures").mkdir()
    (desk.clinic / "pictures/walk.png").write_bytes(png(1920, 1080) + bytes(3_000_000) + b"IEND")
    assert desk.publish().is_new
    assert waiting(desk.store, desk.folders) is None


def test_before_anything_was_published_nothing_is_held_back(desk: Desk) -> None:
    desk.tip("Walk in our garden")
    found = waiting(desk.store, desk.folders)
    assert found is not None
    assert ([change.path for change in found.changes], found.is_held) == (["en/tips/walk.yaml"], False)
