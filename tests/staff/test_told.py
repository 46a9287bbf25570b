"""What Content and Today tell of translations, of changes that wait, and of who published."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.content.editions.edition import BY_ITSELF
from kiosk.content.editions.publish import Wish, publish
from kiosk.content.editions.store import Store
from kiosk.content.folders import Folders
from kiosk.disk import Disk
from kiosk.paths import assets_folder, content_folder
from kiosk.settings.settings import Settings
from kiosk.staff.acts import Open, Tab
from kiosk.staff.desk import Desk
from kiosk.staff.page import Page
from kiosk.staff.place import Place
from kiosk.staff.translated import MOST_PAGES
from kiosk.staff.usb import MountedSticks
from kiosk.staff.words import staff_words

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
TIP = "en/tips/walk.yaml"
TITLE = "title: Walk to the desk"


class Clinic:
    """A kiosk with a folder of its own, and what its staff read."""

    def __init__(self, folder: Path) -> None:
        self.own, self.store = folder / "own", Store(folder / "state", Disk())
        self.own.mkdir()
        (self.own / "README.txt").write_text("ours", encoding="utf-8")
        self.folders = Folders((content_folder(), self.own))

    def tab(self, tab: Tab, language: str = "en") -> Page:
        place = Place(
            Settings(), self.folders, self.store, staff_words(assets_folder(), language), lambda: NOW, NOW,
            lambda: (), lambda: "", lambda: 0, MountedSticks(Disk(), ()),
        )  # fmt: skip
        return Desk(place, "Ana").page(Open(tab))

    def writes(self, path: str, words: str) -> None:
        file = self.own / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(words, encoding="utf-8")

    def changes_the_tip(self) -> None:
        words = (content_folder() / TIP).read_text(encoding="utf-8")
        title = next(line for line in words.splitlines() if line.startswith("title:"))
        self.writes(TIP, words.replace(title, TITLE))


@pytest.fixture
def clinic(tmp_path: Path) -> Clinic:
    return Clinic(tmp_path)


def test_a_translation_that_is_behind_is_told_once_for_its_page(clinic: Clinic) -> None:
    clinic.changes_the_tip()
    publish(clinic.store, Wish(clinic.folders, "Ana", NOW))
    page = clinic.tab("content")
    warnings = [row for row in page.rows if row.kind == "warning"]
    assert [(row.what, row.place.split()[0]) for row in warnings] == [
        (f"{TIP} has changed since this was translated.", "es/tips/walk.yaml")
    ]
    assert page.title == "No mistakes, but something to look at"


def test_a_mistake_does_not_hide_the_translations_and_brings_none_along(clinic: Clinic) -> None:
    clinic.changes_the_tip()
    clinic.writes("en/tips/pace.yaml", "titel: Slowly\n")
    rows = [row for row in clinic.tab("content").rows if row.kind in ("fault", "warning")]
    assert {(row.kind, row.place.split()[0]) for row in rows} == {
        ("fault", "en/tips/pace.yaml"),
        ("warning", "es/tips/walk.yaml"),
    }
    assert [row.kind for row in rows] == sorted(row.kind for row in rows)


def test_a_language_that_was_just_begun_is_no_wall_of_lines(clinic: Clinic) -> None:
    for name in ("language", "words", "home", "spine", "questions", "warning-signs"):
        words = (content_folder() / f"es/{name}.yaml").read_text(encoding="utf-8")
        clinic.writes(f"fr/{name}.yaml", words.replace("order: 2", "order: 3"))
    rows = [row for row in clinic.tab("content").rows if row.kind == "warning"]
    assert len(rows) == MOST_PAGES + 1
    assert "more pages wait for a translator" in rows[-1].what
    assert int(rows[-1].what.split()[0]) > 50
    assert rows[-1].more == "At the command line, clinic-kiosk check tells them all."


def test_today_says_that_changes_wait_until_they_are_published(clinic: Clinic) -> None:
    publish(clinic.store, Wish(clinic.folders, "Ana", NOW))
    assert not any(row.what == "Changes wait to be published" for row in clinic.tab("today").rows)
    clinic.changes_the_tip()
    waits = next(row for row in clinic.tab("today").rows if row.what == "Changes wait to be published")
    assert waits.kind == "warning"
    publish(clinic.store, Wish(clinic.folders, "Ana", NOW))
    assert not any(row.what == "Changes wait to be published" for row in clinic.tab("today").rows)


@pytest.mark.parametrize(
    ("language", "told", "listed"),
    [
        ("en", "The kiosk published it by itself, 2026-11-20 12:00", "By itself: "),
        ("es", "El kiosco la publicó por sí solo, 2026-11-20 12:00", "Por sí solo: "),
    ],
)
def test_what_nobody_published_was_published_by_the_kiosk_itself(
    clinic: Clinic, language: str, told: str, listed: str
) -> None:
    publish(clinic.store, Wish(clinic.folders, BY_ITSELF, NOW))
    assert clinic.tab("today", language).rows[0].more == told
    assert clinic.tab("editions", language).rows[0].what
    assert clinic.tab("editions", language).rows[0].more.startswith(listed)
