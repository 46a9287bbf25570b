"""Folders that hold more, or other things, than pages; and what is made of the sound ones."""

import os
from datetime import date
from pathlib import Path

import pytest

from kiosk.content.cards import card_of
from kiosk.content.check import check
from kiosk.content.folders import Folders
from kiosk.content.icons import icon_files, icon_names
from kiosk.content.kinds import is_whole_library
from kiosk.content.library import Card, Library
from kiosk.content.model.parts import Picture
from kiosk.content.untrusted import Unreadable, read_limited
from tests.content.base import over, write
from tests.content.editions.desk import TIP

WALK = Picture(file="walk.svg", decoration=True)


def told(*layers: Path) -> list[str]:
    return [str(problem) for problem in check(Folders(layers)).problems]


def sound(*layers: Path) -> Library:
    checked = check(Folders(layers))
    assert checked.problems == ()
    assert checked.library is not None
    return checked.library


# --- more than pages ----------------------------------------------------------------------------------------------


def test_a_folder_holds_as_many_files_as_may_be_and_with_one_more_none_is_read(
    base: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    most = sum(file.is_file() for file in base.rglob("*"))
    monkeypatch.setattr("kiosk.content.folders.MAX_FILES", most)
    for number in range(most):
        write(tmp_path, f"en/tips/t{number}.yaml", TIP.format(title=f"Walk {number}"))
    assert len(sound(base, tmp_path).pages("en").cards("tip")) == most + 1
    write(tmp_path, "en/tips/one-more.yaml", TIP.format(title="One more"))
    checked = check(over(base, tmp_path))
    assert [str(problem) for problem in checked.problems] == [
        f"{tmp_path}:1:1: error: There are more than {most} files here. Look for a folder copied here by mistake."
    ]
    assert checked.library is not None
    assert len(checked.library.pages("en").cards("tip")) == 1


def test_recordings_are_no_pages(base: Path, tmp_path: Path) -> None:
    write(tmp_path, "en/audio/3f/page.yaml", "title: [")
    write(tmp_path, "en/audio/sentence.opus", "sound")
    assert told(base, tmp_path) == []


def test_what_windows_macs_and_disks_put_there_by_themselves_is_nobodys_mistake(base: Path, tmp_path: Path) -> None:
    for name in (
        "desktop.ini",
        "pictures/Thumbs.db",
        "pictures/ehthumbs.db",
        "pictures/@eaDir/walk.svg/SYNOPHOTO_THUMB_S.jpg",
        "System Volume Information/IndexerVolumeGuid",
        "$RECYCLE.BIN/$I30A.yaml",
        "lost+found/page.yaml",
        "en/tips/.DS_Store",
        "en/tips/._walk.yaml",
        "en/Icon\r",
        "en/READ ME.TXT",
    ):
        write(tmp_path, name, "title: [")
    assert told(base, tmp_path) == []


def test_a_folder_of_the_disk_that_nobody_may_open_is_not_asked_about(
    base: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As lost+found, which is the system's alone."""
    for name in ("lost+found", "en"):
        (tmp_path / name).mkdir()
    refuses(monkeypatch, tmp_path / "lost+found")
    assert told(base, tmp_path) == []
    refuses(monkeypatch, tmp_path / "en")
    assert told(base, tmp_path) == [
        "en:1:1: error: This folder cannot be opened. Ask who looks after this machine to allow it."
    ]


def refuses(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """From now on a folder may not be opened, whoever asks."""
    opens = os.scandir

    def scandir(asked: Path) -> object:
        if Path(asked) == folder:
            raise PermissionError(13, "Permission denied", str(asked))
        return opens(asked)

    monkeypatch.setattr(os, "scandir", scandir)


@pytest.mark.parametrize("path", ["audio/page.yaml", "en/tips/audio/page.yaml", "en/audio"])
def test_what_is_called_so_in_another_place_or_is_a_file_holds_no_recordings(
    base: Path, tmp_path: Path, path: str
) -> None:
    write(tmp_path, path, TIP.format(title="Listen to a walk"))
    (problem,) = told(base, tmp_path)
    assert problem.startswith(f"{path}:1:1: error: The kiosk does not know what this file is.")


def test_a_folder_where_we_have_a_file_is_told_and_ours_stays(base: Path, tmp_path: Path) -> None:
    picture = (base / "pictures/walk.svg").read_text(encoding="utf-8")
    write(tmp_path, "pictures/walk.svg/ours.svg", picture)
    checked = check(over(base, tmp_path))
    assert [str(problem) for problem in checked.problems] == [
        (
            "pictures/walk.svg/ours.svg:1:1: error: This lies in a folder where the file pictures/walk.svg belongs. "
            "Rename the folder, or take it out."
        )
    ]
    assert checked.library is not None
    assert list(checked.library.pictures) == ["walk.svg"]


@pytest.mark.parametrize("page", ["tips/rest.yaml", "tips/walk.yaml", "language.yaml"])
def test_a_folder_of_a_language_with_a_capital_does_not_vanish_silently(base: Path, tmp_path: Path, page: str) -> None:
    """As made by hand in the Files program: its pages would be those of a language that has no words."""
    write(tmp_path, f"En/{page}", TIP.format(title="Have a rest"))
    checked = check(over(base, tmp_path))
    assert [str(problem) for problem in checked.problems] == [
        "En:1:1: error: The name of this folder is that of en, but for capitals. Move what is in it into en."
    ]
    assert checked.library is not None
    assert list(checked.library.languages) == ["en"]
    assert [card.title for card in checked.library.pages("en").cards("tip")] == ["Take a short walk"]


def test_of_two_folders_of_a_new_language_the_one_in_small_letters_counts(base: Path, tmp_path: Path) -> None:
    for path in ("Fr/tips/repos.yaml", "fr/tips/marche.yaml", "Fr/tips/soleil.yaml"):
        write(tmp_path, path, TIP.format(title="Du repos"))
    assert [problem.path for problem in check(over(base, tmp_path)).problems if "capitals" in problem.what] == ["Fr"]


def test_a_picture_that_is_named_like_a_page_is_told_as_no_picture(base: Path, tmp_path: Path) -> None:
    write(tmp_path, "pictures/walk.yaml", "title: Walk")
    assert told(base, tmp_path) == [
        "pictures/walk.yaml:1:1: error: This is no picture that the kiosk can show. Save it as SVG, PNG, JPEG or WebP."
    ]


@pytest.mark.parametrize("ending", [".yaml", ".yml"])
def test_a_library_needs_no_other_one_below_it_when_one_language_is_all_there(
    own_base: Path, tmp_path: Path, ending: str
) -> None:
    write(own_base, "es/words.yaml", "half of it")
    for page in (own_base / "en").glob("*.yaml"):
        page.rename(page.with_suffix(ending))
    assert is_whole_library(own_base)
    (own_base / f"en/spine{ending}").unlink()
    assert not is_whole_library(own_base)


def test_a_file_is_read_up_to_its_limit_and_one_more_tells_that_it_is_larger(tmp_path: Path) -> None:
    file = write(tmp_path, "page.yaml", "12345")
    assert [read_limited(file, limit) for limit in (6, 5, 4)] == [b"12345", b"12345", b"12345"]
    assert read_limited(file, 3) == b"1234"
    os.mkfifo(tmp_path / "pipe.yaml")
    with pytest.raises(Unreadable) as fault:
        read_limited(tmp_path / "pipe.yaml", 10)
    assert (fault.value.what, fault.value.remedy) == (
        "This is not a file that can be read.",
        "Take it out, or put a real file in its place.",
    )


def test_a_folder_in_the_place_of_a_file_leaves_no_handle_open(tmp_path: Path) -> None:
    handles = Path("/proc/self/fd")
    before = len(list(handles.iterdir()))
    with pytest.raises(Unreadable):
        read_limited(tmp_path, 10)
    assert len(list(handles.iterdir())) == before


def test_the_icons_are_those_of_a_font_that_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    font, table = icon_files()
    assert (font.suffix, table.suffix) == (".ttf", ".json")
    assert {"bone", "person-walking"} <= icon_names()
    monkeypatch.setattr("kiosk.content.icons.find_spec", lambda _name: None)
    with pytest.raises(FileNotFoundError, match=r"QtAwesome is not installed\.$"):
        icon_files()


# --- what lists show ----------------------------------------------------------------------------------------------


def test_a_card_tells_of_each_kind_of_page_what_lists_need(base: Path, own_base: Path) -> None:
    needle = own_base / "en/therapies/needle.yaml"
    badge = "level: not-approved, line: No approval., badge: Research only"
    needle.write_text(needle.read_text().replace("level: not-needed, line: No approval is needed.", badge))
    cards = {card.id: card for card in sound(own_base).pages("en").all_cards()}
    assert list(cards.values()) == [
        Card(
            "therapies/needle", "treatment", "A treatment with a needle", "Needle", "One line on it.", "regenerative",
            "syringe", 100, WALK, "Research only",
        ),
        Card("topics/scans", "topic", "Scans", "Scans", "When they help.", "care", "bone", 100, WALK, "", ("disc",)),
        Card(
            "comparisons/both", "comparison", "Side by side", "Side by side", "Two of them", "", "scale-balanced", 100,
        ),
        Card(
            "tips/walk", "tip", "Take a short walk", "Take a short walk", "Walk for five minutes.", "move", "", 100,
            Picture(file="walk.svg", shows="A person walks."),
        ),
        Card(
            "therapies/usual", "treatment", "Usual care", "Usual care", "One line on it.", "usual-care", "syringe", 100,
            WALK,
        ),
    ]  # one line for each card  # fmt: skip
    page = sound(base).pages("en").page("therapies/usual")
    assert page is not None
    assert card_of("therapies/usual", page) == cards["therapies/usual"]


def test_cards_stand_in_their_order_and_then_by_their_titles(base: Path, tmp_path: Path) -> None:
    for title, order in {"Zebra": 1, "Bending": 200, "Aches": 200}.items():
        write(tmp_path, f"en/tips/{title}.yaml", f"{TIP.format(title=title)}order: {order}\n")
    titles = [card.title for card in sound(base, tmp_path).pages("en").cards("tip")]
    assert titles == ["Zebra", "Take a short walk", "Aches", "Bending"]


def test_a_clinic_offers_some_of_the_languages_in_its_own_order(own_base: Path) -> None:
    for code, name in (("es", "Español"), ("fr", "Français")):
        for file in sorted((own_base / "en").glob("*.yaml")):
            write(own_base, f"{code}/{file.name}", file.read_text(encoding="utf-8"))
        write(own_base, f"{code}/language.yaml", f"name: {name}\norder: 200\n")
    library = sound(own_base)
    english, spanish, french = ("en", "English"), ("es", "Español"), ("fr", "Français")
    assert library.names() == (english, spanish, french)
    assert library.names(("fr", "xx", "en")) == (french, english)
    assert library.names(("xx",)) == (english, spanish, french)


def test_pages_that_run_out_are_told_the_first_ones_first(own_base: Path) -> None:
    for path, due in (("en/tips/walk.yaml", "2027-03-01"), ("en/topics/scans.yaml", "2027-01-31")):
        page = own_base / path
        page.write_text(page.read_text().replace("due: 2027-11-21", f"due: {due}"))
    checked = check(Folders((own_base,)))
    assert checked.due(date(2027, 2, 28)) == ((date(2027, 1, 31), "en/topics/scans.yaml"),)
    assert checked.due(date(2027, 3, 1)) == (
        (date(2027, 1, 31), "en/topics/scans.yaml"),
        (date(2027, 3, 1), "en/tips/walk.yaml"),
    )


def test_a_folder_without_a_language_is_told_what_to_name(tmp_path: Path) -> None:
    write(tmp_path, "sources/some.yaml", "sources: []\n")
    assert told(tmp_path) == [
        ".:1:1: error: There are no pages in this folder. Name the folder that holds a language folder such as en."
    ]


def test_a_language_alone_is_told_what_it_lacks_and_no_more(tmp_path: Path, base: Path) -> None:
    for name in ("home", "spine", "warning-signs", "words", "questions"):
        write(tmp_path, f"en/{name}.yaml", (base / f"en/{name}.yaml").read_text(encoding="utf-8"))
    lines = [line for line in told(tmp_path) if "missing" in line]
    assert lines == [
        (
            "en/language.yaml:1:1: error: The file en/language.yaml is missing. "
            "Copy it from another language and translate it."
        )
    ]
