"""What must survive a power cut is flushed before the step that makes it count; no test can pull the plug of a disk."""

import os
from pathlib import Path

import pytest

from kiosk.content import compiling
from kiosk.content.check import check
from kiosk.content.folders import Folders
from kiosk.content.packs.recovery import before_of
from kiosk.content.packs.writing import write_pack
from kiosk.disk import Disk
from tests.content.base import write
from tests.content.editions.desk import TIP, Desk
from tests.content.packs.stick import Stick


class Witness(Disk):
    """Tells in which order things were flushed and renamed."""

    def __init__(self) -> None:
        self.seen: list[tuple[str, Path]] = []

    def sync(self, path: Path) -> None:
        super().sync(path)
        self.seen.append(("flushed", path))

    def rename(self, old: Path, new: Path) -> None:
        super().rename(old, new)
        self.seen.append(("in place", new))

    def when(self, what: str, path: Path) -> int:
        return self.seen.index((what, path))

    def flushed_before(self, moment: int) -> set[Path]:
        return {path for what, path in self.seen[:moment] if what == "flushed"}


def inside(folder: Path) -> set[Path]:
    """Everything in a folder by its path below it, and the folder itself."""
    return {path.relative_to(folder) for path in (folder, *folder.rglob("*"))}


@pytest.fixture
def witness() -> Witness:
    return Witness()


@pytest.fixture
def desk(tmp_path: Path, base: Path) -> Desk:
    return Desk(tmp_path, base)


@pytest.fixture
def stick(tmp_path: Path, base: Path) -> Stick:
    return Stick(tmp_path, base)


def test_an_edition_is_flushed_before_it_has_its_number_and_that_before_patients_see_it(
    desk: Desk, witness: Witness
) -> None:
    desk.tip("Walk in our garden")
    assert desk.publish(disk=witness).is_new
    place, current = desk.store.place(1), desk.state / "current"
    numbered, shown = witness.when("in place", place), witness.when("in place", current)
    flushed = witness.flushed_before(numbered)
    building = next(path for path in flushed if path.parent == desk.store.editions_folder)
    assert {path.relative_to(building) for path in flushed if path.is_relative_to(building)} == inside(place)
    assert numbered < witness.when("flushed", desk.store.editions_folder) < shown
    assert current.with_name("current.new") in witness.flushed_before(shown)
    assert witness.when("flushed", desk.state) > shown


def test_compiled_pages_are_flushed_before_they_have_their_name(
    base: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = check(Folders((base,))).library
    assert library is not None
    flushes, flushed = os.fsync, set()

    def tells(handle: int) -> None:
        flushes(handle)
        flushed.add(Path(f"/proc/self/fd/{handle}").readlink())

    monkeypatch.setattr(os, "fsync", tells)
    compiling.write(library, (), tmp_path / "stored")
    assert {file.name for file in flushed} == {file.name for file in (tmp_path / "stored").iterdir()}
    assert {file.parent.name.partition("-")[0] for file in flushed} == {"building"}


def test_a_damaged_edition_is_out_of_the_row_for_good(desk: Desk, witness: Witness) -> None:
    desk.editions(1)
    desk.store.disk = witness
    desk.store.set_aside(1)
    aside = desk.store.editions_folder / "damaged-000001"
    assert witness.seen == [("in place", aside), ("flushed", desk.store.editions_folder)]


def test_the_pages_of_a_pack_are_flushed_before_they_take_the_place_of_others(stick: Stick, witness: Witness) -> None:
    write(stick.there, "README.txt", "notes")
    stick.packed()
    with stick.opens(witness) as pack:
        pack.take()
    taken = witness.when("in place", stick.there)
    assert witness.when("in place", before_of(stick.there)) < taken
    flushed = witness.flushed_before(taken)
    unpacked = min(flushed, key=lambda path: len(path.parts))
    assert {path.relative_to(unpacked) for path in flushed} == inside(stick.there)
    assert witness.seen[-1] == ("flushed", stick.there.parent)


def test_a_pack_is_on_the_stick_before_it_has_its_name(
    stick: Stick, witness: Witness, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.content.packs.writing.Disk", lambda: witness)
    write(stick.here, "en/tips/walk.yaml", TIP.format(title="Walk"))
    write_pack(stick.pack, stick.base, stick.here)
    beside = stick.pack.with_name("stick.zip.new")
    assert witness.seen == [("flushed", beside), ("in place", stick.pack), ("flushed", stick.pack.parent)]
