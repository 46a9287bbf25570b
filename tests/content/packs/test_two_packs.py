"""Two people with a pack each, at the same time: the clinic's pages are those of one of them, and never gone."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.content.clinic.folder import Refused
from kiosk.content.packs import taking
from kiosk.content.packs.recovery import before_of
from kiosk.content.packs.workplace import TAKING
from kiosk.disk import Disk
from tests.content.base import write
from tests.content.editions.desk import TIP
from tests.content.packs.stick import Stick

FIRST = "Another pack was taken meanwhile. This one has changed nothing. Open it once more, and look at what it changes"


@pytest.fixture
def other(stick: Stick, tmp_path: Path) -> Stick:
    """Somebody else's stick, for the same clinic."""
    (tmp_path / "other").mkdir()
    other = Stick(tmp_path / "other", stick.base)
    other.there = stick.there
    other.packed("Walk by the river")
    return other


@pytest.fixture
def ours(stick: Stick) -> Stick:
    """A stick, and pages of the clinic's own that lie there already."""
    write(stick.there, "README.txt", "notes")
    write(stick.there, "en/tips/walk.yaml", TIP.format(title="Ours"))
    stick.packed("Walk in our garden")
    return stick


def test_somebody_looks_at_another_pack_while_one_is_asked_for_yes(ours: Stick, other: Stick) -> None:
    with ours.opens() as pack:
        with other.opens() as looked_at:
            assert looked_at.changes
        pack.take()
    assert ours.title() == "Walk in our garden"
    assert (ours.there / "README.txt").read_text() == "notes"
    assert ours.beside() == ["clinic", "clinic.before"]


def test_somebody_takes_another_pack_while_one_is_asked_for_yes(ours: Stick, other: Stick) -> None:
    with ours.opens() as pack:
        other.takes()
        with pytest.raises(Refused, match=FIRST):
            pack.take()
    assert ours.title() == "Walk by the river"
    assert (ours.there / "README.txt").read_text() == "notes"
    assert (before_of(ours.there) / "en/tips/walk.yaml").read_text() == TIP.format(title="Ours")
    assert ours.beside() == ["clinic", "clinic.before"]
    assert not list(ours.there.parent.rglob(f"{TAKING}*"))


def test_somebody_takes_another_pack_while_the_readme_is_brought_over(
    ours: Stick, other: Stick, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Copied late, it lies where the pack's pages lay: a folder with that alone must not become the clinic's."""
    keeps: Callable[[Path, Path], None] = taking._keep_others

    def late(folder: Path, target: Path) -> None:
        monkeypatch.setattr(taking, "_keep_others", keeps)
        other.takes()
        keeps(folder, target)

    monkeypatch.setattr(taking, "_keep_others", late)
    with pytest.raises(Refused, match=FIRST), ours.opens() as pack:
        pack.take()
    assert ours.title() == "Walk by the river"
    assert not list(ours.there.parent.rglob(f"{TAKING}*"))


def test_what_a_crash_has_left_is_taken_away_though_somebody_looks_at_a_pack(ours: Stick, other: Stick) -> None:
    with ours.opens():
        write(ours.there, f"{TAKING}crashed/pack.zip", "half")
        write(ours.there.parent, f"{TAKING}crashed", "")
        with other.opens():
            left = [place.name for place in ours.there.glob(f"{TAKING}*")]
            assert len(left) == 2
            assert f"{TAKING}crashed" not in left
    assert ours.beside() == ["clinic"]


class OneFileStays(Disk):
    """Takes nothing away: one file belongs to somebody else, or is open in another program."""

    def remove(self, path: Path) -> None:
        if path.exists():
            raise PermissionError(13, "Permission denied", str(path))


def test_a_former_folder_that_cannot_be_taken_away_gets_another_name(ours: Stick, other: Stick) -> None:
    """The administrator took the last pack as root: the kiosk may rename that folder, and not empty it."""
    for stick in (ours, other, ours):
        with stick.opens(OneFileStays()) as pack:
            pack.take()
    assert ours.title() == "Walk in our garden"
    assert ours.beside() == ["clinic", "clinic.before", "clinic.before-1", "clinic.before-2"]
    first = ours.there.with_name("clinic.before-1")
    assert (first / "en/tips/walk.yaml").read_text() == TIP.format(title="Ours")
