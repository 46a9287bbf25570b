"""What Content and Today tell of translations, of changes that wait, and of who published."""

from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.content.clinic.folder import copy
from kiosk.content.editions.edition import AT_COMMAND_LINE, BY_ITSELF
from kiosk.content.editions.publish import Publication, publish
from kiosk.paths import content_folder
from kiosk.session.routes import Home, Reading, Route
from kiosk.staff.acts import Look, RollBack
from kiosk.staff.translated import MOST_PAGES
from tests.staff.clinic import NOW, TIP, Clinic


@pytest.fixture
def bundled(tmp_path: Path) -> Clinic:
    """A clinic over the library that comes with the kiosk, and its Spanish."""
    return Clinic(tmp_path, content_folder())


def test_a_translation_that_is_behind_is_told_once_for_its_page(bundled: Clinic) -> None:
    bundled.changes_the_tip()
    publish(bundled.store, Publication(bundled.folders, "Ana", NOW))
    page = bundled.tab("content")
    warnings = [row for row in page.rows if row.kind == "warning"]
    assert [(row.what, row.place.split()[0]) for row in warnings] == [
        (f"{TIP} has changed since this was translated.", "es/tips/walk.yaml")
    ]
    assert page.title == "No mistakes, but something to look at"


def test_a_mistake_does_not_hide_the_translations_and_brings_none_along(bundled: Clinic) -> None:
    bundled.changes_the_tip()
    bundled.writes("en/tips/pace.yaml", "titel: Slowly\n")
    rows = [row for row in bundled.tab("content").rows if row.kind in ("fault", "warning")]
    assert {(row.kind, row.place.split()[0]) for row in rows} == {
        ("fault", "en/tips/pace.yaml"),
        ("warning", "es/tips/walk.yaml"),
    }
    assert [row.kind for row in rows] == sorted(row.kind for row in rows)


def test_a_language_that_was_just_begun_is_no_wall_of_lines(bundled: Clinic) -> None:
    for name in ("language", "words", "home", "spine", "questions", "warning-signs"):
        words = (content_folder() / f"es/{name}.yaml").read_text(encoding="utf-8")
        bundled.writes(f"fr/{name}.yaml", words.replace("order: 2", "order: 3"))
    rows = [row for row in bundled.tab("content").rows if row.kind == "warning"]
    assert len(rows) == MOST_PAGES + 1
    assert "more pages wait for a translator" in rows[-1].what
    assert int(rows[-1].what.split()[0]) > 50
    assert rows[-1].more == "At the command line, clinic-kiosk check tells them all."


def test_today_says_that_changes_wait_until_they_are_published(clinic: Clinic) -> None:
    publish(clinic.store, Publication(clinic.folders, "Ana", NOW))
    assert not any(row.what == "Changes wait to be published" for row in clinic.tab("today").rows)
    clinic.changes_the_tip()
    waits = next(row for row in clinic.tab("today").rows if row.what == "Changes wait to be published")
    assert waits.kind == "warning"
    publish(clinic.store, Publication(clinic.folders, "Ana", NOW))
    assert not any(row.what == "Changes wait to be published" for row in clinic.tab("today").rows)


@pytest.mark.parametrize(
    ("language", "who", "told", "listed"),
    [
        ("en", BY_ITSELF, "The kiosk published it by itself, 2026-11-20 12:00", "By itself: "),
        ("es", BY_ITSELF, "El kiosco la publicó por sí solo, 2026-11-20 12:00", "Por sí solo: "),
        ("en", AT_COMMAND_LINE, "Published at the command line, 2026-11-20 12:00", "At the command line: "),
        ("es", AT_COMMAND_LINE, "Publicada en la línea de comandos, 2026-11-20 12:00", "En la línea de comandos: "),
        ("es", "Ana", "Publicada el 2026-11-20 12:00 por Ana", "Ana: "),
    ],
)
def test_who_has_published_is_told_in_the_language_of_the_screen(
    clinic: Clinic, language: str, who: str, told: str, listed: str
) -> None:
    publish(clinic.store, Publication(clinic.folders, who, NOW))
    assert clinic.tab("today", language).rows[0].more == told
    assert clinic.tab("editions", language).rows[0].more.startswith(listed)


def test_what_an_edition_changed_is_told_in_the_language_of_the_screen(clinic: Clinic) -> None:
    publish(clinic.store, Publication(clinic.folders, "Ana", NOW))
    clinic.changes_the_tip()
    clinic.writes("en/topics/scans.yaml", "hidden: true\n")
    publish(clinic.store, Publication(clinic.folders, "Ana", NOW + timedelta(hours=1)))
    sentences = clinic.store.editions()[0].sentences
    listed = {language: clinic.tab("editions", language).rows[0].more for language in ("en", "es")}
    assert listed == {
        "en": f"Ana: 1 changed, 1 taken away, {sentences} sentences",
        "es": f"Ana: 1 cambiada, 1 quitada, {sentences} frases",
    }


def test_what_an_edition_changed_is_told_from_the_one_that_patients_saw_before(clinic: Clinic) -> None:
    """After a step back that is an older one; the list and the page of the edition tell the same."""
    for path, old, new in (
        (TIP, "title: Take a short walk", "title: Walk to the desk"),
        ("en/topics/scans.yaml", "title: Scans", "title: Pictures of the back"),
    ):
        publish(clinic.store, Publication(clinic.folders, "Ana", NOW))
        clinic.changes(path, old, new)
    publish(clinic.store, Publication(clinic.folders, "Ana", NOW))
    clinic.answers(RollBack(1, sure=True))
    clinic.changes("en/topics/scans.yaml", "short: When they help.", "short: When they are needed.")
    publish(clinic.store, Publication(clinic.folders, "Ana", NOW))
    assert [edition.number for edition in clinic.store.editions()] == [4, 3, 2, 1]
    assert "2 changed" in clinic.tab("editions").rows[0].more
    assert [row.place for row in clinic.answers(Look(4)).rows] == [TIP, "en/topics/scans.yaml"]


def test_a_translation_of_ours_is_brought_over_first_and_then_the_message_is_true(bundled: Clinic) -> None:
    bundled.changes_the_tip()
    behind = f"{TIP} has changed since this was translated."
    row = next(row for row in bundled.tab("content").rows if row.what == behind)
    assert row.more.startswith('First type "clinic-kiosk content copy es/tips/walk.yaml". Compare the two, then write')
    copy("es/tips/walk.yaml", content_folder(), bundled.own, NOW.date())
    row = next(row for row in bundled.tab("content").rows if row.what == behind)
    assert row.more.startswith("Compare the two, then write")
    remedy, line = row.more.split('"')[1], int(row.place.split()[-1])
    mended = (bundled.own / "es/tips/walk.yaml").read_text(encoding="utf-8").splitlines()
    mended[line - 1] = f"  {remedy}"
    bundled.writes("es/tips/walk.yaml", "\n".join(mended))
    assert not any(row.what == behind for row in bundled.tab("content").rows)


@pytest.mark.parametrize(
    ("path", "old", "new", "place"),
    [
        ("en/home.yaml", "What would you like to know?", "What brings you here?", Home()),
        ("en/topics/scans.yaml", "Wear is common.", "Wear is no illness.", Reading("topics/scans", 1)),
        ("en/words.yaml", "back: back", "back: One step back", None),
    ],
)
def test_the_picture_beside_the_changes_shows_the_place_that_changed(
    clinic: Clinic, path: str, old: str, new: str, place: Route | None
) -> None:
    """A word of the bar stands on every page, and so on none."""
    publish(clinic.store, Publication(clinic.folders, "Ana", NOW))
    clinic.changes(path, old, new)
    side = clinic.tab("content").side
    assert side is not None
    assert (side.preview.place if side.preview else None) == place
    assert side.title == ("How the page will look" if place else "What waits")


def test_a_person_who_publishes_by_hand_is_told_of_a_last_good_edition_only_where_the_new_one_is_bad(
    clinic: Clinic,
) -> None:
    publish(clinic.store, Publication(clinic.folders, "Ana", NOW))
    clinic.changes_the_tip()
    assert clinic.tab("content").note == "Patients see edition 1."
    clinic.writes("en/tips/pace.yaml", "titel: Slowly\n")
    assert clinic.tab("content").note == "Patients still see the last good edition, 2026-11-20 12:00"
