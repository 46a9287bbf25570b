"""A stranger's pack, made by hand to do harm: it is refused in words, and nothing has changed."""

import json
import stat
import zipfile
from random import Random

import pytest

from kiosk.content.packs.format import INDEX
from tests.content.packs.stick import NOT_WHOLE, STRANGE, TIP_BYTES, Stick, refused


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


@pytest.mark.parametrize(
    ("name", "shown"),
    [("en/tips/wa\x07lk.yaml", "en/tips/wa?lk.yaml"), (f"en/tips/{'a' * 300}.yaml", f"en/tips/{'a' * 52}")],
)
def test_a_strange_name_is_told_so_that_it_can_be_read(stick: Stick, name: str, shown: str) -> None:
    stick.made({name: TIP_BYTES})
    assert refused(stick) == f'A file in the pack has a strange name: "{shown}". {STRANGE}'


def test_no_bomb(stick: Stick) -> None:
    stick.made({"en/tips/walk.yaml": b"#" * 1_900_000})
    assert refused(stick) == f'A file in the pack becomes far larger than it is: "en/tips/walk.yaml". {STRANGE}'
    stick.made({"en/tips/walk.yaml": b"#" * 2_100_000})
    assert refused(stick) == f'A file in the pack is too large: "en/tips/walk.yaml". {STRANGE}'


def test_a_small_file_does_no_harm_however_much_it_grows(stick: Stick) -> None:
    stick.made({"en/tips/walk.yaml": TIP_BYTES})
    with zipfile.ZipFile(stick.pack) as pack:
        (info,) = (info for info in pack.infolist() if info.filename != INDEX)
    assert info.compress_size < info.file_size < 2 * info.compress_size
    told = f'A file in the pack becomes far larger than it is: "en/tips/walk.yaml". {STRANGE}'
    assert refused(stick, free_bytes=len(TIP_BYTES) - 1, ratio=1) == told
    for free_bytes, ratio in ((len(TIP_BYTES), 1), (len(TIP_BYTES) - 1, 2)):
        with stick.opens(free_bytes=free_bytes, ratio=ratio) as opened:
            assert opened.changes


def test_a_file_as_large_as_a_page_may_be_is_looked_into(stick: Stick) -> None:
    words = Random(7).randbytes(1_000_000).hex().encode()  # noqa: S311 - so that it does not shrink much
    stick.made({"en/tips/walk.yaml": words})
    assert "There are mistakes in the pack." in refused(stick)
    stick.made({"en/tips/walk.yaml": words + b"a"})
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
    with stick.pack.open("ab") as pack:
        pack.truncate(3_000_001)
    assert refused(stick, pack_bytes=3_000_000) == "The pack is too large. A pack has 3 MB at most."


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


def test_folders_in_the_pack_are_no_files(stick: Stick) -> None:
    """Other programs write an entry for each folder."""
    pages = {"en/tips/walk.yaml": TIP_BYTES}
    stick.made(pages)
    with zipfile.ZipFile(stick.pack, "a") as pack:
        for name in ("en/", "en/tips/"):
            pack.writestr(name, b"")
    with stick.opens(files=2) as opened:
        assert [change.path for change in opened.changes] == ["en/tips/walk.yaml"]


@pytest.mark.parametrize("length", [10, 65_535])
def test_a_remark_behind_the_pack_is_passed_over(stick: Stick, length: int) -> None:
    stick.packed()
    with zipfile.ZipFile(stick.pack, "a") as pack:
        pack.comment = b"x" * length
    stick.takes()
    assert stick.title() == "Walk in our garden"


@pytest.mark.parametrize(
    ("length", "told"),
    [(3 * 446, NOT_WHOLE), (3 * 446 + 1, f"There are too many files in the pack. {STRANGE}")],
)
def test_a_list_of_files_that_would_never_end_is_not_read(stick: Stick, length: int, told: str) -> None:
    """Its length stands in the last bytes of the pack; 446 bytes for each file are more than enough."""
    data = stick.packed().read_bytes()
    stick.pack.write_bytes(data[:-10] + length.to_bytes(4, "little") + data[-6:])
    assert refused(stick, files=3) == told


def test_a_pack_for_more_files_than_there_may_be(stick: Stick) -> None:
    """ZIP64 tells how long the list is in another place, where it is not looked for."""
    data = stick.packed().read_bytes()
    stick.pack.write_bytes(data[:-22] + b"PK\x06\x07" + bytes(16) + data[-22:])
    assert refused(stick) == f"There are too many files in the pack. {STRANGE}"


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


NO_PACK = "This file is not a pack. Name a file that clinic-kiosk content pack has written."


@pytest.mark.parametrize(
    ("index", "told"),
    [
        (b"{}", NO_PACK),
        (b"[]", NO_PACK),
        (b"7", NO_PACK),
        (b'{"format": 1}', NO_PACK),
        (b'{"format": 1, "files": 7}', NO_PACK),
        (b"[" * 100_000, NO_PACK),
        (b"{", NOT_WHOLE),
        (b'{"format": 1, "files": {}}', NOT_WHOLE),
    ],
)
def test_an_index_that_is_none(stick: Stick, index: bytes, told: str) -> None:
    with zipfile.ZipFile(stick.pack, "w") as pack:
        pack.writestr(INDEX, index)
        pack.writestr("en/tips/walk.yaml", TIP_BYTES)
    assert refused(stick) == told


def test_of_many_mistakes_the_first_ten_are_told(stick: Stick) -> None:
    stick.made({f"en/tips/t{number:02}.yaml": b"title: [" for number in range(12)})
    *told, last = refused(stick).split("\n")
    assert [line.partition(":")[0] for line in told] == [f"en/tips/t{number:02}.yaml" for number in range(10)]
    assert last == "There are mistakes in the pack. Mend them where it was made, and pack it again."


def test_a_pack_with_mistakes_tells_them(stick: Stick) -> None:
    stick.made({"en/tips/walk.yaml": b"title: ["})
    lines = refused(stick).split("\n")
    assert lines[0].startswith("en/tips/walk.yaml:")
    assert lines[-1] == "There are mistakes in the pack. Mend them where it was made, and pack it again."


def test_a_picture_that_is_none_does_not_come_along(stick: Stick) -> None:
    stick.made({"pictures/walk.svg": b"<svg><script/></svg>"})
    assert "The drawing holds a script." in refused(stick)


def test_a_file_without_a_name(stick: Stick) -> None:
    stick.made({"en/tips/walk.yaml": TIP_BYTES})
    data = stick.pack.read_bytes()
    place = data.rindex(b"PK\x01\x02", 0, data.rindex(b"PK\x05\x06"))
    named = data[place + 46 :].index(b"en/tips/walk.yaml") + place + 46
    spoilt = data[: place + 28] + b"\x00\x00" + data[place + 30 : named] + data[named + len("en/tips/walk.yaml") :]
    size = int.from_bytes(data[-10:-6], "little") - len("en/tips/walk.yaml")
    stick.pack.write_bytes(spoilt[:-10] + size.to_bytes(4, "little") + spoilt[-6:])
    assert refused(stick) == f'A file in the pack has a strange name: "". {STRANGE}'
