"""A pack carries a clinic's pages on a stick, and nothing else comes with it."""

import errno
import io
import os
import shutil
import stat
import zipfile
from pathlib import Path
from typing import Any

import pytest

from kiosk.content.clinic.folder import Refused
from kiosk.content.packs.format import PackLimits
from kiosk.content.packs.recovery import before_of, recover
from kiosk.content.packs.workplace import TAKING
from kiosk.content.packs.writing import write_pack
from kiosk.content.untrusted import Unreadable
from tests.content.base import write
from tests.content.editions.desk import TIP, FailingDisk, first_failing
from tests.content.packs.stick import NOT_WHOLE, Stick, refused


def test_a_pack_is_carried_over(stick: Stick) -> None:
    stick.packed()
    stick.takes()
    assert stick.title() == "Walk in our garden"
    assert stick.beside() == ["clinic", "clinic.before"]


def test_what_it_changes_is_shown_before_it_is_taken(stick: Stick) -> None:
    write(stick.there, "en/tips/old.yaml", TIP.format(title="An old one"))
    stick.packed()
    with stick.opens() as pack:
        assert [(change.how, change.path, change.title) for change in pack.changes] == [
            ("removed", "en/tips/old.yaml", "An old one"),
            ("changed", "en/tips/walk.yaml", "Walk in our garden"),
        ]
        assert "Walk in our garden" in pack.changes[1].new
    assert stick.title() == "Take a short walk"
    assert stick.beside() == ["clinic"]


def test_what_is_no_page_stays(stick: Stick) -> None:
    write(stick.there, "README.txt", "notes")
    write(stick.there, ".git/config", "history")
    write(stick.there, "en/tips/old.yaml", TIP.format(title="An old one"))
    stick.packed()
    stick.takes()
    assert (stick.there / "README.txt").read_text() == "notes"
    assert (stick.there / ".git/config").read_text() == "history"
    assert not (stick.there / "en/tips/old.yaml").exists()
    assert (before_of(stick.there) / "en/tips/old.yaml").is_file()


def test_a_link_in_the_folder_leads_nowhere_after_a_pack(stick: Stick, tmp_path: Path) -> None:
    (stick.there / "notes.txt").symlink_to(write(tmp_path, "secret.txt", "not ours"))
    stick.packed()
    stick.takes()
    assert not (stick.there / "notes.txt").exists()
    assert (before_of(stick.there) / "notes.txt").is_symlink()


def test_the_same_pages_make_the_same_pack(stick: Stick, tmp_path: Path) -> None:
    first = stick.packed().read_bytes()
    write_pack(tmp_path / "again.zip", stick.base, stick.here)
    assert (tmp_path / "again.zip").read_bytes() == first


def test_a_pack_never_takes_the_place_of_another(stick: Stick) -> None:
    stick.packed()
    with pytest.raises(Refused) as error:
        stick.packed()
    assert str(error.value) == f"There is {stick.pack} already. Choose another name, or delete that file first."


def test_mistakes_are_not_packed(stick: Stick) -> None:
    write(stick.here, "en/tips/walk.yaml", "title: [")
    with pytest.raises(Refused) as error:
        write_pack(stick.pack, stick.base, stick.here)
    assert str(error.value) == (
        f"There are mistakes in {stick.here}. Mend them first: clinic-kiosk check --clinic {stick.here}"
    )
    assert not stick.pack.exists()


def test_a_folder_that_is_not_there_is_not_packed(stick: Stick, tmp_path: Path) -> None:
    with pytest.raises(Refused) as error:
        write_pack(stick.pack, stick.base, tmp_path / "none")
    assert str(error.value) == f"There is no folder {tmp_path / 'none'}. Name the clinic's folder with --content DIR."
    assert error.value.wrong_use


def test_an_empty_folder_makes_no_pack(stick: Stick) -> None:
    write(stick.here, "README.txt", "notes")
    with pytest.raises(Refused) as error:
        write_pack(stick.pack, stick.base, stick.here)
    assert str(error.value) == f"There are no pages in {stick.here}. Put some there first."
    assert not stick.pack.exists()


def test_a_page_that_is_being_saved_waits_for_the_next_pack(stick: Stick, monkeypatch: pytest.MonkeyPatch) -> None:
    """The check has read it; then an editor takes it away while it is packed."""
    write(stick.here, "en/tips/walk.yaml", TIP.format(title="Walk"))

    def just_saved(_file: Path, _limit: int) -> bytes:
        raise Unreadable("The file is just being saved.", "Wait a moment, then try again.")

    monkeypatch.setattr("kiosk.content.packs.writing.read_limited", just_saved)
    with pytest.raises(Refused) as error:
        write_pack(stick.pack, stick.base, stick.here)
    assert str(error.value) == "The file is just being saved. Wait a moment, then try again."
    assert not stick.pack.exists()


def test_a_stick_that_is_full_holds_no_half_pack(stick: Stick, monkeypatch: pytest.MonkeyPatch) -> None:
    write(stick.here, "en/tips/walk.yaml", TIP.format(title="Walk"))
    for takes in range(3):
        monkeypatch.setattr("kiosk.content.packs.writing.Disk", lambda takes=takes: FailingDisk(takes))
        with pytest.raises(OSError, match="No space left"):
            write_pack(stick.pack, stick.base, stick.here)
        left = [path.name for path in stick.pack.parent.iterdir() if path.name.startswith("stick.zip.")]
        assert left == []


def test_a_pack_tells_how_many_files_it_holds(stick: Stick) -> None:
    for name in ("walk", "rest"):
        write(stick.here, f"en/tips/{name}.yaml", TIP.format(title=name))
    assert write_pack(stick.pack, stick.base, stick.here) == 2
    with zipfile.ZipFile(stick.pack) as pack:
        assert {info.date_time for info in pack.infolist()} == {(2026, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize(
    ("name", "limits", "told"),
    [
        (
            "what is it?.svg",
            PackLimits(),
            (
                'A file in the pack has a strange name: "pictures/what is it?.svg". '
                "Give it a short name of letters, digits and hyphens."
            ),
        ),
        (
            "a/b/c/d/e/garden.svg",
            PackLimits(),
            (
                'A file in the pack lies too deep in folders: "pictures/a/b/c/d/e/garden.svg". '
                "Put it into a folder further up."
            ),
        ),
        ("garden.svg", PackLimits(files=2), "There are too many files in the pack. Take some out: 1 are the most."),
        ("garden.svg", PackLimits(pack_bytes=10), "The pack is too large. A pack has 0 MB at most."),
    ],
    ids=["name", "depth", "number", "size"],
)
def test_what_no_other_kiosk_would_take_is_not_packed(stick: Stick, name: str, limits: PackLimits, told: str) -> None:
    """Who packs can still mend it; who takes the pack cannot."""
    write(stick.here, "en/tips/walk.yaml", TIP.format(title="Walk").replace("walk.svg", f'"{name}"'))
    write(stick.here, f"pictures/{name}", (stick.base / "pictures/walk.svg").read_text())
    with pytest.raises(Refused) as error:
        write_pack(stick.pack, stick.base, stick.here, limits)
    assert str(error.value) == told
    assert not stick.pack.exists()
    assert not stick.pack.with_name("stick.zip.new").exists()


# --- a stick pulled out -------------------------------------------------------------------------------------------


def test_a_pack_cut_off_anywhere_changes_nothing(stick: Stick) -> None:
    whole = stick.packed().read_bytes()
    for length in range(0, len(whole), 37):
        stick.pack.write_bytes(whole[:length])
        assert refused(stick) == NOT_WHOLE


def test_a_bit_turned_anywhere_changes_nothing_wrong(stick: Stick) -> None:
    whole = stick.packed().read_bytes()
    for place in range(0, len(whole), 23):
        stick.pack.write_bytes(whole[:place] + bytes([whole[place] ^ 0x10]) + whole[place + 1 :])
        try:
            with stick.opens() as pack:  # a bit that says nothing, such as the file's date
                assert [change.title for change in pack.changes] == ["Walk in our garden"]
        except Refused:
            pass
    assert stick.title() == "Take a short walk"


def test_a_disk_that_is_full_at_any_write_leaves_the_former_pages_or_the_new(stick: Stick) -> None:
    write(stick.there, "en/tips/walk.yaml", TIP.format(title="Ours"))
    stick.packed()
    titles: list[str] = []

    def takes(count: int) -> bool:
        with stick.opens(FailingDisk(count)) as pack:
            try:
                pack.take()
            except OSError:
                titles.append(stick.title())
                return False
        return True

    assert first_failing(takes) > 3
    *before_the_last, last = titles
    assert set(before_the_last) == {"Ours"}
    assert last in {"Ours", "Walk in our garden"}  # they were in their place, and only that could not be flushed
    assert stick.title() == "Walk in our garden"


def test_power_lost_between_the_two_steps_is_made_good(stick: Stick) -> None:
    write(stick.there, "en/tips/walk.yaml", TIP.format(title="Ours"))
    stick.there.rename(before_of(stick.there))
    assert recover(stick.there)
    assert stick.title() == "Ours"
    assert not recover(stick.there)


def test_power_lost_while_a_pack_was_taken_is_made_good_by_the_next_pack(stick: Stick) -> None:
    write(stick.there, "README.txt", "ours")
    stick.there.rename(before_of(stick.there))
    write(before_of(stick.there) / f"{TAKING}half", "folder/en/tips/walk.yaml", "half")
    stick.packed()
    stick.takes()
    assert (stick.there / "README.txt").read_text() == "ours"
    assert stick.title() == "Walk in our garden"
    assert stick.beside() == ["clinic", "clinic.before"]


class FailingFile(io.BytesIO):
    """A file on a stick that was pulled out, or on a disk that is full."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number

    def read(self, _size: int | None = -1) -> bytes:
        raise OSError(self.number, os.strerror(self.number))

    def write(self, _data: object) -> int:
        raise OSError(self.number, os.strerror(self.number))


def fails(monkeypatch: pytest.MonkeyPatch, name: str, number: int) -> None:
    """Every file of this name fails with an error number as soon as it is read or written."""
    opens = Path.open

    def opened(file: Path, *rest: Any, **more: Any) -> Any:  # noqa: ANN401 - as Path.open
        return FailingFile(number) if file.name == name else opens(file, *rest, **more)

    monkeypatch.setattr(Path, "open", opened)


def test_a_stick_pulled_out_while_it_is_read(stick: Stick, monkeypatch: pytest.MonkeyPatch) -> None:
    stick.packed()
    fails(monkeypatch, "stick.zip", errno.EIO)
    assert refused(stick) == "The pack cannot be read to its end. Put the stick in again, and try once more."


def test_a_kiosk_whose_own_disk_is_full_is_no_fault_of_the_stick(stick: Stick, monkeypatch: pytest.MonkeyPatch) -> None:
    stick.packed()
    fails(monkeypatch, "pack.zip", errno.ENOSPC)
    with pytest.raises(OSError, match="No space left"), stick.opens():
        raise AssertionError("It was opened.")
    assert stick.beside() == ["clinic"]


def test_a_stick_that_is_gone(stick: Stick) -> None:
    assert refused(stick) == f"There is no pack {stick.pack}. Name a file that clinic-kiosk content pack has written."
    with pytest.raises(Refused) as error, stick.opens():
        raise AssertionError("It was opened.")
    assert error.value.wrong_use


# --- whose files they are ----------------------------------------------------------------------------------------


def test_whoever_could_change_the_pages_still_can(stick: Stick) -> None:
    stick.there.chmod(0o2775)
    if os.geteuid() == 0:
        os.chown(stick.there, 0, 4242)
    group = stick.there.stat().st_gid
    stick.packed()
    stick.takes()
    for place in (stick.there, stick.there / "en/tips"):
        assert oct(place.stat().st_mode & 0o7777) == oct(0o2775)
        assert place.stat().st_gid == group
    page = (stick.there / "en/tips/walk.yaml").stat()
    assert (oct(page.st_mode & 0o777), page.st_gid) == (oct(0o664), group)


def test_a_pack_is_taken_where_the_unit_forbids_the_bit_that_hands_a_group_down(
    stick: Stick, monkeypatch: pytest.MonkeyPatch
) -> None:
    """RestrictSUIDSGID=yes refuses every call that names this bit; a folder made below one with it has it anyway."""
    write(stick.there, "README.txt", "ours")
    stick.there.chmod(0o2775)
    stick.packed()
    change = os.chmod

    def restricted(path: Path, mode: int, **more: Any) -> None:  # noqa: ANN401 - as it is
        if mode & (stat.S_ISUID | stat.S_ISGID):
            raise PermissionError(errno.EPERM, "Operation not permitted", str(path))
        change(path, mode, **more)

    monkeypatch.setattr(os, "chmod", restricted)
    umask = os.umask(0o002)  # as the package's default ACL has it, whatever the unit's UMask= says
    try:
        stick.takes()
    finally:
        os.umask(umask)
    assert stick.title() == "Walk in our garden"
    assert oct((stick.there / "en/tips").stat().st_mode & 0o7777) == oct(0o2775)


def test_a_first_pack_onto_a_new_kiosk(stick: Stick) -> None:
    stick.packed()
    shutil.rmtree(stick.there)
    stick.takes()
    assert stick.title() == "Walk in our garden"
