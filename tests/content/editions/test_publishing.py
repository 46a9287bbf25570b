"""What stands in the folders becomes what patients see: whole, or not at all."""

import shutil
from pathlib import Path

import pytest

from kiosk.content.editions.changes import NOTHING, changes, told
from kiosk.content.editions.edition import Edition, Entry
from kiosk.content.editions.gathering import state_of
from kiosk.content.editions.publish import edition_state
from tests.content.base import write
from tests.content.editions.desk import NOW, Desk


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
    assert edition.changes[1] == Entry("en/tips/walk.yaml", "changed", 3), "one of them lost its source"
    assert edition.summary.startswith("1 changed, 1 added, 1 removed, ")
    assert edition.own == ("en/tips/rest.yaml", "en/tips/walk.yaml", "en/topics/scans.yaml")


@pytest.mark.parametrize(
    ("old", "new", "gone", "come"),
    [
        ("Walk for five minutes", "Walk for ten minutes", "Walk for five minutes.", "Walk for ten minutes."),
        ("[^S1]", "", "A slow walk counts.[^S1]", "A slow walk counts."),
    ],
    ids=["words", "a source taken off its sentence, whose words are the same"],
)
def test_a_change_can_be_read_before_it_is_taken(desk: Desk, old: str, new: str, gone: str, come: str) -> None:
    before = edition_state(desk.store, desk.published())
    page = (desk.base / "en/tips/walk.yaml").read_text()
    write(desk.clinic, "en/tips/walk.yaml", page.replace(old, new))
    assert list(told(changes(before, state_of(desk.folders)))) == [
        "changed: en/tips/walk.yaml (Take a short walk)",
        f"  - {gone}",
        f"  + {come}",
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
        ((Entry("pictures/a.svg", "removed"),), "1 removed"),
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


def test_page_by_page_a_source_with_the_id_of_another_is_kept_back_and_no_source_of_ours(desk: Desk) -> None:
    desk.published()
    desk.tip("Walk in our garden")
    entry = "id: S1, body: Our clinic, title: Our own, year: 2025, seen: At our desk, mark: secondary"
    write(desk.clinic, "sources/ours.yaml", f"sources:\n  - {{{entry}}}\n")
    outcome = desk.publish(page_by_page=True)
    assert outcome.edition is not None
    assert {problem.path for problem in outcome.problems} == {"sources/ours.yaml", "sources/some.yaml"}
    assert [(entry.path, entry.how) for entry in outcome.edition.changes] == [("en/tips/walk.yaml", "changed")]
    library = desk.start().library
    assert library is not None
    assert library.sources["S1"].title == "A study of walking"


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
    (desk.clinic / "lost+found").mkdir()
    write(desk.clinic, ".DS_Store", "put there by a Mac")
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
