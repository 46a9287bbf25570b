"""A pack carries a clinic's pages on a stick, and nothing else comes with it."""

import errno
import json
import os
import shutil
import stat
import zipfile
from pathlib import Path
from typing import Any

import pytest

from kiosk.content.clinic.folder import Refused
from kiosk.content.packs.format import INDEX
from kiosk.content.packs.recovery import before_of, recover
from kiosk.content.packs.taking import _TAKING
from kiosk.content.packs.writing import write_pack
from kiosk.content.reading import Unreadable
from tests.content.base import write
from tests.content.editions.desk import TIP, FailingDisk, first_failing
from tests.content.packs.stick import Stick

TIP_BYTES = TIP.format(title="Walk").encode()
STRANGE = "Do not use this pack. Have a new one made."
NOT_WHOLE = "The pack is damaged or not whole. Copy it to the stick again, and try once more."


def refused(stick: Stick, **limits: Any) -> str:  # noqa: ANN401 - numbers
    """Why the pack is not taken; nothing was changed by the attempt."""
    before = sorted(stick.there.rglob("*"))
    with pytest.raises(Refused) as error, stick.opens(**limits):
        raise AssertionError("It was opened.")
    assert sorted(stick.there.rglob("*")) == before
    assert stick.beside() == ["clinic"]
    return str(error.value)


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


def test_the_same_pages_make_the_same_pack(stick: Stick, tmp_path: Path) -> None:
    first = stick.packed().read_bytes()
    write_pack(tmp_path / "again.zip", stick.base, stick.here)
    assert (tmp_path / "again.zip").read_bytes() == first


def test_a_pack_never_takes_the_place_of_another(stick: Stick) -> None:
    stick.packed()
    with pytest.raises(Refused, match="already"):
        stick.packed()


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


def test_a_disk_that_is_full_at_any_write_changes_nothing(stick: Stick) -> None:
    stick.packed()

    def takes(count: int) -> bool:
        with stick.opens(FailingDisk(count)) as pack:
            try:
                pack.take()
            except OSError:
                assert stick.title() == "Take a short walk" or count > 5
                return False
        return True

    assert first_failing(takes) > 3
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
    write(before_of(stick.there) / f"{_TAKING}half", "folder/en/tips/walk.yaml", "half")
    stick.packed()
    stick.takes()
    assert (stick.there / "README.txt").read_text() == "ours"
    assert stick.title() == "Walk in our garden"
    assert stick.beside() == ["clinic", "clinic.before"]


def test_a_stick_pulled_out_while_it_is_read(stick: Stick, monkeypatch: pytest.MonkeyPatch) -> None:
    stick.packed()

    def pulled_out(_pack: Path, _target: Path) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr("kiosk.content.packs.unpacking.shutil.copyfile", pulled_out)
    assert refused(stick) == "The pack cannot be read to its end. Put the stick in again, and try once more."


def test_a_stick_that_is_gone(stick: Stick) -> None:
    assert refused(stick) == f"There is no pack {stick.pack}. Name a file that clinic-kiosk content pack has written."


# --- a stranger's pack --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    ["/etc/tips/walk.yaml", "../en/tips/walk.yaml", "en/../../tips/walk.yaml", "en/tips/../../../walk.yaml"],
)
def test_no_path_leads_outside(stick: Stick, name: str) -> None:
    stick.made({name: TIP_BYTES})
    assert refused(stick) == f'A file in the pack wants to lie outside the folder: "{name}". {STRANGE}'


@pytest.mark.parametrize(
    "name",
    [
        "C:/en/tips/walk.yaml",
        "en\\tips\\walk.yaml",
        "en//tips/walk.yaml",
        "./en/tips/walk.yaml",
        f"en/tips/{'a' * 300}.yaml",
    ],
)
def test_no_name_is_strange(stick: Stick, name: str) -> None:
    stick.made({name: TIP_BYTES})
    assert refused(stick).startswith("A file in the pack has a strange name")


@pytest.mark.parametrize(
    "name",
    ["run.sh", "en/tips/walk.py", "pictures/x.exe", "en/notes.yaml", "settings.yaml", ".git/config", "pictures.svg"],
)
def test_only_known_kinds_of_file(stick: Stick, name: str) -> None:
    stick.made({name: b"x"})
    assert refused(stick) == f'A file in the pack is no page and no picture: "{name}". {STRANGE}'


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR, stat.S_IFBLK, stat.S_IFSOCK])
def test_no_link_and_no_device(stick: Stick, kind: int) -> None:
    def as_kind(info: zipfile.ZipInfo) -> None:
        info.external_attr = (kind | 0o777) << 16

    stick.made({"en/tips/walk.yaml": b"/etc/passwd"}, {"en/tips/walk.yaml": as_kind})
    assert refused(stick).startswith("This in the pack is a link or a device and no file")


def test_no_bomb(stick: Stick) -> None:
    stick.made({"en/tips/walk.yaml": b"#" * 1_900_000})
    assert refused(stick) == f'A file in the pack becomes far larger than it is: "en/tips/walk.yaml". {STRANGE}'
    stick.made({"en/tips/walk.yaml": b"#" * 2_100_000})
    assert refused(stick) == f'A file in the pack is too large: "en/tips/walk.yaml". {STRANGE}'


def test_a_file_that_says_it_is_smaller_than_it_is(stick: Stick) -> None:
    stick.made({"en/tips/walk.yaml": b"#" * 90_000})
    data = stick.pack.read_bytes()
    stick.pack.write_bytes(data.replace((90_000).to_bytes(4, "little"), (50).to_bytes(4, "little")))
    assert refused(stick) == NOT_WHOLE


def test_not_too_many_files(stick: Stick) -> None:
    stick.made({f"en/tips/t{number}.yaml": b"" for number in range(50)})
    assert refused(stick, files=20) == f"There are too many files in the pack. {STRANGE}"


def test_not_too_much_in_all(stick: Stick) -> None:
    stick.made({f"en/tips/t{number}.yaml": TIP_BYTES for number in range(50)})
    assert refused(stick, total_bytes=1000) == f"The pack becomes too large when it is opened. {STRANGE}"


def test_not_too_large_itself(stick: Stick) -> None:
    stick.packed()
    assert refused(stick, pack_bytes=100).startswith("The pack is too large.")


def test_as_much_as_may_be_is_taken(stick: Stick) -> None:
    """Each limit is the most that is allowed, and not one less."""
    pages = {f"en/tips/t{number}.yaml": TIP_BYTES for number in range(3)}
    stick.made(pages)
    with zipfile.ZipFile(stick.pack) as pack:
        total = sum(info.file_size for info in pack.infolist())
    size = stick.pack.stat().st_size
    with stick.opens(files=4, total_bytes=total, pack_bytes=size, name_bytes=15, depth=3) as pack_opened:
        assert len(pack_opened.changes) == 3
    assert refused(stick, files=3) == f"There are too many files in the pack. {STRANGE}"
    assert refused(stick, total_bytes=total - 1) == f"The pack becomes too large when it is opened. {STRANGE}"
    assert refused(stick, pack_bytes=size - 1).startswith("The pack is too large.")
    assert refused(stick, name_bytes=14).startswith("A file in the pack has a strange name")
    assert refused(stick, depth=2).startswith("A file in the pack lies too deep in folders")


def test_a_pack_of_a_newer_kiosk(stick: Stick, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.content.packs.writing.FORMAT", 2)
    stick.packed()
    assert refused(stick) == (
        "The pack was written by a newer kiosk. Bring the program of this kiosk up to date first."
    )


def test_a_pack_that_lacks_a_file_it_names(stick: Stick) -> None:
    index = {"format": 1, "files": {"en/tips/walk.yaml": "0" * 64, "en/tips/rest.yaml": "0" * 64}}
    with zipfile.ZipFile(stick.pack, "w") as pack:
        pack.writestr(INDEX, json.dumps(index))
        pack.writestr("en/tips/walk.yaml", TIP_BYTES)
    assert refused(stick) == NOT_WHOLE


def test_not_too_deep(stick: Stick) -> None:
    stick.made({"pictures/a/b/c/d/e/f.svg": b"<svg/>"})
    assert refused(stick).startswith("A file in the pack lies too deep in folders")


def test_no_two_files_of_one_name(stick: Stick) -> None:
    stick.made({"en/tips/walk.yaml": TIP_BYTES, "en/tips/Walk.yaml": TIP_BYTES})
    assert refused(stick) == f'Two files in the pack are named "en/tips/Walk.yaml". {STRANGE}'


def test_a_pack_within_a_pack_is_no_page(stick: Stick) -> None:
    stick.made({"pictures/inner.zip": b"PK"})
    assert "no page and no picture" in refused(stick)


@pytest.mark.parametrize("name", ["locked", "odd"])
def test_what_cannot_be_unpacked(stick: Stick, name: str) -> None:
    stick.packed()
    data = stick.pack.read_bytes()
    at = data.find(b"PK\x01\x02")
    data = (
        data[: at + 8] + b"\x01" + data[at + 9 :] if name == "locked" else data[: at + 10] + b"\x63" + data[at + 11 :]
    )
    stick.pack.write_bytes(data)
    assert refused(stick) == NOT_WHOLE


def test_any_other_zip_file_is_no_pack(stick: Stick) -> None:
    with zipfile.ZipFile(stick.pack, "w") as pack:
        pack.writestr("en/tips/walk.yaml", TIP_BYTES)
    assert refused(stick) == "This file is not a pack. Name a file that clinic-kiosk content pack has written."


def test_a_pack_with_mistakes_tells_them(stick: Stick) -> None:
    stick.made({"en/tips/walk.yaml": b"title: ["})
    lines = refused(stick).split("\n")
    assert lines[0].startswith("en/tips/walk.yaml:")
    assert lines[-1] == "There are mistakes in the pack. Mend them where it was made, and pack it again."


def test_a_picture_that_is_none_does_not_come_along(stick: Stick) -> None:
    stick.made({"pictures/walk.svg": b"<svg><script/></svg>"})
    assert "The drawing holds a script." in refused(stick)


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


def test_a_file_without_a_name(stick: Stick) -> None:
    stick.made({"en/tips/walk.yaml": TIP_BYTES})
    data = stick.pack.read_bytes()
    place = data.rindex(b"PK\x01\x02", 0, data.rindex(b"PK\x05\x06"))
    named = data[place + 46 :].index(b"en/tips/walk.yaml") + place + 46
    spoilt = data[: place + 28] + b"\x00\x00" + data[place + 30 : named] + data[named + len("en/tips/walk.yaml") :]
    size = int.from_bytes(data[-10:-6], "little") - len("en/tips/walk.yaml")
    stick.pack.write_bytes(spoilt[:-10] + size.to_bytes(4, "little") + spoilt[-6:])
    assert refused(stick) == f'A file in the pack has a strange name: "". {STRANGE}'
