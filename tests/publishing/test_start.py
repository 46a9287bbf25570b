"""What a kiosk shows first: the edition on show, or the pages that come with it; and where it looks for them."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.commands.places import folders_to_show
from kiosk.content.clinic.folder import start
from kiosk.content.folders import Folders
from kiosk.content.kinds import is_whole_library
from kiosk.paths import assets_folder, content_folder
from kiosk.running.run import Opened, Places, open_window
from kiosk.settings.settings import Settings
from kiosk.ui.resting import RestingScreen
from tests.content.base import write
from tests.content.editions.desk import Desk
from tests.visitor import forget_dropped_widgets

Opens = Callable[..., Opened]


@pytest.fixture
def opens(desk: Desk, qapp: QApplication, one_factory: None) -> Iterator[Opens]:
    """Opens the window of a kiosk at the desk."""
    all_opened: list[Opened] = []
    hook = sys.excepthook

    def opens(folders: Folders, *, has_editions: bool = True) -> Opened:
        places = Places(folders, assets_folder(), desk.cache, desk.state, has_editions)
        all_opened.append(open_window(Settings(), places))
        return all_opened[-1]

    yield opens
    sys.excepthook = hook
    for opened in all_opened:
        opened.window.close()
        opened.window.deleteLater()
    forget_dropped_widgets()


def tip(opened: Opened) -> str:
    """What the kiosk calls its tip."""
    assert opened.kiosk is not None
    card = opened.kiosk.scene().pages.card("tips/walk")
    assert card is not None
    return card.title


def test_without_an_edition_the_pages_that_come_with_it(desk: Desk, opens: Opens) -> None:
    desk.tip("Not checked yet")
    opened = opens(desk.folders)
    assert tip(opened) == "Take a short walk"
    assert opened.edition is None
    assert not desk.state.exists()


def test_the_edition_on_show(desk: Desk, opens: Opens) -> None:
    desk.editions(2)
    desk.roll_back(1)
    opened = opens(desk.folders)
    assert tip(opened) == "Walk 1"
    assert opened.edition == 1


def test_an_edition_stays_on_show_while_its_folder_is_not_named(desk: Desk, opens: Opens) -> None:
    desk.editions(1)
    assert tip(opens(Folders((desk.base,)))) == "Walk 1"


def test_words_damaged_on_the_disk_are_noticed_before_the_first_picture(
    desk: Desk, opens: Opens, caplog: pytest.LogCaptureFixture
) -> None:
    desk.editions(2)
    (desk.store.place(2) / "compiled/en.pages").write_bytes(b"rust")
    opened = opens(desk.folders)
    assert tip(opened) == "Walk 1"
    assert "is set aside" in caplog.text


def test_with_the_bundled_pages_broken_the_edition_still_serves(desk: Desk, opens: Opens, own_base: Path) -> None:
    desk.base = own_base
    desk.editions(1)
    write(own_base, "en/home.yaml", "title: [")
    assert tip(opens(desk.folders)) == "Walk 1"


def test_a_whole_library_of_somebodys_own_is_shown_as_it_is(desk: Desk, opens: Opens) -> None:
    desk.editions(1)
    assert tip(opens(Folders((desk.base,)), has_editions=False)) == "Take a short walk"


def test_with_nothing_sound_at_all_the_screen_rests(
    desk: Desk, opens: Opens, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    assert isinstance(opens(Folders((tmp_path / "none",))).window, RestingScreen)


# --- which folder is what -----------------------------------------------------------------------------------------


def test_a_clinics_folder_is_no_whole_library_whatever_it_replaces(base: Path, tmp_path: Path) -> None:
    assert is_whole_library(base)
    write(tmp_path, "en/words.yaml", (base / "en/words.yaml").read_text(encoding="utf-8"))
    write(tmp_path, "en/home.yaml", (base / "en/home.yaml").read_text(encoding="utf-8"))
    assert not is_whole_library(tmp_path)
    assert not is_whole_library(tmp_path / "none")


def test_a_clinics_folder_with_a_language_of_its_own_still_lies_over_our_pages(base: Path, tmp_path: Path) -> None:
    clinic = tmp_path / "clinic"
    start(clinic, date(2026, 11, 21))
    for file in (base / "en").glob("*.yaml"):
        write(clinic, f"fr/{file.name}", file.read_text(encoding="utf-8"))
    assert folders_to_show(clinic, Settings()) == Folders((content_folder(), clinic))


# --- nothing is loaded that the first picture does not need -------------------------------------------------------


def test_an_edition_is_opened_without_the_checker(desk: Desk) -> None:
    desk.editions(1)
    code = f"""
import sys
from pathlib import Path
from kiosk.content.editions.serving import serve_at_once
from kiosk.content.editions.store import Store
from kiosk.disk import Disk
import kiosk.publishing.live_editions
_, edition = serve_at_once(Store(Path({str(desk.state)!r}), Disk()), Path({str(desk.base)!r}), Path("none"), print)
print(edition, sorted(name for name in sys.modules if name in ("pydantic", "yaml")))
"""
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout == "1 []\n"
