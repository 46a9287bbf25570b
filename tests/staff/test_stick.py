"""The receptionist brings pages on a USB stick."""

import errno
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from shutil import rmtree

import pytest

from kiosk.content.editions.store import Store
from kiosk.content.folders import Folders
from kiosk.content.packs.writing import write_pack
from kiosk.device.sticks import MountedSticks
from kiosk.disk import Disk
from kiosk.paths import assets_folder
from kiosk.settings.settings import Settings
from kiosk.staff.acts import LookAtPack, Open, SaveCounts, SavePack, TakePack
from kiosk.staff.desk import Desk
from kiosk.staff.page import Page
from kiosk.staff.this_kiosk import ThisKiosk
from kiosk.staff.words import staff_words
from tests.content.base import make_base, write
from tests.content.editions.desk import TIP


class Bench:
    """A kiosk with a folder of its own, and a stick with a pack from another one."""

    def __init__(self, folder: Path) -> None:
        self.library, self.own, self.stick = make_base(folder / "library"), folder / "own", folder / "media/STICK"
        self.own.mkdir()
        self.stick.mkdir(parents=True)
        office = folder / "office"
        write(office, "en/tips/garden.yaml", TIP.format(title="Walk in our garden"))
        self.pack = self.stick / "news.zip"
        write_pack(self.pack, self.library, office)
        kiosk = ThisKiosk(
            Settings(),
            Folders((self.library, self.own)),
            Store(folder / "state", Disk()),
            staff_words(assets_folder(), "en"),
            lambda: datetime.now().astimezone(),
            datetime.now().astimezone(),
            lambda: (("tips/walk", ("14", "14", "14")),),
            lambda: "day,page,opened\r\n2026-11-21,tips/walk,14\r\n",
            lambda: 0,
            MountedSticks(Disk(), (folder / "media",)),
        )
        self.desk = Desk(kiosk, "Ana")

    def takes(self) -> Page:
        """Look at the pack and take it as it was shown."""
        side = self.desk.page(LookAtPack(str(self.pack))).side
        assert side is not None
        assert side.choice is not None
        assert isinstance(side.choice.act, TakePack)
        return self.desk.page(side.choice.act)

    def pages(self) -> list[str]:
        return sorted(file.name for file in self.own.rglob("*.yaml"))


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bench:
    is_stick: Callable[[Path], bool] = lambda folder: folder.name == "STICK"  # noqa: E731 - only root can mount one
    monkeypatch.setattr("kiosk.device.sticks._is_mounted", is_stick)
    return Bench(tmp_path)


def test_the_pack_on_the_stick_is_found_when_content_is_opened(bench: Bench) -> None:
    first = bench.desk.page(Open("content")).rows[0]
    assert first.what == "Pack on USB: news.zip"
    assert first.choice is not None
    assert first.choice.act == LookAtPack(str(bench.pack))


def test_what_it_changes_is_shown_and_nothing_is_changed_by_looking(bench: Bench) -> None:
    page = bench.desk.page(LookAtPack(str(bench.pack)))
    assert [(row.what, row.place) for row in page.rows] == [("Added: Walk in our garden", "en/tips/garden.yaml")]
    assert "New: " in page.rows[0].more
    assert bench.pages() == []


def test_it_is_taken_as_it_was_shown(bench: Bench) -> None:
    assert bench.takes().title == "The pages were taken"
    assert bench.pages() == ["garden.yaml"]


def test_the_stick_is_pulled_out_between_looking_and_taking(bench: Bench) -> None:
    shown = bench.desk.page(LookAtPack(str(bench.pack)))
    rmtree(bench.stick)
    assert shown.side is not None
    assert shown.side.choice is not None
    assert shown.side.choice.act is not None
    page = bench.desk.page(shown.side.choice.act)
    assert page.title == "This did not work. Nothing was changed."
    assert bench.pages() == []


def test_the_stick_is_pulled_out_half_way(bench: Bench) -> None:
    whole = bench.pack.read_bytes()
    bench.pack.write_bytes(whole[: len(whole) // 2])
    page = bench.desk.page(LookAtPack(str(bench.pack)))
    assert page.title == "This did not work. Nothing was changed."
    assert "damaged" in page.rows[0].what
    assert bench.pages() == []


def test_another_pack_of_the_same_name_is_not_taken(bench: Bench, tmp_path: Path) -> None:
    shown = bench.desk.page(LookAtPack(str(bench.pack)))
    other = tmp_path / "other"
    write(other, "en/tips/pool.yaml", TIP.format(title="Swim"))
    bench.pack.unlink()
    write_pack(bench.pack, bench.library, other)
    assert shown.side is not None
    assert shown.side.choice is not None
    assert shown.side.choice.act is not None
    assert bench.desk.page(shown.side.choice.act).title.startswith("This is not the pack that was shown")
    assert bench.pages() == []


def test_the_counts_are_saved_on_the_stick(bench: Bench) -> None:
    assert bench.desk.page(SaveCounts()).rows[0].kind == "good"
    (file,) = bench.stick.glob("*.csv")
    assert file.read_bytes().decode("utf-8-sig").splitlines() == ["day,page,opened", "2026-11-21,tips/walk,14"]


def test_without_a_stick_it_says_what_to_do(bench: Bench) -> None:
    rmtree(bench.stick)
    side = bench.desk.page(Open("use")).side
    assert side is not None
    assert side.choice is not None
    assert (side.choice.label, side.choice.act) == ("Plug in a USB stick to save", None)


def test_the_clinics_own_pages_go_along_as_a_pack(bench: Bench) -> None:
    write(bench.own, "en/tips/pool.yaml", TIP.format(title="Swim"))
    offered = next(row.choice for row in bench.desk.page(Open("content")).rows if row.what == "Take our pages along")
    assert offered is not None
    assert offered.act == SavePack()
    assert bench.desk.page(SavePack()).rows[0].kind == "good"
    (pack,) = bench.stick.glob("clinic-kiosk-pages-*.zip")
    rows = bench.desk.page(LookAtPack(str(pack))).rows
    assert rows[0].what == "The pack changes nothing."


def test_pages_with_mistakes_are_not_taken_along(bench: Bench) -> None:
    write(bench.own, "en/tips/pool.yaml", "titel: Swim\n")
    assert "mistakes" in bench.desk.page(SavePack()).rows[0].what
    assert not list(bench.stick.glob("clinic-kiosk-pages-*.zip"))


def test_a_page_that_no_other_kiosk_would_take_is_told_by_its_name(bench: Bench) -> None:
    write(bench.own, "en/tips/pool?.yaml", TIP.format(title="Swim"))
    assert bench.desk.page(SavePack()).rows[0].what == (
        'A file in the pack has a strange name: "en/tips/pool?.yaml". '
        "Give it a short name of letters, digits and hyphens."
    )
    assert not list(bench.stick.glob("clinic-kiosk-pages-*.zip"))


def test_a_full_disk_of_the_kiosk_itself_is_told_as_that(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody is sent to put the stick in once more."""

    def full(_pack: Path, _target: Path, _limits: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("kiosk.content.packs.taking.fetch", full)
    page = bench.desk.page(LookAtPack(str(bench.pack)))
    assert page.title == "This did not work. Nothing was changed."
    assert (page.rows[0].what, page.rows[0].more) == (
        "The disk is full.",
        "Delete files that nobody needs, then try again.",
    )
