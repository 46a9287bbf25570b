"""A burst of changes is told once, when it is over."""

import os
from pathlib import Path

import pytest

from kiosk.content.editions.watching import Changes, Snapshot, Stamp, _stamp, looked_through, take_snapshot
from tests.content.base import write


def files(**sizes: int) -> Snapshot:
    return {name: Stamp(size, 1, 1, 1) for name, size in sizes.items()}


@pytest.fixture
def changes() -> Changes:
    return Changes(files(walk=1), quiet=0.7, longest=10)


def test_nothing_changes(changes: Changes) -> None:
    assert not any(changes.poll(files(walk=1), now) for now in range(100))
    assert not changes.is_pending


def test_one_change_is_told_once(changes: Changes) -> None:
    assert not changes.poll(files(walk=2), 0)
    assert changes.is_pending
    assert not changes.poll(files(walk=2), 0.6)
    assert changes.poll(files(walk=2), 0.7)
    assert not changes.poll(files(walk=2), 5)
    assert not changes.is_pending


def test_fifty_files_one_after_the_other_are_one_change(changes: Changes) -> None:
    told = [changes.poll({f"tip{n}": Stamp(1, 1, 1, 1) for n in range(count)}, count / 10) for count in range(1, 51)]
    assert not any(told)
    assert changes.poll({f"tip{n}": Stamp(1, 1, 1, 1) for n in range(50)}, 5.8)


def test_what_is_written_all_the_time_is_told_all_the_same(changes: Changes) -> None:
    told = [now for now in range(35) if changes.poll(files(walk=2, log=now), now / 2)]
    assert told == [20]


def test_an_editor_that_replaces_the_file_by_one_of_the_same_size_and_time(changes: Changes) -> None:
    replaced = {"walk": Stamp(1, 1, 2, 1)}
    assert not changes.poll(replaced, 0)
    assert changes.poll(replaced, 1)


def test_written_and_taken_back_is_no_change(changes: Changes) -> None:
    assert not changes.poll(files(walk=2), 0)
    assert not changes.poll(files(walk=1), 0.2)
    assert not changes.poll(files(walk=1), 2)
    assert not changes.is_pending


def test_a_folder_that_is_away_and_comes_back_is_no_change(changes: Changes) -> None:
    for now in range(5):
        assert not changes.poll(None, now)
    assert not changes.poll(files(walk=1), 6)
    assert not changes.poll(files(walk=1), 8)


def test_a_folder_that_comes_back_changed(changes: Changes) -> None:
    changes.poll(files(walk=2), 0)
    changes.poll(None, 0.1)
    assert not changes.poll(files(walk=2), 5)
    assert changes.poll(files(walk=2), 6)


def test_at_the_start_the_first_look_is_a_change() -> None:
    changes = Changes(None)
    assert not changes.poll({}, 0)
    assert changes.poll({}, 1)


def test_a_burst_is_over_after_a_third_of_a_second_and_after_ten_at_the_latest() -> None:
    changes = Changes(files(walk=1))
    assert [changes.poll(files(walk=2), now) for now in (0, 0.29, 0.31)] == [False, False, True]
    assert [now for now in range(80) if changes.poll(files(log=now), 1 + now / 4)] == [40]


# --- a look at a folder -------------------------------------------------------------------------------------------


def test_a_look_sees_every_file_but_hidden_ones(tmp_path: Path) -> None:
    page = write(tmp_path, "en/tips/walk.yaml", "title")
    write(tmp_path, "en/tips/.walk.yaml.swp", "half")
    write(tmp_path, ".git/config", "")
    there = page.stat()
    assert take_snapshot(tmp_path) == {str(page): Stamp(5, there.st_mtime_ns, there.st_ino, there.st_ctime_ns)}


def test_a_look_sees_that_a_file_may_be_read_now(tmp_path: Path) -> None:
    """Copied with the rights of somebody else, it could not be; then somebody allows it, and changes nothing else."""
    page = write(tmp_path, "walk.yaml", "title")
    page.chmod(0o600)
    before = take_snapshot(tmp_path)
    page.chmod(0o644)
    assert take_snapshot(tmp_path) != before


def test_a_look_sees_a_file_put_in_the_place_of_another(tmp_path: Path) -> None:
    page = write(tmp_path, "walk.yaml", "title")
    before = take_snapshot(tmp_path)
    other = write(tmp_path, "other.yaml", "title")
    os.utime(other, ns=(page.stat().st_atime_ns, page.stat().st_mtime_ns))
    other.replace(page)
    assert take_snapshot(tmp_path) != before


def test_a_look_waits_for_nothing_and_follows_no_link(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "gone.yaml").symlink_to(tmp_path / "nothing")
    found = take_snapshot(tmp_path)
    assert found is not None
    assert len(found) == 3


def test_a_folder_within_that_goes_while_one_looks_is_told_by_the_next_look(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = write(tmp_path, "walk.yaml", "title")
    write(tmp_path, "tips/rest.yaml", "title")
    looks = os.scandir

    def goes(folder: Path) -> object:
        if folder.name == "tips":
            raise FileNotFoundError(folder)
        return looks(folder)

    monkeypatch.setattr(os, "scandir", goes)
    found = take_snapshot(tmp_path)
    assert found is not None
    assert list(found) == [str(page)]


def test_a_folder_that_may_not_be_looked_at_is_no_change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuses(_folder: str) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "scandir", refuses)
    assert take_snapshot(tmp_path) is None


def test_a_folder_within_that_may_not_be_opened_hides_no_change_of_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = write(tmp_path, "en/tips/walk.yaml", "title")
    write(tmp_path, "es/tips/walk.yaml", "title")
    looks = os.scandir

    def refuses(folder: Path) -> object:
        if folder.name == "es":
            raise PermissionError(13, "Permission denied")
        return looks(folder)

    monkeypatch.setattr(os, "scandir", refuses)
    before = take_snapshot(tmp_path)
    assert before is not None
    assert list(before) == [str(page)]
    page.write_text("another title", encoding="utf-8")
    assert take_snapshot(tmp_path) != before


def test_a_file_that_goes_while_one_looks_is_told_by_the_next_look(tmp_path: Path) -> None:
    page = write(tmp_path, "walk.yaml", "title")
    rest = write(tmp_path, "rest.yaml", "title")
    (gone,) = (entry for _, entries in looked_through(tmp_path) for entry in entries if entry.name == "rest.yaml")
    rest.unlink()
    assert _stamp(gone) is None
    found = take_snapshot(tmp_path)
    assert found is not None
    assert list(found) == [str(page)]


def test_thousands_of_recordings_hide_no_change_of_a_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.content.editions.watching.MAX_FILES", 3)
    for number in range(9):
        write(tmp_path, f"en/audio/{number}.wav", "")
    page = write(tmp_path, "en/tips/walk.yaml", "title")
    before = take_snapshot(tmp_path)
    assert before is not None
    assert list(before) == [str(page)]
    page.write_text("another title", encoding="utf-8")
    assert take_snapshot(tmp_path) != before


def test_a_file_that_says_why_the_folder_is_empty_is_seen(tmp_path: Path) -> None:
    """It is no page, and publishing waits for it."""
    before = take_snapshot(tmp_path)
    write(tmp_path, "README.txt", "empty on purpose")
    assert take_snapshot(tmp_path) != before


def test_a_look_at_far_too_many_files_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.content.editions.watching.MAX_FILES", 3)
    for number in range(9):
        write(tmp_path, f"{number}.yaml", "")
    found = take_snapshot(tmp_path)
    assert found is not None
    assert len(found) == 4


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert take_snapshot(tmp_path / "none") is None
    assert take_snapshot(write(tmp_path, "file", "")) is None
