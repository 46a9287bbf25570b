"""An edition that is damaged on the disk is noticed and set aside, and the one before it serves."""

import random
import shutil
import time
from pathlib import Path

import pytest

from kiosk.content.editions import serving
from kiosk.content.editions.edition import MANIFEST, Entry, from_bytes, to_bytes
from kiosk.content.editions.store import Pointer
from kiosk.content.form import form
from tests.content.base import write
from tests.content.editions.desk import Desk
from tests.content.editions.publisher import publisher

DAMAGED = (
    "Edition 2 was damaged on the disk (1 file) and is set aside. "
    "Look at what patients see now, and publish again. If it comes back, the disk must be replaced."
)


@pytest.mark.parametrize("file", ["files/en/home.yaml", "files/pictures/walk.svg", "compiled/en.pages", MANIFEST])
@pytest.mark.parametrize("damage", ["changed", "gone", "empty"])
def test_the_one_before_serves(desk: Desk, file: str, damage: str) -> None:
    desk.editions(2)
    hurt = desk.store.place(2) / file
    data = hurt.read_bytes()
    if damage == "gone":
        hurt.unlink()
    else:
        hurt.write_bytes(b"" if damage == "empty" else bytes([data[0] ^ 1]) + data[1:])
    found = desk.start()
    assert found.edition is not None
    assert found.edition.number == 1
    assert [f"{problem.what} {problem.remedy}" for problem in found.problems] == [DAMAGED]
    assert len(desk.log) == 1
    assert desk.left_over() == ["damaged-000002"]
    assert desk.start().problems == ()
    assert desk.title() == "Walk 1"


def test_a_file_too_many_is_damage_too(desk: Desk) -> None:
    desk.editions(2)
    write(desk.store.place(2), "files/en/tips/strange.yaml", "hidden: true\n")
    assert desk.store.damage(2) == ("files/en/tips/strange.yaml",)
    assert desk.title() == "Walk 1"


def test_with_none_left_the_bundled_library_serves(desk: Desk) -> None:
    desk.editions(2)
    for number in (1, 2):
        (desk.store.place(number) / MANIFEST).write_bytes(b"{")
    found = desk.start()
    assert found.edition is None
    assert found.library is not None
    assert len(found.problems) == 2
    assert desk.title() == "Take a short walk"


def test_publishing_goes_on_after_damage(desk: Desk) -> None:
    desk.editions(2)
    (desk.store.place(2) / MANIFEST).unlink()
    desk.start()
    assert desk.published().number == 3
    assert desk.title() == "Walk 2"


def test_publishing_over_a_damaged_edition_needs_no_restart(desk: Desk) -> None:
    desk.editions(2)
    shutil.rmtree(desk.store.place(2) / "files/en")
    assert desk.publish().is_new
    assert desk.title() == "Walk 2"


@pytest.mark.parametrize("pointer", [b"", b"{", b"[]", b"\x00" * 40, b'{"edition": "x"}', None])
def test_a_pointer_that_cannot_be_read_costs_nothing(desk: Desk, pointer: bytes | None) -> None:
    desk.editions(2)
    current = desk.state / "current"
    if pointer is None:
        current.unlink()
    else:
        current.write_bytes(pointer)
    assert desk.title() == "Walk 2"
    assert desk.store.pointer() == Pointer(2, 2)


def test_the_one_on_show_is_damaged_after_a_step_back(desk: Desk) -> None:
    desk.editions(3)
    desk.roll_back(1)
    shutil.rmtree(desk.store.place(1))
    assert desk.title() == "Walk 2"


def test_what_was_stepped_back_from_stays_so_after_damage(desk: Desk) -> None:
    desk.editions(3)
    desk.store.point_to(2, "what is wrong")
    shutil.rmtree(desk.store.place(2))
    assert desk.title() == "Walk 1"
    assert desk.store.pointer() == Pointer(1, 3, "what is wrong")


def test_an_edition_of_an_older_program_is_read_from_its_pages(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.editions(1)
    monkeypatch.setattr(serving, "form", lambda: "another")
    assert desk.title() == "Walk 1"


def test_an_edition_that_this_program_cannot_show_is_stepped_over(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.editions(1)
    monkeypatch.setattr(serving, "load", lambda *_: None)
    found = desk.start()
    assert found.edition is None
    assert [problem.what for problem in found.problems] == [
        "Edition 1 was made for an older program and cannot be shown by this one."
    ]
    assert desk.store.numbers() == (1,)


def test_a_manifest_with_a_number_changed_is_damaged(desk: Desk) -> None:
    desk.editions(1)
    data = (desk.store.place(1) / MANIFEST).read_bytes()
    with pytest.raises(ValueError, match="damaged"):
        from_bytes(data.replace(b'"format": 1', b'"format": 2'))


@pytest.mark.parametrize("data", [b"[]", b"1", b"{}", b"null"])
def test_what_is_no_manifest_at_all_is_damaged(data: bytes) -> None:
    with pytest.raises(ValueError, match="damaged"):
        from_bytes(data)


def test_a_manifest_of_a_newer_program_is_not_guessed_at(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    edition = desk.published()
    monkeypatch.setattr("kiosk.content.editions.edition.FORMAT", 2)
    newer = to_bytes(edition)
    monkeypatch.undo()
    with pytest.raises(ValueError, match="of another program"):
        from_bytes(newer)


def test_a_manifest_written_by_a_former_version_is_still_whole() -> None:
    """The checksum is made in the same way for ever: else an update would take every edition away."""
    data = (
        '{"sha256": "93a40b04ef9a96a0e8affa2e2e4fd94e0fa802b3aee1f4e5d9a6fb41864a6cc8", '
        '"format": 1, "edition": 3, "date": "2026-11-21T09:30:00+00:00", "who": "Zoë", '
        '"form": "0123", "changes": [["en/tips/walk.yaml", "changed", 2]], "own": ["en/tips/walk.yaml"], '
        '"files": {"files/en/tips/walk.yaml": "abc"}}'
    )
    edition = from_bytes(data.encode())
    assert (edition.number, edition.who, edition.form) == (3, "Zoë", "0123")
    assert edition.changes == (Entry("en/tips/walk.yaml", "changed", 2),)
    assert edition.content == {"en/tips/walk.yaml": "abc"}


def test_a_disk_that_can_only_be_read_still_serves(desk: Desk) -> None:
    desk.editions(1)
    (desk.state / "lock").unlink()
    (desk.state / "lock").mkdir()  # nobody can be alone, as where nothing can be written
    assert desk.title() == "Walk 1"


# --- power lost ---------------------------------------------------------------------------------------------------


def is_whole_after_kills(desk: Desk, times: int, seed: int = 1) -> None:
    """Kill a publish at random moments; after each there is one whole edition, the old or the new."""
    chance = random.Random(seed)  # noqa: S311 - nothing secret
    with publisher(desk) as clerk:
        desk.tip("The first of all")
        assert clerk.publishes() == "done"
        desk.tip("One like those to come")
        start = time.monotonic()
        assert clerk.publishes() == "done"
        longest = 1.2 * (time.monotonic() - start)
        for number in range(1, times + 1):
            before = desk.title()
            desk.tip(f"Walk {number}")
            said = clerk.publishes(killed_after=chance.uniform(0, longest))
            assert said in {"", "done"}
            found = desk.start()
            assert found.edition is not None
            assert found.problems == ()
            assert desk.title() == f"Walk {number}" if said else desk.title() in (before, f"Walk {number}")
            assert desk.left_over() == []


def test_power_lost_at_any_moment_leaves_the_old_edition_or_the_new(desk: Desk) -> None:
    is_whole_after_kills(desk, 20)


def test_an_update_lays_new_files_down_while_the_kiosk_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What runs still reads and writes in its own shape, and takes no edition of the new one for its own."""
    ours = form()
    monkeypatch.setattr("kiosk.content.__file__", str(tmp_path / "__init__.py"))
    for name in ("codec.py", "compiled.py", "compiling.py", "library.py"):
        (tmp_path / name).write_text("# a newer program", encoding="ascii")
    assert form() == ours
    assert form.__wrapped__() != ours
