"""Whatever a receptionist or a text editor does to the folder: patients go on seeing the last good edition."""

import os
import random
import resource
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.content.check import check
from kiosk.content.editions.gathering import state_of
from kiosk.content.untrusted import Unreadable, read_limited
from tests.content.base import write
from tests.content.editions.desk import TIP, Desk

GOOD = TIP.format(title="Walk in our garden")
PAGE = "en/tips/walk.yaml"


@pytest.fixture
def open_desk(desk: Desk) -> Desk:
    """A desk where one good edition is on show."""
    desk.tip("Good")
    desk.published()
    return desk


def put(desk: Desk, data: bytes) -> Path:
    file = desk.clinic / PAGE
    file.write_bytes(data)
    return file


def kept(desk: Desk) -> tuple[str, str]:
    """The one problem that publishing tells; patients see what they saw."""
    (problem,) = desk.publish().problems
    assert problem.path == PAGE
    assert desk.title() == "Good"
    assert desk.left_over() == []
    return problem.what, problem.remedy


# --- text editors -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "save",
    [
        lambda text: b"\xef\xbb\xbf" + text.encode(),
        lambda text: text.replace("\n", "\r\n").encode(),
        lambda text: text.replace("\n", "\r").encode(),
        lambda text: text.replace("Walk in our garden", "“Walk” in our ‘garden’ – slowly…").encode(),
        lambda text: text.replace("our garden", "our\u00a0garden").encode(),
        lambda text: text.rstrip("\n").encode(),
    ],
    ids=["BOM", "CRLF", "CR", "curly quotes", "no-break space", "no last line end"],
)
def test_however_it_was_saved_it_is_shown(open_desk: Desk, save: Callable[[str], bytes]) -> None:
    put(open_desk, save(GOOD))
    assert open_desk.publish().is_new
    assert open_desk.title() != "Good"


def test_letters_of_windows_are_told(open_desk: Desk) -> None:
    put(open_desk, GOOD.replace("Walk in our garden", "Café").encode("cp1252"))
    assert kept(open_desk) == (
        "The letters here are not saved as UTF-8.",
        'Save the file again and choose the encoding "UTF-8".',
    )


def test_utf_16_is_told(open_desk: Desk) -> None:
    put(open_desk, GOOD.encode("utf-16"))
    assert kept(open_desk)[1] == 'Save the file again and choose the encoding "UTF-8".'


def test_no_part_of_a_file_half_written_is_shown(open_desk: Desk) -> None:
    data = GOOD.encode()
    for length in range(0, len(data) - 3, 11):
        put(open_desk, data[:length])
        outcome = open_desk.publish()
        assert outcome.edition is None, data[:length]
    assert open_desk.title() == "Good"


def test_a_file_that_is_just_being_saved_is_read_later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = write(tmp_path, "walk.yaml", GOOD)
    looked = os.fstat

    def grows(handle: int) -> os.stat_result:
        found = looked(handle)
        with file.open("a") as other:
            other.write("#")
        return found

    monkeypatch.setattr("kiosk.content.untrusted.os.fstat", grows)
    with pytest.raises(Unreadable) as told:
        read_limited(file, 10_000)
    assert (told.value.what, told.value.remedy) == ("The file is just being saved.", "Wait a moment, then try again.")


# --- what is no file ----------------------------------------------------------------------------------------------

NO_FILE = ("This is not a file that can be read.", "Take it out, or put a real file in its place.")


@pytest.mark.parametrize("name", ["en/tips/walk.yaml", "pictures/walk.svg"])
def test_what_is_just_being_saved_is_published_the_next_time(
    open_desk: Desk, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Neither the half of it nor its absence is shown meanwhile, and the rest of the folder is known as it is."""
    write(open_desk.clinic, name, (open_desk.base / name).read_text() + "\n\n")
    with monkeypatch.context() as saving:
        saving.setattr("kiosk.content.editions.gathering.read_limited", _but_not(name))
        outcome = open_desk.publish()
        seen = state_of(open_desk.folders)
    assert outcome.edition is None
    told = f"{name}:1:1: error: The file is just being saved. Wait a moment, then try again."
    assert told in map(str, outcome.problems)
    assert len(outcome.problems) == 1 or name.startswith("pictures/")  # pages that name this one are not told
    assert name not in seen.content
    assert "en/home.yaml" in seen.content
    assert open_desk.title() == "Good"
    assert open_desk.publish().is_new


def test_ours_stands_in_for_a_page_that_is_just_being_saved(open_desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.content.reader.read_limited", _but_not(PAGE))
    checked = check(open_desk.folders)
    told = f"{PAGE}:1:1: error: The file is just being saved. Wait a moment, then try again."
    assert told in map(str, checked.problems)
    assert checked.library is not None
    page = checked.library.pages("en").page("tips/walk")
    assert page is not None
    assert page.title == "Take a short walk"


def _but_not(name: str) -> Callable[[Path, int], bytes]:
    """Reads every file but one of the clinic's."""

    def read_so(file: Path, limit: int) -> bytes:
        if file.as_posix().endswith(f"clinic/{name}"):
            raise Unreadable("The file is just being saved.", "Wait a moment, then try again.")
        return read_limited(file, limit)

    return read_so


def test_a_named_pipe(open_desk: Desk) -> None:
    (open_desk.clinic / PAGE).unlink()
    os.mkfifo(open_desk.clinic / PAGE)
    assert kept(open_desk) == NO_FILE


def test_a_named_pipe_put_there_while_we_looked(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "walk.yaml")
    with pytest.raises(Unreadable):
        read_limited(tmp_path / "walk.yaml", 10)


def test_a_folder_in_the_place_of_a_page(open_desk: Desk) -> None:
    (open_desk.clinic / PAGE).unlink()
    (open_desk.clinic / PAGE).mkdir()
    assert kept(open_desk) == NO_FILE


def test_a_name_that_is_no_letters(open_desk: Desk) -> None:
    (open_desk.clinic / PAGE).rename(os.fsdecode(os.fsencode(open_desk.clinic / "en/tips") + b"/caf\xe9.yaml"))
    (problem,) = open_desk.publish().problems
    assert str(problem) == (
        "en/tips/caf?.yaml:1:1: error: The name holds letters that cannot be read. Rename it with plain letters."
    )


@pytest.mark.skipif(os.geteuid() == 0, reason="root may open everything")
def test_a_folder_that_nobody_may_open(open_desk: Desk) -> None:
    (open_desk.clinic / "en/tips").chmod(0)
    (problem,) = open_desk.publish().problems
    (open_desk.clinic / "en/tips").chmod(0o755)
    assert str(problem).startswith("en/tips:1:1: error: This folder cannot be opened.")


def test_a_link_to_nothing(open_desk: Desk) -> None:
    (open_desk.clinic / PAGE).unlink()
    (open_desk.clinic / PAGE).symlink_to("nothing")
    assert kept(open_desk) == NO_FILE


def test_a_link_out_of_the_folder(open_desk: Desk, tmp_path: Path) -> None:
    (open_desk.clinic / PAGE).unlink()
    (open_desk.clinic / PAGE).symlink_to(write(tmp_path, "secret.yaml", GOOD))
    assert kept(open_desk)[1] == "Copy the file itself here."


def test_a_link_to_itself(open_desk: Desk) -> None:
    (open_desk.clinic / PAGE).unlink()
    (open_desk.clinic / PAGE).symlink_to(open_desk.clinic / PAGE)
    assert open_desk.publish().edition is None
    assert open_desk.title() == "Good"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_nobody_may_read(open_desk: Desk) -> None:
    put(open_desk, GOOD.encode()).chmod(0)
    assert kept(open_desk) == ("The file cannot be opened.", "Close it in other programs, or copy it anew.")


def test_a_locked_file(open_desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    really = os.open

    def locked(path: Path, flags: int, mode: int = 0o777, *, dir_fd: int | None = None) -> int:
        if str(path) == str(open_desk.clinic / PAGE):
            raise PermissionError(13, "Permission denied")
        return really(path, flags, mode, dir_fd=dir_fd)

    put(open_desk, GOOD.encode())
    monkeypatch.setattr("kiosk.content.untrusted.os.open", locked)
    assert kept(open_desk) == ("The file cannot be opened.", "Close it in other programs, or copy it anew.")


# --- too much -----------------------------------------------------------------------------------------------------


def in_time(act: Callable[[], object], seconds: float, megabytes: float) -> None:
    """The act takes neither longer nor more memory than that."""
    before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    act()
    assert time.process_time() - start < seconds
    assert (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1000 < megabytes


def sparse(file: Path, size: int) -> None:
    with file.open("wb") as opened:
        opened.truncate(size)


def test_a_page_of_fifty_megabytes(open_desk: Desk) -> None:
    sparse(open_desk.clinic / PAGE, 50_000_000)
    told: list[tuple[str, str]] = []
    in_time(lambda: told.append(kept(open_desk)), 1, 100)
    assert told == [("The file is larger than 2 MB.", "A page is text only: put pictures in the pictures folder.")]


def test_a_picture_of_fifty_megabytes(open_desk: Desk) -> None:
    (open_desk.clinic / "pictures").mkdir()
    sparse(open_desk.clinic / "pictures/photo.png", 50_000_000)
    in_time(lambda: open_desk.publish().problems[0], 1, 100)
    assert [problem.what for problem in open_desk.publish().problems] == ["The picture has more than 5 MB."]
    assert open_desk.title() == "Good"


@pytest.mark.parametrize(
    "data",
    [
        b"a: &a [x,x,x,x,x,x,x,x,x]\n"
        + b"".join(b"%c: &%c [*%c,*%c,*%c]\n" % (n + 1, n + 1, n, n, n) for n in range(97, 121)),
        b"[" * 10_000,
        b"{a: " * 10_000,
        b"- " * 10_000,
        "".join(f"{'  ' * depth}a:\n" for depth in range(900)).encode(),
    ],
    ids=["alias bomb", "brackets", "braces", "dashes", "keys"],
)
def test_what_would_grow_or_go_deep_is_refused_at_once(open_desk: Desk, data: bytes) -> None:
    put(open_desk, data)
    in_time(lambda: kept(open_desk), 1, 100)


@pytest.mark.parametrize("ending", ["txt", "yaml"])
def test_ten_thousand_files(open_desk: Desk, ending: str) -> None:
    for number in range(10_000):
        (open_desk.clinic / f"en/tips/t{number}.{ending}").touch()
    told: list[str] = []
    in_time(lambda: told.extend(problem.what for problem in open_desk.publish().problems), 2, 100)
    assert ("There are more than 5000 files here." in told) is (ending == "yaml")
    assert open_desk.title() == "Good"


# --- two at once --------------------------------------------------------------------------------------------------


def test_two_editors_at_once_the_last_one_saved_counts(open_desk: Desk) -> None:
    page = open_desk.clinic / PAGE
    for title in ("Of Ana", "Of Ben"):
        beside = page.with_name(f".{title}.tmp")
        beside.write_text(TIP.format(title=title))
        beside.replace(page)
    assert open_desk.publish().is_new
    assert open_desk.title() == "Of Ben"


# --- whatever is in the file --------------------------------------------------------------------------------------


def survives_slips(desk: Desk, times: int, seed: int = 1) -> None:
    """Spoil a good page in any way and publish, again and again: patients always see a whole edition."""
    chance = random.Random(seed)  # noqa: S311 - nothing secret
    good = GOOD.encode()
    for _ in range(times):
        start, length = chance.randrange(len(good)), chance.randrange(40)
        other = chance.choice([chance.randbytes(4), b"\t", b"\n", b": ", b"- ", b'"', b"[^", b"{", good[start:]])
        put(desk, good[:start] + other + good[start + length :])
        before = desk.title()
        outcome = desk.publish()
        assert outcome.edition is not None or (outcome.problems and desk.title() == before)
        assert desk.start().problems == ()


def test_no_slip_shows_a_wrong_edition(open_desk: Desk) -> None:
    survives_slips(open_desk, 60)
