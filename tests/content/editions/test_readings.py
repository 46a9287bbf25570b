"""After an edit only what has changed is read; what is said of it is what reading everything would say."""

from collections.abc import Callable
from copy import copy
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.content.check import Checked, Known, check
from kiosk.content.editions import readings
from kiosk.content.editions.edition import FILES, MANIFEST, to_bytes
from kiosk.content.editions.readings import READINGS, known
from kiosk.content.editions.store import Store
from kiosk.content.folders import Folders
from kiosk.disk import Disk
from tests.content.base import write
from tests.content.editions.desk import Desk


@pytest.fixture
def open_desk(tmp_path: Path, own_base: Path) -> Desk:
    """A desk where one good edition is on show, over a library of its own."""
    desk = Desk(tmp_path, own_base)
    desk.published()
    return desk


def known_of(desk: Desk) -> Known:
    """What the edition on show knows of itself."""
    edition = desk.store.whole()
    assert edition is not None
    place = desk.store.place(edition.number)
    return known(place, place / FILES, frozenset(edition.content))


def never_published(desk: Desk) -> Desk:
    """The same folders on a machine that knows nothing of them."""
    other = copy(desk)
    other.store = Store(desk.state / "elsewhere", Disk())
    return other


def checked_with_known(desk: Desk) -> tuple[Checked, Checked]:
    """The edition on show, checked whole, and checked with what is known of it."""
    edition = desk.store.whole()
    assert edition is not None
    files = Folders((desk.store.place(edition.number) / FILES,))
    return check(files), check(files, known_of(desk))


def test_all_that_is_sound_is_known_the_next_time(open_desk: Desk) -> None:
    whole, quick = checked_with_known(open_desk)
    assert set(known_of(open_desk).readings) == {read_file.file.path.as_posix() for read_file in whole.files}
    assert known_of(open_desk).pictures == {"walk.svg"}
    assert quick.library == whole.library
    assert quick.problems == whole.problems == ()


def test_a_page_with_a_warning_is_looked_at_each_time(open_desk: Desk) -> None:
    """What is told of it stands nowhere else."""
    write(open_desk.clinic, "en/tips/Walk (copy).yaml", (open_desk.base / "en/tips/walk.yaml").read_text())
    for _ in range(2):
        outcome = open_desk.publish()
        assert any("as a copy that was made by mistake" in problem.what for problem in outcome.problems)
    assert "en/tips/Walk (copy).yaml" not in known_of(open_desk).readings
    assert "en/tips/walk.yaml" in known_of(open_desk).readings


def test_a_page_that_hides_another_is_read_each_time(open_desk: Desk) -> None:
    write(open_desk.clinic, "en/topics/scans.yaml", "hidden: true\n")
    open_desk.published()
    assert "en/topics/scans.yaml" not in known_of(open_desk).readings
    library = open_desk.start().library
    assert library is not None
    assert library.pages("en").page("topics/scans") is None
    (open_desk.clinic / "en/topics/scans.yaml").unlink()
    write(open_desk.clinic, "README.txt", "Our pages")
    open_desk.published()
    library = open_desk.start().library
    assert library is not None
    assert library.pages("en").page("topics/scans") is not None


def takes_away(path: str) -> Callable[[Desk], None]:
    def act(desk: Desk) -> None:
        (desk.base / path).unlink()

    return act


def changes(path: str, old: str, new: str) -> Callable[[Desk], None]:
    def act(desk: Desk) -> None:
        page = desk.base / path
        text = page.read_text(encoding="utf-8")
        assert old in text
        page.write_text(text.replace(old, new), encoding="utf-8")

    return act


def adds(path: str, text: str) -> Callable[[Desk], None]:
    def act(desk: Desk) -> None:
        write(desk.clinic, path, text)

    return act


USUAL = "en/therapies/usual.yaml"
SOURCE = "sources:\n  - {id: S1, body: Others, title: Another study, year: 2025, seen: A journal, mark: verified}\n"


@pytest.mark.parametrize(
    ("act", "told_of"),
    [
        pytest.param(takes_away("pictures/walk.svg"), "en/tips/walk.yaml", id="a picture"),
        pytest.param(takes_away("en/therapies/needle.yaml"), "en/comparisons/both.yaml", id="a page in a comparison"),
        pytest.param(takes_away("sources/some.yaml"), "en/tips/walk.yaml", id="all sources"),
        pytest.param(changes("sources/some.yaml", "id: S1", "id: S2"), "en/tips/walk.yaml", id="a source's id"),
        pytest.param(takes_away("en/home.yaml"), "en/home.yaml", id="home"),
        pytest.param(adds("sources/ours.yaml", SOURCE), "sources/ours.yaml", id="an id a second time"),
        pytest.param(
            adds("en/therapies/usual.yaml", "hidden: true\n"), "en/therapies/usual.yaml", id="usual care hidden"
        ),
        pytest.param(adds("sources/some.yaml", "sources: [\n"), "sources/some.yaml", id="sources that cannot be read"),
        pytest.param(adds("pictures/walk.svg", "<svg"), "pictures/walk.svg", id="a picture that is none"),
    ],
)
def test_a_mistake_that_shows_in_another_file_is_told_as_to_who_reads_everything(
    open_desk: Desk, act: Callable[[Desk], None], told_of: str
) -> None:
    act(open_desk)
    second, first = open_desk.publish(), never_published(open_desk).publish()
    assert second.edition is first.edition is None
    assert told_of in {problem.path for problem in second.problems}
    assert second.problems == first.problems


def test_another_program_reads_everything_anew(open_desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readings, "rules", lambda: "other rules")
    assert not known_of(open_desk).readings
    open_desk.tip("By other rules")
    open_desk.published()
    assert known_of(open_desk).readings


def test_after_an_edition_of_a_program_that_kept_no_readings_everything_is_read(open_desk: Desk) -> None:
    edition = open_desk.store.whole()
    assert edition is not None
    place = open_desk.store.place(edition.number)
    (place / READINGS).unlink()
    files = {path: name for path, name in edition.files.items() if path != READINGS}
    (place / MANIFEST).write_bytes(to_bytes(replace(edition, files=files)))
    assert not known_of(open_desk).readings
    open_desk.tip("After an update")
    open_desk.published()
    assert open_desk.title() == "After an update"


def test_where_something_stands_in_a_known_page_is_found_when_it_must_be_told(open_desk: Desk) -> None:
    page = "en/tips/walk.yaml"
    where = known_of(open_desk).readings[page].problem(page, ("text",), "It is so.", "Make it otherwise.")
    assert (where.line, where.column) == (3, 1)
